"""`trucewatch situation`: what is said of a conflict as of a day, or which conflicts there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Holdings
from trucewatch.reports.gathering import called, refuse_to_come
from trucewatch.reports.terminal.situation import conflict_list, situation_page
from trucewatch.situation import conflicts_in, situation

JOINED = "-"
"""Between the parties of a dyad in its name; a party's own name may hold it too."""


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which day of publication, and as recorded by which instant; None is now."""

    day: date | None
    known_at: datetime | None

    @property
    def last_day(self) -> date:
        """The day of the situation: today where none is asked for."""
        return self.day or datetime.now(UTC).date()


def show_situation(name: str | None, moment: Moment, *, address: str | None, as_json: bool) -> None:
    """Print the situation of a conflict, or the conflicts where none is named.

    Errors: LedgerError on a ledger that can't be read, or a conflict that it tells nothing of;
            SituationError on a day to come
    """
    refuse_to_come(moment.last_day)
    with opened(address) as ledger:
        if name is None:
            _show_conflicts(ledger, moment, as_json=as_json)
            return
        conflict = conflict_called(ledger, name, moment)
        found = situation(_holdings(ledger, conflict, moment), conflict, moment.last_day)
    if as_json:
        write_json(found)
    else:
        console().print(situation_page(found))


def _show_conflicts(ledger: Ledger, moment: Moment, *, as_json: bool) -> None:
    holdings = ledger.holdings(published_by=moment.last_day, known_at=moment.known_at)
    found = conflicts_in(holdings, moment.last_day)
    if as_json:
        write_json({"ledger": ledger.address, "conflicts": found})
        return
    named = [conflict for conflict in found if conflict in holdings.conflicts]
    told = [conflict for conflict in found if conflict not in holdings.conflicts]
    console().print(conflict_list(named, told))


def conflict_called(ledger: Ledger, name: str, moment: Moment) -> Conflict:
    """The conflict of that name: as people named it, else as reports on its two parties tell of it.

    Errors: LedgerError where there is none
    """
    if named := called(ledger.conflicts(known_at=moment.known_at), name):
        return named
    for dyad in _dyads(name):
        found = conflicts_in(_holdings(ledger, dyad, moment), moment.last_day)
        for conflict in found:
            if conflict.name.casefold() == dyad.name.casefold():
                return conflict
    what = f"tells of no conflict {name!r} up to {moment.last_day}"
    raise LedgerError(what, where=ledger.address, advice="list them with `trucewatch situation`")


def _dyads(name: str) -> Iterator[Conflict]:
    """The dyads that a name may mean, their parties in either order."""
    parts = name.split(JOINED)
    for cut in range(1, len(parts)):
        one, other = sorted((JOINED.join(parts[:cut]), JOINED.join(parts[cut:])), key=str.casefold)
        yield Conflict(f"{one}{JOINED}{other}", (one, other))


def _holdings(ledger: Ledger, conflict: Conflict, moment: Moment) -> Holdings:
    return ledger.holdings(
        parties=conflict.parties,
        places=conflict.places,
        published_by=moment.last_day,
        known_at=moment.known_at,
    )
