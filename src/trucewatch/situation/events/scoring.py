"""Whether two claims tell of one event: points for kind, place, day, sides, figures; what rules it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.records.event import Sameness
from trucewatch.situation.events.arrays import Arrays, Flags, arrays
from trucewatch.situation.events.placing import PLACE_TRAITS, SURE, place_traits
from trucewatch.situation.events.points import EVEN, POINTS, SAME_FROM, UNSURE_FROM, Trait
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.events.traits import FEW, ruled_out, traits

RULED_OUT = -100.0
"""Points of what can't be one event."""

ROWS = 128
"""Claims that are compared with all that follow in one go, so that many claims need little memory."""

Points = NDArray[np.float64]

PLACES: Points = np.array([*(POINTS[trait] for trait in PLACE_TRAITS), RULED_OUT])
"""Points by the number of a pair's places."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two claims are to each other, and the points behind it."""

    sameness: Sameness
    points: float


def verdicts(signs: Sequence[Signature]) -> dict[tuple[int, int], Verdict]:
    """Verdicts on all pairs of claims that may be of one event, by their numbers; all others are DIFFERENT.

    Shape: DIFFERENT where kinds, places or days rule it out, and for two claims of one report, in which
           each event is told once, unless different voices tell it and one denies. At most UNSURE without a
           place or a figure that both share: what happens daily somewhere is no sign of one event
    """
    if not signs:
        return {}
    table = arrays(signs, large_from=FEW)
    found: dict[tuple[int, int], Verdict] = {}
    for start in range(0, len(signs), ROWS):
        found |= _verdicts(table, slice(start, start + ROWS))
    return found


def _verdicts(table: Arrays, rows: slice) -> Iterator[tuple[tuple[int, int], Verdict]]:
    """Verdicts on some claims with each other and all that follow."""
    known = traits(table, rows)
    points = np.full((len(table.kind[rows]), len(table.kind) - rows.start), EVEN)
    for trait, value in known.items():
        points += POINTS[trait] * value
    points[ruled_out(table, rows)] = RULED_OUT
    points[np.tril_indices(len(points), 0, points.shape[1])] = RULED_OUT
    worth: Flags = points >= UNSURE_FROM - PLACES.max()
    places = place_traits(table, rows, worth)
    points += PLACES[places]
    sure = (places < SURE) | known[Trait.FIGURE].astype(np.bool_)
    for row, column in zip(*(at.tolist() for at in np.nonzero(worth & (points >= UNSURE_FROM))), strict=True):
        total = float(points[row, column])
        same = sure[row, column] and total >= SAME_FROM
        yield (
            (row + rows.start, column + rows.start),
            Verdict(Sameness.SAME if same else Sameness.UNSURE, total),
        )
