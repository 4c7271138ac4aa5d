"""The shapes of records, told in JSON Schema as the codec writes them."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]

REFERENCE = "#/components/schemas/"
"""Where a document of the interface keeps the shapes that have names."""

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    NoneType: {"type": "null"},
}


class Shapes:
    """The named shapes that were met so far."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}
        self._kinds: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 - any annotation of a record's field
        """Give the shape of a kind of value; records and closed lists of words are named and referred to.

        Errors: TypeError on a kind that no record has, or a second one of the same name
        """
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if dataclasses.is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, Enum)):
            return self._referred(kind)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in {Union, UnionType}:
            return {"anyOf": [self.of(one) for one in arguments]}
        if origin is tuple:
            return self._sequence(arguments)
        message = f"no shape is known for {kind}"
        raise TypeError(message)

    def _referred(self, kind: Any) -> Schema:  # noqa: ANN401 - a record or a closed list of words
        name = kind.__name__
        if self._kinds.setdefault(name, kind) is not kind:
            message = f"two kinds of record are named {name}"
            raise TypeError(message)
        if name not in self.named:
            self.named[name] = {}  # so that a record that holds its own kind ends here
            self.named[name] = _words(kind) if issubclass(kind, Enum) else self._record(kind)
        return {"$ref": f"{REFERENCE}{name}"}

    def _record(self, kind: Any) -> Schema:  # noqa: ANN401 - a record
        hints = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        return {
            "type": "object",
            "description": _said(kind),
            "properties": {name: self.of(hints[name]) for name in names},
            "required": names,
            "additionalProperties": False,
        }

    def _sequence(self, kinds: tuple[Any, ...]) -> Schema:
        if kinds[-1] is Ellipsis:
            return {"type": "array", "items": self.of(kinds[0])}
        size = len(kinds)
        each = [self.of(kind) for kind in kinds]
        return {"type": "array", "prefixItems": each, "items": False, "minItems": size, "maxItems": size}


def _words(kind: type[Enum]) -> Schema:
    values = [word.value for word in kind]
    return {**_PLAIN[type(values[0])], "description": _said(kind), "enum": values}


def _said(kind: type) -> str:
    """The first sentence of what a record says of itself."""
    return (kind.__doc__ or "").strip().partition("\n")[0]
