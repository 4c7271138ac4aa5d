"""Cells of a truce: its transitions, where it stands according to whom, what is said to have broken it."""

from dataclasses import dataclass
from datetime import date

from trucewatch.records.cell import Cell, Claimant
from trucewatch.records.claim import Modality, Polarity
from trucewatch.records.values import Place
from trucewatch.records.vocabulary import TruceState, TruceStatus


@dataclass(frozen=True, slots=True)
class Transition(Cell):
    """One step in a truce's life; all who tell it the same way stand in `by`.

    `on` None where the day is not told; `polarity` and `modality` say how it is put.
    """

    state: TruceState
    on: date | None
    polarity: Polarity
    modality: Modality
    by: tuple[Claimant, ...]


@dataclass(frozen=True, slots=True)
class Standing(Cell):
    """Where a truce stands according to one side, one source or one article.

    `state` None: it declined to comment. `on` is the day of the step, `told_on` the day of the latest
    report that gives it; `earlier` are the states it gave before, oldest first.
    """

    by: Claimant
    state: TruceState | None
    on: date | None
    told_on: date | None
    polarity: Polarity
    modality: Modality
    earlier: tuple[TruceState, ...]


@dataclass(frozen=True, slots=True)
class Violation(Cell):
    """A breach that somebody claims or, where `derived`, an event inside parties and place while it ran.

    `event` is the id of an event of the same situation, None where the claim tells of no event;
    `blamed` who is said to have done it, `denied_by` who denies it.
    """

    derived: bool
    on: date | None
    where: str | None
    blamed: tuple[str, ...]
    by: tuple[Claimant, ...]
    denied_by: tuple[Claimant, ...]
    event: str | None


@dataclass(frozen=True, slots=True)
class Held(Cell):
    """How long a truce ran, derived from what is said of its beginning and end.

    `since` is the first day on which it is said to be in effect; `until` the first by which anybody says
    it failed or ended, None while nobody does; `heard_on` the last day on which a report speaks of it.
    `days` run from `since` to `until`, else to `heard_on`: of later days nobody says anything.
    """

    since: date
    until: date | None
    heard_on: date
    days: int


@dataclass(frozen=True, slots=True)
class Truce(Cell):
    """One truce across articles.

    `status` is what all who speak of it agree on: UNKNOWN where nobody says, and where they differ
    (`contested`). `unheard` are its parties of which nothing is heard on it. `endings` are the steps
    said to have ended it.
    """

    id: str
    label: str
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    where: Place | None
    first_on: date | None
    status: TruceStatus
    contested: bool
    standings: tuple[Standing, ...]
    transitions: tuple[Transition, ...]
    endings: tuple[Transition, ...]
    violations: tuple[Violation, ...]
    held: Held | None
    unheard: tuple[str, ...]
