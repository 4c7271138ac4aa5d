"""Brings together what belongs together: surest pairs first, never against what must stay apart."""

from collections.abc import Callable, Iterable, Sequence

Pair = tuple[int, int]


def grouped(
    size: int,
    joins: Sequence[Pair],
    *,
    apart: Callable[[int, int], bool],
    together: Iterable[Pair] = (),
) -> list[list[int]]:
    """Groups of the numbers below `size`.

    Shape: `joins` surest first; a join that would bring two into one group of which `apart` holds is
           left; `together` is joined whatever else. Groups by their least member, each sorted
    """
    home = list(range(size))
    members = {number: [number] for number in range(size)}

    def merge(one: int, other: int) -> None:
        kept, gone = sorted((home[one], home[other]))
        for number in members[gone]:
            home[number] = kept
        members[kept] += members.pop(gone)

    for one, other in together:
        if home[one] != home[other]:
            merge(one, other)
    for one, other in joins:
        groups = members[home[one]], members[home[other]]
        if home[one] != home[other] and not any(apart(a, b) for a in groups[0] for b in groups[1]):
            merge(one, other)
    return [sorted(members[number]) for number in sorted(members)]
