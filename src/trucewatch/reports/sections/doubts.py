"""What is contested, what changed since the day before, what is not known, and what people decided."""

from collections.abc import Iterator
from datetime import timedelta

from trucewatch.records.situation import Change, ChangeKind, Gap, GapKind, Judged
from trucewatch.reports.charts.dots import counted
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, many, number, verdict, who
from trucewatch.reports.sections.blocks import Block, Cell, Lines, Note, Section, Table, Words
from trucewatch.reports.sections.incidents import disputed, event_line

GAPS = {
    GapKind.NO_TRUCE: "No truce",
    GapKind.STATE_UNKNOWN: "State unknown",
    GapKind.SIDE_UNHEARD: "Side not heard",
    GapKind.NO_COMMENT: "No comment",
    GapKind.DAY_UNRESOLVED: "Day not worked out",
    GapKind.PLACE_UNRESOLVED: "Place not worked out",
    GapKind.SIDE_UNRESOLVED: "Side not worked out",
    GapKind.NO_REPORT_SINCE: "No newer report",
    GapKind.UNDATED_REPORT: "Report without a day",
}

UNSEEN = "who reviews sees them once they have judged the same claims."

CHANGES = {
    ChangeKind.NEW_TOLL: "new figure",
    ChangeKind.REVISED_TOLL: "revised figure",
    ChangeKind.TRUCE_STATE: "state of a truce",
    ChangeKind.NEW_TRUCE: "new truce",
    ChangeKind.NEW_EVENT: "new incident",
    ChangeKind.CONTRADICTION: "contradiction",
}


def contested_section(dossier: Dossier) -> Section:
    """List everything on which claimants differ, with where to look."""
    lines = tuple(_contested(dossier))
    block = Lines(lines) if lines else Note("On nothing that is told do claimants differ.")
    return Section("contested", "What is contested", (block,))


def changes_section(dossier: Dossier) -> Section:
    """List how the day differs from an earlier one."""
    situation = dossier.situation
    since = situation.since or situation.day - timedelta(days=1)
    title = f"What changed since {day(since)}"
    if not situation.changes:
        told = f"No report published after {day(since)} and by {day(situation.day)} tells anything new."
        return Section("changes", title, (Note(told),))
    rows = tuple(map(change_row, situation.changes))
    table = Table(title, ("What", "About", "Before", "Now", "According to"), rows, quiet=True)
    return Section("changes", title, (table,))


def gaps_section(dossier: Dossier) -> Section:
    """List what nobody says or could not be worked out, with the reason."""
    gaps = dossier.situation.gaps
    if not gaps:
        return Section("gaps", "What is not known", (Note("Every word that was read could be worked out."),))
    table = Table("What is not known, and why", ("What", "About", "Why"), tuple(map(_gap, gaps)), quiet=True)
    return Section("gaps", "What is not known", (table,))


def judged_section(dossier: Dossier) -> Section | None:
    """List what people decided on the machine's readings, None where they decided nothing."""
    blocks: list[Block] = []
    if rows := tuple(_judged(dossier, one) for one in dossier.situation.judged):
        blocks.append(Table("Decisions of people", ("Decision", "By", "When", "Reason"), rows, quiet=True))
    if dossier.unseen:
        blocks.append(Note(f"{many(dossier.unseen, 'decision')} of others: {UNSEEN}"))
    return Section("judged", "Decisions of people", tuple(blocks)) if blocks else None


def _contested(dossier: Dossier) -> Iterator[Cell]:
    situation = dossier.situation
    for place, truce in enumerate(situation.truces, 1):
        if truce.contested:
            yield (Words(f"Where the {in_days(truce.label)} stands", truce.claims, to=f"truce-{place}"),)
    for place, toll in enumerate(situation.tolls, 1):
        for one in toll.ranges:
            if one.contested:
                told = f"{counted(one)}: {number(one.low, one.high)} ({in_days(toll.label)})"
                yield (Words(told, one.claims, to=f"toll-{place}"),)
    for place, event in enumerate(situation.events, 1):
        if event.contested:
            told = f"{event_line(event)}: {disputed(event)}"
            yield (Words(told, event.claims, to=f"incident-{place}"),)
    for place, ground in enumerate(situation.grounds, 1):
        if ground.contested:
            yield (Words(f"Who holds {ground.territory}", ground.claims, to=f"ground-{place}"),)


def change_row(one: Change) -> tuple[Cell, ...]:
    """Give a change as a row: what, about what, before, now, according to whom."""
    return (
        (Words(CHANGES[one.kind]),),
        (Words(in_days(one.about)),),
        (Words(one.before or "nothing"),),
        (Words(one.after, one.claims),),
        (Words(who(one.by) if one.by else "several"),),
    )


def _gap(one: Gap) -> tuple[Cell, ...]:
    return (Words(GAPS[one.kind]),), (Words(in_days(one.about)),), (Words(in_days(one.reason), one.claims),)


def _judged(dossier: Dossier, one: Judged) -> tuple[Cell, ...]:
    """A decision; it may be about claims of reports on another conflict, which are not shown."""
    here = tuple(claim for claim in one.claims if claim in dossier.claims)
    return (
        (Words(verdict(one), here),),
        (Words(one.by),),
        (Words(day(one.at.date())),),
        (Words(one.reason),),
    )
