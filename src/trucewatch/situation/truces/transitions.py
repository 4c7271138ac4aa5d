"""A truce's steps over time, each with all who tell it; how long it ran, and what ended it."""

from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.truce import Held, Transition
from trucewatch.records.vocabulary import TruceState
from trucewatch.situation.days import day_of
from trucewatch.situation.told import Told, claimants, ids
from trucewatch.situation.truces.mention import is_so, step_of
from trucewatch.situation.truces.standing import LIFE

ENDS = frozenset({TruceState.FAILED, TruceState.ENDED})
"""States in which a truce is over."""

Step = tuple[date | None, TruceState, Polarity, Modality]


def transitions(steps: Iterable[Told]) -> tuple[Transition, ...]:
    """Steps by day, those without a day by their first report's; told by several the same way, one step."""
    found: dict[Step, list[Told]] = {}
    for one in steps:
        claim = one.claim
        found.setdefault((day_of(claim), step_of(one).state, claim.polarity, claim.modality), []).append(one)
    ordered = sorted(found.items(), key=lambda item: _order(item[0], item[1]))
    return tuple(
        Transition(ids(told), state, on, polarity, modality, claimants(told))
        for (on, state, polarity, modality), told in ordered
    )


def endings(told: Iterable[Transition]) -> tuple[Transition, ...]:
    """The steps said to have ended a truce."""
    return tuple(
        step
        for step in told
        if step.state in ENDS and step.polarity is Polarity.AFFIRMED and step.modality is Modality.ASSERTED
    )


def held(steps: Sequence[Told], day: date) -> Held | None:
    """How long a truce ran, None where nobody says that it took effect.

    Shape: from the first day on which it is said to be in effect, else of which it is first said to hold,
           to the first day on which anybody says that it failed or ended, else to `day`; a later step
           in effect does not revive it
    """
    so = [one for one in steps if is_so(one.claim)]
    begun = _first(so, {TruceState.IN_EFFECT}) or _first(so, {TruceState.HOLDING, TruceState.EXTENDED})
    if begun is None or _day(begun) > day:
        return None
    since = _day(begun)
    over = _first([one for one in so if _day(one) >= since], ENDS)
    until = None if over is None or _day(over) > day else _day(over)
    told = [begun] if until is None or over is None else [begun, over]
    return Held(ids(told), since, until, ((until or day) - since).days)


def _first(steps: Iterable[Told], states: Iterable[TruceState]) -> Told | None:
    wanted = set(states)
    fitting = [one for one in steps if step_of(one).state in wanted]
    return min(fitting, key=lambda one: (_day(one), one.rank)) if fitting else None


def _day(told: Told) -> date:
    return day_of(told.claim) or told.told_on


def _order(step: Step, told: Sequence[Told]) -> tuple[date, int, str, str]:
    on, state, polarity, modality = step
    return on or told[0].told_on, LIFE[state], polarity, modality
