"""Records to JSON text and back, without loss."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")
Build = Callable[[Any, str], Any]
"""Makes a value of plain data and the id of the document that its spans stand in."""

_DOC_ID = "doc_id"
_AS_THEY_ARE = (str, int, float, bool, str | None, int | None, float | None)


def encode(record: object, doc_id: str = "") -> str:
    """Give a record as JSON; the id of its own document, which each span names, is left out.

    Shape: nothing written inside a string can be taken for the id: a quote in it is escaped
    """
    raw = msgspec.json.encode(record)
    if doc_id:
        raw = raw.replace(b'"%s":%s,' % (_DOC_ID.encode(), msgspec.json.encode(doc_id)), b"")
    return raw.decode()


def decode(text: str, kind: type[T], doc_id: str = "") -> T:
    """Give the record that `encode` wrote.

    Errors: ValueError on text that is no such record, with what is wrong with it
    """
    kinds: Any = kind
    try:
        built: T = _builder(kinds)(msgspec.json.decode(text), doc_id)
    except KeyError as error:
        raise ValueError(_lacking(error.args[0])) from error
    except (TypeError, AttributeError) as error:
        raise ValueError("a part is of another kind than it should be") from error
    return built


def _lacking(key: object) -> str:
    if isinstance(key, frozenset):  # the names of what was to be told apart by them
        return f"no record has the parts {', '.join(sorted(map(str, key))) or 'of nothing'}"
    return f"{key!r} is missing, or not a word that is known"


@cache
def _builder(kind: Any) -> Build:  # noqa: ANN401 - any annotation of a record's field
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        known = {member.value: member for member in kind}
        return lambda raw, _: known[raw]
    if kind in {date, datetime}:
        return lambda raw, _: kind.fromisoformat(raw)
    if get_origin(kind) in {Union, UnionType}:
        return _choice(get_args(kind))
    if get_origin(kind) is tuple:
        return _sequence(get_args(kind))
    return lambda raw, _: raw


def _record(kind: Any) -> Build:  # noqa: ANN401 - a dataclass
    """Build a record of its fields; they are looked up late, for a voice may hold a voice."""
    fields: list[tuple[str, Build | None]] = []

    def build(raw: Mapping[str, Any], doc_id: str) -> Any:  # noqa: ANN401 - whatever the record is
        if not fields:
            hints = get_type_hints(kind)
            fields.extend((field.name, _maker(hints[field.name])) for field in dataclasses.fields(kind))
        return kind(*[make(raw[name], doc_id) if make is not None else raw[name] for name, make in fields])

    def build_of_document(raw: dict[str, Any], doc_id: str) -> Any:  # noqa: ANN401 - as above
        raw.setdefault(_DOC_ID, doc_id)
        return build(raw, doc_id)

    return build_of_document if _DOC_ID in kind.__dataclass_fields__ else build


def _maker(kind: Any) -> Build | None:  # noqa: ANN401 - any annotation of a record's field
    """Give what makes a value, None for values that JSON has as they are."""
    return None if kind in _AS_THEY_ARE else _builder(kind)


def _choice(kinds: tuple[Any, ...]) -> Build:
    """Build the record whose field names are there; the records that share a place never share those."""
    listed: Any = [kind for kind in kinds if dataclasses.is_dataclass(kind)]
    records = {frozenset(_names(kind)): _builder(kind) for kind in listed}
    others = [_builder(kind) for kind in kinds if kind is not NoneType and kind not in listed]

    def build(raw: Any, doc_id: str) -> Any:  # noqa: ANN401 - one of the kinds
        if raw is None:
            return None
        if isinstance(raw, dict):
            return records[frozenset(raw) - {_DOC_ID}](raw, doc_id)
        return others[0](raw, doc_id)

    return build


def _names(kind: Any) -> set[str]:  # noqa: ANN401 - a dataclass
    return {field.name for field in dataclasses.fields(kind)} - {_DOC_ID}


def _sequence(kinds: tuple[Any, ...]) -> Build:
    if kinds[-1] is Ellipsis:
        each = _builder(kinds[0])
        return lambda raw, doc_id: tuple([each(item, doc_id) for item in raw])
    makers = [_builder(kind) for kind in kinds]
    return lambda raw, doc_id: tuple([make(item, doc_id) for make, item in zip(makers, raw, strict=True)])
