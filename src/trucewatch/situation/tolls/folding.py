"""All tolls of a conflict from its claims, background apart."""

from collections.abc import Mapping, Sequence
from datetime import date

from trucewatch.records.event import Event
from trucewatch.records.toll import Toll, TollKind
from trucewatch.records.truce import Truce
from trucewatch.records.values import Interval, Place
from trucewatch.records.vocabulary import IncidentKind, Scope
from trucewatch.situation.counts import Count
from trucewatch.situation.events.telling import COSTS_BOTH
from trucewatch.situation.judging import Laid
from trucewatch.situation.told import Told, ids
from trucewatch.situation.tolls.arithmetic import checks
from trucewatch.situation.tolls.ranges import ranges
from trucewatch.situation.tolls.rows import rows
from trucewatch.situation.tolls.tables import Key, tables

ORDER = (TollKind.SINCE_TRUCE, TollKind.PERIOD, TollKind.INCIDENT, TollKind.BACKGROUND)
"""Tables as they are shown."""


def tolls(
    counts: Sequence[Count],
    of_event: Mapping[int, str],
    events: Sequence[Event],
    current: Truce | None,
    laid: Laid,
) -> tuple[tuple[Toll, ...], tuple[Toll, ...]]:
    """Tables of the conflict's own figures, and those of earlier or other events, each newest first."""
    background: dict[str, list[Count]] = {}
    for count in counts:
        if count.scope is Scope.BACKGROUND:
            background.setdefault(count.told.report.doc_id, []).append(count)
    by_id = {event.id: event for event in events}
    found = [
        _toll(key, table, by_id.get(key.about), {} if key.kind is TollKind.BACKGROUND else background)
        for key, table in tables(counts, of_event, events, current, laid).items()
    ]
    ordered = sorted(found, key=_order)
    apart = tuple(toll for toll in ordered if toll.kind is TollKind.BACKGROUND)
    return tuple(toll for toll in ordered if toll.kind is not TollKind.BACKGROUND), apart


def _toll(
    key: Key, table: Sequence[Count], event: Event | None, background: Mapping[str, Sequence[Count]]
) -> Toll:
    own = rows(table)
    told = [count.told for count in table]
    places = [one.claim.where for one in told if isinstance(one.claim.where, Place)]
    where = event.where if event and event.where else min(places, key=lambda p: p.precision, default=None)
    when = event.when if event and event.when else _when(told)
    return Toll(
        claims=ids(told),
        id=ids(told)[0],
        kind=key.kind,
        about=key.about,
        label=_label(key.kind, event, when, _place_words(table, event, where)),
        when=when,
        where=where,
        rows=own,
        ranges=ranges(own, {one.claim.id: one.origin for one in told}, one_sided=_is_one_sided(event))
        if _is_of_one_thing(key, table)
        else (),
        checks=checks(table, background),
    )


def _is_of_one_thing(key: Key, table: Sequence[Count]) -> bool:
    """Whether all figures count the same: of an event, since a truce, or of known days and place."""
    if key.about:
        return True
    dated = all(count.days is not None for count in table)
    if key.kind is TollKind.PERIOD:
        return dated
    return key.kind is TollKind.INCIDENT and dated and all(count.told.claim.where for count in table)


def _is_one_sided(event: Event | None) -> bool:
    """Whether those who act in an event lose nobody in it."""
    return event is not None and event.kind not in {*COSTS_BOTH, IncidentKind.OTHER}


def _when(told: Sequence[Told]) -> Interval | None:
    """The days that the newest report counts over, else the newest that tells any."""
    times = [one.claim.when for one in told if isinstance(one.claim.when, Interval)]
    return times[-1] if times else None


def _label(kind: TollKind, event: Event | None, when: Interval | None, place: str | None) -> str:
    """A short name.

    Example: "air strike, Aleppo, 2016-09-24", "since 2022-09-13", "earlier or other events, 2020-01-01"
    """
    what = {
        TollKind.SINCE_TRUCE: "since the truce",
        TollKind.PERIOD: "running total",
        TollKind.BACKGROUND: "earlier or other events",
        TollKind.INCIDENT: event.kind.value.replace("_", " ") if event else "incident",
    }[kind]
    return ", ".join(part for part in (what, place, _days(when)) if part)


def _place_words(table: Sequence[Count], event: Event | None, where: Place | None) -> str | None:
    """A name for where it was: as resolved, else in the event's words, else in those of the counts."""
    if where is not None:
        return where.name
    told = (count.told.claim.where for count in table)
    return (event.place_words if event else None) or next((one.text for one in told if one), None)


def _days(when: Interval | None) -> str:
    if when is None:
        return ""
    start, end = when.start, when.end
    return f"{start} to {end}" if start and end and start != end else str(start or end or when.text)


def _order(toll: Toll) -> tuple[int, int, str]:
    when = toll.when and (toll.when.end or toll.when.start)
    return ORDER.index(toll.kind), -(when or date.min).toordinal(), toll.id
