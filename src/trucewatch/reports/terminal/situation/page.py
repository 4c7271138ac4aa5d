"""The page of one conflict: truce, tolls, what is contested, what changed, what is not known."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from trucewatch.records.entry import Conflict
from trucewatch.records.event import Denial, Event
from trucewatch.records.ground import Ground
from trucewatch.records.holdings import Dyad
from trucewatch.records.situation import Change, Gap, Situation
from trucewatch.reports.phrases import against, verdict
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reports.terminal.situation.tolls import toll_section
from trucewatch.reports.terminal.situation.truces import truce_section
from trucewatch.reports.terminal.situation.words import claimant, claimants, named, names, on_day
from trucewatch.reports.terminal.tables import Records, indented, section
from trucewatch.reports.terminal.wording import NOTHING, spaced

MOST_LINES = 12
"""Lines of a list that are shown; the rest are counted."""


def situation_page(situation: Situation) -> Group:
    """Give what is said of a conflict as of a day, and according to whom, for a terminal of any width."""
    parts: list[RenderableType] = [*_header(situation)]
    parts += truce_section(situation.truces)
    parts += toll_section("Tolls", situation.tolls)
    parts += _list("Contested", list(_contested(situation)))
    parts += _list("Changed since the day before", list(map(_change, situation.changes)))
    parts += toll_section("Earlier or other events, kept apart", situation.background)
    parts += _list("Not known", list(map(_gap, situation.gaps)))
    parts += _list("Judged by people", list(_judged(situation)))
    return Group(*parts)


def conflict_list(named: Sequence[Conflict], told: Sequence[Dyad]) -> Group:
    """Give the conflicts of a ledger: those that people named, then those that claims tell of."""
    rows = [(visible(one.name), names(one.parties), names(one.places), "named by people") for one in named]
    rows += [(visible(one.conflict.name), names(one.parties), NOTHING, _told(one)) for one in told]
    return Group(Records(("conflict", "parties", "places", "how it is known"), rows))


def _told(dyad: Dyad) -> str:
    return f"{against(dyad)}, the last of {on_day(dyad.newest)}"


def _header(situation: Situation) -> Iterator[RenderableType]:
    name = visible(situation.conflict.name)
    yield Text(f"{name}, as of {on_day(situation.day)}", style="bold")
    last = f", the last of {on_day(situation.last_report)}" if situation.last_report else ""
    count = len(situation.reports)
    yield Text(f"What {count} report{'' if count == 1 else 's'} say{'s' if count == 1 else ''}{last}.")
    yield Text("Every line is according to somebody; none is a finding of this program.", style="dim")


def _list(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield section(f"{title} ({len(lines)})")
    yield indented(*(Text(line) for line in lines[:MOST_LINES]))
    if len(lines) > MOST_LINES:
        yield indented(Text(f"and {len(lines) - MOST_LINES} more; --json has them all", style="dim"))


def _contested(situation: Situation) -> Iterator[str]:
    for event in situation.events:
        if event.contested:
            yield _event(event)
    for toll in situation.tolls:
        for one in toll.ranges:
            if one.contested:
                top = "or more" if one.high is None else f"to {one.high:,}"
                yield f"how many were {one.effect.value}, {named(toll.label)}: from {one.low:,} {top}"
    for ground in situation.grounds:
        if ground.contested:
            yield _ground(ground)

    events = {event.id: event for event in situation.events}
    for denial in situation.denials:
        yield _denial(denial, [events[one] for one in denial.events])


def _denial(denial: Denial, events: Sequence[Event]) -> str:
    blamed = "; ".join(f"{spaced(event.kind)}, {_when_and_where(event)}" for event in events)
    return (
        f"{claimant(denial.by)} denies, without saying which (told {on_day(denial.told_on)}; "
        f"it may be none of these); blamed around that day for: {blamed}"
    )


def _event(event: Event) -> str:
    tellers = dict.fromkeys(account.by for account in event.accounts if not account.denied)
    told = f"{spaced(event.kind)}, {_when_and_where(event)}"
    if not tellers:
        return f"{told}: told only by who denies it, {claimants(event.denied_by)}"
    actors = f", put down to {names(event.actors)}" if event.actors else ""
    denied = f"; denied by {claimants(event.denied_by)}" if event.denied_by else ""
    disputed = "" if denied or len(event.actors) > 1 else "; read as disputed, by whom is not told"
    return f"{told}{actors}; according to {claimants(tellers)}{denied}{disputed}"


def _when_and_where(event: Event) -> str:
    day = event.when and (event.when.end or event.when.start)
    where = visible(event.place_words) if event.place_words else "no place told"
    return f"{where}, {on_day(day)}" if day else where


def _ground(ground: Ground) -> str:
    said = (f"{claimant(one.by)}: {names(one.holder)} {spaced(one.change)} it" for one in ground.holds)
    return f"who holds {visible(ground.territory)}: " + "; ".join(said)


def _change(change: Change) -> str:
    before = f"{change.before} -> " if change.before else ""
    by = f"; according to {claimant(change.by)}" if change.by else ""
    return f"{spaced(change.kind)}, {named(change.about)}: {before}{visible(change.after)}{by}"


def _gap(gap: Gap) -> str:
    return f"{named(gap.about)}: {named(gap.reason)}"


def _judged(situation: Situation) -> Iterator[str]:
    for one in situation.judged:
        day = on_day(one.at.date())
        yield f"{verdict(one)}, by {visible(one.by)} on {day}: {visible(one.reason)}"
