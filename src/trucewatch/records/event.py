"""Cells of an event: what several articles tell of one incident, who is said to have done it, who denies."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.records.cell import Cell, Claimant
from trucewatch.records.values import Interval, Place
from trucewatch.records.vocabulary import IncidentKind


class Sameness(StrEnum):
    """Whether two claims tell of one event."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Account(Cell):
    """What one claimant tells of an event; `denied` where it says that it was not so."""

    by: Claimant
    kind: IncidentKind
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    denied: bool
    told_on: date | None


@dataclass(frozen=True, slots=True)
class Event(Cell):
    """One event as several articles tell it.

    `actors` are all that are said to have done it, `sources` how many that don't copy each other tell
    it, `independent` how many of these speak for no party to the conflict,
    `contested` where somebody denies it or another actor is named. `unsure` are ids of events of the
    same situation that may be this one; `by_person` where a person's judgement joined or parted it.
    `when` and `where` are the most exact that are told.
    """

    id: str
    kind: IncidentKind
    when: Interval | None
    where: Place | None
    place_words: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    accounts: tuple[Account, ...]
    denied_by: tuple[Claimant, ...]
    sources: int
    independent: int
    contested: bool
    unsure: tuple[str, ...]
    by_person: bool


@dataclass(frozen=True, slots=True)
class Denial(Cell):
    """A denial by one side that does not say of what.

    `events` are ids of events of the same situation for which that side is blamed around the day on
    which it is told, in the order in which they were first told.
    """

    by: Claimant
    told_on: date
    events: tuple[str, ...]
