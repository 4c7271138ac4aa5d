"""Sums that nobody says: parts of different sides or kinds of victims against a total of the same report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trucewatch.records.cell import Claimant
from trucewatch.records.toll import Check, CheckKind, Figure
from trucewatch.records.vocabulary import Effect, Victims
from trucewatch.situation.counts import Count

MOST_PARTS = 3
MOST_FIGURES = 12
"""Parts of a sum, and figures of one report and effect above which only pairs are tried."""

BOTH = 2
"""Sides whose counts are held against a total of both."""

KINDS_OF = frozenset({Victims.COMBATANT, Victims.CIVILIAN})
"""Victims that are parts of all victims."""


@dataclass(frozen=True, slots=True)
class _Exact:
    """An exact count of one report."""

    figure: Figure
    by: Claimant
    sides: tuple[str, ...]
    victims: Victims


def checks(counts: Sequence[Count], others: Mapping[str, Sequence[Count]]) -> tuple[Check, ...]:
    """Sums over the counts of a table, report by report.

    Shape: parts that make up a total are of different sides, or civilians and combatants of one; the total
           is of both, or of no side named. `others` are background counts by report, of which one may be a
           total that adds up, never one that does not. A part above its total is told only of one claimant
    """
    found: dict[tuple[object, ...], Check] = {}
    for doc_id, own in _by_report(counts).items():
        if len(own) == 1:
            continue
        for effect in dict.fromkeys(count.kind[1] for count in own):
            parts = [exact for count in own if count.kind[1] is effect and (exact := _exact(count))]
            more = (count for count in others.get(doc_id, ()) if count.kind[1] is effect)
            totals = [exact for count in more if (exact := _exact(count))]
            for check in _checks(parts, totals, effect):
                found.setdefault(_said(check), check)
    return tuple(found.values())


def _by_report(counts: Iterable[Count]) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for count in counts:
        found.setdefault(count.told.report.doc_id, []).append(count)
    return found


def _exact(count: Count) -> _Exact | None:
    """A count as one to add; None where it has no exact figure, or is denied."""
    low, high, denied = count.bounds
    if low != high or low == 0 or denied:
        return None
    sides, _, victims = count.kind
    figure = Figure((count.told.claim.id,), low, high, count.told.told_on, None, (), denied=False)
    return _Exact(figure, count.told.by, sides, victims)


def _checks(counts: Sequence[_Exact], others: Sequence[_Exact], effect: Effect) -> Iterator[Check]:
    sums = list(_sums(counts, [*counts, *others], effect))
    added = {check.total.claims for check in sums}
    yield from sums
    yield from (check for check in _missed(counts, effect) if check.total.claims not in added)
    yield from _larger(counts, effect)


def _sums(counts: Sequence[_Exact], totals: Sequence[_Exact], effect: Effect) -> Iterator[Check]:
    by_figure: dict[int, list[_Exact]] = {}
    for total in totals:
        by_figure.setdefault(total.figure.low, []).append(total)
    most = MOST_PARTS if len(counts) <= MOST_FIGURES else 2
    for size in range(2, most + 1):
        for parts in combinations(counts, size):
            for total in by_figure.get(sum(part.figure.low for part in parts), ()):
                if _make_up(parts, total):
                    yield _check(CheckKind.ADDS_UP, parts, total, effect)


def _missed(counts: Sequence[_Exact], effect: Effect) -> Iterator[Check]:
    """Two sides' only counts beside a total of both that they don't make."""
    ones = [count for count in counts if len(count.sides) == 1]
    by_side = {count.sides[0]: [one for one in ones if one.sides == count.sides] for count in ones}
    if len(by_side) != BOTH or any(len(own) != 1 for own in by_side.values()):
        return
    parts = tuple(own[0] for own in by_side.values())
    for total in counts:
        if set(total.sides) == set(by_side) and total.figure.low != sum(part.figure.low for part in parts):
            yield _check(CheckKind.DOES_NOT, parts, total, effect)


def _larger(counts: Sequence[_Exact], effect: Effect) -> Iterator[Check]:
    for part in counts:
        for total in counts:
            whole = part.victims in KINDS_OF and total.victims is Victims.MIXED
            alike = part.by == total.by and part.sides == total.sides
            if whole and alike and part.figure.low > total.figure.low:
                yield _check(CheckKind.PART_LARGER, (part,), total, effect)


def _make_up(parts: Sequence[_Exact], total: _Exact) -> bool:
    if any(part.figure.claims == total.figure.claims for part in parts):
        return False
    sides = [part.sides for part in parts]
    if len(set(sides)) == len(parts) and all(len(side) == 1 for side in sides):
        return not total.sides or {side[0] for side in sides} == set(total.sides)
    victims = {part.victims for part in parts}
    return (
        len(set(sides)) == 1
        and total.sides == sides[0]
        and victims == KINDS_OF
        and len(parts) == len(KINDS_OF)
        and total.victims in {Victims.MIXED, Victims.UNKNOWN}
    )


def _check(kind: CheckKind, parts: Sequence[_Exact], total: _Exact, effect: Effect) -> Check:
    claims = (*(claim for part in parts for claim in part.figure.claims), *total.figure.claims)
    return Check(
        claims=tuple(dict.fromkeys(claims)),
        kind=kind,
        effect=effect,
        parts=tuple(part.figure for part in parts),
        parts_by=tuple(part.by for part in parts),
        total=total.figure,
        total_by=total.by,
    )


def _said(check: Check) -> tuple[object, ...]:
    """What makes two checks one: who says how many; wire copies repeat it."""
    parts = sorted(zip((part.low for part in check.parts), check.parts_by, strict=True))
    return check.kind, check.effect, tuple(parts), check.total.low, check.total_by
