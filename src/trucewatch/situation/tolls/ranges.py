"""From the lowest to the highest of what independent sources say, one kind of count at a time."""

from collections.abc import Iterable, Mapping, Sequence

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.toll import Backing, Figure, Range, Stands, TollRow
from trucewatch.situation.counts import Kind

BOTH = 2
"""Parties that count their dead apart."""


def ranges(rows: Iterable[TollRow], origins: Mapping[str, str], *, one_sided: bool) -> tuple[Range, ...]:
    """A range for each kind of count of which anybody affirms a figure; `origins` by the ids of claims.

    Shape: where nobody says whose people are counted, figures of two parties are each taken to be of
           their own and stand in no range, unless `one_sided`: only one side's people suffer the event
    """
    found: dict[Kind, list[TollRow]] = {}
    for row in rows:
        if not row.latest.denied:
            found.setdefault((row.side, row.effect, row.victims), []).append(row)
    alike = {kind: own if kind[0] or one_sided else _of_one_group(own) for kind, own in found.items()}
    return tuple(_range(kind, own, origins) for kind, own in alike.items() if own)


def _of_one_group(rows: Sequence[TollRow]) -> list[TollRow]:
    sides = {row.by.side for row in rows if row.by.kind is VoiceKind.PARTY}
    return [row for row in rows if len(sides) < BOTH or row.by.kind is not VoiceKind.PARTY]


def disagree(one: Figure, other: Figure) -> bool:
    """Whether two figures can't both be right: neither's bounds reach the other's."""
    return _above(one, other) or _above(other, one)


def _above(one: Figure, other: Figure) -> bool:
    return other.high is not None and one.low > other.high


def _range(kind: Kind, rows: Sequence[TollRow], origins: Mapping[str, str]) -> Range:
    side, effect, victims = kind
    figures = [row.latest for row in rows]
    top = max(figure.low if figure.high is None else figure.high for figure in figures)
    is_open = any(figure.high is None and figure.low >= top for figure in figures)
    return Range(
        claims=tuple(dict.fromkeys(claim for figure in figures for claim in figure.claims)),
        side=side,
        effect=effect,
        victims=victims,
        low=min(figure.low for figure in figures),
        high=None if is_open else top,
        backing=_backing(rows, origins),
        contested=any(disagree(one, other) for at, one in enumerate(figures) for other in figures[at + 1 :]),
    )


def _backing(rows: Iterable[TollRow], origins: Mapping[str, str]) -> tuple[Backing, ...]:
    """Whoever backs a range, once each: a party with all its speakers, others by their origin."""
    found: dict[tuple[str, str], list[tuple[TollRow, str]]] = {}
    for row in rows:
        for claim in row.latest.claims:
            is_party = row.by.kind is VoiceKind.PARTY
            key = ("party", row.by.side) if is_party else ("origin", origins[claim])
            found.setdefault(key, []).append((row, claim))
    backing = [
        Backing(
            tuple(dict.fromkeys(claim for _, claim in own)),
            tuple(sorted({row.by for row, _ in own})),
            _stands(own[0][0].by, own[0][0].side),
        )
        for own in found.values()
    ]
    return tuple(sorted(backing, key=lambda one: one.by[0]))


def _stands(by: Claimant, side: Sequence[str]) -> Stands:
    if by.side and by.side in side:
        return Stands.OWN_SIDE
    if by.kind is not VoiceKind.PARTY:
        return Stands.NEITHER_SIDE
    return Stands.OTHER_SIDE if side else Stands.A_SIDE
