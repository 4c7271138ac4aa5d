"""Tolls: a row for each claimant, how it was revised, how far claimants lie apart, what adds up."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from trucewatch.records.toll import Figure, Toll, TollRow
from trucewatch.reports.terminal.situation.words import (
    bounds,
    check,
    claimant,
    figure,
    named,
    on_day,
    span,
    whose,
)
from trucewatch.reports.terminal.tables import Records, indented, section
from trucewatch.reports.terminal.wording import NOTHING

MOST_TABLES = 10
"""Tables of tolls that are shown, newest first; the rest are counted."""

HEADS = ("according to", "figure", "whose", "earlier", "also gives")

SEVERAL = 2
"""Sources from which a range says more than its rows."""


def toll_section(title: str, tolls: Sequence[Toll]) -> Iterator[RenderableType]:
    """Show the newest tables of tolls."""
    if not tolls:
        return
    yield section(f"{title} ({len(tolls)})")
    for toll in tolls[:MOST_TABLES]:
        yield Text()
        yield Text(named(toll.label), style="bold")
        yield Records(HEADS, list(map(_row, toll.rows)), words=False)
        ranges = [span(one) for one in toll.ranges if len(one.backing) >= SEVERAL]
        if ranges:
            yield indented(*map(Text, ranges))
        if toll.checks:
            yield indented(Text("derived, said by nobody:"), *(Text(check(one)) for one in toll.checks))
    if len(tolls) > MOST_TABLES:
        yield Text(f"and {len(tolls) - MOST_TABLES} more; --json has them all", style="dim")


def _row(row: TollRow) -> tuple[str, ...]:
    told_on = row.latest.told_on
    return (
        claimant(row.by),
        figure(row.latest, row.effect),
        whose(row.side, row.victims),
        ", ".join(map(_dated, reversed(row.earlier))) or NOTHING,
        ", ".join(_bare(one) if one.told_on == told_on else _dated(one) for one in row.beside) or NOTHING,
    )


def _dated(one: Figure) -> str:
    """A figure with the day on which it was published, for it is not the latest."""
    return f"{_bare(one)} (of {on_day(one.told_on)})"


def _bare(one: Figure) -> str:
    return bounds(one.low, one.high)
