"""Lists of accounts, of tokens, and of what was done."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich import box
from rich.table import Table

from trucewatch.accounts import people, tokens
from trucewatch.accounts.noting import noted
from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.reports.terminal.escaping import plain

ID = "id"
"""The head of what a person copies whole into another command."""


def list_accounts(*, address: str | None, as_json: bool) -> None:
    """Print every account.

    Errors: LedgerError where there is no ledger
    """
    with opened(address) as ledger, ledger.looking() as connection:
        found = people.people(connection)
    rows = ((one.name, one.role, _at(one.made_at), _at(one.disabled_at)) for one in found)
    _show(("account", "role", "made", "disabled"), rows, found, as_json=as_json)


def list_tokens(name: str | None, *, address: str | None, as_json: bool) -> None:
    """Print somebody's tokens, or everybody's; never their secrets.

    Errors: LedgerError where there is no ledger
    """
    with opened(address) as ledger, ledger.looking() as connection:
        found = tokens.of(connection, name)
    rows = (
        (one.id, one.account, one.label, one.role, *map(_at, (one.expires_at, one.used_at, one.revoked_at)))
        for one in found
    )
    heads = (ID, "account", "for", "role", "until", "last used", "revoked")
    _show(heads, rows, found, as_json=as_json)


def list_noted(who: str | None, limit: int, *, address: str | None, as_json: bool) -> None:
    """Print the newest lines of the audit log.

    Errors: LedgerError where there is no ledger
    """
    with opened(address) as ledger, ledger.looking() as connection:
        found = noted(connection, who=who, limit=limit)
    rows = ((_at(one.recorded_at), one.who or "unknown", one.what, one.about, one.address) for one in found)
    _show(("when (UTC)", "who", "what", "about", "from"), rows, found, as_json=as_json)


def _show(
    heads: Sequence[str], rows: Iterable[Sequence[str]], records: Sequence[object], *, as_json: bool
) -> None:
    if as_json:
        write_json(records)
        return
    if not records:
        console().print("none")
        return
    table = Table(box=box.SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head == ID)
    for row in rows:
        table.add_row(*map(plain, row))
    console().print(table)


def _at(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant:%Y-%m-%d %H:%M}"
