"""`trucewatch conflict`: the conflicts that people name."""

from rich import box
from rich.table import Table

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.cli.review.judging import show_entry
from trucewatch.records.entry import Conflict
from trucewatch.reports.terminal.escaping import plain


def name_conflict(conflict: Conflict, *, by: str | None, address: str | None, as_json: bool) -> None:
    """Record the naming of a conflict.

    Errors: LedgerError on one without a name or a party
    """
    with opened(address, create=True) as ledger:
        show_entry(ledger.name_conflict(conflict, by=by or user()), as_json=as_json)


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
