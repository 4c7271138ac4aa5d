"""Whether two claims tell of one event: points for kind, place, day, sides, figures; what rules it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.records.event import Sameness
from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation.events.arrays import KINDS, Arrays, Flags, Members, arrays
from trucewatch.situation.events.kinds import Likeness, likeness
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.nearness import Nearness, nearness

SAME_FROM = 5.8
UNSURE_FROM = 2.5
LIKELY_FROM = 4.5
"""Points from which two claims tell of one event; from which they may; from which they do where each is the
only one like it in its report. Chosen on pairs of the corpus."""

KIND = {Likeness.SAME: 2.0, Likeness.KIN: 1.0, Likeness.ANY: 0.0}
RARE_KIND = 1.0
PLACE = {Nearness.SAME: 3.0, Nearness.CLOSE: 1.5, Nearness.INSIDE: 0.5, Nearness.UNKNOWN: 0.0}

ONE_DAY, NEXT_DAY = 2.0, -2.0
IN_RANGE = 1.0
SHORT_RANGE = 7
IN_THE_NEWS, OLD_NEWS = 0.7, -1.0
OLD_DAYS, LASTING_DAYS = 10, 60
"""Points for one day, for the day after, for days inside a short range, for no day told: in the news of that
time, and in reports of up to so many days later; what lasts is told of for longer."""

ACTOR, OTHER_ACTOR, TARGET = 1.5, -2.0, 0.7
TURNED_ROUND = -3.0
"""Points for one actor, for another, for one target, and where one's actor is the other's target."""

FIGURE, OTHER_FIGURE = 1.5, -0.5
FEW = 3
"""Points for one exact count of dead, from this many, and for counts of which none agrees."""

RULED_OUT = -100.0
"""Points of what can't be one event."""

ROWS = 128
"""Claims that are compared with all that follow in one go, so that many claims need little memory."""

Points = NDArray[np.float64]


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
    figures = _figure_points(table, rows)
    points = _kind_points(table, rows) + _day_points(table, rows) + _side_points(table, rows) + figures
    points[_told_apart(table, rows)] = RULED_OUT
    points[np.tril_indices(len(points), 0, points.shape[1])] = RULED_OUT
    worth = points >= UNSURE_FROM - max(PLACE.values())
    placed, sure = _place_points(table, rows, worth)
    points += placed
    sure |= figures > 0
    for row, column in zip(*(at.tolist() for at in np.nonzero(worth & (points >= UNSURE_FROM))), strict=True):
        total = float(points[row, column])
        same = sure[row, column] and total >= SAME_FROM
        yield (
            (row + rows.start, column + rows.start),
            Verdict(Sameness.SAME if same else Sameness.UNSURE, total),
        )


def _place_points(table: Arrays, rows: slice, worth: Flags) -> tuple[Points, Flags]:
    """Points for places, and whether they are one; two places are looked at once, where it is worth it."""
    count = len(table.places)
    pairs = table.place[rows, None] * count + table.place[None, rows.start :]
    points = np.zeros(count * count)
    sure = np.zeros(count * count, dtype=np.bool_)
    for pair in np.unique(pairs[worth]).tolist():
        near = nearness(table.places[pair // count], table.places[pair % count])
        points[pair] = PLACE.get(near, RULED_OUT)
        sure[pair] = near in {Nearness.SAME, Nearness.CLOSE}
    return points[pairs], sure[pairs]


def _told_apart(table: Arrays, rows: slice) -> Flags:
    """Two claims of one report that tell two events: by one voice, or none of them denying the other."""
    one_report = table.report[rows, None] == table.report[None, rows.start :]
    one_voice = table.teller[rows, None] == table.teller[None, rows.start :]
    alike = table.denied[rows, None] == table.denied[None, rows.start :]
    apart: Flags = one_report & (one_voice | alike)
    return apart


def _kind_points(table: Arrays, rows: slice) -> Points:
    points: Points = _KIND_POINTS[table.kind[rows, None], table.kind[None, rows.start :]]
    rare: Flags = (table.kind[rows, None] == table.kind[None, rows.start :]) & table.rare[rows, None]
    total: Points = points + RARE_KIND * rare
    return total


def _day_points(table: Arrays, rows: slice) -> Points:
    gap = np.maximum(
        table.first[None, rows.start :] - table.last[rows, None],
        table.first[rows, None] - table.last[None, rows.start :],
    )
    gap = np.maximum(gap, 0)
    length = table.last - table.first + 1
    short = np.maximum(length[rows, None], length[None, rows.start :]) <= SHORT_RANGE
    exact = table.exact[rows, None] & table.exact[None, rows.start :]
    on_one = np.where(exact, ONE_DAY, np.where(short, IN_RANGE, 0.0))
    dated = np.where(gap == 0, on_one, np.where(gap == 1, NEXT_DAY, RULED_OUT))
    lasting = table.lasting[rows, None] & table.lasting[None, rows.start :] & (gap <= LASTING_DAYS)
    old = np.where(
        (gap <= OLD_DAYS) & (table.dated[rows, None] ^ table.dated[None, rows.start :]), OLD_NEWS, RULED_OUT
    )
    news = np.where(gap == 0, IN_THE_NEWS, np.where(lasting | (gap <= 1), 0.0, old))
    return np.where(table.dated[rows, None] & table.dated[None, rows.start :], dated, news)


def _side_points(table: Arrays, rows: slice) -> Points:
    actors, targets = table.actors, table.targets
    sides = np.maximum(actors, targets)
    target = TARGET * _shared(targets[rows], targets[rows.start :])
    turned = _shared(actors[rows], targets[rows.start :]) | _shared(targets[rows], actors[rows.start :])
    other = target + OTHER_ACTOR * _both(actors[rows], actors[rows.start :])
    acted = np.where(
        _shared(actors[rows], actors[rows.start :]), ACTOR + target, np.where(turned, TURNED_ROUND, other)
    )
    fought = np.where(
        _shared(sides[rows], sides[rows.start :]),
        ACTOR,
        OTHER_ACTOR * _both(sides[rows], sides[rows.start :]),
    )
    clash = KINDS[IncidentKind.CLASH]
    is_clash: Flags = (table.kind[rows, None] == clash) | (table.kind[None, rows.start :] == clash)
    return np.where(is_clash, fought, acted)


def _figure_points(table: Arrays, rows: slice) -> Points:
    large = table.tolls * table.large
    unlike = _both(table.tolls[rows], table.tolls[rows.start :]) & ~_shared(
        table.tolls[rows], table.tolls[rows.start :]
    )
    return np.where(_shared(large[rows], large[rows.start :]), FIGURE, OTHER_FIGURE * unlike)


def _shared(some: Members, others: Members) -> Flags:
    shared: Flags = some @ others.T > 0
    return shared


def _both(some: Members, others: Members) -> Flags:
    """Whether both have any."""
    own, theirs = some.max(axis=1, initial=0), others.max(axis=1, initial=0)
    both: Flags = np.minimum(own[:, None], theirs[None, :]) > 0
    return both


_KIND_POINTS: Points = np.array(
    [[KIND.get(likeness(one, other), RULED_OUT) for other in IncidentKind] for one in IncidentKind]
)
