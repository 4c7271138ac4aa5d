"""How the values of a claim are built, so that every field of every family can be set in a form."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from trucewatch.records.claim import Claim
from trucewatch.records.span import Span
from trucewatch.records.values import Unresolved
from trucewatch.reports.shown import shown

PARTS = ("payload", "voice", "polarity", "modality", "when", "where")
"""What of a claim can be corrected, beside the words that it rests on."""

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in a place: one kind of value, words not worked out, nothing; or several of these."""

    kind: Any
    may_be_unresolved: bool = False
    may_be_nothing: bool = False
    is_many: bool = False

    @property
    def is_record(self) -> bool:
        """Whether it has places of its own."""
        return is_dataclass(self.kind) and self.kind is not Span

    @property
    def places(self) -> dict[str, "Shape"]:
        """The places of a record, by name."""
        return _places(self.kind)


def shape_of(hint: Any) -> Shape:  # noqa: ANN401 - any annotation of a record's field
    """Give the shape that an annotation tells of."""
    if get_origin(hint) is tuple:
        each = shape_of(get_args(hint)[0])
        return Shape(each.kind, each.may_be_unresolved, may_be_nothing=True, is_many=True)
    if get_origin(hint) in {Union, UnionType}:
        kinds = get_args(hint)
        (kind,) = (one for one in kinds if one not in {NoneType, Unresolved})
        return Shape(kind, Unresolved in kinds, NoneType in kinds)
    return Shape(hint)


def parts_of(claim: Claim) -> dict[str, Shape]:
    """Give the parts of a claim that can be corrected; its payload is of its own family."""
    hints = get_type_hints(Claim)
    found = {part: shape_of(hints[part]) for part in PARTS if part != "payload"}
    return {"payload": Shape(type(claim.payload)), **found}


def written(value: Any, text: str) -> str:  # noqa: ANN401 - any value of a claim
    """Give a single value as a form shows it, "" for nothing; `text` is that of the report."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return shown(value.quote(text) if isinstance(value, Span) else str(value))


@cache
def _places(kind: Any) -> dict[str, Shape]:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    return {field.name: shape_of(hints[field.name]) for field in fields(kind)}
