"""From the lowest to the highest of what independent sources say, one kind of count at a time."""

from collections.abc import Iterable, Mapping, Sequence

from trucewatch.records.toll import Figure, Range, TollRow
from trucewatch.situation.counts import Kind


def ranges(rows: Iterable[TollRow], origins: Mapping[str, str]) -> tuple[Range, ...]:
    """A range for each kind of count of which anybody affirms a figure; `origins` by the ids of claims."""
    found: dict[Kind, list[Figure]] = {}
    for row in rows:
        if not row.latest.denied:
            found.setdefault((row.side, row.effect, row.victims), []).append(row.latest)
    return tuple(_range(kind, figures, origins) for kind, figures in found.items())


def disagree(one: Figure, other: Figure) -> bool:
    """Whether two figures can't both be right: neither's bounds reach the other's."""
    return _above(one, other) or _above(other, one)


def _above(one: Figure, other: Figure) -> bool:
    return other.high is not None and one.low > other.high


def _range(kind: Kind, figures: Sequence[Figure], origins: Mapping[str, str]) -> Range:
    side, effect, victims = kind
    claims = tuple(dict.fromkeys(claim for figure in figures for claim in figure.claims))
    top = max(figure.low if figure.high is None else figure.high for figure in figures)
    is_open = any(figure.high is None and figure.low >= top for figure in figures)
    return Range(
        claims=claims,
        side=side,
        effect=effect,
        victims=victims,
        low=min(figure.low for figure in figures),
        high=None if is_open else top,
        sources=len({origins[claim] for claim in claims}),
        contested=any(disagree(one, other) for at, one in enumerate(figures) for other in figures[at + 1 :]),
    )
