"""The section on tolls: a table and a chart for each, one row for each claimant."""

from collections.abc import Iterator, Sequence
from functools import partial

from trucewatch.records.toll import Check, CheckKind, Figure, Range, Toll, TollKind, TollRow
from trucewatch.reports.charts.dots import counted, dots, panels
from trucewatch.reports.charts.voices import legend, voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import backed, day, days, figure, names, number, who
from trucewatch.reports.sections.blocks import Block, Cell, Heading, Note, Picture, Section, Table, Words
from trucewatch.reports.sections.telling import NOTHING, quote, speaker, without_empty

KINDS = {
    TollKind.SINCE_TRUCE: "",
    TollKind.PERIOD: "Over a period: ",
    TollKind.INCIDENT: "Of one incident: ",
    TollKind.BACKGROUND: "",
}
"""What stands before a toll's own label."""

HOW_TO_READ = (
    "A filled mark is a claimant’s latest figure, hollow marks joined to it are its earlier ones. An arrow "
    "means that no upper bound is given (“at least”). The shaded band is the range of all who count the same "
    "people. Independent sources speak for no party to the conflict; copies of one story count once."
)

ENOUGH = 2
"""Rows of a toll from which on a chart says more than its table."""


def toll_section(dossier: Dossier) -> Section:
    """Tell of every toll: since the truce, of periods, of incidents."""
    tolls = dossier.situation.tolls
    blocks = [
        block for number_, toll in enumerate(tolls, 1) for block in _toll(dossier, toll, f"toll-{number_}")
    ]
    if any(_is_worth_a_chart(toll) for toll in tolls):
        blocks = [Note(HOW_TO_READ), *blocks]
    return Section("tolls", "Tolls", tuple(blocks or [Note("No report counts victims.")]))


def background_section(dossier: Dossier) -> Section | None:
    """Tell of figures that reports give beside their matter, None where there are none."""
    tolls = dossier.situation.background
    blocks = [
        block
        for number_, toll in enumerate(tolls, 1)
        for block in _toll(dossier, toll, f"background-{number_}")
    ]
    note = Note("Figures of earlier or other events that reports mention; no part of the tolls above.")
    return Section("background", "Background figures", (note, *blocks)) if blocks else None


def _toll(dossier: Dossier, toll: Toll, key: str) -> Iterator[Block]:
    parties = dossier.situation.conflict.parties
    contested = ("contested",) if any(one.contested for one in toll.ranges) else ()
    yield Heading(key, _heading(toll), contested)
    if _is_worth_a_chart(toll):
        voices = {voice_of(row.by, parties) for row in toll.rows}
        yield Picture(
            f"{key}-dots",
            f"Figures of each claimant: {in_days(toll.label)}",
            _in_words(toll),
            partial(dots, toll, parties),
            tuple((one.voice, one.words) for one in legend(parties) if one.voice in voices),
        )
    compared = {panel.range for panel in panels(toll) if len(panel.rows) >= ENOUGH}
    ranges = [one for one in toll.ranges if one in compared]
    if ranges:
        rows = tuple(_range(one) for one in ranges)
        yield Table(
            "Range of those who count the same people", ("Who is counted", "Range", "On whose word"), rows
        )
    rows = tuple(_row(dossier, row) for row in toll.rows)
    head = ("Who says it", "Who is counted", "Latest", "Earlier", "Also gives", "Words")
    yield without_empty(Table(f"Figures: {in_days(toll.label)}", head, rows, quiet=True))
    if toll.checks:
        yield Table(
            "Arithmetic (derived, said by nobody)", ("Sum", "Finding"), tuple(map(_check, toll.checks))
        )


def _heading(toll: Toll) -> str:
    words = KINDS[toll.kind] + in_days(toll.label)
    return words[:1].upper() + words[1:]


def _is_worth_a_chart(toll: Toll) -> bool:
    """Whether claimants or revisions can be compared: several rows, of one kind or of a longer time."""
    revised = any(row.earlier for row in toll.rows)
    compared = any(len(panel.rows) >= ENOUGH for panel in panels(toll))
    long = toll.kind in {TollKind.SINCE_TRUCE, TollKind.PERIOD} and len(toll.rows) >= ENOUGH
    return revised or compared or long


def figure_line(row: TollRow) -> str:
    """A row's latest figure on one line.

    Example: "Killed: Armenia’s side, combatants: 49"
    """
    return f"{counted(row)}: {figure(row.latest)}"


def _in_words(toll: Toll) -> str:
    """The chart for those who do not see it."""
    return " ".join(
        f"{panel.title}: {'; '.join(f'{who(row.by)}: {figure(row.latest)}' for row in panel.rows)}."
        for panel in panels(toll)
    )


def _row(dossier: Dossier, row: TollRow) -> tuple[Cell, ...]:
    latest = row.latest
    told = f"{figure(latest)} (told {day(latest.told_on)}{_counted_days(latest)})"
    others = [name for name in latest.blamed if name not in {*row.side, row.by.side}]
    blamed = f"; read as blaming {names(others)}" if others else ""
    return (
        (speaker(row.by, dossier.situation.conflict.parties),),
        (Words(counted(row)),),
        (Words(told + blamed, latest.claims),),
        _figures(row.earlier),
        _figures(row.beside),
        (quote(dossier, latest.claims),),
    )


def _counted_days(value: Figure) -> str:
    return f", counting {days(value.when)}" if value.when else ""


def _figures(found: Sequence[Figure]) -> Cell:
    lines = tuple(
        Words(f"{figure(one)} (told {day(one.told_on)}{_counted_days(one)})", one.claims) for one in found
    )
    return lines or NOTHING


def _range(one: Range) -> tuple[Cell, ...]:
    return (
        (Words(counted(one)),),
        (Words(number(one.low, one.high), one.claims, tag="contested" if one.contested else ""),),
        (Words(backed(one)),),
    )


def _check(check: Check) -> tuple[Cell, ...]:
    parts = " + ".join(
        f"{figure(one)} ({who(by)})" for one, by in zip(check.parts, check.parts_by, strict=True)
    )
    total = f"{figure(check.total)} ({who(check.total_by)}) {check.effect}"
    finding = {
        CheckKind.ADDS_UP: f"{_sum(check)} = {figure(check.total)}: adds up",
        CheckKind.DOES_NOT: f"{_sum(check)} is not {figure(check.total)}: does not add up",
        CheckKind.PART_LARGER: "a part is larger than the total",
    }[check.kind]
    return (Words(f"{parts}; total {total}"),), (Words(finding, check.claims, tag="derived"),)


def _sum(check: Check) -> str:
    """The parts added up.

    Example: "105 + 71"
    """
    return " + ".join(figure(one) for one in check.parts)
