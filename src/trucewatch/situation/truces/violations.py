"""What is said to have broken a truce, and, apart from it, events that would break it if they were so."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trucewatch.records.claim import Incident, Polarity
from trucewatch.records.event import Event
from trucewatch.records.truce import Held, Violation
from trucewatch.records.values import DatePrecision, Place
from trucewatch.records.vocabulary import TruceState
from trucewatch.situation.days import day_of
from trucewatch.situation.events.kinds import NOT_VIOLENT
from trucewatch.situation.events.telling import OVERLAP, word_points
from trucewatch.situation.nearness import Nearness, nearness
from trucewatch.situation.told import Told, claimants, ids
from trucewatch.situation.truces.mention import step_of

TO_THE_DAY = frozenset({DatePrecision.DAY, DatePrecision.PART_OF_DAY})


def claimed(
    steps: Iterable[Told], incidents: Mapping[str, Sequence[Told]], events: Mapping[str, Event]
) -> tuple[Violation, ...]:
    """Breaches that somebody claims, by day and event; denials of any breach of that day beside them.

    `incidents` are the incident claims by report, `events` the events by the ids of their claims.
    """
    found: dict[tuple[date | None, str | None], list[Told]] = {}
    denied: list[Told] = []
    for step in steps:
        if step_of(step).state is not TruceState.VIOLATED:
            continue
        if step.claim.polarity is Polarity.DENIED:
            denied.append(step)
            continue
        event = _told_with(step, incidents.get(step.report.doc_id, ()), events)
        found.setdefault((day_of(step.claim), event.id if event else None), []).append(step)
    by_id = {event.id: event for event in events.values()}
    return tuple(
        _claimed(told, on, by_id.get(name) if name else None, denied)
        for (on, name), told in sorted(
            found.items(), key=lambda item: (item[0][0] or date.max, item[1][0].rank)
        )
    )


def possible(
    events: Iterable[Event], held: Held | None, where: Place | None, parties: frozenset[str]
) -> tuple[Violation, ...]:
    """Events after the day on which a truce took effect, while it ran, in its place, by or on its parties.

    Shape: derived; only violent events of a known day, by a party or by nobody named. The very day of
           taking effect is left out: what came first that day is not told
    """
    if held is None:
        return ()
    return tuple(
        Violation(
            claims=event.claims,
            derived=True,
            on=event.when.start if event.when else None,
            where=event.place_words,
            blamed=event.actors,
            by=tuple(sorted({account.by for account in event.accounts if not account.denied})),
            denied_by=event.denied_by,
            event=event.id,
        )
        for event in events
        if _is_inside(event, held, where, parties)
    )


def _is_inside(event: Event, held: Held, where: Place | None, parties: frozenset[str]) -> bool:
    when = event.when
    if when is None or when.precision not in TO_THE_DAY or event.kind in NOT_VIOLENT:
        return False
    on = when.end or when.start
    if on is None or on <= held.since or (held.until is not None and on > held.until):
        return False
    if event.actors and parties and parties.isdisjoint((*event.actors, *event.targets)):
        return False
    return all(account.denied for account in event.accounts) is False and (
        nearness(event.where, where) is not Nearness.APART
    )


def _claimed(told: Sequence[Told], on: date | None, event: Event | None, denied: Iterable[Told]) -> Violation:
    against = [one for one in denied if on is None or day_of(one.claim) in {None, on}]
    deniers = {*claimants(against), *(event.denied_by if event else ())}
    return Violation(
        claims=ids((*told, *against)),
        derived=False,
        on=on,
        where=event.place_words if event else None,
        blamed=event.actors if event else (),
        by=claimants(told),
        denied_by=tuple(sorted(deniers)),
        event=event.id if event else None,
    )


def _told_with(step: Told, incidents: Iterable[Told], events: Mapping[str, Event]) -> Event | None:
    """The event that the words of a breach tell, if they tell one."""
    for incident in incidents:
        tells = isinstance(incident.claim.payload, Incident) and incident.claim.id in events
        if tells and word_points(step, incident) >= OVERLAP:
            return events[incident.claim.id]
    return None
