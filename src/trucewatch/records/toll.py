"""Cells of a toll: figures with who gives them, ranges over independent sources, sums marked as derived."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.records.cell import Cell, Claimant
from trucewatch.records.values import Interval, Place
from trucewatch.records.vocabulary import Effect, Victims


@dataclass(frozen=True, slots=True)
class Figure(Cell):
    """A count as one claimant gave it in reports of one day; `high` None where there is no upper bound.

    `told_on` is the day of publication, `when` the days counted, `blamed` who is said to have done it.
    """

    low: int
    high: int | None
    told_on: date | None
    when: Interval | None
    blamed: tuple[str, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class TollRow(Cell):
    """What one claimant says of one side's people, one effect, one kind of victims.

    `latest` is its newest figure, `earlier` what it gave on earlier days, oldest first, each different
    from the next (revisions). `beside` are further figures of the same reports: parts, or other places.
    """

    by: Claimant
    side: tuple[str, ...]
    effect: Effect
    victims: Victims
    latest: Figure
    earlier: tuple[Figure, ...]
    beside: tuple[Figure, ...]


class Stands(StrEnum):
    """Where a source stands to those counted: A_SIDE is a party on people whose side is not told."""

    OWN_SIDE = "own_side"
    OTHER_SIDE = "other_side"
    A_SIDE = "a_side"
    NEITHER_SIDE = "neither_side"


@dataclass(frozen=True, slots=True)
class Backing(Cell):
    """Who counts as one source of a range: copies of one story, a named source, a party's speakers."""

    by: tuple[Claimant, ...]
    stands: Stands


@dataclass(frozen=True, slots=True)
class Range(Cell):
    """From the lowest to the highest of the latest figures for one side, effect and kind of victims.

    `high` None where the highest has no upper bound. `backing` has each source once, parties first;
    `contested` where two figures can't both be right.
    """

    side: tuple[str, ...]
    effect: Effect
    victims: Victims
    low: int
    high: int | None
    backing: tuple[Backing, ...]
    contested: bool

    @property
    def sources(self) -> int:
        """How many independent sources: those that speak for no party to the conflict."""
        return sum(one.stands is Stands.NEITHER_SIDE for one in self.backing)


class CheckKind(StrEnum):
    """What came of adding up."""

    ADDS_UP = "adds_up"
    DOES_NOT = "does_not"
    PART_LARGER = "part_larger"


@dataclass(frozen=True, slots=True)
class Check(Cell):
    """Arithmetic over figures of one effect, said by nobody: parts against a total.

    `total_by` gives the total, `parts_by[i]` gives `parts[i]`.
    """

    kind: CheckKind
    effect: Effect
    parts: tuple[Figure, ...]
    parts_by: tuple[Claimant, ...]
    total: Figure
    total_by: Claimant


class TollKind(StrEnum):
    """What a table of tolls is over."""

    INCIDENT = "incident"
    PERIOD = "period"
    SINCE_TRUCE = "since_truce"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Toll(Cell):
    """The figures for one incident, one period, one background scope, or since the current truce.

    `about` is the id of the event (incident) or truce (since_truce), "" for the others; `when` and
    `where` say what is counted, None where nobody says. `label` is a short name for a person.
    """

    id: str
    kind: TollKind
    about: str
    label: str
    when: Interval | None
    where: Place | None
    rows: tuple[TollRow, ...]
    ranges: tuple[Range, ...]
    checks: tuple[Check, ...]
