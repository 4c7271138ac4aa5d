"""What of an incident claim decides whether another one tells of the same event."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from trucewatch.claims.sides import named
from trucewatch.records.claim import Incident
from trucewatch.records.values import Place, Unresolved
from trucewatch.records.vocabulary import Effect, IncidentKind
from trucewatch.situation.counts import Count
from trucewatch.situation.days import Days, days
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


def signatures(told: Iterable[Told]) -> list[Signature]:
    """The signatures of the incident claims among those told, as yet without tolls."""
    return [_signature(one, one.claim.payload) for one in told if isinstance(one.claim.payload, Incident)]


def with_tolls(signs: Iterable[Signature], counts: Mapping[int, Iterable[Count]]) -> list[Signature]:
    """The signatures with their exact counts of dead; `counts` are those told with each, by rank."""
    return [
        replace(sign, tolls=frozenset(_dead(counts[sign.told.rank]))) if sign.told.rank in counts else sign
        for sign in signs
    ]


def _signature(told: Told, incident: Incident) -> Signature:
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
        frozenset(),
    )


def _dead(counts: Iterable[Count]) -> Iterator[int]:
    for count in counts:
        _, effect, _ = count.kind
        low, _, denied = count.bounds
        if effect is Effect.KILLED and not denied:
            yield low
