"""From pairs of claims to events: surest pairs first, nothing together that a person or a day keeps apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.records.event import Sameness
from trucewatch.situation.events.kinds import GROUPS_OF
from trucewatch.situation.events.scoring import LIKELY_FROM, OLD_DAYS, Verdict, judge
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.grouping import grouped
from trucewatch.situation.judging import Laid

LONG = 10
"""Claims over more days than this are compared only with others over just these days."""

MARGIN = 1.5
"""Points by which the only likely pair leads all others of its claims."""

Pair = tuple[Verdict, int, int]


@dataclass(slots=True)
class Scored:
    """Verdicts on pairs of claims, each reached once however often it is asked for."""

    _verdicts: dict[tuple[str, str], Verdict] = field(default_factory=dict)

    def of(self, one: Signature, other: Signature) -> Verdict:
        """The verdict on two claims, in whichever order."""
        first, second = one.told.claim.id, other.told.claim.id
        key = (first, second) if first < second else (second, first)
        if key not in self._verdicts:
            self._verdicts[key] = judge(one, other)
        return self._verdicts[key]


def clusters(
    signs: Sequence[Signature], laid: Laid, scored: Scored
) -> tuple[list[list[Signature]], list[tuple[int, int]]]:
    """Claims by event, and the pairs of events of which it is unsure whether they are one."""
    pairs = [(scored.of(signs[one], signs[other]), one, other) for one, other in _candidates(signs)]
    same = sorted((pair for pair in pairs if pair[0].sameness is Sameness.SAME), key=_surest)
    same += _only_likely(pairs, signs)
    identifiers = [sign.told.claim.id for sign in signs]
    held = {pair for pair, one in laid.pairs.items() if not one}

    def apart(one: int, other: int) -> bool:
        if held and laid.parts(identifiers[one], identifiers[other]):
            return True
        return scored.of(signs[one], signs[other]).sameness is Sameness.DIFFERENT

    groups = grouped(
        len(signs),
        [(one, other) for _, one, other in same if not laid.parts(identifiers[one], identifiers[other])],
        apart=apart,
        together=laid.together(identifiers),
    )
    home = {member: number for number, group in enumerate(groups) for member in group}
    unsure = {
        (home[one], home[other])
        for verdict, one, other in pairs
        if verdict.sameness is not Sameness.DIFFERENT and home[one] != home[other]
        if not laid.parts(identifiers[one], identifiers[other])
    }
    return [[signs[member] for member in group] for group in groups], sorted(unsure)


def _only_likely(pairs: Sequence[Pair], signs: Sequence[Signature]) -> list[Pair]:
    """Unsure pairs that are likely, and for either claim the only likely one in the other's report."""
    best: dict[tuple[int, str], list[float]] = {}
    for verdict, one, other in pairs:
        if verdict.sameness is not Sameness.DIFFERENT:
            best.setdefault((one, signs[other].told.report.doc_id), []).append(verdict.points)
            best.setdefault((other, signs[one].told.report.doc_id), []).append(verdict.points)

    def is_only(points: float, number: int, other: int) -> bool:
        rivals = best[number, signs[other].told.report.doc_id]
        return sum(rival > points - MARGIN for rival in rivals) == 1

    return sorted(
        (
            (verdict, one, other)
            for verdict, one, other in pairs
            if verdict.sameness is Sameness.UNSURE and verdict.points >= LIKELY_FROM
            if is_only(verdict.points, one, other) and is_only(verdict.points, other, one)
        ),
        key=_surest,
    )


def _surest(pair: Pair) -> tuple[float, int, int]:
    verdict, one, other = pair
    return -verdict.points, one, other


def _candidates(signs: Sequence[Signature]) -> Iterable[tuple[int, int]]:
    """Pairs that may be one event: of one group of kinds, and days that touch."""
    blocks: dict[tuple[str, int, int], list[int]] = {}
    for number, sign in enumerate(signs):
        for key in _keys(sign):
            blocks.setdefault(key, []).append(number)
    return sorted(
        {
            (one, other)
            for block in blocks.values()
            for at, one in enumerate(block)
            for other in block[at + 1 :]
        }
    )


def _keys(sign: Signature) -> Iterator[tuple[str, int, int]]:
    first, last = sign.days.first, sign.days.last
    if not sign.dated:
        first -= OLD_DAYS
    spans = [(first, last)] if sign.dated and sign.days.length > LONG else [(d, d) for d in range(first, last + 2)]
    for group in GROUPS_OF[sign.kind]:
        yield from ((group, *span) for span in spans)
