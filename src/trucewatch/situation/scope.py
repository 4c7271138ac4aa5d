"""Which claims are of a conflict: by the parties they name, else by what else their report tells of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from trucewatch.claims.sides import fighters, side_spoken_for
from trucewatch.records.claim import (
    Casualty,
    Claim,
    Control,
    Dealing,
    Deployment,
    Incident,
    Said,
    TruceStep,
)
from trucewatch.records.entry import Conflict
from trucewatch.records.values import Place
from trucewatch.resolve.places import Gazetteer
from trucewatch.situation.nearness import Nearness, nearness

DYAD = 2
"""Parties of one conflict that a claim names when it is of that conflict whatever else its report tells."""


@dataclass(frozen=True, slots=True)
class _Names:
    """The sides that one claim names, as far as any conflict has them, and all that it names."""

    claim: Claim
    sides: frozenset[str]


def of_conflict(claims: Sequence[Claim], conflict: Conflict, conflicts: Iterable[Conflict]) -> list[Claim]:
    """The claims that are of `conflict`, one of `conflicts`, in their order.

    Shape: a claim that names two of its parties is in. One that names one party, or none, is in where
           its report tells more of this conflict than of any other that could have it. A claim that
           names another fighter beside is of another conflict, unless people gave the conflict a place.
           What lies outside the places that people gave is out; what names nobody is in where it lies inside
    """
    others = [other for other in conflicts if other.name != conflict.name]
    everyone = [conflict, *others]
    found: list[Claim] = []
    for names in _by_report(claims):
        told = _told_of(names, everyone)
        found += [one.claim for one in names if _is_of(one, conflict, everyone, told)]
    return found


def _by_report(claims: Iterable[Claim]) -> Iterable[list[_Names]]:
    found: dict[str, list[_Names]] = {}
    for claim in claims:
        found.setdefault(claim.provenance.doc_id, []).append(_Names(claim, frozenset(_sides(claim))))
    return found.values()


def _sides(claim: Claim) -> tuple[str, ...]:  # noqa: PLR0911 - one line for each family
    payload = claim.payload
    match payload:
        case Incident():
            return fighters((*payload.actor, *payload.target))
        case Casualty():
            return fighters((*payload.side, *payload.blamed))
        case TruceStep():
            return fighters(payload.parties)
        case Control():
            return fighters(payload.holder)
        case Deployment():
            return fighters(payload.actor)
        case Dealing():
            return fighters((*payload.giver, *payload.receiver))
        case Said():
            side = side_spoken_for(claim.voice)
            return (side,) if side else ()


def _told_of(names: Iterable[_Names], conflicts: Sequence[Conflict]) -> Counter[str]:
    """How many claims of a report are of each conflict by two parties; by one where none has two."""
    by_two: Counter[str] = Counter()
    by_one: Counter[str] = Counter()
    for one in names:
        for conflict in conflicts:
            shared = len(one.sides.intersection(conflict.parties))
            if shared >= DYAD:
                by_two[conflict.name] += 1
            elif shared and not isinstance(one.claim.payload, Said):
                by_one[conflict.name] += 1
    return by_two or by_one


def _is_of(one: _Names, conflict: Conflict, conflicts: Sequence[Conflict], told: Counter[str]) -> bool:
    if not _is_inside(one.claim, conflict):
        return False
    shared = one.sides.intersection(conflict.parties)
    if len(shared) >= DYAD:
        return True
    if not shared:
        placed = bool(conflict.places) and isinstance(one.claim.where, Place)
        return not one.sides and (placed or _most_told(conflict, conflicts, told))
    if one.sides - shared and not conflict.places:
        return False
    having = [other for other in conflicts if shared & set(other.parties)]
    return len(having) == 1 or _most_told(conflict, having, told)


def _most_told(conflict: Conflict, conflicts: Iterable[Conflict], told: Counter[str]) -> bool:
    """Whether a report tells most of this conflict; of two told alike neither is."""
    most = max((told[other.name] for other in conflicts if other.name != conflict.name), default=0)
    return told[conflict.name] > most


def _is_inside(claim: Claim, conflict: Conflict) -> bool:
    if not conflict.places or not isinstance(claim.where, Place):
        return True
    where = claim.where
    names = {where.name.casefold(), where.text.casefold()}
    codes, grounds = _areas(conflict.places)
    return (
        any(place.casefold() in names for place in conflict.places)
        or where.country in {None, *codes}
        or any(nearness(where, ground) in _INSIDE for ground in grounds)
    )


_INSIDE = frozenset({Nearness.SAME, Nearness.CLOSE, Nearness.INSIDE})


@cache
def _areas(places: tuple[str, ...]) -> tuple[frozenset[str], tuple[Place, ...]]:
    """The places that people gave: countries by their codes, others as the likeliest of that name."""
    gazetteer = Gazetteer.load()
    codes = {place: gazetteer.states.named(place.casefold()) for place in places}
    others = [gazetteer.named(place)[:1] for place in places if not codes[place]]
    grounds = tuple(candidate.place(candidate.name) for found in others for candidate in found)
    return frozenset(code for found in codes.values() for code in found), grounds
