"""What of an incident claim decides whether another one tells of the same event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.records.claim import Casualty, Incident
from trucewatch.records.values import Place, Unresolved
from trucewatch.records.vocabulary import Effect, IncidentKind
from trucewatch.situation.days import Days, days
from trucewatch.situation.sides import named
from trucewatch.situation.told import Told

NEWS_DAYS = 4
"""An event without a day is taken to lie this many days at most before its report."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One incident claim, made ready to compare; `tolls` are the exact counts of dead told with it."""

    told: Told
    kind: IncidentKind
    actors: frozenset[str]
    targets: frozenset[str]
    where: Place | Unresolved | None
    days: Days
    dated: bool
    tolls: frozenset[int]

    @property
    def sides(self) -> frozenset[str]:
        """Everybody in it, whoever acts."""
        return self.actors | self.targets


def signatures(incidents: Sequence[Told], counts: Mapping[int, Iterable[Told]]) -> list[Signature]:
    """The signatures of incident claims; `counts` are the casualty claims told with each, by rank."""
    return [
        _signature(told, told.claim.payload, counts.get(told.rank, ()))
        for told in incidents
        if isinstance(told.claim.payload, Incident)
    ]


def _signature(told: Told, incident: Incident, counts: Iterable[Told]) -> Signature:
    known = days(told.claim.when, told.told_on)
    published = told.told_on.toordinal()
    return Signature(
        told,
        incident.kind,
        frozenset(named(incident.actor)),
        frozenset(named(incident.target)),
        told.claim.where,
        known or Days(published - NEWS_DAYS, published, exact=False),
        known is not None,
        frozenset(_dead(counts)),
    )


def _dead(counts: Iterable[Told]) -> Iterable[int]:
    for told in counts:
        payload = told.claim.payload
        if isinstance(payload, Casualty) and payload.effect is Effect.KILLED and not told.denied:
            yield payload.quantity.low
