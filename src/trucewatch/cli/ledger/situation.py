"""`trucewatch situation`: what is said of a conflict as of a day, or which conflicts there are."""

from dataclasses import dataclass
from datetime import date, datetime

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.ledger import Ledger
from trucewatch.reports.gathering import listed, meant, refuse_to_come, today
from trucewatch.reports.terminal.situation import conflict_list, situation_page
from trucewatch.situation import situation


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which day of publication, and as recorded by which instant; None is now."""

    day: date | None
    known_at: datetime | None

    @property
    def last_day(self) -> date:
        """The day of the situation: today where none is asked for."""
        return self.day or today()


def show_situation(name: str | None, moment: Moment, *, address: str | None, as_json: bool) -> None:
    """Print the situation of a conflict, or the conflicts where none is named.

    Errors: LedgerError on a ledger that can't be read; SituationError on a conflict of which no report
            tells, or a day to come
    """
    refuse_to_come(moment.last_day)
    with opened(address) as ledger:
        if name is None:
            _show_conflicts(ledger, moment, as_json=as_json)
            return
        conflict = meant(ledger, name, moment.last_day, moment.known_at)
        held = ledger.holdings(
            parties=conflict.parties,
            places=conflict.places,
            published_by=moment.last_day,
            known_at=moment.known_at,
        )
        found = situation(held, conflict, moment.last_day)
    if as_json:
        write_json(found)
    else:
        console().print(situation_page(found))


def _show_conflicts(ledger: Ledger, moment: Moment, *, as_json: bool) -> None:
    found = listed(ledger, ledger.view(published_by=moment.last_day, known_at=moment.known_at))
    if as_json:
        write_json({"ledger": ledger.address, "conflicts": found.all, "told": found.told})
    else:
        console().print(conflict_list(found.named, found.told))
