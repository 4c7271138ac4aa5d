"""What could not be told from an article: words without a value, each with why."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Incident,
    Payload,
    TruceStep,
    Voice,
)
from trucewatch.records.values import Unresolved

Untold = tuple[str, Unresolved]
"""What the words were to stand for, and the words with the reason."""


def untold(claims: Sequence[Claim]) -> Counter[Untold]:
    """Count every value of the claims that could not be told, the first found first."""
    return Counter(found for claim in claims for found in _of_claim(claim))


def _of_claim(claim: Claim) -> Iterator[Untold]:
    roles = [
        *_of_voice(claim.voice),
        ("when", claim.when),
        ("where", claim.where),
        *_of_payload(claim.payload),
    ]
    yield from ((role, value) for role, value in roles if isinstance(value, Unresolved))


def _of_voice(voice: Voice | None) -> Iterator[tuple[str, object]]:
    while voice is not None:
        yield "who says it", voice.speaker
        voice = voice.via


def _of_payload(payload: Payload) -> Iterator[tuple[str, object]]:
    match payload:
        case Casualty():
            roles = {"whose": payload.side, "blamed": payload.blamed}
        case TruceStep():
            roles = {"party": payload.parties, "broker": payload.brokers}
        case Incident():
            roles = {"who did it": payload.actor, "to whom": payload.target}
        case Control():
            roles = {"who holds it": payload.holder}
        case Deployment():
            roles = {"who": payload.actor}
        case Dealing():
            roles = {"from": payload.giver, "to": payload.receiver}
        case _:
            roles = {}
    yield from ((role, value) for role, values in roles.items() for value in values)
