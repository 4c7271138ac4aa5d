"""Whose the people behind a number are, by the party named between them, or by who else fights."""

from bisect import bisect_left
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.parties.cast import Cast
from trucewatch.resolve.parties.entries import STATE_LIKE, Sort

_NAMES = STATE_LIKE | {Sort.GROUP}


def side_counted(cast: Cast, at: int) -> Party | None:
    """The side whose name stands between character `at` and a word for fighters right behind it.

    Source:  `codebook/belonging.toml`
    Example: "two", with " Turkish soldiers died" behind it, are Turkey's; "Turkish-backed fighters" are not
    """
    scan = cast.scene.scan
    index = bisect_left(scan.elements, at, key=lambda element: scan.words[element.first].start)
    named, *rest = scan.elements[index : index + 2] or (None,)
    if named is None or not rest or named.sort not in _NAMES or named.possessive or cast.scene.bound(named):
        return None
    head = rest[0]
    if not (scan.close(named) and scan.close(head) and scan.norm(head) in _fighters()):
        return None
    side = cast.side(scan.words[named.first].start, scan.words[head.last - 1].end).value
    return side if isinstance(side, Party) and side.side else None


def opponent_of(cast: Cast, side: str) -> Party | None:
    """The one belligerent of the document beside a side; None where there is none, or more than one."""
    others = {name for _, name in cast.scene.belligerents} - {side}
    if len(others) != 1:
        return None
    name = others.pop()
    return Party(name, PartyKind.STATE, name, name)


@cache
def _fighters() -> frozenset[str]:
    return frozenset(load_toml("belonging.toml")["named"]["people"])
