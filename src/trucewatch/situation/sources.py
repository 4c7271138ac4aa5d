"""How each source fares among the others: alone, contradicted, later revised."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.records.cell import Claimant
from trucewatch.records.event import Event
from trucewatch.records.situation import SourceRecord
from trucewatch.records.toll import Range, Toll, TollRow
from trucewatch.situation.tolls.ranges import disagree


@dataclass(slots=True)
class _Fare:
    """Counts of one source while they are made."""

    claims: dict[str, None] = field(default_factory=dict)
    told: int = 0
    alone: int = 0
    contradicted: int = 0
    revised: int = 0
    against: set[str] = field(default_factory=set)


def sources(tolls: Iterable[Toll], events: Iterable[Event]) -> tuple[SourceRecord, ...]:
    """A record for each claimant that counts or tells of an event, who told most first."""
    found: dict[Claimant, _Fare] = {}
    for toll in tolls:
        for row in toll.rows:
            _count(found.setdefault(row.by, _Fare()), row, toll)
    for event in events:
        for by, claims in _tellers(event):
            _account(found.setdefault(by, _Fare()), by, claims, event)
    records = [
        SourceRecord(
            claims=tuple(fare.claims),
            by=by,
            told=fare.told,
            alone=fare.alone,
            contradicted=fare.contradicted,
            revised=fare.revised,
            contradicted_by=tuple(sorted(fare.against)),
        )
        for by, fare in found.items()
    ]
    return tuple(sorted(records, key=lambda record: (-record.told, record.by)))


def _count(fare: _Fare, row: TollRow, toll: Toll) -> None:
    fare.claims |= dict.fromkeys(row.claims)
    fare.told += 1
    fare.revised += bool(row.earlier)
    others = [
        other
        for other in toll.rows
        if other.by != row.by
        and (other.side, other.effect, other.victims) == (row.side, row.effect, row.victims)
    ]
    fare.alone += _is_alone(row, toll.ranges)
    against = [
        other.by.name
        for other in others
        if other.latest.denied
        or (disagree(row.latest, other.latest) and _are_compared(row, other, toll.ranges))
    ]
    fare.contradicted += bool(against)
    fare.against.update(against)


def _is_alone(row: TollRow, ranges: Sequence[Range]) -> bool:
    return any(len(one.backing) == 1 and not set(row.latest.claims).isdisjoint(one.claims) for one in ranges)


def _are_compared(row: TollRow, other: TollRow, ranges: Iterable[Range]) -> bool:
    """Whether two figures count the same people, so that they stand in one range."""
    return any(set(one.claims).issuperset((*row.latest.claims, *other.latest.claims)) for one in ranges)


def _tellers(event: Event) -> Iterator[tuple[Claimant, tuple[str, ...]]]:
    """Everybody who tells that it was so, with their claims."""
    found: dict[Claimant, dict[str, None]] = {}
    for account in event.accounts:
        if not account.denied:
            found.setdefault(account.by, {}).update(dict.fromkeys(account.claims))
    yield from ((by, tuple(claims)) for by, claims in found.items())


def _account(fare: _Fare, by: Claimant, claims: Iterable[str], event: Event) -> None:
    fare.claims |= dict.fromkeys(claims)
    fare.told += 1
    fare.alone += event.sources == 1
    own = {name for account in event.accounts if account.by == by for name in account.actors}
    against = {denier.name for denier in event.denied_by if denier != by}
    for account in event.accounts:
        if account.by != by and own and account.actors and own.isdisjoint(account.actors):
            against.add(account.by.name)
    fare.contradicted += bool(against)
    fare.against.update(against)
