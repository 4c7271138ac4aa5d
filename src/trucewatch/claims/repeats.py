"""One thing told twice by one source is one claim: the fuller telling stays."""

from collections.abc import Hashable, Sequence

from trucewatch.records.claim import Casualty, Claim, Control, Incident, PartyValue, TruceStep
from trucewatch.records.values import Interval, Party, Place, Unresolved


def without_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order, each repeated one left out in favour of its fullest telling.

    A casualty is repeated when one source gives the same figure for the same effect; an incident
    when kind, place, day and actor agree and place and day are known; a change of hands when ground,
    holder and change agree; a truce's step when state, truce, day and source agree.
    """
    best: dict[Hashable, int] = {}
    for number, claim in enumerate(claims):
        key = _key(claim)
        if key is not None and (key not in best or _fullness(claim) > _fullness(claims[best[key]])):
            best[key] = number
    kept = set(best.values())
    return [claim for number, claim in enumerate(claims) if _key(claim) is None or number in kept]


def _key(claim: Claim) -> Hashable | None:
    payload, speaker = claim.payload, _speaker(claim)
    if isinstance(payload, Casualty):
        quantity = payload.quantity
        return (
            "casualty",
            speaker,
            quantity.low,
            quantity.high,
            payload.effect,
            payload.victims,
            _names(payload.side),
        )
    if isinstance(payload, Incident):
        day, place = _day(claim), _place(claim)
        return (
            None
            if day is None or place is None
            else ("incident", payload.kind, place, day, _names(payload.actor))
        )
    if isinstance(payload, Control):
        return "control", payload.territory.casefold(), _names(payload.holder), payload.change, speaker
    if isinstance(payload, TruceStep):
        return "truce", payload.truce, payload.state, _day(claim), speaker
    return None


def _fullness(claim: Claim) -> int:
    """How much a telling says: a day, a place, and a named side count one each."""
    payload = claim.payload
    sides = (payload.side, payload.blamed) if isinstance(payload, Casualty) else ()
    return (_day(claim) is not None) + (_place(claim) is not None) + sum(map(bool, sides))


def _speaker(claim: Claim) -> str | None:
    speaker = claim.voice.speaker
    return None if speaker is None else speaker.text if isinstance(speaker, Unresolved) else speaker.name


def _names(value: PartyValue) -> frozenset[str]:
    return frozenset(party.name if isinstance(party, Party) else party.text for party in value)


def _day(claim: Claim) -> object:
    return claim.when.start if isinstance(claim.when, Interval) else None


def _place(claim: Claim) -> str | None:
    return claim.where.name if isinstance(claim.where, Place) else claim.where.text if claim.where else None
