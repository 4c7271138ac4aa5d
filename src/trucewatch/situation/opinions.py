"""What each person last decided on each question about claims, and what stands of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trucewatch.records.claim import Claim
from trucewatch.records.entry import GROUPING, Adjudication, Entry, Judgement, Verdict, judgement_in

Question = tuple[str, ...]
"""One claim: how it is to be read. Two, by sorted ids: whether they tell of one thing."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person decided, in which entry; `answer` is the same where two say the same."""

    entry: Entry
    judgement: Judgement

    @property
    def by(self) -> str:
        """Who decided."""
        return self.entry.recorded_by

    @property
    def answer(self) -> tuple[object, ...]:
        """What it comes to, whatever its reason."""
        instead = self.judgement.instead
        return (self.judgement.verdict, *(_read(instead) if instead else ()))


@dataclass(frozen=True, slots=True)
class Matter:
    """A question with what each person last decided, in order, and the last adjudication."""

    question: Question
    opinions: tuple[Opinion, ...]
    settled: Opinion | None

    @property
    def differs(self) -> bool:
        """Whether two people answer otherwise."""
        return len({opinion.answer for opinion in self.opinions}) > 1

    @property
    def stands(self) -> Opinion | None:
        """What is laid over the machine's reading: an adjudication, or that on which all agree."""
        if self.settled is not None:
            return self.settled
        return None if self.differs else self.opinions[-1]

    @property
    def is_open(self) -> bool:
        """Whether people differ and nobody settled it since."""
        if self.settled is None:
            return self.differs
        settled = self.settled
        return any(
            one.answer != settled.answer and in_order(one.entry) > in_order(settled.entry)
            for one in self.opinions
        )


def matters(judgements: Iterable[Entry]) -> Mapping[Question, Matter]:
    """Give every question that somebody answered, by question.

    Shape: of one person's judgements on a question the newest counts; none that another entry stands in for
    """
    held: dict[Question, dict[str, Opinion]] = {}
    settled: dict[Question, Opinion] = {}
    for opinion in in_force(judgements):
        for question in questions(opinion.judgement):
            if isinstance(opinion.entry.payload, Adjudication):
                settled[question] = opinion
                continue
            own = held.setdefault(question, {})
            own.pop(opinion.by, None)
            own[opinion.by] = opinion
    return {
        question: Matter(question, tuple(own.values()), settled.get(question))
        for question, own in sorted(held.items())
    }


def in_force(judgements: Iterable[Entry]) -> Sequence[Opinion]:
    """Give judgements and adjudications in order, each once, without those that another stands in for."""
    once = {in_order(entry): entry for entry in judgements}
    gone = {entry.supersedes for entry in once.values()}
    return [
        Opinion(entry, judgement)
        for _, entry in sorted(once.items())
        if (judgement := judgement_in(entry)) is not None and judgement.claims and entry.seq not in gone
    ]


def questions(judgement: Judgement) -> Iterator[Question]:
    """Give what a judgement answers: on one claim, or on each pair of several."""
    if judgement.verdict in GROUPING:
        yield from combinations(sorted(set(judgement.claims)), 2)
    else:
        yield judgement.claims[:1]


def in_order(entry: Entry) -> tuple[object, ...]:
    """Give what entries are ordered by, whichever ledger each is of."""
    return entry.recorded_at, entry.seq, repr(entry.payload)


def is_same(opinion: Opinion) -> bool:
    """Whether it holds a pair of claims to tell of one thing."""
    return opinion.judgement.verdict is Verdict.MERGE


def _read(claim: Claim) -> tuple[object, ...]:
    """What a claim says and by which words, without its id and the versions that read it."""
    told = (claim.family, claim.voice, claim.polarity, claim.modality, claim.when, claim.where)
    return (*told, claim.payload, claim.provenance.evidence)
