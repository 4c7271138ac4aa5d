"""From pairs of claims to events: surest pairs first, nothing together that a person or a day keeps apart."""

from collections.abc import Mapping, Sequence

from trucewatch.records.event import Sameness
from trucewatch.situation.events.denying import answered
from trucewatch.situation.events.points import LIKELY_FROM, MARGIN
from trucewatch.situation.events.scoring import Verdict, verdicts
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.grouping import Pair, grouped
from trucewatch.situation.judging import Laid

Verdicts = Mapping[Pair, Verdict]


def clusters(signs: Sequence[Signature], laid: Laid) -> tuple[list[list[Signature]], list[Pair]]:
    """Claims by event, and the pairs of events of which it is unsure whether they are one."""
    identifiers = [sign.told.claim.id for sign in signs]
    found = verdicts(signs)
    if laid.pairs:
        found = {
            (one, other): verdict
            for (one, other), verdict in found.items()
            if not laid.parts(identifiers[one], identifiers[other])
        }
    same = [pair for pair, verdict in found.items() if verdict.sameness is Sameness.SAME]
    joins = [*sorted(same, key=lambda pair: _surest(found, pair)), *_only_likely(found, signs)]

    def apart(one: int, other: int) -> bool:
        return ((one, other) if one < other else (other, one)) not in found

    groups = grouped(len(signs), joins, apart=apart, together=laid.together(identifiers))
    told, denying = answered([[signs[member] for member in group] for group in groups], laid)
    home = {sign.told.rank: number for number, group in enumerate(told) for sign in group}
    likely = [(signs[one].told.rank, signs[other].told.rank) for one, other in found]
    unsure = {(home[one], home[other]) for one, other in (*likely, *denying) if home[one] != home[other]}
    return told, sorted(unsure)


def _only_likely(found: Verdicts, signs: Sequence[Signature]) -> list[Pair]:
    """Unsure pairs that are likely, and for either claim the only likely one in the other's report."""
    points: dict[tuple[int, str], list[float]] = {}
    for (one, other), verdict in found.items():
        points.setdefault((one, signs[other].told.report.doc_id), []).append(verdict.points)
        points.setdefault((other, signs[one].told.report.doc_id), []).append(verdict.points)

    def is_only(pair: Pair, one: int, other: int) -> bool:
        least = found[pair].points - MARGIN
        return sum(rival > least for rival in points[one, signs[other].told.report.doc_id]) == 1

    likely = [
        pair
        for pair, verdict in found.items()
        if verdict.sameness is Sameness.UNSURE and verdict.points >= LIKELY_FROM
        if is_only(pair, *pair) and is_only(pair, pair[1], pair[0])
    ]
    return sorted(likely, key=lambda pair: _surest(found, pair))


def _surest(found: Verdicts, pair: Pair) -> tuple[float, int, int]:
    return -found[pair].points, *pair
