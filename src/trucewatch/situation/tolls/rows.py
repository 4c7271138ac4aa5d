"""Rows of a table: what each claimant says of one kind of count, and how it was revised."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from trucewatch.records.toll import Figure, TollRow
from trucewatch.records.values import Interval
from trucewatch.records.vocabulary import Effect
from trucewatch.situation.counts import Bounds, Count, Kind
from trucewatch.situation.told import ids

EFFECTS = {effect: number for number, effect in enumerate(Effect)}
"""Killed goes before wounded, and so on."""


def rows(counts: Sequence[Count]) -> tuple[TollRow, ...]:
    """One row for each claimant and kind of count; sides by name, killed before wounded."""
    found: dict[tuple[object, Kind], list[Count]] = {}
    for count in counts:
        found.setdefault((count.told.by, count.kind), []).append(count)
    return tuple(sorted((_row(own) for own in found.values()), key=_order))


def _row(counts: Sequence[Count]) -> TollRow:
    """The newest day's largest figure is the latest; smaller ones of any day stand beside."""
    days = [_figures(own) for _, own in groupby(counts, key=lambda count: count.told.told_on)]
    series: list[Figure] = []
    for largest, *_ in days:
        if series and _bounds(series[-1]) == _bounds(largest):
            series[-1] = _joined(series[-1], largest)
        else:
            series.append(largest)
    sides, effect, victims = counts[0].kind
    return TollRow(
        claims=ids(count.told for count in counts),
        by=counts[0].told.by,
        side=sides,
        effect=effect,
        victims=victims,
        latest=series[-1],
        earlier=tuple(series[:-1]),
        beside=_distinct(figure for _, *others in days for figure in others),
    )


def _figures(counts: Iterable[Count]) -> list[Figure]:
    """The figures of one day, each once, the largest first."""
    found: dict[Bounds, list[Count]] = {}
    for count in counts:
        found.setdefault(count.bounds, []).append(count)
    return sorted((_figure(same) for same in found.values()), key=_size)


def _figure(counts: Sequence[Count]) -> Figure:
    low, high, denied = counts[0].bounds
    times = [count.told.claim.when for count in counts]
    return Figure(
        claims=ids(count.told for count in counts),
        low=low,
        high=high,
        told_on=counts[0].told.told_on,
        when=next((when for when in times if isinstance(when, Interval)), None),
        blamed=tuple(sorted({name for count in counts for name in count.blamed})),
        denied=denied,
    )


def _joined(earlier: Figure, later: Figure) -> Figure:
    """A figure given again: as told last, with the claims of both."""
    return Figure(
        claims=tuple(dict.fromkeys((*earlier.claims, *later.claims))),
        low=later.low,
        high=later.high,
        told_on=later.told_on,
        when=later.when or earlier.when,
        blamed=tuple(sorted({*earlier.blamed, *later.blamed})),
        denied=later.denied,
    )


def _distinct(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    found: dict[Bounds, Figure] = {}
    for figure in figures:
        key = _bounds(figure)
        found[key] = _joined(found[key], figure) if key in found else figure
    return tuple(found.values())


def _bounds(figure: Figure) -> Bounds:
    return figure.low, figure.high, figure.denied


def _size(figure: Figure) -> tuple[bool, int, int]:
    """Denied figures last; else by size."""
    return figure.denied, -figure.low, -(figure.high or figure.low)


def _order(row: TollRow) -> tuple[tuple[str, ...], int, str, object, tuple[str, ...]]:
    return row.side, EFFECTS[row.effect], row.victims, row.by, row.claims
