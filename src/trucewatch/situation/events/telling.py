"""Which incident of its report a count is told with: by words, place, day and sides."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from trucewatch.records.claim import Casualty, Incident
from trucewatch.records.vocabulary import IncidentKind, Scope
from trucewatch.situation.days import days
from trucewatch.situation.nearness import Nearness, nearness
from trucewatch.situation.sides import named
from trucewatch.situation.told import Told, by_report

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


def counted_with(incidents: Iterable[Told], counts: Iterable[Told]) -> dict[int, int]:
    """For each count of a reported event the incident of its report, by ranks; none where none fits."""
    here = dict(by_report(incidents))
    found: dict[int, int] = {}
    for doc_id, own in by_report(counts):
        linked = {told.rank: best for told in own if (best := _best(told, here.get(doc_id, ()))) is not None}
        found |= {rank: linked[rank] for rank in linked if rank not in _of_several(own, linked)}
    return found


def _of_several(counts: Iterable[Told], linked: Mapping[int, int]) -> set[int]:
    """Counts without a place that are the sum of counts of two incidents: totals, which are of neither."""
    groups: dict[tuple[object, ...], list[tuple[Told, int]]] = {}
    for told in counts:
        payload = told.claim.payload
        if told.rank in linked and isinstance(payload, Casualty):
            groups.setdefault((payload.effect, payload.victims), []).append((told, payload.quantity.low))
    found: set[int] = set()
    for own in groups.values():
        sums = {
            low + other_low
            for (one, low), (other, other_low) in combinations(own, 2)
            if linked[one.rank] != linked[other.rank] and one.claim.where and other.claim.where
        }
        found |= {told.rank for told, low in own if told.claim.where is None and low in sums}
    return found


def _best(told: Told, incidents: Sequence[Told]) -> int | None:
    """The incident that a count of the reported events fits best, the first told of equals."""
    casualty = told.claim.payload
    if not isinstance(casualty, Casualty) or casualty.scope is not Scope.INCIDENT:
        return None
    scored = [
        (points, -incident.rank)
        for incident in incidents
        if (points := _points(told, casualty, incident)) > 0
    ]
    return -max(scored)[1] if scored else None


def _points(told: Told, casualty: Casualty, incident: Told) -> float:
    """How well a count fits an incident; 0 where place, day or sides rule it out."""
    payload = incident.claim.payload
    if not isinstance(payload, Incident) or incident.denied:
        return 0.0
    near = nearness(told.claim.where, incident.claim.where)
    own, others = days(told.claim.when, told.told_on), days(incident.claim.when, incident.told_on)
    gap = own.gap(others) if own and others else None
    if near is Nearness.APART or (gap is not None and gap > 0):
        return 0.0
    sides = side_points(
        named(casualty.side),
        named(casualty.blamed),
        named(payload.actor),
        others=named(payload.target),
        kind=payload.kind,
    )
    if sides is None:
        return 0.0
    words = word_points(told, incident)
    points = words + _place_points(told, incident, near) + sides + (AGREES if gap == 0 else 0.0)
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
