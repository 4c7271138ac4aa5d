"""Which kinds of events two reports may mean by one."""

from enum import StrEnum

from trucewatch.records.vocabulary import IncidentKind


class Likeness(StrEnum):
    """What two kinds are to each other."""

    SAME = "same"
    KIN = "kin"
    ANY = "any"
    STRANGE = "strange"


GROUPS = {
    "fire": {IncidentKind.SHELLING, IncidentKind.AIR_STRIKE, IncidentKind.CHEMICAL_ATTACK},
    "blast": {IncidentKind.BOMBING, IncidentKind.GROUND_ATTACK, IncidentKind.SHELLING},
    "fight": {IncidentKind.CLASH, IncidentKind.GROUND_ATTACK, IncidentKind.TERRITORY_TAKEN},
    "ground": {IncidentKind.TERRITORY_TAKEN, IncidentKind.TROOP_MOVEMENT, IncidentKind.SIEGE},
    "killing": {IncidentKind.EXECUTION, IncidentKind.GROUND_ATTACK},
    "taking": {IncidentKind.ABDUCTION, IncidentKind.ARREST},
    "protest": {IncidentKind.PROTEST},
}
"""Kinds that one event is told as by different reports: one's clash is another's ground attack."""

GROUPS_OF = {
    kind: frozenset(group for group, kinds in GROUPS.items() if kind in kinds) or frozenset(GROUPS)
    for kind in IncidentKind
}
"""The groups of each kind; a kind of no group ("other") may be of any."""

LASTING = frozenset({IncidentKind.SIEGE, IncidentKind.TROOP_MOVEMENT, IncidentKind.TERRITORY_TAKEN})
"""Kinds that reports tell of for weeks: where one gives no day, it may mean a day long before it."""

RARE = frozenset(
    {
        IncidentKind.EXECUTION,
        IncidentKind.SIEGE,
        IncidentKind.ABDUCTION,
        IncidentKind.ARREST,
        IncidentKind.PROTEST,
        IncidentKind.CHEMICAL_ATTACK,
    }
)
"""Kinds of which the reports written for this project tell less than once in twenty events."""

NOT_VIOLENT = frozenset({IncidentKind.PROTEST, IncidentKind.ARREST})
"""Kinds that break no truce."""


def likeness(one: IncidentKind, other: IncidentKind) -> Likeness:
    """Whether two kinds may be one event's."""
    if one is other:
        return Likeness.SAME
    if IncidentKind.OTHER in {one, other}:
        return Likeness.ANY
    return Likeness.KIN if GROUPS_OF[one] & GROUPS_OF[other] else Likeness.STRANGE
