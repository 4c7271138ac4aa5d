"""Which two sides claims set against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from trucewatch.claims.sides import fighters, side_spoken_for
from trucewatch.records.claim import Casualty, Claim, Incident, Polarity, TruceStep
from trucewatch.records.holdings import Dyad
from trucewatch.records.vocabulary import IncidentKind, Stance

FOUGHT_BETWEEN_ACTORS = frozenset({IncidentKind.CLASH})
"""Kinds of events whose several actors fight each other; else they act together."""

NOT_FOUGHT = frozenset({IncidentKind.PROTEST, IncidentKind.ARREST})
"""Kinds of events that make no conflict."""

Pair = tuple[str, str]


def dyads_told(claims: Iterable[Claim], published_on: date) -> tuple[Dyad, ...]:
    """The dyads of one report's claims, in the order of their parties; each claim counts once.

    Shape: what is denied counts for nothing. Whoever only mediates, watches or accuses does not fight;
           accusations are counted apart, for an accuser may fight according to others
    """
    fought: Counter[Pair] = Counter()
    accused: Counter[Pair] = Counter()
    for claim in {claim.id: claim for claim in claims}.values():
        if claim.polarity is Polarity.AFFIRMED:
            fought.update(_fought(claim))
            accused.update(_accused(claim))
    return tuple(
        Dyad(pair, fought[pair], accused[pair], 1, published_on) for pair in sorted({*fought, *accused})
    )


def summed(dyads: Iterable[Dyad]) -> tuple[Dyad, ...]:
    """The dyads of several reports as those of all of them, in the order of their parties."""
    found: dict[Pair, Dyad] = {}
    for one in dyads:
        before = found.get(one.parties)
        found[one.parties] = one if before is None else _both(before, one)
    return tuple(dyad for _, dyad in sorted(found.items()))


def _both(one: Dyad, other: Dyad) -> Dyad:
    return Dyad(
        one.parties,
        one.fought + other.fought,
        one.accused + other.accused,
        one.reports + other.reports,
        max(one.newest, other.newest),
    )


def _fought(claim: Claim) -> Iterator[Pair]:
    payload = claim.payload
    if isinstance(payload, Incident) and payload.kind not in NOT_FOUGHT:
        actors, targets = fighters(payload.actor), fighters(payload.target)
        if targets:
            yield from _across(actors, targets)
        elif payload.kind in FOUGHT_BETWEEN_ACTORS:
            yield from _among(actors)
    elif isinstance(payload, Casualty):
        yield from _across(fighters(payload.side), fighters(payload.blamed))
    elif isinstance(payload, TruceStep):
        brokers = fighters(payload.brokers)
        yield from _among(tuple(name for name in fighters(payload.parties) if name not in brokers))


def _accused(claim: Claim) -> Iterator[Pair]:
    if claim.voice.stance is not Stance.ACCUSES:
        return
    payload, side = claim.payload, side_spoken_for(claim.voice)
    if isinstance(payload, Incident) and side:
        yield from _across((side,), fighters(payload.actor))
    elif isinstance(payload, Casualty) and side:
        yield from _across((side,), fighters(payload.blamed))


def _across(some: Iterable[str], others: Iterable[str]) -> Iterator[Pair]:
    others = tuple(others)
    yield from {_pair(one, other) for one in some for other in others if one != other}


def _among(names: Iterable[str]) -> Iterator[Pair]:
    yield from {_pair(one, other) for one, other in combinations(names, 2)}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
