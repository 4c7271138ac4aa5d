"""The conflicts of all that a ledger holds, worked out claim by claim."""

from datetime import date

from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Holdings
from trucewatch.situation import Conflicts
from trucewatch.situation.conflicts import conflicts_told
from trucewatch.situation.judging import laid
from trucewatch.situation.told import in_order


def told_in(holdings: Holdings, day: date | None = None) -> Conflicts:
    """The conflicts that reports published up to `day` tell of; None takes all reports that have a day."""
    judged = laid(holdings.judgements)
    claims = in_order(judged.over(holdings.claims), holdings.reports, day or date.max)
    standing = (claim for claim in claims if claim.id not in judged.rejected)
    return conflicts_told(standing, holdings.reports, holdings.conflicts)


def conflicts_in(holdings: Holdings, day: date | None = None) -> tuple[Conflict, ...]:
    return told_in(holdings, day).all
