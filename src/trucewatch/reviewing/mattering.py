"""Which claims of a conflict a person should look at first, each with the reasons why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.records.claim import Casualty, Claim, Control, TruceStep, Voice
from trucewatch.records.event import Event
from trucewatch.records.ground import Ground
from trucewatch.records.situation import Situation
from trucewatch.records.toll import Toll
from trucewatch.records.truce import Truce
from trucewatch.records.values import Unresolved
from trucewatch.records.vocabulary import ControlChange, Effect
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.naming import in_days
from trucewatch.reports.phrases import figure, names, number, spaced, step, who

CONTESTED, DOUBTFUL, GRAVE, OPEN = 3.0, 2.0, 1.0, 0.5
"""What a reason weighs: others say otherwise; it was read unsurely, the whole where confidence is 0; it has
consequences, for each tenfold of people killed; something in it could not be worked out."""

FEW = 10
"""People killed from which on a count is a reason of its own."""

MOST_OTHERS = 3
"""Who say otherwise, of whom a reason names this many."""


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to look at; `weight` grows with how much it matters, for the `reasons` given in words."""

    claim: Claim
    weight: float
    reasons: tuple[str, ...]


Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Reason:
    weight: float
    words: str


def weighed(dossier: Dossier) -> Items:
    """Give the claims of a conflict's reports, what matters most first.

    Shape: the same for everybody, for nothing in it depends on what people judged last
    """
    contested: dict[str, list[_Reason]] = {}
    for claim_id, reason in _contested(dossier.situation):
        contested.setdefault(claim_id, []).append(reason)
    reports = set(dossier.situation.reports)
    items = (
        _item(claim, [*contested.get(claim.id, ()), *_own(claim)])
        for claim in dossier.claims.values()
        if claim.provenance.doc_id in reports
    )
    return tuple(sorted(items, key=lambda item: (-item.weight, item.claim.id)))


def of_report(claims: Iterable[Claim]) -> Items:
    """Give the claims of one report in their own order, with what in each speaks for a look."""
    return tuple(_item(claim, list(_own(claim))) for claim in claims)


def _item(claim: Claim, reasons: list[_Reason]) -> Item:
    words = dict.fromkeys(one.words for one in sorted(reasons, key=lambda one: -one.weight))
    return Item(claim, round(sum(one.weight for one in reasons), 6), tuple(words))


def _contested(situation: Situation) -> Iterator[tuple[str, _Reason]]:
    for toll in situation.tolls:
        yield from _toll(toll)
    for truce in situation.truces:
        yield from _truce(truce)
    for event in situation.events:
        yield from _event(event)
    for ground in situation.grounds:
        yield from _ground(ground)


def _toll(toll: Toll) -> Iterator[tuple[str, _Reason]]:
    for one in toll.ranges:
        what = (one.side, one.effect, one.victims)
        rows = [row for row in toll.rows if (row.side, row.effect, row.victims) == what]
        for row in rows if one.contested else ():
            others = [
                f"{figure(other.latest)} by {who(other.by)}"
                for other in rows
                if (other.latest.low, other.latest.high) != (row.latest.low, row.latest.high)
            ]
            if others:
                words = f"contested: others count {names(others[:MOST_OTHERS])}"
                yield from ((claim, _Reason(CONTESTED, words)) for claim in row.latest.claims)


def _truce(truce: Truce) -> Iterator[tuple[str, _Reason]]:
    for one in truce.standings if truce.contested else ():
        others = [
            f"{step(other.state, other.polarity, other.modality)} by {who(other.by)}"
            for other in truce.standings
            if (other.state, other.polarity) != (one.state, one.polarity)
        ]
        if others:
            words = f"contested: the {in_days(truce.label)} is said to be {names(others[:MOST_OTHERS])}"
            yield from ((claim, _Reason(CONTESTED, words)) for claim in one.claims)


def _event(event: Event) -> Iterator[tuple[str, _Reason]]:
    if not event.contested:
        return
    told = names([who(by) for by in event.denied_by[:MOST_OTHERS]], "")
    words = f"contested: denied by {told}" if told else "contested: another is said to have done it"
    yield from ((claim, _Reason(CONTESTED, words)) for claim in event.claims)


def _ground(ground: Ground) -> Iterator[tuple[str, _Reason]]:
    for one in ground.holds if ground.contested else ():
        others = [
            f"{names(other.holder)} by {who(other.by)}"
            for other in ground.holds
            if other.holder not in ((), one.holder)
        ]
        if others:
            words = f"contested: it is said to be held by {names(others[:MOST_OTHERS])}"
            yield from ((claim, _Reason(CONTESTED, words)) for claim in one.claims)


def _own(claim: Claim) -> Iterator[_Reason]:
    confidence = claim.provenance.confidence
    if confidence < NEEDS_A_LOOK:
        yield _Reason(DOUBTFUL * (1 - confidence), f"read with a confidence of {confidence:.2f}")
    payload = claim.payload
    if isinstance(payload, Casualty) and payload.effect is Effect.KILLED and payload.quantity.low >= FEW:
        count = payload.quantity
        yield _Reason(GRAVE * log10(count.low), f"counts {number(count.low, count.high)} killed")
    elif isinstance(payload, TruceStep):
        yield _Reason(GRAVE, f"a step of a truce: {spaced(payload.state)}")
    elif isinstance(payload, Control) and payload.change is not ControlChange.HOLDS:
        yield _Reason(GRAVE, "ground is said to change hands")
    left = list(_unresolved(claim))
    if left:
        yield _Reason(OPEN * len(left), f"not worked out: {names([f'“{one.text}”' for one in left])}")


def _unresolved(claim: Claim) -> Iterator[Unresolved]:
    voice: Voice | None = claim.voice
    places: list[object] = [claim.when, claim.where]
    while voice is not None:
        places.append(voice.speaker)
        voice = voice.via
    for name in type(claim.payload).__dataclass_fields__:
        value = getattr(claim.payload, name)
        places += value if isinstance(value, tuple) else (value,)
    yield from (one for one in places if isinstance(one, Unresolved))
