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

BEGINS = frozenset({TruceState.IN_EFFECT})
HOLDS = frozenset({TruceState.HOLDING, TruceState.EXTENDED})
ENDS = frozenset({TruceState.FAILED, TruceState.ENDED})
"""States in which a truce has begun, still runs, and is over."""

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
    """How long a truce ran, None where nobody gives a day on which it was in effect.

    Shape: from the first day on which it is said to have taken effect, else to have held, to the first day
           by which anybody says that it failed or ended, else to the last day on which a report speaks of
           it; a later step in effect does not revive it
    """
    so = [one for one in steps if is_so(one.claim)]
    begun = _first(so, BEGINS) or _first(so, HOLDS)
    since = day_of(begun.claim) if begun else None
    if begun is None or since is None or since > day:
        return None
    ends = [one for one in so if step_of(one).state in ENDS and since <= _day(one) <= day]
    over = min(ends, key=lambda one: (_day(one), one.rank)) if ends else None
    until = None if over is None else _day(over)
    heard_on = max(since, *(one.told_on for one in steps if one.told_on <= day), begun.told_on)
    told = [begun] if over is None else [begun, over]
    return Held(ids(told), since, until, heard_on, ((until or heard_on) - since).days)


def _first(steps: Iterable[Told], states: frozenset[TruceState]) -> Told | None:
    """The step of the first day among those that tell a day."""
    fitting = [one for one in steps if step_of(one).state in states and day_of(one.claim)]
    return min(fitting, key=lambda one: (_day(one), one.rank)) if fitting else None


def _day(told: Told) -> date:
    return day_of(told.claim) or told.told_on


def _order(step: Step, told: Sequence[Told]) -> tuple[date, int, str, str]:
    on, state, polarity, modality = step
    return on or told[0].told_on, LIFE[state], polarity, modality
