"""The section on incidents: a map, the same as a list, and who says who did it."""

from functools import partial

from trucewatch.records.event import Account, Denial, Event
from trucewatch.records.values import PlacePrecision
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.map.drawing import incident_map
from trucewatch.reports.map.pins import pins
from trucewatch.reports.phrases import EXACTNESS, day, days, many, names, spaced, who
from trucewatch.reports.sections.blocks import Block, Cell, Lines, Note, Picture, Section, Table, Words
from trucewatch.reports.sections.telling import quote, speaker, speakers, without_empty

LEGEND = (
    ("pin", "circle: a point"),
    ("pin area", "square: a district"),
    ("pin region", "diamond: a larger region"),
    ("pin contested", "hollow: contested"),
    ("reach", "ring: how inexact the place is, no border"),
)

MAP_NOTE = (
    "Base map: Natural Earth (public domain); names of towns: GeoNames (CC BY 4.0). Disputed areas are "
    "hatched with a dashed border, or marked by a dashed circle where no outline is at hand. Sources such as "
    "this give some of them to one side, Crimea among them; the map takes no position on who owns what."
)


def incident_section(dossier: Dossier) -> Section:
    """Tell of every incident, the newest first."""
    events = dossier.situation.events
    if not events:
        return Section("incidents", "Incidents", (Note("No report tells of an incident."),))
    rows = tuple(_event(dossier, event) for event in events)
    keys = tuple(f"incident-{number}" for number in range(1, len(events) + 1))
    head = ("Incident", "When and where", "Who says who did it", "Denied by", "Words")
    table = without_empty(Table("All incidents", head, rows, keys))
    return Section("incidents", "Incidents", (*_map(dossier), table, *_denials(dossier)))


def _denials(dossier: Dossier) -> tuple[Block, ...]:
    """Denials that do not say of what, with what the side is blamed for around that day."""
    rows = tuple(_denial(dossier, one) for one in dossier.situation.denials)
    head = (
        "Denies, without saying which",
        "Told",
        "Blamed around that day for (it may be none of these)",
        "Words",
    )
    return (Table("Denials that name no incident", head, rows),) if rows else ()


def _denial(dossier: Dossier, one: Denial) -> tuple[Cell, ...]:
    numbers = {event.id: number for number, event in enumerate(dossier.situation.events, 1)}
    events = dossier.situation.events
    blamed = tuple(
        Words(f"{number}. {event_line(events[number - 1])}", to=f"incident-{number}")
        for number in sorted(numbers[event] for event in one.events)
    )
    by = speaker(one.by, dossier.situation.conflict.parties)
    return (by,), (Words(day(one.told_on)),), blamed, (quote(dossier, one.claims),)


def event_line(event: Event) -> str:
    """An incident on one line.

    Example: "shelling, Khetagurovi, 9 Oct 2011"
    """
    return f"{spaced(event.kind)}, {place(event)}, {days(event.when)}"


def disputed(event: Event) -> str:
    """Why an incident counts as contested.

    Example: "denied by Nikol Pashinyan (Armenia)"
    """
    if event.denied_by:
        return "denied by " + "; ".join(map(who, event.denied_by))
    if len(event.actors) > 1:
        return f"put down to {names(event.actors)}"
    return "read as disputed; by whom is not told"


def place(event: Event) -> str:
    """Name an incident's place."""
    return event.place_words or (event.where.name if event.where else "no place told")


def _map(dossier: Dossier) -> tuple[Block, ...]:
    events = dossier.situation.events
    shown = {pin.number for pin in pins(events)}
    lines = tuple(_line(event, number, on_map=number in shown) for number, event in enumerate(events, 1))
    listed = Lines(lines, numbered=True)
    if not shown:
        return Note("No incident has a place that could be put on a map."), listed
    off = len(events) - len(shown)
    told = f"{many(len(shown), 'incident')} on a map; the list beside says the same."
    picture = Picture(
        "incident-map",
        "Where incidents are said to have been",
        told,
        partial(incident_map, events),
        LEGEND,
        listed,
    )
    more = f" {many(off, 'incident')} could not be put on the map." if off else ""
    return picture, Note(MAP_NOTE + more)


def _line(event: Event, number: int, *, on_map: bool) -> Cell:
    exact = f" ({EXACTNESS[event.where.precision]})" if event.where and on_map else " (not on the map)"
    tag = "contested" if event.contested else ""
    return (Words(event_line(event) + exact, to=f"incident-{number}", tag=tag),)


def _event(dossier: Dossier, event: Event) -> tuple[Cell, ...]:
    parties = dossier.situation.conflict.parties
    number = dossier.situation.events.index(event) + 1
    what = [Words(f"{number}. {spaced(event.kind)}", tag="contested" if event.contested else "")]
    what.append(Words(_told_by(event)))
    what += [Words("joined or parted by a person")] if event.by_person else []
    what += _maybe_same(dossier, event)
    return (
        tuple(what),
        _circumstances(event),
        tuple(_account(dossier, one) for one in event.accounts),
        speakers(event.denied_by, parties),
        tuple(quote(dossier, one.claims) for one in event.accounts),
    )


def _told_by(event: Event) -> str:
    """How many tell it, copies once, and how many of these are of neither side."""
    if not event.sources:
        return "told only as a denial"
    return f"told by {many(event.sources, 'source')}, {event.independent} of neither side"


def _circumstances(event: Event) -> Cell:
    """When, where and against whom it is said to have been."""
    targets = (Words(f"against {names(event.targets)}"),) if event.targets else ()
    return Words(days(event.when)), Words(_where(event)), *targets


def _maybe_same(dossier: Dossier, event: Event) -> list[Words]:
    numbers = {one.id: number for number, one in enumerate(dossier.situation.events, 1)}
    found = sorted({numbers[one] for one in event.unsure if one in numbers})
    return [Words("may be the same as " + ", ".join(map(str, found)))] if found else []


def _account(dossier: Dossier, one: Account) -> Words:
    by = speaker(one.by, dossier.situation.conflict.parties)
    says = "denies it" if one.denied else f"by {names(one.actors)}" if one.actors else "names nobody"
    return Words(f"{by.text}: {says}", one.claims, voice=by.voice)


def _where(event: Event) -> str:
    told = place(event)
    if event.where is None:
        return f"{told} (could not be placed)" if event.place_words else told
    exact = EXACTNESS.get(event.where.precision, EXACTNESS[PlacePrecision.LARGER])
    return f"{told} ({exact})"
