"""What a report is made from, asked of a ledger by the name of a conflict."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from trucewatch.errors import SituationError
from trucewatch.ledger import Ledger
from trucewatch.ledger.dyads import dyads
from trucewatch.ledger.holding import standing_entries, standing_judgements
from trucewatch.ledger.lookup import texts
from trucewatch.ledger.views import View
from trucewatch.records.entry import Conflict, EntryKind
from trucewatch.records.holdings import Holdings
from trucewatch.records.situation import Situation
from trucewatch.reports.dossier import Dossier
from trucewatch.situation import Conflicts, conflicts, situation
from trucewatch.situation.judging import laid

MOST_NAMED = 12
"""Conflicts named in an error, at most."""


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(tz=UTC).date()


def refuse_to_come(day: date) -> None:
    """Refuse a day of which nothing can be told yet.

    Errors: SituationError on a day after today
    """
    if day > (now := today()):
        what = "is a day to come, of which nothing is told yet"
        raise SituationError(what, where=str(day), advice=f"give a day up to today, {now}")


def listed(ledger: Ledger, view: View) -> Conflicts:
    """Give the conflicts that people named, then those that reports tell of."""
    with ledger.looking() as connection:
        judged = laid(standing_judgements(connection, view.horizon))
        named = standing_entries(connection, EntryKind.CONFLICT, view.horizon)
        told = dyads(connection, view, {**dict.fromkeys(judged.rejected), **judged.instead})
    return conflicts(told, [each.payload for each in named if isinstance(each.payload, Conflict)])


def meant(ledger: Ledger, name: str, day: date, known_at: datetime | None = None) -> Conflict:
    """Find a conflict by its name: as people named it, else as reports up to a day tell of it.

    Errors: SituationError on a conflict of which no report tells
    """
    if (named := called(ledger.conflicts(known_at=known_at), name)) is not None:
        return named
    told = listed(ledger, ledger.view(published_by=day, known_at=known_at)).all
    bounds = [f"published by {day}"] if day < today() else []
    bounds += [f"recorded by {known_at:%Y-%m-%d %H:%M:%S %Z}"] if known_at else []
    return found(told, name, " and ".join(bounds))


def gathered(ledger: Ledger, name: str, day: date, known_at: datetime | None) -> Dossier:
    """Ask the ledger for a conflict's reports, and fold them.

    Errors: SituationError on a conflict of which no report tells
    """
    conflict = meant(ledger, name, day, known_at)
    held = ledger.holdings(parties=conflict.parties, places=conflict.places, known_at=known_at)
    return dossier_of(ledger, held, situation(held, conflict, day))


def found(known: Sequence[Conflict], name: str, bounds: str = "") -> Conflict:
    """Find a conflict among those that reports tell of; `bounds` says which reports were asked.

    Errors: SituationError where it is none of them
    """
    conflict = called(known, name)
    if conflict is None:
        what = f"no report {bounds} tells of this conflict".replace("  ", " ")
        raise SituationError(what, where=name, advice=_advice(known, bounds))
    return conflict


def _advice(known: Sequence[Conflict], bounds: str) -> str:
    if known:
        return f"the conflicts told of are {', '.join(one.name for one in known[:MOST_NAMED])}"
    return "ask as of a later moment" if bounds else "add reports first with `trucewatch add`"


def called(known: Sequence[Conflict], name: str) -> Conflict | None:
    """Find a conflict by its name, capitals or not, else by its parties joined by a hyphen."""
    wanted = name.casefold()
    by_name = next((one for one in known if one.name.casefold() == wanted), None)
    return by_name or next((one for one in known if wanted in _by_parties(one)), None)


def _by_parties(conflict: Conflict) -> set[str]:
    """Its parties joined by a hyphen, in the order of letters and in that in which they were given."""
    parties = [party.casefold() for party in conflict.parties]
    return {"-".join(parties), "-".join(reversed(parties)), "-".join(sorted(parties))}


def dossier_of(ledger: Ledger, held: Holdings, told: Situation, part: str = "") -> Dossier:
    """Put the words of its reports to a situation; `part` says of which claims, where not of all."""
    claims = {claim.id: claim for claim in held.claims}
    judged = (claims[one].provenance.doc_id for each in told.judged for one in each.claims if one in claims)
    with ledger.looking() as connection:
        words = texts(connection, {*told.reports, *judged})
    return Dossier(told, claims, held.reports, words, part)
