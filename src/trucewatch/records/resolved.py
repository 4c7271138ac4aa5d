"""Words of a text with the value that they were resolved to."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from trucewatch.records.values import Unresolved

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Resolved(Generic[V_co]):
    """The value of text[start:end], or why there is none, and the rule that decided.

    Units: code points of the text, half-open.
    """

    start: int
    end: int
    value: V_co | Unresolved
    rule: str
