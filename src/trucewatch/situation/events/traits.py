"""What two claims share or don't, as arrays over all pairs of some claims with others."""

import numpy as np

from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation.events.arrays import KINDS, Arrays, Flags, Members, Numbers
from trucewatch.situation.events.kinds import Likeness, likeness
from trucewatch.situation.events.points import Trait

SHORT_RANGE = 7
OLD_DAYS, LASTING_DAYS = 10, 60
"""Days up to which a range says something; and up to which after an event a report without a day may mean it,
where one claim has a day, and where it lasts."""

FEW = 3
"""Dead from which a count that both give says something."""

FAR = 2
"""A count that is more than so many times another's is far from it."""

REPORTS_APART = 5
"""Days between two reports from which more days change nothing."""


Values = Flags | Numbers


def traits(table: Arrays, rows: slice) -> dict[Trait, Values]:
    """Each trait of some claims with each other and all that follow, 1 or a number where it holds."""
    return {
        **_kinds(table, rows),
        **_days(table, rows),
        **_sides(table, rows),
        **_figures(table, rows),
        Trait.REPORTS_DAYS_APART: np.minimum(
            np.abs(table.published[rows, None] - table.published[None, rows.start :]), REPORTS_APART
        ),
    }


def ruled_out(table: Arrays, rows: slice) -> Flags:
    """Pairs that can't be one event: strange kinds, days apart, and two events that one report tells.

    Shape: claims of one report tell two events by one voice, or where none of them denies the other
    """
    one_report = table.report[rows, None] == table.report[None, rows.start :]
    one_voice = table.teller[rows, None] == table.teller[None, rows.start :]
    alike = table.denied[rows, None] == table.denied[None, rows.start :]
    strange = _LIKE[Likeness.STRANGE][table.kind[rows, None], table.kind[None, rows.start :]]
    gap, both, one, lasting = _time(table, rows)
    far = (gap > np.where(one, OLD_DAYS, 1)) & (both | ~lasting)
    out: Flags = (one_report & (one_voice | alike)) | strange | far
    return out


def _kinds(table: Arrays, rows: slice) -> dict[Trait, Values]:
    mine, others = table.kind[rows, None], table.kind[None, rows.start :]
    same = mine == others
    return {
        Trait.SAME_KIND: same,
        Trait.KIN_KIND: _LIKE[Likeness.KIN][mine, others],
        Trait.RARE_KIND: same & table.rare[rows, None],
        Trait.LASTING_KIND: same & table.lasting[rows, None],
    }


def _days(table: Arrays, rows: slice) -> dict[Trait, Values]:
    """At most one trait of each pair's days; none for what can't be one event, and for two long ranges."""
    gap, both, one, lasting = _time(table, rows)
    together = gap <= 0
    length = table.last - table.first + 1
    short = np.maximum(length[rows, None], length[None, rows.start :]) <= SHORT_RANGE
    exact = table.exact[rows, None] & table.exact[None, rows.start :]
    near = ~both & ~together & (lasting | (gap == 1))
    return {
        Trait.ONE_DAY: both & together & exact,
        Trait.IN_RANGE: both & together & ~exact & short,
        Trait.NEXT_DAY: both & (gap == 1),
        Trait.NO_DAYS: ~both & ~one & together,
        Trait.ONE_DATED: one & together,
        Trait.NEAR_NEWS: near,
        Trait.OLD_NEWS: one & ~together & ~near & (gap <= OLD_DAYS),
    }


def _time(table: Arrays, rows: slice) -> tuple[Numbers, Flags, Flags, Flags]:
    """Days between, whether both or just one is dated, and whether both are of a kind told of for so long."""
    gap = np.maximum(
        table.first[None, rows.start :] - table.last[rows, None],
        table.first[rows, None] - table.last[None, rows.start :],
    )
    both = table.dated[rows, None] & table.dated[None, rows.start :]
    one = table.dated[rows, None] ^ table.dated[None, rows.start :]
    lasting = table.lasting[rows, None] & table.lasting[None, rows.start :] & (gap <= LASTING_DAYS)
    return gap, both, one, lasting


def _sides(table: Arrays, rows: slice) -> dict[Trait, Values]:
    actors, targets = table.actors, table.targets
    sides = np.maximum(actors, targets)
    clash = KINDS[IncidentKind.CLASH]
    fight: Flags = (table.kind[rows, None] == clash) | (table.kind[None, rows.start :] == clash)
    acted = _shared(actors, rows) & ~fight
    turned: Flags = (actors[rows] @ targets[rows.start :].T + targets[rows] @ actors[rows.start :].T) > 0
    turned &= ~acted & ~fight
    fought = fight & _shared(sides, rows)
    return {
        Trait.ACTOR: acted,
        Trait.TURNED_ROUND: turned,
        Trait.OTHER_ACTOR: _both(actors, rows) & ~acted & ~turned & ~fight,
        Trait.TARGET: _shared(targets, rows) & ~turned & ~fight,
        Trait.FOUGHT: fought,
        Trait.BOTH_FOUGHT: fought & (sides[rows] @ sides[rows.start :].T > 1),
        Trait.OTHERS_FOUGHT: fight & _both(sides, rows) & ~fought,
    }


def _figures(table: Arrays, rows: slice) -> dict[Trait, Values]:
    unlike = _both(table.tolls, rows) & ~_shared(table.tolls, rows)
    least = np.maximum(table.least[rows, None], table.least[None, rows.start :])
    most = np.minimum(table.most[rows, None], table.most[None, rows.start :])
    return {
        Trait.FIGURE: _shared(table.tolls * table.large, rows),
        Trait.OTHER_FIGURE: unlike,
        Trait.FAR_FIGURE: unlike & (least > FAR * most),
    }


def _shared(members: Members, rows: slice) -> Flags:
    shared: Flags = members[rows] @ members[rows.start :].T > 0
    return shared


def _both(members: Members, rows: slice) -> Flags:
    """Whether both have any."""
    known = members.max(axis=1, initial=0) > 0
    both: Flags = known[rows, None] & known[None, rows.start :]
    return both


_LIKE: dict[Likeness, Flags] = {
    like: np.array([[likeness(one, other) is like for other in IncidentKind] for one in IncidentKind])
    for like in Likeness
}
