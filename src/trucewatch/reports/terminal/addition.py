"""Which figures of different sides add up to another's: 105 and 71 make somebody's 176."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from trucewatch.records.claim import Casualty, Claim, Polarity
from trucewatch.records.values import Party
from trucewatch.records.vocabulary import Scope
from trucewatch.reports.terminal.wording import side_of, speaker

MOST_FOR_THREE = 40
"""Figures of one effect above which only pairs are tried: triples of more take long and fit by chance."""


def sums(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Say which exact figures of one effect, by different sides, add up to another claim's figure.

    Shape:   one line a sum, in the order of the claims; none where nothing adds up
    Example: "105 (Dara Velan) + 71 (Talian Defence Ministry) = 176 (the article)"
    """
    found: dict[str, None] = {}
    counts = [(claim, claim.payload) for claim in claims if isinstance(claim.payload, Casualty)]
    exact = [(claim, count) for claim, count in counts if _is_exact(claim, count)]
    for effect in dict.fromkeys(count.effect for _, count in exact):
        alike = [pair for pair in exact if pair[1].effect is effect]
        for parts, total in _adding_up(alike):
            found.setdefault(" + ".join(map(_told, parts)) + f" = {_told(total)}")
    return tuple(found)


_Count = tuple[Claim, Casualty]


def _is_exact(claim: Claim, count: Casualty) -> bool:
    low, high = count.quantity.low, count.quantity.high
    return (
        low == high
        and low > 0
        and claim.polarity is Polarity.AFFIRMED
        and count.scope is not Scope.BACKGROUND
    )


def _adding_up(counts: Sequence[_Count]) -> Iterator[tuple[tuple[_Count, ...], _Count]]:
    by_figure: dict[int, list[_Count]] = {}
    for pair in counts:
        by_figure.setdefault(pair[1].quantity.low, []).append(pair)
    sizes = (2, 3) if len(counts) <= MOST_FOR_THREE else (2,)
    for size in sizes:
        for parts in combinations(counts, size):
            for total in by_figure.get(sum(count.quantity.low for _, count in parts), ()):
                if _are_apart(parts) and _can_hold(total, parts):
                    yield parts, total


def _are_apart(parts: Sequence[_Count]) -> bool:
    """Tell whether different sides say it, of victims not known to be of one side."""
    tellers = [side_of(claim.voice) for claim, _ in parts]
    victims = [names for _, count in parts if (names := _victims(count))]
    return len(set(tellers)) == len(tellers) and len(set(victims)) == len(victims)


def _can_hold(total: _Count, parts: Sequence[_Count]) -> bool:
    """Tell whether the sum may be of all parts' victims: not of one part's side only."""
    whose = _victims(total[1])
    return not whose or all(_victims(count) <= whose for _, count in parts)


def _victims(count: Casualty) -> frozenset[str]:
    return frozenset(party.name for party in count.side if isinstance(party, Party))


def _told(pair: _Count) -> str:
    claim, count = pair
    return f"{count.quantity.low:,} ({speaker(claim.voice)})"
