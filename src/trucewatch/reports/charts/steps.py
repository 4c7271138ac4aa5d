"""What each voice said of a truce, day by day, as steps of one lane."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.records.claim import Claim, Modality, Polarity
from trucewatch.records.holdings import Report
from trucewatch.records.truce import Standing, Transition, Truce
from trucewatch.records.vocabulary import TruceState
from trucewatch.reports.phrases import step

BANDS = {
    TruceState.CALLED_FOR: "spoken",
    TruceState.PROPOSED: "spoken",
    TruceState.AGREED: "agreed",
    TruceState.DECLARED: "agreed",
    TruceState.IN_EFFECT: "running",
    TruceState.HOLDING: "running",
    TruceState.EXTENDED: "running",
    TruceState.VIOLATED: "broken",
    TruceState.FAILED: "over",
    TruceState.ENDED: "over",
    TruceState.REJECTED: "over",
}
"""How a state is drawn from the day it is told until the next step of the same voice."""

BAND_WORDS = {
    "spoken": "called for or proposed",
    "agreed": "agreed or declared",
    "running": "in effect, holding or extended",
    "broken": "violated",
    "over": "failed, ended or rejected",
}


VOICES = (VoiceKind.PARTY, VoiceKind.SOURCE, VoiceKind.ARTICLE)
"""The order of lanes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a lane; `band` None where it is only denied, wanted, promised or not commented on.

    `dated` False: the day is that of the report, for the words give none.
    """

    on: date
    words: str
    band: str | None
    dated: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps that one voice tells, in order of days."""

    by: Claimant
    steps: tuple[Step, ...]


def lanes(truce: Truce, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Lane, ...]:
    """Give a lane to everyone who tells of a step: parties first, then other sources, then articles."""
    voices = dict.fromkeys(standing.by for standing in truce.standings)
    voices |= dict.fromkeys(by for transition in truce.transitions for by in transition.by)
    in_order = sorted(voices, key=lambda voice: (VOICES.index(voice.kind), voice.side))
    told = {voice: [*_steps(truce, voice, claims, reports)] for voice in in_order}
    return tuple(Lane(voice, _in_order(steps)) for voice, steps in told.items() if steps)


def _steps(
    truce: Truce, voice: Claimant, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[Step]:
    for transition in truce.transitions:
        if voice in transition.by:
            told_on = _told_on(transition, claims, reports)
            yield from _step(transition, transition.on, told_on)
    for standing in truce.standings:
        if standing.by == voice:
            yield from _step(standing, standing.on, standing.told_on)


def _step(cell: Transition | Standing, on: date | None, told_on: date | None) -> Iterator[Step]:
    """A step where any day is known to put it on."""
    day = on or told_on
    if day is not None:
        said = (
            cell.state is not None
            and cell.polarity is Polarity.AFFIRMED
            and cell.modality is Modality.ASSERTED
        )
        band = BANDS[cell.state] if said and cell.state is not None else None
        yield Step(day, step(cell.state, cell.polarity, cell.modality), band, dated=on is not None)


def _told_on(cell: Transition, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> date | None:
    days = (reports[claims[each].provenance.doc_id].published_on for each in cell.claims)
    return min((day for day in days if day is not None), default=None)


def _in_order(steps: list[Step]) -> tuple[Step, ...]:
    """By day, each day and state once: a standing mostly repeats the last transition."""
    found: dict[tuple[date, str], Step] = {}
    for each in sorted(steps, key=lambda one: (one.on, not one.dated)):
        found.setdefault((each.on, each.words), each)
    return tuple(found.values())
