"""Which incident of its report a count is told with: by words, place, day and sides."""

from collections.abc import Iterable, Sequence

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
"""Points for a place, a day, a side that both name."""

ENOUGH = 2.0
"""Points from which a count is taken to be of an incident."""


def counted_with(incidents: Iterable[Told], counts: Iterable[Told]) -> dict[int, int]:
    """For each count of a reported event the incident of its report, by ranks; none where none fits."""
    here = dict(by_report(incidents))
    found: dict[int, int] = {}
    for told in counts:
        payload = told.claim.payload
        if isinstance(payload, Casualty) and payload.scope is Scope.INCIDENT:
            best = _best(told, payload, here.get(told.report.doc_id, ()))
            if best is not None:
                found[told.rank] = best
    return found


def _best(told: Told, casualty: Casualty, incidents: Sequence[Told]) -> int | None:
    scored = [
        (points, -incident.rank) for incident in incidents if (points := _points(told, casualty, incident))
    ]
    return -max(scored)[1] if scored and max(scored)[0] >= ENOUGH else None


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
    sides = _side_points(casualty, payload)
    if sides is None:
        return 0.0
    return (
        word_points(told, incident)
        + (AGREES if near in {Nearness.SAME, Nearness.CLOSE} else 0.0)
        + (AGREES if gap == 0 else 0.0)
        + sides
    )


def word_points(told: Told, incident: Told) -> float:
    """Points for how close the words of two claims of one report stand."""
    one, other = told.claim.provenance.evidence, incident.claim.provenance.evidence
    far = max(one.start, other.start) - min(one.end, other.end)
    if far < 0:
        return OVERLAP
    return BESIDE if far <= BESIDE_CHARS else NEAR_BY if far <= NEAR_BY_CHARS else 0.0


def _side_points(casualty: Casualty, incident: Incident) -> float | None:
    """Points for sides that agree, None where they can't be of one event."""
    blamed, actors = set(named(casualty.blamed)), set(named(incident.actor))
    victims, targets = set(named(casualty.side)), set(named(incident.target))
    if blamed and actors and not blamed & actors:
        return None
    own_dead = victims and victims <= actors and targets and incident.kind is not IncidentKind.CLASH
    agreed = bool(blamed & actors) + bool(victims & (targets | actors))
    return 0.0 if own_dead else AGREES * agreed
