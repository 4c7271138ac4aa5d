"""A truce: where it stands by side, how long it ran, what is said to have broken it."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from trucewatch.records.truce import Held, Truce, Violation
from trucewatch.records.vocabulary import TruceStatus
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reports.terminal.situation.words import claimant, claimants, named, names, on_day, state
from trucewatch.reports.terminal.tables import Records, indented, section
from trucewatch.reports.terminal.wording import NOTHING, spaced

MOST_VIOLATIONS = 6
"""Violations of a kind that are listed; the rest are counted."""


def truce_section(truces: Sequence[Truce]) -> Iterator[RenderableType]:
    """Show the newest truce with where it stands, and name the earlier ones."""
    if not truces:
        return
    newest, *others = truces
    yield section("Truce")
    yield Text(named(newest.label), style="bold")
    yield indented(*(Text(line) for line in _about(newest)))
    rows = [
        (
            claimant(one.by),
            state(one),
            on_day(one.on),
            on_day(one.told_on),
            ", ".join(map(spaced, one.earlier)) or NOTHING,
        )
        for one in newest.standings
    ]
    yield Records(("according to", "it stands at", "on", "told", "earlier"), rows, words=False)
    yield from _violations(newest.violations)
    if others:
        yield Text(f"earlier or other truces told of ({len(others)}):", style="dim")
        yield indented(*(Text(f"{named(one.label)}: {_status(one)}") for one in others))


def _about(truce: Truce) -> Iterator[str]:
    if truce.parties:
        yield f"between {names(truce.parties)}"
    yield _status(truce)
    if truce.held is not None:
        yield _held(truce.held)
    for end in truce.endings:
        yield f"{state(end)}, on {on_day(end.on)}, according to {claimants(end.by)}"
    if truce.unheard:
        yield f"not heard on it: {names(truce.unheard)}"


def _status(truce: Truce) -> str:
    if truce.contested:
        return "those who are heard on it differ"
    if truce.status is TruceStatus.UNKNOWN:
        return "nobody says where it stands"
    return f"those who are heard on it, last: {spaced(truce.status)}"


def _held(held: Held) -> str:
    days = f"{held.days} day{'' if held.days == 1 else 's'}"
    unended = f"last heard of on {on_day(held.heard_on)}, nobody says that it ended"
    end = unended if held.until is None else f"said to be over by {on_day(held.until)}"
    return f"said to run since {on_day(held.since)}; {end}; {days} (derived)"


def _violations(violations: Sequence[Violation]) -> Iterator[RenderableType]:
    claimed = [one for one in violations if not one.derived]
    possible = [one for one in violations if one.derived]
    if claimed:
        yield Text(f"violations claimed ({len(claimed)}):", style="dim")
        yield indented(*_listed(claimed))
    if possible:
        head = f"possible violations, derived, called so by nobody ({len(possible)}):"
        yield Text(head, style="dim")
        yield indented(*_listed(possible))


def _listed(violations: Sequence[Violation]) -> Iterator[Text]:
    for one in violations[:MOST_VIOLATIONS]:
        yield Text(_violation(one))
    if len(violations) > MOST_VIOLATIONS:
        yield Text(f"and {len(violations) - MOST_VIOLATIONS} more")


def _violation(one: Violation) -> str:
    where = visible(one.where) if one.where else "no place told"
    blamed = f", blamed: {names(one.blamed)}" if one.blamed else ""
    denied = f"; denied by {claimants(one.denied_by)}" if one.denied_by else ""
    return f"{on_day(one.on)}, {where}{blamed}; according to {claimants(one.by)}{denied}"
