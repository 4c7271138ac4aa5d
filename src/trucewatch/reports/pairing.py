"""Rows of two coders brought together, one to one, by where their words stand in the article."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Stretch = tuple[int, int] | None
"""Where words stand, half-open; None where they do not stand in the text."""


class Words:
    """An article's text, in which the coders' verbatim words are looked up whatever their case."""

    def __init__(self, text: str) -> None:
        self._lower = text.lower()

    def find(self, quote: str | None, *, near: int | None = None) -> Stretch:
        """Find the place of `quote` that is nearest to `near`, the first place when `near` is None."""
        if not quote:
            return None
        places = self._places(quote.lower())
        if not places:
            return None
        start = places[0] if near is None else min(places, key=lambda place: abs(place - near))
        return start, start + len(quote)

    def _places(self, words: str) -> list[int]:
        places, place = [], self._lower.find(words)
        while place >= 0:
            places.append(place)
            place = self._lower.find(words, place + len(words))
        return places


def overlap(one: Stretch, other: Stretch) -> tuple[float, float]:
    """Measure what two stretches share, as a share of the shorter and as a share of the longer."""
    if one is None or other is None:
        return 0.0, 0.0
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    lengths = sorted((one[1] - one[0], other[1] - other[0]))
    return shared / max(1, lengths[0]), shared / max(1, lengths[1])


def pair(
    gold: Sequence[Row], coded: Sequence[Row], likeness: Callable[[Row, Row], float]
) -> list[tuple[int, int]]:
    """Bring together the numbers of rows that belong together, the likest first; likeness 0 never pairs.

    Of pairs equally alike the ones further down come first, so that a run of like rows pairs in step.
    """
    scores = ((likeness(own, other), i, j) for i, own in enumerate(gold) for j, other in enumerate(coded))
    cells = sorted((cell for cell in scores if cell[0] > 0), reverse=True)
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_coded: set[int] = set()
    for _, i, j in cells:
        if i not in taken_gold and j not in taken_coded:
            taken_gold.add(i)
            taken_coded.add(j)
            pairs.append((i, j))
    return pairs
