"""Entries of the ledger: what was added, read, found alike and judged, when, by whom; none ever changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trucewatch.records.claim import Claim


class EntryKind(StrEnum):
    """What an entry records."""

    DOCUMENT = "document"
    READING = "reading"
    LIKENESS = "likeness"
    JUDGEMENT = "judgement"
    ADJUDICATION = "adjudication"
    CONFLICT = "conflict"


class Verdict(StrEnum):
    """What a person decides about claims, beside which the machine's reading always stays."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"


GROUPING = frozenset({Verdict.MERGE, Verdict.SPLIT})
"""Verdicts on whether claims tell of one thing; the others are on one claim alone."""


@dataclass(frozen=True, slots=True)
class Added:
    """A document was stored."""

    doc_id: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document was read: its claims under the versions that made them."""

    doc_id: str
    reader_version: str
    codebook_version: str
    claims: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents tell one text: 1.0 the same words, less where only most are."""

    doc_id: str
    like: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, with its reason.

    `claims` are what it is about: one for accept, reject and correct; two or more that tell of one
    event, truce or toll for merge, or of different ones for split. `instead` is the claim as it should
    have been read, for correct alone.
    """

    verdict: Verdict
    claims: tuple[str, ...]
    instead: Claim | None
    reason: str


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What is to stand where people's judgements differ; `settles` are the entries of those judgements."""

    judgement: Judgement
    settles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a situation is about: the sides that fight, and the places where; no place means anywhere."""

    name: str
    parties: tuple[str, ...]
    places: tuple[str, ...] = ()


EntryPayload = Added | Read | Likeness | Judgement | Adjudication | Conflict


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    Units: `recorded_at` is an instant in UTC; `seq` grows with every entry. `supersedes` is the entry that
           this one stands in for from then on: an older reading, naming, or judgement of the same person.
    """

    seq: int
    kind: EntryKind
    recorded_at: datetime
    recorded_by: str
    payload: EntryPayload
    supersedes: int | None


def judgement_in(entry: Entry) -> Judgement | None:
    """Give the judgement that an entry records or settles by, None in entries of other kinds."""
    payload = entry.payload
    if isinstance(payload, Adjudication):
        return payload.judgement
    return payload if isinstance(payload, Judgement) else None
