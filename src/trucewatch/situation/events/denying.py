"""Events that only a denial tells: laid beside the one accusation that they can be meant against."""

from collections.abc import Sequence

from trucewatch.claims.sides import fighters
from trucewatch.records.claim import Incident
from trucewatch.situation.events.kinds import Likeness, likeness
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.events.telling import word_points
from trucewatch.situation.grouping import Pair
from trucewatch.situation.judging import Laid
from trucewatch.situation.nearness import Nearness, nearness
from trucewatch.situation.told import Told

BEFORE_DAYS, AFTER_DAYS = 3, 1
"""Days by which the report of an accusation may come before that of its denial, and after it."""

POINTED_AT = frozenset({Nearness.SAME, Nearness.CLOSE, Nearness.INSIDE})
"""Places by which the denial in one report points to an accusation in another."""

Group = list[Signature]


def in_time(denial: Told, accusation: Told) -> bool:
    """Whether an accusation was told around the time of a denial."""
    return -AFTER_DAYS <= (denial.told_on - accusation.told_on).days <= BEFORE_DAYS


def blames(told: Told, side: str) -> bool:
    """Whether somebody else than a side's own speakers says that the side did it."""
    payload = told.claim.payload
    if not isinstance(payload, Incident) or told.denied or told.by.side == side:
        return False
    return side in fighters(payload.actor)


def answered(groups: Sequence[Group], laid: Laid) -> tuple[list[Group], list[Pair]]:
    """The groups with denials beside what they deny, and pairs of claims of which that is unsure, by rank.

    Shape: a group of denials by one side joins the only group that blames it, is of that time, and differs
           in nothing that both tell; in another report a place must point to it. Of several in its own
           report the only one told beside it; else none, and each may be meant
    """
    joined: dict[int, Group] = {number: list(group) for number, group in enumerate(groups)}
    unsure: list[Pair] = []
    for number, group in enumerate(groups):
        found = [other for other, some in enumerate(groups) if _may_deny(group, some, laid)]
        beside = [other for other in found if _is_beside(group, groups[other])]
        meant = beside or found
        if len(meant) == 1:
            joined[meant[0]] += joined.pop(number)
        else:
            unsure += [(group[0].told.rank, groups[other][0].told.rank) for other in found]
    ordered = (sorted(group, key=lambda sign: sign.told.rank) for group in joined.values())
    return sorted(ordered, key=lambda group: group[0].told.rank), unsure


def _may_deny(group: Group, others: Group, laid: Laid) -> bool:
    """Whether a group holds only denials, and one of them may be meant against the other group."""
    if not all(sign.told.denied and sign.told.by.side for sign in group):
        return False
    if any(laid.parts(a.told.claim.id, b.told.claim.id) for a in group for b in others):
        return False
    return any(_answers(sign, other) for sign in group for other in others)


def _answers(denial: Signature, accusation: Signature) -> bool:
    side = denial.told.by.side
    if not blames(accusation.told, side) or not in_time(denial.told, accusation.told):
        return False
    if denial.actors and side not in _actors(denial):
        return False
    if likeness(denial.kind, accusation.kind) is Likeness.STRANGE:
        return False
    if denial.dated and accusation.dated and denial.days.gap(accusation.days):
        return False
    near = nearness(denial.where, accusation.where)
    here = denial.told.report.doc_id == accusation.told.report.doc_id
    return near is not Nearness.APART and (here or near in POINTED_AT)


def _actors(sign: Signature) -> tuple[str, ...]:
    payload = sign.told.claim.payload
    return fighters(payload.actor) if isinstance(payload, Incident) else ()


def _is_beside(group: Group, others: Group) -> bool:
    return any(
        a.told.report.doc_id == b.told.report.doc_id and word_points(a.told, b.told) > 0
        for a in group
        for b in others
    )
