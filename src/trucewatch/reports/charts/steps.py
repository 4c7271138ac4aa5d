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
from trucewatch.reports.shown import shown

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


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a lane.

    `name` is who says it for a side, "" where that is not told; `band` None where it is only denied,
    wanted, promised or not commented on. `dated` False: the day is that of the report, for the words give
    none.
    """

    on: date
    words: str
    name: str
    band: str | None
    dated: bool

    @property
    def label(self) -> str:
        """What stands at its point.

        Example: "agreed (Nikol Pashinyan)"
        """
        return f"{self.words} ({self.name})" if self.name else self.words


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps that one voice tells, in order of days."""

    by: Claimant
    steps: tuple[Step, ...]


def lanes(truce: Truce, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Lane, ...]:
    """Give a lane to each side, then to each other source that tells of a step, then to each article."""
    found: dict[Claimant, list[Step]] = {}
    for by, step_ in _steps(truce, claims, reports):
        found.setdefault(_lane_of(by), []).append(step_)
    in_order = sorted(found)
    return tuple(Lane(by, _in_order(found[by])) for by in in_order)


def _lane_of(by: Claimant) -> Claimant:
    """All who speak for one side share its lane."""
    return Claimant(by.kind, by.side, by.side) if by.kind is VoiceKind.PARTY else by


def _steps(
    truce: Truce, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> Iterator[tuple[Claimant, Step]]:
    for transition in truce.transitions:
        told_on = _told_on(transition, claims, reports)
        for by in transition.by:
            yield from ((by, one) for one in _step(transition, transition.on, told_on, _name(by)))
    for standing in truce.standings:
        by = standing.by
        yield from ((by, one) for one in _step(standing, standing.on, standing.told_on, _name(by)))


def _name(by: Claimant) -> str:
    """Who speaks for a side, "" where it is named only as the side."""
    return shown(by.name) if by.kind is VoiceKind.PARTY and by.name != by.side else ""


def _step(cell: Transition | Standing, on: date | None, told_on: date | None, name: str) -> Iterator[Step]:
    """A step where any day is known to put it on."""
    day = on or told_on
    if day is not None:
        said = (
            cell.state is not None
            and cell.polarity is Polarity.AFFIRMED
            and cell.modality is Modality.ASSERTED
        )
        band = BANDS[cell.state] if said and cell.state is not None else None
        words = step(cell.state, cell.polarity, cell.modality)
        yield Step(day, words, name, band, dated=on is not None)


def _told_on(cell: Transition, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> date | None:
    days = (reports[claims[each].provenance.doc_id].published_on for each in cell.claims)
    return min((day for day in days if day is not None), default=None)


def _in_order(steps: list[Step]) -> tuple[Step, ...]:
    """By day, each day and state once: a standing mostly repeats the last transition, without its speaker."""
    found: dict[tuple[date, str], Step] = {}
    for each in sorted(steps, key=lambda one: (one.on, not one.dated, not one.name)):
        found.setdefault((each.on, each.words), each)
    return tuple(found.values())
