"""Which counts stand in one table: of one event, one period, the time since the truce, or one background."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.records.event import Event
from trucewatch.records.toll import TollKind
from trucewatch.records.truce import Held, Truce
from trucewatch.records.values import Place, PlacePrecision
from trucewatch.records.vocabulary import Scope
from trucewatch.situation.counts import Count
from trucewatch.situation.days import Days, days
from trucewatch.situation.events.telling import side_points
from trucewatch.situation.judging import Laid
from trucewatch.situation.nearness import Nearness, ground, nearness
from trucewatch.situation.told import Told

AROUND_BEGINNING = 1
"""Days by which a count's first day may differ from a truce's and still be "since the truce"."""

AT_ONE_PLACE = frozenset({Nearness.SAME, Nearness.CLOSE})


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What all counts of one table share; `about` is an event or a truce, `rest` place and days in words."""

    kind: TollKind
    about: str
    rest: str


def tables(
    counts: Sequence[Count],
    of_event: Mapping[int, str],
    events: Sequence[Event],
    current: Truce | None,
    laid: Laid,
) -> dict[Key, list[Count]]:
    """Counts by table, in the order of their first figure; a person's merges and splits go first."""
    by_day = _events_by_day(events)
    keys = {count.told.rank: _key(count, of_event.get(count.told.rank), by_day, current) for count in counts}
    _by_day_told(keys, counts)
    _same_figures(keys, counts)
    _as_judged(keys, counts, laid)
    found: dict[Key, list[Count]] = {}
    for count in counts:
        found.setdefault(keys[count.told.rank], []).append(count)
    return found


def _key(
    count: Count, event: str | None, by_day: Mapping[int, Sequence[Event]], current: Truce | None
) -> Key:
    if count.scope is Scope.BACKGROUND:
        return Key(TollKind.BACKGROUND, "", _span(count))
    if count.scope is Scope.PERIOD:
        return _period(count, current)
    event = event or _event_elsewhere(count, by_day)
    if event is not None:
        return Key(TollKind.INCIDENT, event, "")
    town = _town(count.told) or f"in story {count.told.report.story}"
    return Key(TollKind.INCIDENT, "", f"{town} {_span(count)}")


def _period(count: Count, current: Truce | None) -> Key:
    """A running total grows at its end: what it is told by is its first day and its ground."""
    when = count.days
    if when is None:
        return Key(TollKind.PERIOD, "", _town(count.told))
    if current is not None and current.held is not None and _is_since(when, current.held):
        return Key(TollKind.SINCE_TRUCE, current.id, "")
    return Key(TollKind.PERIOD, "", f"{_town(count.told)} {date.fromordinal(when.first)}")


def _is_since(when: Days, held: Held) -> bool:
    return (
        abs(when.first - held.since.toordinal()) <= AROUND_BEGINNING and when.last >= held.since.toordinal()
    )


def _span(count: Count) -> str:
    """Days in words; counts without days are kept apart by story."""
    when = count.days
    if when is None:
        return f"in story {count.told.report.story}"
    return f"{date.fromordinal(when.first)}/{date.fromordinal(when.last)}"


def _town(told: Told) -> str:
    """The ground of a count, "" for a country or nowhere named: such totals are of the whole conflict."""
    where = told.claim.where
    if isinstance(where, Place) and where.precision >= PlacePrecision.LARGER:
        return ""
    return ground(where)


def _by_day_told(keys: dict[int, Key], counts: Iterable[Count]) -> None:
    """Counts of one event that name different days have a table for each day: none revises another."""
    dated: dict[Key, dict[int, str]] = {}
    for count in counts:
        key = keys[count.told.rank]
        if key.kind is TollKind.INCIDENT and key.about and count.days is not None and count.days.exact:
            dated.setdefault(key, {})[count.told.rank] = str(date.fromordinal(count.days.last))
    for key, told in dated.items():
        if len(set(told.values())) > 1:
            for rank, day in told.items():
                keys[rank] = Key(key.kind, key.about, day)


def _same_figures(keys: dict[int, Key], counts: Iterable[Count]) -> None:
    """A named source's figure for the same days, told of no event by several reports, is of one table."""
    found: dict[tuple[object, ...], Key] = {}
    for count in counts:
        key = keys[count.told.rank]
        if key.kind is TollKind.INCIDENT and not key.about and count.days is not None and count.told.is_named:
            said = (count.told.by, count.kind, count.bounds, count.days, _town(count.told))
            if found.setdefault(said, key) != key:
                _move(keys, key, found[said])


def _events_by_day(events: Iterable[Event]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = {}
    for event in events:
        when = event.when and (event.when.end or event.when.start)
        if when and isinstance(event.where, Place):
            found.setdefault(when.toordinal(), []).append(event)
    return found


def _event_elsewhere(count: Count, by_day: Mapping[int, Sequence[Event]]) -> str | None:
    """The one event of that day and place that other reports tell, where the own tells none."""
    where, when = count.told.claim.where, count.days
    if (
        when is None
        or not when.exact
        or not isinstance(where, Place)
        or where.precision > PlacePrecision.NEAR
    ):
        return None
    there = [
        event.id
        for event in by_day.get(when.last, ())
        if nearness(where, event.where) in AT_ONE_PLACE and _fits(count, event)
    ]
    return there[0] if len(there) == 1 else None


def _is_of_day(count: Count, event: Event) -> bool:
    """Whether a count's days allow it to be of an event, which other reports may date."""
    known = days(event.when, count.told.told_on)
    if count.days is None or known is None or not (count.days.exact and known.exact):
        return True
    return count.days.gap(known) == 0


def _fits(count: Count, event: Event) -> bool:
    victims, *_ = count.kind
    points = side_points(victims, count.blamed, event.actors, others=event.targets, kind=event.kind)
    return points is not None


def _as_judged(keys: dict[int, Key], counts: Iterable[Count], laid: Laid) -> None:
    if not laid.pairs:
        return
    ranks = {count.told.claim.id: count.told.rank for count in counts}
    for (one, other), same in laid.pairs.items():
        if one in ranks and other in ranks:
            first, second = sorted((ranks[one], ranks[other]))
            if same:
                _move(keys, keys[second], keys[first])
            elif keys[first] == keys[second]:
                keys[second] = Key(keys[second].kind, "", f"parted {one if ranks[one] == second else other}")


def _move(keys: dict[int, Key], gone: Key, kept: Key) -> None:
    for rank, key in keys.items():
        if key == gone:
            keys[rank] = kept
