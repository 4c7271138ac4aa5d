"""People's judgements laid over the machine's claims: hidden, replaced, joined, parted; both are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Entry, Judgement, Verdict
from trucewatch.records.situation import Judged

ABOUT_ONE = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT})
"""Verdicts on one claim, of which the newest stands; the others are on pairs."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What people's judgements come to.

    `instead` are corrected claims under the id of the machine's; `pairs` whether a person holds two
    claims to tell of one thing (True) or of two (False), by sorted ids.
    """

    rejected: frozenset[str]
    instead: Mapping[str, Claim]
    pairs: Mapping[tuple[str, str], bool]
    standing: tuple[Judged, ...]

    def over(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with corrected ones replaced; rejected ones stay, for scope is told with them."""
        return [self.instead.get(claim.id, claim) for claim in claims]

    def together(self, identifiers: Sequence[str]) -> list[tuple[int, int]]:
        """Pairs of positions that a person holds to be one."""
        at = {identifier: number for number, identifier in enumerate(identifiers)}
        return [
            (at[one], at[other])
            for (one, other), same in self.pairs.items()
            if same and one in at and other in at
        ]

    def parts(self, one: str, other: str) -> bool:
        """Whether a person holds two claims to tell of different things."""
        return self.pairs.get((one, other) if one < other else (other, one)) is False


def laid(judgements: Iterable[Entry]) -> Laid:
    """Judgements in force: none that another entry stands in for; of two on one claim or pair the later."""
    entries = _in_force(judgements)
    last: dict[str, Judged] = {}
    pairs: dict[tuple[str, str], bool] = {}
    standing: list[Judged] = []
    for entry, judgement in entries:
        judged = Judged(
            tuple(sorted(set(judgement.claims))),
            judgement.verdict,
            entry.recorded_by,
            entry.recorded_at,
            judgement.reason,
            judgement.instead,
        )
        if judgement.verdict in ABOUT_ONE:
            last[judgement.claims[0]] = judged
        else:
            standing.append(judged)
            for one, other in combinations(judged.claims, 2):
                pairs[one, other] = judgement.verdict is Verdict.MERGE
    return Laid(
        frozenset(claim for claim, judged in last.items() if judged.verdict is Verdict.REJECT),
        {
            claim: replace(judged.instead, id=claim)
            for claim, judged in last.items()
            if judged.verdict is Verdict.CORRECT and judged.instead is not None
        },
        dict(sorted(pairs.items())),
        tuple(sorted((*last.values(), *standing), key=lambda judged: (judged.at, judged.claims, judged.by))),
    )


def _in_force(judgements: Iterable[Entry]) -> list[tuple[Entry, Judgement]]:
    once = {(entry.recorded_at, entry.seq, repr(entry.payload)): entry for entry in judgements}
    gone = {entry.supersedes for entry in once.values()}
    return [
        (entry, entry.payload)
        for _, entry in sorted(once.items())
        if isinstance(entry.payload, Judgement) and entry.payload.claims and entry.seq not in gone
    ]
