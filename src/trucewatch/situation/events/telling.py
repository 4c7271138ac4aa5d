"""Which incident of its report a count is told with: by words, place, day and sides."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from trucewatch.records.vocabulary import IncidentKind, Scope
from trucewatch.situation.counts import Count, Kind
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.nearness import Nearness, nearness
from trucewatch.situation.told import Told

OVERLAP, BESIDE, NEAR_BY = 3.0, 2.0, 1.0
BESIDE_CHARS, NEAR_BY_CHARS = 160, 400
"""Points for words that overlap, and for words so many characters apart: about a sentence, about two."""

AGREES = 1.0
SAME_WORDS = 1.0
PLACES = {Nearness.SAME: 2.0, Nearness.CLOSE: 1.0, Nearness.INSIDE: 0.0, Nearness.UNKNOWN: -1.0}
"""Points for a day or a side that both name, for a place named in the same words, and for two places told."""

COSTS_BOTH = frozenset(
    {
        IncidentKind.CLASH,
        IncidentKind.GROUND_ATTACK,
        IncidentKind.TERRITORY_TAKEN,
    }
)
"""Kinds in which those who act lose people too; the dead of any other are never the actor's own."""

ENOUGH, ENOUGH_FAR_OFF = 2.0, 4.0
"""Points from which a count is taken to be of an incident told beside it, and of one told elsewhere."""


def counted_with(signs: Iterable[Signature], counts: Iterable[Count]) -> dict[int, int]:
    """For each count of a reported event the incident of its report, by ranks; none where none fits."""
    here: dict[str, list[Signature]] = {}
    for sign in signs:
        if not sign.told.denied:
            here.setdefault(sign.told.report.doc_id, []).append(sign)
    by_report: dict[str, list[Count]] = {}
    for count in counts:
        if count.scope is Scope.INCIDENT and count.told.report.doc_id in here:
            by_report.setdefault(count.told.report.doc_id, []).append(count)
    found: dict[int, int] = {}
    for doc_id, own in by_report.items():
        linked = {count.told.rank: best for count in own if (best := _best(count, here[doc_id])) is not None}
        several = _of_several(own, linked)
        found |= {rank: incident for rank, incident in linked.items() if rank not in several}
    return found


def _of_several(counts: Iterable[Count], linked: Mapping[int, int]) -> set[int]:
    """Counts without a place that are the sum of counts of two incidents: totals, which are of neither."""
    groups: dict[Kind, list[Count]] = {}
    for count in counts:
        if count.told.rank in linked:
            groups.setdefault(count.kind, []).append(count)
    found: set[int] = set()
    for own in groups.values():
        placed = [count for count in own if count.told.claim.where]
        sums = {
            one.bounds[0] + other.bounds[0]
            for one, other in combinations(placed, 2)
            if linked[one.told.rank] != linked[other.told.rank]
        }
        found |= {count.told.rank for count in own if not count.told.claim.where and count.bounds[0] in sums}
    return found


def _best(count: Count, signs: Iterable[Signature]) -> int | None:
    """The incident that a count fits best, the first told of equals."""
    scored = [(points, -sign.told.rank) for sign in signs if (points := _points(count, sign)) > 0]
    return -max(scored)[1] if scored else None


def _points(count: Count, sign: Signature) -> float:
    """How well a count fits an incident; 0 where place, day or sides rule it out."""
    gap = count.days.gap(sign.days) if count.days and sign.dated else None
    if gap:
        return 0.0
    near = nearness(count.told.claim.where, sign.where)
    victims, *_ = count.kind
    sides = side_points(victims, count.blamed, sign.actors, others=sign.targets, kind=sign.kind)
    if near is Nearness.APART or sides is None:
        return 0.0
    words = word_points(count.told, sign.told)
    points = words + _place_points(count.told, sign.told, near) + sides + (0.0 if gap is None else AGREES)
    return points if points >= (ENOUGH if words else ENOUGH_FAR_OFF) else 0.0


def _place_points(told: Told, incident: Told, near: Nearness) -> float:
    one, other = told.claim.where, incident.claim.where
    if one is None or other is None:
        return 0.0
    return PLACES[near] + (SAME_WORDS if one.text.casefold() == other.text.casefold() else 0.0)


def word_points(told: Told, incident: Told) -> float:
    """Points for how close the words of two claims of one report stand."""
    one, other = told.claim.provenance.evidence, incident.claim.provenance.evidence
    far = max(one.start, other.start) - min(one.end, other.end)
    if far < 0:
        return OVERLAP
    return BESIDE if far <= BESIDE_CHARS else NEAR_BY if far <= NEAR_BY_CHARS else 0.0


def side_points(
    victims: Collection[str],
    blamed: Collection[str],
    actors: Collection[str],
    *,
    others: Collection[str],
    kind: IncidentKind,
) -> float | None:
    """Points for sides that agree, None where a count and an event can't be one's; `others` suffer it."""
    dead, guilty, acting = set(victims), set(blamed), set(actors)
    if guilty and acting and guilty.isdisjoint(acting):
        return None
    if dead and dead <= acting and kind not in COSTS_BOTH:
        return None
    return AGREES * (bool(guilty & acting) + bool(dead & {*others, *acting}))
