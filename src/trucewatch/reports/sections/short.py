"""The first lines of a report: where the truce stands, how many died according to whom, what is contested."""

from collections.abc import Iterator

from trucewatch.records.toll import TollKind
from trucewatch.records.vocabulary import Effect
from trucewatch.reports.charts.dots import counted
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import day, figure, many, names, who
from trucewatch.reports.sections.blocks import Cell, Section, Table, Words
from trucewatch.reports.sections.truce import held, status

MOST = 6
"""Figures in the summary, at most."""


def read_from(dossier: Dossier) -> str:
    """Say on what a report rests.

    Example: "From 6 reports of 5 publishers, published from 9 Oct 2011 to 18 Oct 2011."
    """
    situation = dossier.situation
    reports = [dossier.reports[doc_id] for doc_id in situation.reports]
    if not reports:
        nothing = "From no report: none that is dated up to this day tells of it."
        return f"{nothing} {dossier.part}".strip()
    publishers = {report.publisher for report in reports if report.publisher}
    known = [report.published_on for report in reports if report.published_on]
    span = f", published from {day(min(known))} to {day(max(known))}" if known else ""
    told = f"From {many(len(reports), 'report')} of {many(len(publishers), 'publisher')}{span}."
    return f"{told} {dossier.part}".strip()


def short_section(dossier: Dossier) -> Section:
    """Sum up in a few lines, each with its claims."""
    rows = tuple(((Words(name),), cell) for name, cell in _lines(dossier))
    return Section("short", "In short", (Table("In short", ("", ""), rows, quiet=True),))


def _lines(dossier: Dossier) -> Iterator[tuple[str, Cell]]:
    situation = dossier.situation
    if situation.truces:
        truce = situation.truces[0]
        yield "The truce", (Words(in_days(truce.label), truce.claims, to="truce-1"), Words(status(truce)))
        if truce.held:
            yield "Held", (Words(held(truce.held), truce.held.claims, tag="derived"),)
    else:
        yield "The truce", (Words("no report tells of one"),)
    yield from _dead(dossier)
    count = len(situation.events)
    differ = sum(event.contested for event in situation.events)
    yield "Incidents", (Words(f"{many(count, 'incident')} told of, {differ} contested", to="incidents"),)
    grounds = [ground for ground in situation.grounds if ground.contested]
    if grounds:
        told = names([ground.territory for ground in grounds])
        yield "Ground claimed by several", (Words(told, tuple(c for one in grounds for c in one.claims)),)
    yield "Last report", (Words(day(situation.last_report)),)


def _dead(dossier: Dossier) -> Iterator[tuple[str, Cell]]:
    """Killed since the truce, by claimant."""
    tolls = [
        (n, toll) for n, toll in enumerate(dossier.situation.tolls, 1) if toll.kind is TollKind.SINCE_TRUCE
    ]
    found = [
        Words(
            f"{figure(row.latest)} according to {who(row.by)} ({counted(row)})",
            row.latest.claims,
            to=f"toll-{n}",
        )
        for n, toll in tolls
        for row in toll.rows
        if row.effect is Effect.KILLED
    ]
    if found:
        more = (Words(f"and {len(found) - MOST} more", to="tolls"),) if len(found) > MOST else ()
        yield "Killed since the truce", (*found[:MOST], *more)
    elif dossier.situation.truces:
        yield "Killed since the truce", (Words("no report gives a figure for it", to="tolls"),)
