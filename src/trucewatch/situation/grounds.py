"""Who is said to hold which ground: by themselves, by others, by articles; the latest of each that speaks."""

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.claims.sides import named
from trucewatch.records.cell import VoiceKind
from trucewatch.records.claim import Control
from trucewatch.records.ground import Footing, Ground, Hold
from trucewatch.records.values import Place
from trucewatch.records.vocabulary import ControlChange
from trucewatch.situation.days import day_of
from trucewatch.situation.nearness import ground
from trucewatch.situation.told import Told, ids

GIVEN_UP = frozenset({ControlChange.LOST, ControlChange.WITHDREW})
"""Changes after which the side named holds the ground no more."""

FOOTINGS = {footing: number for number, footing in enumerate(Footing)}
"""What a side says of itself goes first, an article's own word last."""


def grounds(told: Iterable[Told]) -> tuple[Ground, ...]:
    """Each ground with the latest that every claimant says of it, by name."""
    found: dict[str, list[Told]] = {}
    for one in told:
        payload = one.claim.payload
        if isinstance(payload, Control):
            found.setdefault(ground(one.claim.where) or payload.territory.casefold(), []).append(one)
    return tuple(
        sorted((_ground(own) for own in found.values()), key=lambda cell: (cell.territory, cell.claims))
    )


def _ground(told: Sequence[Told]) -> Ground:
    by_claimant: dict[object, list[Told]] = {}
    for one in told:
        by_claimant.setdefault((one.by, _footing(one)), []).append(one)
    holds = tuple(
        sorted(
            (_hold(own) for own in by_claimant.values()), key=lambda hold: (FOOTINGS[hold.footing], hold.by)
        )
    )
    where = next((one.claim.where for one in told if isinstance(one.claim.where, Place)), None)
    return Ground(
        claims=ids(told),
        territory=where.name if where else _control(told[0]).territory,
        where=where,
        holds=holds,
        contested=_are_contested(holds),
    )


def _control(told: Told) -> Control:
    payload = told.claim.payload
    if not isinstance(payload, Control):
        raise TypeError(f"claim {told.claim.id} tells of no ground")
    return payload


def _footing(told: Told) -> Footing:
    if told.by.kind is VoiceKind.ARTICLE:
        return Footing.ARTICLE
    return (
        Footing.CLAIMED if told.by.side and told.by.side in named(_control(told).holder) else Footing.REPORTED
    )


def _hold(told: Sequence[Told]) -> Hold:
    """The latest by the day of the change, else of the report; all that say the same stand behind it."""
    latest = max(told, key=lambda one: (day_of(one.claim) or one.told_on, one.rank))
    payload = _control(latest)
    same = [one for one in told if (_control(one), one.denied) == (payload, latest.denied) or one is latest]
    return Hold(
        claims=ids(same),
        by=latest.by,
        footing=_footing(latest),
        holder=named(payload.holder),
        change=payload.change,
        on=day_of(latest.claim),
        told_on=max(one.told_on for one in same),
        denied=latest.denied,
    )


def _are_contested(holds: Sequence[Hold]) -> bool:
    """Whether two, each heard since the day of what the other tells, can't both be right."""
    return any(
        _exclude(one, other) and _heard_since(one, other) and _heard_since(other, one)
        for at, one in enumerate(holds)
        for other in holds[at + 1 :]
    )


def _exclude(one: Hold, other: Hold) -> bool:
    shared = bool(set(one.holder) & set(other.holder))
    if not one.holder or not other.holder:
        return False
    return shared if _gives_up(one) != _gives_up(other) else not (shared or _gives_up(one))


def _gives_up(hold: Hold) -> bool:
    """Whether a claimant says that the side named does not hold the ground."""
    return (hold.change in GIVEN_UP) != hold.denied


def _heard_since(one: Hold, other: Hold) -> bool:
    return (one.told_on or date.min) >= (other.on or other.told_on or date.min)
