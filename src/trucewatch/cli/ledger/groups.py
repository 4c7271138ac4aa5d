"""`ledger` and `conflict` with their commands; what each does is loaded when it is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.ledger.options import AsJson, LedgerAddress

ledger = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check, copy and count the ledger.")
conflict = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Name conflicts, and list them.")


@ledger.command("check")
def check_ledger(address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """Check that every quote stands at its place, hashes agree, and nothing is missing."""
    from trucewatch.cli.ledger.upkeep import show_check  # noqa: PLC0415 - loads the database

    show_check(address=address, as_json=as_json)


@ledger.command("info")
def ledger_info(address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """Show how much it holds, since when, and what read it."""
    from trucewatch.cli.ledger.upkeep import show_info  # noqa: PLC0415 - loads the database

    show_info(address=address, as_json=as_json)


@ledger.command("backup")
def backup_ledger(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Copy it into one file while others use it."""
    from trucewatch.cli.ledger.upkeep import make_backup  # noqa: PLC0415 - loads the database

    make_backup(path, address=address, as_json=as_json)


@ledger.command("restore")
def restore_ledger(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file of a backup.")],
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Fill an empty ledger, of either kind, from a backup."""
    from trucewatch.cli.ledger.upkeep import restore_backup  # noqa: PLC0415 - loads the database

    restore_backup(path, address=address, as_json=as_json)


@ledger.command("salvage")
def salvage_ledger(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="A new file of JSON Lines.")],
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Save what is whole of a damaged file; `trucewatch add` can read it again."""
    from trucewatch.cli.ledger.upkeep import save_whole  # noqa: PLC0415 - loads the database

    save_whole(out, address=address, as_json=as_json)


@conflict.command("add")
def add_conflict(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the conflict is called.")],
    party: Annotated[
        list[str], typer.Option("--party", metavar="NAME", help="A side that fights; give it once for each.")
    ],
    place: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="NAME", help="A place where; give it once for each, none: anywhere."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who names it; by default your user name.")
    ] = None,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Name a conflict; the same name again stands in for the earlier."""
    from trucewatch.cli.ledger.conflicts import name_conflict  # noqa: PLC0415 - loads the database
    from trucewatch.records.entry import Conflict  # noqa: PLC0415 - --help does without

    named = Conflict(name, tuple(party), tuple(place or ()))
    name_conflict(named, by=by, address=address, as_json=as_json)


@conflict.command("list")
def list_named(address: LedgerAddress = None, as_json: AsJson = False) -> None:
    """List the conflicts that were named."""
    from trucewatch.cli.ledger.conflicts import list_conflicts  # noqa: PLC0415 - loads the database

    list_conflicts(address=address, as_json=as_json)
