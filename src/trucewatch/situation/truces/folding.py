"""All truces of a conflict from its claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.records.claim import Incident, Modality, Said, TruceStep
from trucewatch.records.entry import Conflict
from trucewatch.records.event import Event
from trucewatch.records.truce import Standing, Truce
from trucewatch.records.values import Place
from trucewatch.records.vocabulary import TruceStatus
from trucewatch.situation.judging import Laid
from trucewatch.situation.told import Told, by_report, ids
from trucewatch.situation.truces.identity import truces_told
from trucewatch.situation.truces.mention import Mention, mentions
from trucewatch.situation.truces.standing import are_contested, standings, status
from trucewatch.situation.truces.transitions import endings, held, transitions
from trucewatch.situation.truces.violations import claimed, possible

DYAD = 2
"""Parties of a conflict of which both are those of a truce for which nobody names any."""


UNMADE = frozenset({TruceStatus.UNKNOWN, TruceStatus.PROPOSED})
"""Where truces stand that are shown after all others."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a truce is seen against: its conflict and day, who declined to comment, incidents and events."""

    conflict: Conflict
    day: date
    declined: Mapping[str, Sequence[Told]]
    incidents: Mapping[str, Sequence[Told]]
    events: Sequence[Event]
    by_claim: Mapping[str, Event]


def truces(
    told: Sequence[Told], laid: Laid, conflict: Conflict, day: date, events: Sequence[Event]
) -> tuple[Truce, ...]:
    """Truces, the one made last first; of those without a day the one told of last.

    Those only called for or proposed, or of which nobody says where they stand, come after all others.
    """
    around = Around(
        conflict,
        day,
        dict(by_report(one for one in told if _is_refusal(one))),
        dict(by_report(one for one in told if isinstance(one.claim.payload, Incident))),
        events,
        {claim: event for event in events for claim in event.claims},
    )
    steps = [one for one in told if isinstance(one.claim.payload, TruceStep)]
    found = [_truce(group, around) for group in truces_told(mentions(steps, laid), laid)]
    return tuple(truce for _, truce in sorted(found, key=lambda pair: pair[0], reverse=True))


def _truce(group: Sequence[Mention], around: Around) -> tuple[tuple[bool, date, date, int], Truce]:
    """A truce with what it is sorted by."""
    steps = sorted((step for mention in group for step in mention.steps), key=lambda one: one.rank)
    parties = _without_brokers(group)
    places = [mention.where for mention in group if mention.where is not None]
    where = min(places, key=lambda place: place.precision) if places else None
    days = [mention.first for mention in group if mention.first is not None]
    first = date.fromordinal(min(days)) if days else None
    brokers = tuple(sorted({name for mention in group for name in mention.brokers}))
    told = transitions(steps)
    stand = standings(steps, _declining(group, parties, around), around.day)
    ran = held(steps, around.day)
    sides = parties or frozenset(around.conflict.parties)
    awaited = parties or (sides if len(sides) == DYAD else frozenset())
    truce = Truce(
        claims=ids(steps),
        id=ids(steps)[0],
        label=_label(sorted(parties), brokers, where, first),
        parties=tuple(sorted(parties)),
        brokers=brokers,
        where=where,
        first_on=first,
        status=status(stand),
        contested=are_contested(stand),
        standings=stand,
        transitions=told,
        endings=endings(told),
        violations=(
            *claimed(steps, around.incidents, around.by_claim),
            *possible(around.events, ran, where, sides),
        ),
        held=ran,
        unheard=_unheard(awaited, stand),
    )
    stands = truce.contested or truce.status not in UNMADE
    return (stands, first or steps[-1].told_on, steps[-1].told_on, -steps[0].rank), truce


def _without_brokers(group: Sequence[Mention]) -> frozenset[str]:
    """The parties named; a broker is one only where fewer than two others are."""
    named = frozenset(name for mention in group for name in mention.parties)
    others = named - {name for mention in group for name in mention.brokers}
    return others if len(others) >= DYAD else named


def _declining(group: Iterable[Mention], parties: frozenset[str], around: Around) -> list[Told]:
    """Refusals to comment by the truce's sides, in reports that tell of the truce."""
    sides = parties or frozenset(around.conflict.parties)
    reports = dict.fromkeys(mention.doc_id for mention in group)
    return [one for doc_id in reports for one in around.declined.get(doc_id, ()) if one.by.side in sides]


def _unheard(sides: Iterable[str], stand: Iterable[Standing]) -> tuple[str, ...]:
    heard = {one.by.side for one in stand}
    return tuple(sorted(side for side in sides if side not in heard))


def _label(parties: Sequence[str], brokers: Sequence[str], where: Place | None, first: date | None) -> str:
    """A short name.

    Example: "Russia-brokered cease-fire of 2022-09-14", "Armenia-Azerbaijan cease-fire"
    """
    who = f"{' and '.join(brokers)}-brokered " if brokers else f"{'-'.join(parties)} " if parties else ""
    at = f" in {where.name}" if where and not parties else ""
    return f"{who}cease-fire{at}" + (f" of {first}" if first else "")


def _is_refusal(told: Told) -> bool:
    return isinstance(told.claim.payload, Said) and told.claim.modality is Modality.UNSAID
