"""A claim as the fields of a form, and in what two readings of it differ."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from trucewatch.records.claim import Claim, Voice
from trucewatch.records.span import Span
from trucewatch.records.values import PlacePrecision, Unresolved
from trucewatch.reports.phrases import EXACTNESS, spaced
from trucewatch.reviewing.naming import EVIDENCE, FILLED, IS, OWN_VOICE, Filled, group_of, label_of
from trucewatch.reviewing.shapes import NO, YES, Shape, parts_of, written


class FieldKind(StrEnum):
    """How a field is filled."""

    WORDS = "words"
    QUOTE = "quote"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; `choices` are values with what they are called, `is_room` of what is empty."""

    name: str
    kind: FieldKind
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    is_room: bool = False

    @property
    def group(self) -> str:
        """What it belongs to with others: a role, who says it, when, where."""
        return group_of(self.name)

    @property
    def label(self) -> str:
        """What it is called within its group."""
        return label_of(self.name, is_within=True)

    @property
    def told(self) -> str:
        """Its value in words."""
        return dict(self.choices).get(self.value, self.value)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two readings fill otherwise, "" where one leaves it out."""

    name: str
    was: str
    now: str


def fields_of(claim: Claim, text: str) -> tuple[Field, ...]:
    """Give every field of a claim, with room for one more in each role; `text` is that of its report."""
    found: list[Field] = []
    for part, shape in parts_of(claim).items():
        found += _fields(part, shape, getattr(claim, part), text)
    return (*found, Field(EVIDENCE, FieldKind.QUOTE, written(claim.provenance.evidence, text)))


def differences(machine: Claim, instead: Claim, text: str) -> tuple[Difference, ...]:
    """Give the fields in which two readings of one claim differ."""
    before = {field.name: field for field in fields_of(machine, text) if field.value}
    after = {field.name: field for field in fields_of(instead, text) if field.value}
    return tuple(
        Difference(label_of(name, is_within=False), was, now)
        for name, field in (before | after).items()
        if (was := before[name].told if name in before else "")
        != (now := after[name].told if name in after else "")
        and not (field.value == Filled.NOTHING and not was)
    )


def state_of(value: Any) -> Filled:  # noqa: ANN401 - any value of a claim
    """Tell whether a place is filled."""
    if value is None:
        return Filled.NOTHING
    return Filled.UNRESOLVED if isinstance(value, Unresolved) else Filled.GIVEN


def _fields(name: str, shape: Shape, value: Any, text: str) -> Iterator[Field]:  # noqa: ANN401 - as above
    if shape.is_many:
        each = Shape(shape.kind, shape.may_be_unresolved, may_be_nothing=True)
        for number, one in enumerate((*value, None)):
            yield from _fields(f"{name}.{number}", each, one, text)
    elif not shape.is_record:
        yield _leaf(name, shape, value, text)
    else:
        yield from _record(name, shape, value, text)


def _record(name: str, shape: Shape, value: Any, text: str) -> Iterator[Field]:  # noqa: ANN401 - as above
    fields = _filled(name, shape, value, text)
    yield from (replace(one, is_room=True) if value is None else one for one in fields)


def _filled(name: str, shape: Shape, value: Any, text: str) -> Iterator[Field]:  # noqa: ANN401 - as above
    if shape.may_be_nothing or shape.may_be_unresolved:
        yield Field(f"{name}.{IS}", FieldKind.CHOICE, state_of(value), tuple(_states(name, shape)))
    for place, inner in shape.places.items():
        if value is None and inner.kind is Voice:
            continue  # room for one voice behind another, not for endless ones
        yield from _fields(f"{name}.{place}", inner, getattr(value, place, None), text)
    if shape.may_be_unresolved:
        yield Field(f"{name}.reason", FieldKind.WORDS, written(getattr(value, "reason", None), text))


def _states(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    yield Filled.GIVEN, FILLED[Filled.GIVEN]
    if shape.may_be_unresolved:
        yield Filled.UNRESOLVED, FILLED[Filled.UNRESOLVED]
    if shape.may_be_nothing:
        yield Filled.NOTHING, OWN_VOICE if name.endswith("speaker") else FILLED[Filled.NOTHING]


def _leaf(name: str, shape: Shape, value: Any, text: str) -> Field:  # noqa: ANN401 - as above
    choices = tuple(_choices(shape.kind))
    if choices:
        empty = () if value is not None else (("", "choose"),)
        return Field(name, FieldKind.CHOICE, written(value, text), (*empty, *choices))
    kinds = {Span: FieldKind.QUOTE, int: FieldKind.NUMBER, float: FieldKind.NUMBER, date: FieldKind.DAY}
    return Field(name, kinds.get(shape.kind, FieldKind.WORDS), written(value, text))


def _choices(kind: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any kind of value
    if kind is bool:
        yield from ((YES, YES), (NO, NO))
    elif kind is PlacePrecision:
        yield from ((str(one.value), EXACTNESS[one]) for one in PlacePrecision)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield from ((one.value, spaced(one)) for one in kind)
