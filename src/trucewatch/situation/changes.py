"""What a day's situation says that the day before's does not."""

from collections.abc import Iterable, Iterator

from trucewatch.records.event import Event
from trucewatch.records.ground import Ground
from trucewatch.records.situation import Change, ChangeKind
from trucewatch.records.toll import Figure, Range, Toll, TollRow
from trucewatch.records.truce import Standing, Truce
from trucewatch.situation.picture import Picture

NO_COMMENT = "no comment"


def changes(before: Picture, after: Picture) -> tuple[Change, ...]:
    """Truces first, then tolls, contradictions and events.

    Shape: cells of two days are one where they share a claim; a cell none of whose claims was known
           the day before is new
    """
    known = before.claims
    return (
        *_truces(before.truces, after.truces),
        *_tolls(after.tolls, known),
        *_contradictions(before, after),
        *_events(after.events, known),
    )


def figure_words(figure: Figure, row: TollRow) -> str:
    """A figure in words.

    Example: "at least 70 killed", "24 to 30 wounded"
    """
    if figure.high is None:
        number = f"at least {figure.low:,}"
    elif figure.low == figure.high:
        number = f"{figure.low:,}"
    else:
        number = f"up to {figure.high:,}" if figure.low == 0 else f"{figure.low:,} to {figure.high:,}"
    return f"{number} {row.effect.value}"


def _truces(before: Iterable[Truce], after: Iterable[Truce]) -> Iterator[Change]:
    homes = {claim: truce for truce in before for claim in truce.claims}
    for truce in after:
        earlier = next((homes[claim] for claim in truce.claims if claim in homes), None)
        if earlier is None:
            words = truce.status.value.replace("_", " ")
            yield Change(truce.claims, ChangeKind.NEW_TRUCE, truce.label, None, None, words)
            continue
        then = {standing.by: standing for standing in earlier.standings}
        for standing in truce.standings:
            old = then.get(standing.by)
            if old is None or _state(old) != _state(standing):
                was = None if old is None else _state(old)
                yield Change(
                    standing.claims, ChangeKind.TRUCE_STATE, truce.label, standing.by, was, _state(standing)
                )
        if truce.contested and not earlier.contested:
            yield Change(
                truce.claims, ChangeKind.CONTRADICTION, truce.label, None, None, "sides differ on it"
            )


def _state(standing: Standing) -> str:
    return NO_COMMENT if standing.state is None else standing.state.value.replace("_", " ")


def _tolls(tolls: Iterable[Toll], known: frozenset[str]) -> Iterator[Change]:
    for toll in tolls:
        for row in toll.rows:
            about = f"{' and '.join(row.side)}: {toll.label}" if row.side else toll.label
            latest = figure_words(row.latest, row)
            if known.isdisjoint(row.claims):
                yield Change(row.latest.claims, ChangeKind.NEW_TOLL, about, row.by, None, latest)
            elif known.isdisjoint(row.latest.claims) and row.earlier:
                was = figure_words(row.earlier[-1], row)
                yield Change(row.latest.claims, ChangeKind.REVISED_TOLL, about, row.by, was, latest)


def _contradictions(before: Picture, after: Picture) -> Iterator[Change]:
    """What is contested now and was not."""
    then = {claim for cell in _contested(before) for claim in cell.claims}
    for cell, about in _contested(after).items():
        if then.isdisjoint(cell.claims):
            yield Change(cell.claims, ChangeKind.CONTRADICTION, about, None, None, "claimants differ")


def _contested(picture: Picture) -> dict[Range | Event | Ground, str]:
    found: dict[Range | Event | Ground, str] = {}
    for toll in picture.tolls:
        found |= {one: f"{toll.label}: {one.effect.value}" for one in toll.ranges if one.contested}
    for event in picture.events:
        if event.contested:
            found[event] = f"{event.kind.value.replace('_', ' ')}, {event.place_words or 'no place told'}"
    found |= {ground: ground.territory for ground in picture.grounds if ground.contested}
    return found


def _events(events: Iterable[Event], known: frozenset[str]) -> Iterator[Change]:
    for event in events:
        if known.isdisjoint(event.claims):
            kind = event.kind.value.replace("_", " ")
            where = event.place_words or "no place told"
            yield Change(event.claims, ChangeKind.NEW_EVENT, where, None, None, kind)
