"""A situation: one conflict as of one day, every cell with its claims."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trucewatch.records.cell import Cell, Claimant
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.event import Denial, Event
from trucewatch.records.ground import Ground
from trucewatch.records.toll import Toll
from trucewatch.records.truce import Truce


@dataclass(frozen=True, slots=True)
class SourceRecord(Cell):
    """How one claimant fares among the others: counts of its figures and accounts.

    `alone` no independent source gives one for the same; `contradicted` another's can't be right
    beside it, `contradicted_by` names whose; `revised` it later gave another.
    """

    by: Claimant
    told: int
    alone: int
    contradicted: int
    revised: int
    contradicted_by: tuple[str, ...]


class ChangeKind(StrEnum):
    """In what a day differs from the one before."""

    NEW_TOLL = "new_toll"
    REVISED_TOLL = "revised_toll"
    TRUCE_STATE = "truce_state"
    NEW_TRUCE = "new_truce"
    NEW_EVENT = "new_event"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Change(Cell):
    """One difference from the day before; `about` names what changed, `by` who says so, None for several.

    `before` and `after` are short words ("49 killed", "105 killed"), `before` None for what is new.
    """

    kind: ChangeKind
    about: str
    by: Claimant | None
    before: str | None
    after: str


class Weight(StrEnum):
    """What a person's judgement comes to beside those of others and an adjudication."""

    STANDS = "stands"
    DIFFERS = "differs"
    SETTLES = "settles"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True)
class Judged(Cell):
    """A person's judgement on the machine's claims; `instead` the reading that it gives for one.

    Only what STANDS or SETTLES is laid over. While people's judgements DIFFER, the machine's reading stands.
    """

    verdict: Verdict
    by: str
    at: datetime
    reason: str
    instead: Claim | None
    weight: Weight = Weight.STANDS


class GapKind(StrEnum):
    """What is not known."""

    NO_TRUCE = "no_truce"
    STATE_UNKNOWN = "state_unknown"
    SIDE_UNHEARD = "side_unheard"
    NO_COMMENT = "no_comment"
    DAY_UNRESOLVED = "day_unresolved"
    PLACE_UNRESOLVED = "place_unresolved"
    SIDE_UNRESOLVED = "side_unresolved"
    NO_REPORT_SINCE = "no_report_since"
    UNDATED_REPORT = "undated_report"


@dataclass(frozen=True, slots=True)
class Gap:
    """What nobody says or could not be told, with the reason; no cell, so `claims` may be empty."""

    kind: GapKind
    about: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What is said of one conflict in all reports published up to `day`.

    Shape: truces newest first, those that nobody says were made last;
           tolls since the truce, then of periods, then of incidents, newest first,
           with background figures apart; events newest first; grounds by name; `reports` are doc_ids and
           `last_report` the newest day of publication among them, None where there is none; `changes` are
           those after the day `since`, None for the day before;
           `denials` are those that do not say of which event
    """

    conflict: Conflict
    day: date
    truces: tuple[Truce, ...]
    tolls: tuple[Toll, ...]
    background: tuple[Toll, ...]
    events: tuple[Event, ...]
    grounds: tuple[Ground, ...]
    sources: tuple[SourceRecord, ...]
    changes: tuple[Change, ...]
    gaps: tuple[Gap, ...]
    judged: tuple[Judged, ...]
    reports: tuple[str, ...]
    last_report: date | None
    since: date | None = None
    denials: tuple[Denial, ...] = ()
