"""Conflicts that claims tell of: dyads by what is done, and those that people named."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from trucewatch.records.claim import Casualty, Claim, Incident, Polarity, TruceStep
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Holdings
from trucewatch.records.vocabulary import IncidentKind, Stance
from trucewatch.situation.judging import laid
from trucewatch.situation.sides import fighters, side_spoken_for
from trucewatch.situation.told import in_order

FOUGHT_BETWEEN_ACTORS = frozenset({IncidentKind.CLASH})
"""Kinds of events whose several actors fight each other; else they act together."""

NOT_FOUGHT = frozenset({IncidentKind.PROTEST, IncidentKind.ARREST})
"""Kinds of events that make no conflict."""

Dyad = tuple[str, str]


def conflicts_in(holdings: Holdings, day: date | None = None) -> tuple[Conflict, ...]:
    """The conflicts that reports published up to `day` tell of; None takes all reports that have a day.

    Shape: those that people named first, by name; then dyads that claims make, most told first, named
           "A-B" alphabetically. A dyad whose parties one named conflict has is left to that one.
           Whoever only speaks, mediates or watches is no party
    """
    judged = laid(holdings.judgements)
    claims = in_order(judged.over(holdings.claims), holdings.reports, day or date.max)
    return conflicts_told((claim for claim in claims if claim.id not in judged.rejected), holdings.conflicts)


def conflicts_told(claims: Iterable[Claim], named: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts that these claims tell of, beside those named."""
    given = tuple(sorted({conflict.name: conflict for conflict in named}.values(), key=_by_name))
    told = _dyads(claims)
    found = [
        Conflict("-".join(dyad), dyad)
        for dyad, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))
        if not any(set(dyad) <= set(conflict.parties) for conflict in given)
    ]
    taken = {conflict.name for conflict in given}
    return (*given, *(conflict for conflict in found if conflict.name not in taken))


def _by_name(conflict: Conflict) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return conflict.name.casefold(), conflict.parties, conflict.places


def _dyads(claims: Iterable[Claim]) -> Counter[Dyad]:
    """How many claims set each two against each other; an accuser counts only where it also fights."""
    told: Counter[Dyad] = Counter()
    accused: Counter[Dyad] = Counter()
    for claim in claims:
        if claim.polarity is Polarity.AFFIRMED:
            told.update(_opposed(claim))
            accused.update(_accused(claim))
    fighting = {name for dyad in told for name in dyad}
    told.update({dyad: count for dyad, count in accused.items() if fighting.issuperset(dyad)})
    return told


def _opposed(claim: Claim) -> Iterator[Dyad]:
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


def _accused(claim: Claim) -> Iterator[Dyad]:
    if claim.voice.stance is not Stance.ACCUSES:
        return
    payload, side = claim.payload, side_spoken_for(claim.voice)
    if isinstance(payload, Incident) and side:
        yield from _across((side,), fighters(payload.actor))
    elif isinstance(payload, Casualty) and side:
        yield from _across((side,), fighters(payload.blamed))


def _across(some: Iterable[str], others: Iterable[str]) -> Iterator[Dyad]:
    others = tuple(others)
    yield from {_dyad(one, other) for one in some for other in others if one != other}


def _among(names: Iterable[str]) -> Iterator[Dyad]:
    yield from {_dyad(one, other) for one, other in combinations(names, 2)}


def _dyad(one: str, other: str) -> Dyad:
    return (one, other) if one < other else (other, one)
