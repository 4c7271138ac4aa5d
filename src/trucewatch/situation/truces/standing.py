"""Where a truce stands according to each side, other source and article, and whether they differ."""

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.truce import Standing
from trucewatch.records.vocabulary import TruceState, TruceStatus
from trucewatch.situation.days import day_of
from trucewatch.situation.told import Told, ids
from trucewatch.situation.truces.mention import step_of

LIFE = {state: number for number, state in enumerate(TruceState)}
"""States in the order of a truce's life, which decides between steps of one day."""

RUNS = frozenset({TruceState.IN_EFFECT, TruceState.HOLDING, TruceState.EXTENDED})
BROKEN = frozenset({TruceState.VIOLATED})
OVER = frozenset({TruceState.FAILED, TruceState.ENDED, TruceState.REJECTED})
"""States that can't be so at once."""

STATUS = {TruceState.CALLED_FOR: TruceStatus.PROPOSED, TruceState.DECLARED: TruceStatus.AGREED}
"""States that a status calls otherwise; all other states are statuses of the same name."""


def standings(steps: Sequence[Told], declined: Iterable[Told], day: date) -> tuple[Standing, ...]:
    """The latest state according to each claimant, a party's speakers as one; sides first.

    Shape: what is to come after `day` is no state yet; `declined` are refusals to comment by sides of the
           truce, which stand only where nothing else is heard of that side
    """
    told: dict[Claimant, list[Told]] = {}
    for step in steps:
        when = day_of(step.claim)
        if when is None or when <= day:
            told.setdefault(_as_side(step.by), []).append(step)
    found = {by: _standing(by, own) for by, own in told.items()}
    silent: dict[Claimant, list[Told]] = {}
    for one in declined:
        if _as_side(one.by) not in found:
            silent.setdefault(_as_side(one.by), []).append(one)
    found |= {by: _declined(by, own) for by, own in silent.items()}
    return tuple(found[by] for by in sorted(found))


def are_contested(standings: Iterable[Standing]) -> bool:
    """Whether two put it at states that exclude each other, each heard since the other's came about."""
    heard = [one for one in standings if _is_heard(one)]
    return any(
        _camp(one) is not _camp(other) and _heard_since(one, other) and _heard_since(other, one)
        for at, one in enumerate(heard)
        for other in heard[at + 1 :]
        if _camp(one) and _camp(other)
    )


def status(standings: Sequence[Standing]) -> TruceStatus:
    """What all agree on: the newest state told as so; UNKNOWN where none is, or they differ."""
    heard = [one for one in standings if _is_heard(one)]
    if not heard or are_contested(standings):
        return TruceStatus.UNKNOWN
    newest = max(heard, key=lambda one: (_since(one), LIFE[one.state] if one.state else 0))
    state = newest.state
    return TruceStatus.UNKNOWN if state is None else STATUS.get(state) or TruceStatus(state.value)


def _as_side(by: Claimant) -> Claimant:
    return Claimant(VoiceKind.PARTY, by.side, by.side) if by.kind is VoiceKind.PARTY else by


def _standing(by: Claimant, steps: Sequence[Told]) -> Standing:
    ordered = sorted(steps, key=_age)
    latest = ordered[-1]
    payload, claim = step_of(latest), latest.claim
    same = [one for one in ordered if _told_alike(one, latest)]
    before = [step_of(one).state for one in ordered if not _told_alike(one, latest)]
    return Standing(
        claims=ids(ordered),
        by=by,
        state=payload.state,
        on=day_of(claim),
        told_on=max(one.told_on for one in same),
        polarity=claim.polarity,
        modality=claim.modality,
        earlier=tuple(state for at, state in enumerate(before) if state not in before[:at]),
    )


def _told_alike(one: Told, other: Told) -> bool:
    return (step_of(one).state, one.claim.polarity, one.claim.modality) == (
        step_of(other).state,
        other.claim.polarity,
        other.claim.modality,
    )


def _declined(by: Claimant, told: Sequence[Told]) -> Standing:
    return Standing(
        claims=ids(told),
        by=by,
        state=None,
        on=None,
        told_on=max(one.told_on for one in told),
        polarity=Polarity.AFFIRMED,
        modality=Modality.UNSAID,
        earlier=(),
    )


def _age(told: Told) -> tuple[date, bool, int, date, int]:
    """By the day of the step, else of the report; what is told as so goes before what is wanted."""
    claim = told.claim
    asserted = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    return day_of(claim) or told.told_on, asserted, LIFE[step_of(told).state], told.told_on, told.rank


def _is_heard(one: Standing) -> bool:
    return one.state is not None and one.polarity is Polarity.AFFIRMED and one.modality is Modality.ASSERTED


def _since(one: Standing) -> date:
    return one.on or one.told_on or date.min


def _heard_since(one: Standing, other: Standing) -> bool:
    """Whether one still says so on or after the day of the other's state."""
    return (one.told_on or date.min) >= _since(other)


def _camp(one: Standing) -> frozenset[TruceState] | None:
    return next((camp for camp in (RUNS, BROKEN, OVER) if one.state in camp), None)
