"""What programs get, where it is more than one record of the ledger."""

from dataclasses import dataclass
from datetime import datetime

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict, Entry
from trucewatch.records.holdings import Report
from trucewatch.records.situation import SourceRecord
from trucewatch.reports.handed_out import Found
from trucewatch.web.pages.sources import Publisher


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The conflicts that people named, then those that reports tell of."""

    items: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """Some reports, the last added first; `next` is what to ask as `behind` for those behind them."""

    items: tuple[Report, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a report's newest reading, in the order of its text."""

    items: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim with every judgement on it; `stands` is false where a newer reading lacks it.

    Who judges sees others' judgements only after their own; `hidden` counts people whose are not shown yet.
    """

    claim: Claim
    recorded_at: datetime
    stands: bool
    judgements: tuple[Entry, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Claims, then reports, the last added first; `next` is what to ask as `skip` for more of each."""

    items: tuple[Found, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Who speaks of a conflict and how each fares, and who publishes."""

    conflict: Conflict
    sources: tuple[SourceRecord, ...]
    publishers: tuple[Publisher, ...]
