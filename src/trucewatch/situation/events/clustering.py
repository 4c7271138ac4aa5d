"""From pairs of claims to events: surest pairs first, nothing together that a person or a day keeps apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.records.event import Sameness
from trucewatch.situation.events.kinds import GROUPS_OF
from trucewatch.situation.events.scoring import Verdict, judge
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.grouping import grouped
from trucewatch.situation.judging import Laid

LONG = 10
"""Claims over more days than this are compared only with others over just these days."""

NOT_SEEN = Verdict(Sameness.DIFFERENT, 0.0)


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


def _surest(pair: tuple[Verdict, int, int]) -> tuple[float, int, int]:
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
    spans = [(first, last)] if sign.days.length > LONG else [(day, day) for day in range(first, last + 2)]
    for group in GROUPS_OF[sign.kind]:
        yield from ((group, *span) for span in spans)
