"""Rows of a table: what each claimant says of one kind of count, and how it was revised."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from trucewatch.records.claim import Casualty
from trucewatch.records.toll import Figure, TollRow
from trucewatch.records.values import Interval
from trucewatch.records.vocabulary import Effect, Victims
from trucewatch.situation.sides import named
from trucewatch.situation.told import Told, ids

Kind = tuple[tuple[str, ...], Effect, Victims]
"""Of whose people, what befell them, and what they were: counts are compared only within one."""


def kind_of(told: Told) -> Kind:
    """What a count is of."""
    payload = casualty_of(told)
    return tuple(sorted(named(payload.side))), payload.effect, payload.victims


def casualty_of(told: Told) -> Casualty:
    """The count that a casualty claim tells."""
    payload = told.claim.payload
    if not isinstance(payload, Casualty):
        raise TypeError(f"claim {told.claim.id} counts nobody")
    return payload


def rows(told: Sequence[Told]) -> tuple[TollRow, ...]:
    """One row for each claimant and kind of count; sides by name, killed before wounded."""
    found: dict[tuple[object, Kind], list[Told]] = {}
    for one in told:
        found.setdefault((one.by, kind_of(one)), []).append(one)
    return tuple(sorted((_row(own) for own in found.values()), key=_order))


def _row(told: Sequence[Told]) -> TollRow:
    """The newest day's largest figure is the latest; smaller ones of any day stand beside."""
    days = [_figures(own) for _, own in groupby(told, key=lambda one: one.told_on)]
    series: list[Figure] = []
    for largest, *_ in days:
        if series and _bounds(series[-1]) == _bounds(largest):
            series[-1] = _joined(series[-1], largest)
        else:
            series.append(largest)
    sides, effect, victims = kind_of(told[0])
    return TollRow(
        claims=ids(told),
        by=told[0].by,
        side=sides,
        effect=effect,
        victims=victims,
        latest=series[-1],
        earlier=tuple(series[:-1]),
        beside=_distinct(figure for _, *others in days for figure in others),
    )


def _figures(told: Iterable[Told]) -> list[Figure]:
    """The figures of one day, each once, the largest first."""
    found: dict[tuple[int, int | None, bool], list[Told]] = {}
    for one in told:
        quantity = casualty_of(one).quantity
        found.setdefault((quantity.low, quantity.high, one.denied), []).append(one)
    return sorted((_figure(same) for same in found.values()), key=_size)


def _figure(told: Sequence[Told]) -> Figure:
    quantity = casualty_of(told[0]).quantity
    times = [one.claim.when for one in told if isinstance(one.claim.when, Interval)]
    blamed = sorted({name for one in told for name in named(casualty_of(one).blamed)})
    return Figure(
        claims=ids(told),
        low=quantity.low,
        high=quantity.high,
        told_on=told[0].told_on,
        when=times[0] if times else None,
        blamed=tuple(blamed),
        denied=told[0].denied,
    )


def _joined(earlier: Figure, later: Figure) -> Figure:
    """A figure given again: as told last, with the claims of both."""
    return Figure(
        claims=(*earlier.claims, *(claim for claim in later.claims if claim not in earlier.claims)),
        low=later.low,
        high=later.high,
        told_on=later.told_on,
        when=later.when or earlier.when,
        blamed=tuple(sorted({*earlier.blamed, *later.blamed})),
        denied=later.denied,
    )


def _distinct(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    found: dict[object, Figure] = {}
    for figure in figures:
        key = _bounds(figure)
        found[key] = _joined(found[key], figure) if key in found else figure
    return tuple(found.values())


def _bounds(figure: Figure) -> tuple[int, int | None, bool]:
    return figure.low, figure.high, figure.denied


def _size(figure: Figure) -> tuple[bool, int, int]:
    """Denied figures last; else by size."""
    return figure.denied, -figure.low, -(figure.high or figure.low)


def _order(row: TollRow) -> tuple[tuple[str, ...], int, str, object, tuple[str, ...]]:
    return row.side, list(Effect).index(row.effect), row.victims, row.by, row.claims
