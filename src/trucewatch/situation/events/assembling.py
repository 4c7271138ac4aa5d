"""An event's cell from the claims that tell of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from trucewatch.claims.sides import named
from trucewatch.records.cell import VoiceKind
from trucewatch.records.claim import Incident
from trucewatch.records.event import Account, Event
from trucewatch.records.values import DatePrecision, Interval, Place
from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation.events.signature import Signature
from trucewatch.situation.judging import Laid
from trucewatch.situation.told import claimants, ids, origins

EXACTNESS = {precision: number for number, precision in enumerate(DatePrecision)}
"""Times from the most to the least exact."""


def event(signs: Sequence[Signature], unsure: Iterable[str], laid: Laid) -> Event:
    """What all these claims tell of one event."""
    told = [sign.told for sign in signs]
    denying = [one for one in told if one.denied]
    affirming = [sign for sign in signs if not sign.told.denied] or signs
    places = [sign.where for sign in affirming if isinstance(sign.where, Place)]
    return Event(
        claims=ids(told),
        id=event_id(signs),
        kind=_kind(affirming),
        when=_most_exact(affirming),
        where=min(places, key=lambda place: place.precision) if places else None,
        place_words=next((sign.where.text for sign in affirming if sign.where is not None), None),
        actors=_listed(sign.actors for sign in affirming),
        targets=_listed(sign.targets for sign in affirming),
        accounts=tuple(_accounts(signs)),
        denied_by=claimants(denying),
        sources=origins(one for one in told if not one.denied),
        independent=origins(one for one in told if not one.denied and one.by.kind is not VoiceKind.PARTY),
        contested=bool(denying) or _is_disputed(affirming),
        unsure=tuple(unsure),
        by_person=_is_judged(signs, laid),
    )


def event_id(signs: Sequence[Signature]) -> str:
    """The id of an event: that of the first claim that tells of it."""
    return ids(sign.told for sign in signs)[0]


def _kind(signs: Sequence[Signature]) -> IncidentKind:
    """The kind that most independent sources tell; a named kind before "other", the first told of equals."""
    origins_of = Counter(kind for kind, _ in {(sign.kind, sign.told.origin) for sign in signs})
    order = [sign.kind for sign in signs]
    return min(
        origins_of, key=lambda kind: (kind is IncidentKind.OTHER, -origins_of[kind], order.index(kind))
    )


def _most_exact(signs: Iterable[Signature]) -> Interval | None:
    told = [sign.told.claim.when for sign in signs]
    times = [when for when in told if isinstance(when, Interval)]
    return min(times, key=lambda when: EXACTNESS[when.precision]) if times else None


def _listed(names: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({name for some in names for name in some}))


def _accounts(signs: Iterable[Signature]) -> Iterable[Account]:
    """One account for each that tells the event in its own way; repeats of one claimant are one."""
    found: dict[tuple[object, ...], list[Signature]] = {}
    for sign in signs:
        key = (sign.told.by, sign.kind, sign.actors, sign.targets, sign.told.denied)
        found.setdefault(key, []).append(sign)
    for same in found.values():
        first = same[0]
        payload = first.told.claim.payload
        if isinstance(payload, Incident):
            yield Account(
                claims=ids(sign.told for sign in same),
                by=first.told.by,
                kind=first.kind,
                actors=named(payload.actor),
                targets=named(payload.target),
                denied=first.told.denied,
                told_on=same[-1].told.told_on,
            )


def _is_disputed(signs: Sequence[Signature]) -> bool:
    """Whether a report says that it is disputed, or two name wholly different actors."""
    said = any(isinstance(p := sign.told.claim.payload, Incident) and p.contested for sign in signs)
    actors = {sign.actors for sign in signs if sign.actors and sign.kind is not IncidentKind.CLASH}
    return said or any(not one & other for one in actors for other in actors)


def _is_judged(signs: Sequence[Signature], laid: Laid) -> bool:
    own = {sign.told.claim.id for sign in signs}
    return any(not own.isdisjoint(pair) for pair in laid.pairs)
