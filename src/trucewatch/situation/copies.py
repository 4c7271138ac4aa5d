"""A sentence that copies of one text share is told once: its fullest reading stands for each of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from trucewatch.records.claim import Casualty, Claim, Family, TruceStep
from trucewatch.records.holdings import Holdings, InSentence
from trucewatch.records.values import Unresolved
from trucewatch.situation.judging import Laid


def with_copies(claims: Sequence[Claim], holdings: Holdings, laid: Laid) -> tuple[list[Claim], Laid]:
    """The claims in their order, those of copies as the fullest of them is read, and which are one telling.

    Shape: a claim keeps its id and where it stands. One that a person corrected stays as it is and
           stands for the others; none that people reject, and no telling of which they part two, is touched
    """
    told = [
        telling
        for telling in _tellings([claim for claim in claims if claim.id not in laid.rejected], holdings)
        if not any(laid.parts(one.id, other.id) for one in telling for other in telling)
    ]
    read: dict[str, Claim] = {}
    for telling in told:
        fullest = max(telling, key=lambda claim: (claim.id in laid.instead, *_fullness(claim, holdings)))
        read |= {one.id: _read_as(one, fullest) for one in telling if one.id not in laid.instead}
    copies = tuple(tuple(claim.id for claim in telling) for telling in told)
    return [read.get(claim.id, claim) for claim in claims], replace(laid, copies=copies)


def _tellings(claims: Iterable[Claim], holdings: Holdings) -> Iterator[list[Claim]]:
    """Claims of several reports that tell one thing in the same words, in order."""
    order: dict[str, int] = {}
    sentences: dict[tuple[str, str, Family], dict[str, list[Claim]]] = {}
    for claim in claims:
        place, doc_id = holdings.sentences.get(claim.id), claim.provenance.doc_id
        if place is not None and claim.family is not Family.STATEMENT:
            order[claim.id] = len(order)
            key = holdings.reports[doc_id].story, place.mark, claim.family
            sentences.setdefault(key, {}).setdefault(doc_id, []).append(claim)
    for copies in sentences.values():
        for telling in _matched(copies.values(), holdings.sentences):
            if len(telling) > 1:
                yield sorted(telling, key=lambda claim: order[claim.id])


def _matched(copies: Iterable[list[Claim]], places: Mapping[str, InSentence]) -> list[list[Claim]]:
    """The claims of each copy laid beside those of the others with which they share most words.

    Shape: two claims of one copy are two; the copy with most claims goes first
    """
    found: list[list[Claim]] = []
    for own in sorted(copies, key=len, reverse=True):
        left = list(found)
        for claim in own:
            home = max(left, key=lambda told: places[told[0].id].shares(places[claim.id]), default=None)
            if home is None or not places[home[0].id].shares(places[claim.id]):
                found.append([claim])
            else:
                left = [telling for telling in left if telling is not home]
                home.append(claim)
    return found


def _fullness(claim: Claim, holdings: Holdings) -> tuple[int, int, float]:
    """How much of it is known; of equals the earlier published, whose days are told from its own."""
    values: list[object] = [claim.voice.speaker, claim.when, claim.where]
    for field in fields(claim.payload):
        value = getattr(claim.payload, field.name)
        values += value if isinstance(value, tuple) else ()
    known = sum(value is not None and not isinstance(value, Unresolved) for value in values)
    published = holdings.reports[claim.provenance.doc_id].published_on or date.max
    return known, -published.toordinal(), claim.provenance.confidence


def _read_as(claim: Claim, fullest: Claim) -> Claim:
    """A claim as another one is read, with its own place in its own report."""
    own, payload = claim.payload, fullest.payload
    if isinstance(own, Casualty) and isinstance(payload, Casualty):
        payload = replace(payload, number=own.number)
    if isinstance(own, TruceStep) and isinstance(payload, TruceStep):
        payload = replace(payload, truce=own.truce)
    return replace(fullest, id=claim.id, payload=payload, provenance=claim.provenance)
