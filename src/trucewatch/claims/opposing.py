"""Which two sides claims set against each other, and between which one mediates."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from trucewatch.claims.sides import fighters, side_spoken_for
from trucewatch.records.claim import Casualty, Claim, Dealing, Incident, Polarity, TruceStep
from trucewatch.records.holdings import Dyad
from trucewatch.records.vocabulary import DealingKind, IncidentKind, Stance

FOUGHT_BETWEEN_ACTORS = frozenset({IncidentKind.CLASH})
"""Kinds of events whose several actors fight each other; else they act together."""

NOT_FOUGHT = frozenset({IncidentKind.PROTEST, IncidentKind.ARREST})
"""Kinds of events that make no conflict."""

SPOKEN = frozenset({DealingKind.OFFER, DealingKind.REQUEST})
"""Dealings with two sides at once by which a third stands between them, as who hosts talks does."""

Pair = tuple[str, str]


def dyads_told(claims: Iterable[Claim], published_on: date) -> tuple[Dyad, ...]:
    """The dyads of one report's claims, in the order of their parties; each claim counts once in a kind.

    Shape: what is denied counts for nothing. Accusations are counted apart, for an accuser may fight
           according to others, and so are truces, for whoever mediates one may be read as a party
    """
    told: dict[Pair, Counter[str]] = {}
    for claim in {claim.id: claim for claim in claims}.values():
        if claim.polarity is Polarity.AFFIRMED:
            for kind, pairs in KINDS.items():
                for pair in pairs(claim):
                    told.setdefault(pair, Counter())[kind] += 1
    return tuple(_dyad(pair, told[pair], published_on) for pair in sorted(told))


def summed(dyads: Iterable[Dyad]) -> tuple[Dyad, ...]:
    """The dyads of several reports as those of all of them, in the order of their parties."""
    found: dict[Pair, Dyad] = {}
    for one in dyads:
        before = found.get(one.parties)
        found[one.parties] = one if before is None else _both(before, one)
    return tuple(dyad for _, dyad in sorted(found.items()))


def _dyad(pair: Pair, count: Counter[str], published_on: date) -> Dyad:
    fought, in_truce, accused, mediated = (count[kind] for kind in KINDS)
    is_against = bool(fought or in_truce or accused)
    return Dyad(pair, fought, in_truce, accused, mediated, int(is_against), published_on)


def _both(one: Dyad, other: Dyad) -> Dyad:
    """Two reports' dyad: the day is of the last that sets the two against each other, where one does."""
    told = [each for each in (one, other) if each.reports] or [one, other]
    return Dyad(
        one.parties,
        one.fought + other.fought,
        one.in_truce + other.in_truce,
        one.accused + other.accused,
        one.mediated + other.mediated,
        one.reports + other.reports,
        max(each.newest for each in told),
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


def _in_truce(claim: Claim) -> Iterator[Pair]:
    if isinstance(claim.payload, TruceStep):
        yield from _among(_partners(claim.payload))


def _accused(claim: Claim) -> Iterator[Pair]:
    if claim.voice.stance is not Stance.ACCUSES:
        return
    payload, side = claim.payload, side_spoken_for(claim.voice)
    if isinstance(payload, Incident) and side:
        yield from _across((side,), fighters(payload.actor))
    elif isinstance(payload, Casualty) and side:
        yield from _across((side,), fighters(payload.blamed))


def _mediated(claim: Claim) -> Iterator[Pair]:
    payload = claim.payload
    if isinstance(payload, TruceStep):
        yield from _across(fighters(payload.brokers), _partners(payload))
    elif isinstance(payload, Dealing):
        givers = fighters(payload.giver)
        others = tuple(name for name in fighters(payload.receiver) if name not in givers)
        if payload.kind is DealingKind.MEDIATION or (payload.kind in SPOKEN and len(others) > 1):
            yield from _across(givers, others)


def _partners(step: TruceStep) -> tuple[str, ...]:
    """The parties of a truce that don't also broker it."""
    brokers = fighters(step.brokers)
    return tuple(name for name in fighters(step.parties) if name not in brokers)


def _across(some: Iterable[str], others: Iterable[str]) -> Iterator[Pair]:
    others = tuple(others)
    yield from {_pair(one, other) for one in some for other in others if one != other}


def _among(names: Iterable[str]) -> Iterator[Pair]:
    yield from {_pair(one, other) for one, other in combinations(names, 2)}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


KINDS: Mapping[str, Callable[[Claim], Iterator[Pair]]] = {
    "fought": _fought,
    "in_truce": _in_truce,
    "accused": _accused,
    "mediated": _mediated,
}
"""What a claim may tell of two sides, in the order in which a dyad counts it."""
