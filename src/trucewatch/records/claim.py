"""The claim: one thing one source says in one document, with the words that say it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, Place, Quantity, Unresolved
from trucewatch.records.vocabulary import (
    ControlChange,
    DealingKind,
    DeploymentRole,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    Victims,
)

PartyValue = tuple[Party | Unresolved, ...]
"""The parties that fill a role; empty where the words name nobody."""


class Family(StrEnum):
    """What a claim is about."""

    CASUALTY = "casualty"
    TRUCE = "truce"
    INCIDENT = "incident"
    CONTROL = "control"
    DEPLOYMENT = "deployment"
    DEALING = "dealing"
    STATEMENT = "statement"


class Polarity(StrEnum):
    """Whether the source says that it is so or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How the source puts it: as so, as wanted, as to come."""

    ASSERTED = "asserted"
    DEMANDED = "demanded"
    PROMISED = "promised"
    WARNED = "warned"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it.

    `speaker` None is the article's own voice; `words` and `cue` stand where the source is named.
    `via` is the voice that reports this one ("X said that Y said").
    """

    speaker: Party | Unresolved | None
    words: Span | None
    cue: Span | None
    stance: Stance
    via: "Voice | None"


@dataclass(frozen=True, slots=True)
class Casualty:
    """A count of people."""

    quantity: Quantity
    number: Span
    effect: Effect
    victims: Victims
    side: PartyValue
    blamed: PartyValue
    scope: Scope


@dataclass(frozen=True, slots=True)
class TruceStep:
    """One step of one truce; steps of one document with the same `truce` number are of one truce."""

    truce: int
    label: str
    state: TruceState
    parties: PartyValue
    brokers: PartyValue


@dataclass(frozen=True, slots=True)
class Incident:
    """A violent or military event or protest; `contested` where a denial or another actor is named too."""

    kind: IncidentKind
    actor: PartyValue
    target: PartyValue
    contested: bool


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds, takes or loses which ground."""

    territory: str
    holder: PartyValue
    change: ControlChange


@dataclass(frozen=True, slots=True)
class Deployment:
    """Forces, monitors or bases somewhere, under the agreement named."""

    actor: PartyValue
    role: DeploymentRole
    strength: Quantity | None
    under: str | None


@dataclass(frozen=True, slots=True)
class Dealing:
    """What one side asks of, offers to or agrees with another."""

    kind: DealingKind
    giver: PartyValue
    receiver: PartyValue
    about: str
    condition: str | None
    under: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """All else that is said; `content` None is a refusal to comment."""

    content: Span | None


Payload = Casualty | TruceStep | Incident | Control | Deployment | Dealing | Said


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a claim is from: the words, and the versions of what read them.

    `confidence` is a probability; `evidence` the words that the claim rests on.
    """

    doc_id: str
    evidence: Span
    reader_version: str
    codebook_version: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says in one document; `when` and `where` None where the words say nothing."""

    id: str
    family: Family
    voice: Voice
    polarity: Polarity
    modality: Modality
    when: Interval | Unresolved | None
    where: Place | Unresolved | None
    payload: Payload
    provenance: Provenance


def claim_id(*content: object) -> str:
    """Hash what is said and the words that say it, never when it was noticed.

    Shape: records, strings, numbers and nulls, as one canonical JSON array -> 32 hex digits.
    """
    return hashlib.sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()[:32]
