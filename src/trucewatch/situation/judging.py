"""People's judgements laid over the machine's claims: hidden, replaced, joined, parted; both are kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Adjudication, Entry, Verdict
from trucewatch.records.situation import Judged, Weight
from trucewatch.situation.opinions import Matter, Opinion, Question, in_force, is_same, matters, questions

PAIR = 2
"""Claims of a question on whether they tell of one thing."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What people's judgements come to.

    `instead` are corrected claims under the id of the machine's; `pairs` whether people hold two
    claims to tell of one thing (True) or of two (False), by sorted ids. `listed` are all judgements in
    force, those too that others' or an adjudication keep from being laid over. `copies` are claims of
    several reports that are one telling, for they are the same words; no person said so.
    """

    rejected: frozenset[str]
    instead: Mapping[str, Claim]
    pairs: Mapping[tuple[str, str], bool]
    listed: tuple[Judged, ...]
    copies: tuple[tuple[str, ...], ...] = ()

    def over(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with corrected ones replaced; rejected ones stay, for scope is told with them."""
        return [self.instead.get(claim.id, claim) for claim in claims]

    def together(self, identifiers: Sequence[str]) -> list[tuple[int, int]]:
        """Pairs of positions that a person holds to be one, or that are copies of one telling."""
        at = {identifier: number for number, identifier in enumerate(identifiers)}
        judged = (pair for pair, same in self.pairs.items() if same)
        copied = (pair for telling in self.copies for pair in pairwise(telling))
        return [(at[one], at[other]) for one, other in (*judged, *copied) if one in at and other in at]

    def parts(self, one: str, other: str) -> bool:
        """Whether a person holds two claims to tell of different things."""
        return self.pairs.get((one, other) if one < other else (other, one)) is False


def laid(judgements: Iterable[Entry]) -> Laid:
    """What stands of the judgements in force: what all agree on, or what an adjudication settled.

    Shape: where two people differ and nobody settled it, the machine's reading stands
    """
    made = tuple(judgements)
    asked = matters(made)
    stands = {question: matter.stands for question, matter in asked.items()}
    on_one = {question[0]: one for question, one in stands.items() if one and len(question) < PAIR}
    return Laid(
        frozenset(claim for claim, one in on_one.items() if one.judgement.verdict is Verdict.REJECT),
        {
            claim: replace(one.judgement.instead, id=claim)
            for claim, one in on_one.items()
            if one.judgement.instead is not None
        },
        {
            (question[0], question[1]): is_same(one)
            for question, one in stands.items()
            if one and len(question) == PAIR
        },
        tuple(sorted(_listed(made, asked), key=lambda judged: (judged.at, judged.claims, judged.by))),
    )


def _listed(judgements: Iterable[Entry], asked: Mapping[Question, Matter]) -> Iterator[Judged]:
    for opinion in in_force(judgements):
        own = [asked[question] for question in questions(opinion.judgement) if question in asked]
        if any(opinion in (*matter.opinions, matter.settled) for matter in own):
            judgement = opinion.judgement
            yield Judged(
                tuple(sorted(set(judgement.claims))),
                judgement.verdict,
                opinion.by,
                opinion.entry.recorded_at,
                judgement.reason,
                judgement.instead,
                _weight(opinion, own),
            )


def _weight(opinion: Opinion, own: Iterable[Matter]) -> Weight:
    """What it comes to; of several pairs that of the one on which it counts for least."""
    if isinstance(opinion.entry.payload, Adjudication):
        return Weight.SETTLES
    stands = [matter.stands for matter in own]
    if any(one is None for one in stands):
        return Weight.DIFFERS
    is_kept = all(one is not None and one.answer == opinion.answer for one in stands)
    return Weight.STANDS if is_kept else Weight.OVERRULED
