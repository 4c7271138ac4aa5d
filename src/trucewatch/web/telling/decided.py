"""What people decided about a claim, as somebody may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Entry, EntryKind, Verdict, judgement_in
from trucewatch.reviewing.blindness import seen_by
from trucewatch.reviewing.fields import Difference, differences
from trucewatch.web.telling.summary import summary

DECIDED = {
    Verdict.ACCEPT: "accepted as it was read",
    Verdict.REJECT: "rejected",
    Verdict.CORRECT: "corrected",
    Verdict.MERGE: "merged with others",
    Verdict.SPLIT: "split from others",
}
"""Verdicts as what was done."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement or adjudication.

    `differences` are the fields in which a correction reads otherwise, `short` its reading in a line;
    `others` the other claims that it is about; `replaced_by` the entry that stands in for it since.
    """

    entry: Entry
    verdict: str
    reason: str
    differences: tuple[Difference, ...]
    short: str
    others: tuple[str, ...]
    replaced_by: int | None

    @property
    def settles(self) -> bool:
        """Whether it settles a difference between others."""
        return self.entry.kind is EntryKind.ADJUDICATION


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in order; `hidden` counts people whose decisions are shown only after one's own."""

    shown: tuple[Decision, ...]
    hidden: int


def decided(history: Iterable[Entry], claim: Claim, text: str, name: str | None) -> Decided:
    """Give the decisions on a claim; None is the name of somebody who only reads, and sees all."""
    made = tuple(history)
    seen = seen_by(name, made)
    replaced = {entry.supersedes: entry.seq for entry in made}
    return Decided(
        tuple(decision(entry, claim, text, replaced.get(entry.seq)) for entry in seen.entries), seen.hidden
    )


def decision(entry: Entry, claim: Claim, text: str, replaced_by: int | None = None) -> Decision:
    """Give an entry as a decision on a claim; `text` is that of the claim's report."""
    judgement = judgement_in(entry)
    if judgement is None:
        raise TypeError(f"entry {entry.seq} is no judgement")
    instead = judgement.instead
    return Decision(
        entry,
        DECIDED[judgement.verdict],
        judgement.reason,
        differences(claim, instead, text) if instead else (),
        summary(instead, text) if instead else "",
        tuple(one for one in judgement.claims if one != claim.id),
        replaced_by,
    )
