"""Opening the ledger of a command, with a word where its tables were brought up to date."""

import getpass

from rich.text import Text

from trucewatch.cli.console import console
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.store.schema import NEWEST
from trucewatch.reports.terminal.escaping import visible


def opened(address: str | None, *, create: bool = False) -> Ledger:
    """Open a ledger; only commands that fill one make it.

    Errors: LedgerError where it can't be opened
    """
    ledger = open_ledger(address, create=create)
    if ledger.brought_up_from is not None:
        versions = f"from version {ledger.brought_up_from} to {NEWEST}"
        note = f"{ledger.address}: its tables were brought up {versions}"
        console(stderr=True).print(Text(visible(note)), soft_wrap=True)
    return ledger


def user() -> str:
    """Give the name of who runs the command, where the system knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
