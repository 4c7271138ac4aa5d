"""Words of a text with the value that they were resolved to."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from trucewatch.records.values import Unresolved

V = TypeVar("V", covariant=True)


@dataclass(frozen=True, slots=True)
class Resolved(Generic[V]):
    """The value of text[start:end], or why there is none, and the rule that decided.

    Units: code points of the text, half-open.
    """

    start: int
    end: int
    value: V | Unresolved
    rule: str
