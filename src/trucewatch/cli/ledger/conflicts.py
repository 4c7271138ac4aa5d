"""`trucewatch conflict`: the conflicts that people name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rich import box
from rich.table import Table

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.cli.review.judging import show_entry
from trucewatch.ledger import Ledger
from trucewatch.ledger.lookup import sides_named
from trucewatch.records.entry import Conflict
from trucewatch.reports.terminal.escaping import plain


def name_conflict(conflict: Conflict, *, by: str | None, address: str | None, as_json: bool) -> None:
    """Record the naming of a conflict.

    Errors: LedgerError on one without a name or a party
    """
    named = replace(conflict, parties=tuple(dict.fromkeys(conflict.parties)))
    with opened(address, create=True) as ledger:
        notes = list(_notes(ledger, conflict))
        show_entry(ledger.name_conflict(named, by=by or user()), as_json=as_json)
    for note in notes:
        console(stderr=True).print(plain(f"note: {note}"), soft_wrap=True)


def _notes(ledger: Ledger, conflict: Conflict) -> Iterator[str]:
    """What may be a slip, and is recorded all the same."""
    for party, times in Counter(conflict.parties).items():
        if times > 1:
            yield f"{party} is given {times} times and counts once"
    with ledger.looking() as connection:
        known = sides_named(connection, conflict.parties)
    for party in dict.fromkeys(conflict.parties):
        if party not in known:
            yield f"no report names {party} as a side; `trucewatch situation` lists those that fight"
    for other in ledger.conflicts():
        if other.name != conflict.name and set(other.parties) == set(conflict.parties):
            yield f"{other.name} has the same parties"


def list_conflicts(*, address: str | None, as_json: bool) -> None:
    """Print the conflicts that people named.

    Errors: LedgerError where there is no ledger
    """
    with opened(address) as ledger:
        conflicts = ledger.conflicts()
        where = ledger.address
    if as_json:
        write_json(conflicts)
        return
    if not conflicts:
        console().print(plain(f"no conflict is named in {where}"), soft_wrap=True)
        return
    table = Table(box=box.SIMPLE_HEAD)
    for head in ("conflict", "parties", "places"):
        table.add_column(head, overflow="fold")
    for each in sorted(conflicts, key=lambda conflict: conflict.name):
        table.add_row(*map(plain, (each.name, ", ".join(each.parties), ", ".join(each.places) or "anywhere")))
    console().print(table)
