"""`trucewatch ledger`: whether it is whole, how much it holds, and copies of it."""

import dataclasses
from itertools import islice
from pathlib import Path

import typer
from rich.table import Table
from rich.text import Text

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import LedgerError
from trucewatch.ledger import default_ledger
from trucewatch.ledger.store.address import file_of, parsed, shown
from trucewatch.ledger.upkeep import backup, salvage
from trucewatch.ledger.upkeep.check import Problem, check
from trucewatch.ledger.upkeep.info import Info, info
from trucewatch.reports.terminal.escaping import plain, visible

MOST_SHOWN = 40
"""Problems that are listed; a damaged file has thousands alike."""


def show_check(*, address: str | None, as_json: bool) -> None:
    """Print what is wrong with a ledger; leave with 1 when something is.

    Errors: LedgerError where it can't be opened or read at all
    """
    with opened(address) as ledger, ledger.looking() as connection:
        problems = check(connection)
        shown_first = list(islice(problems, MOST_SHOWN))
        more = sum(1 for _ in problems)
        where = ledger.address
    if as_json:
        found = [dataclasses.asdict(problem) for problem in shown_first]
        write_json({"ledger": where, "whole": not found, "problems": found, "more": more})
    else:
        _show_problems(shown_first, more, where)
    if shown_first:
        raise typer.Exit(1)


def show_info(*, address: str | None, as_json: bool) -> None:
    """Print how much a ledger holds.

    Errors: LedgerError where there is none
    """
    with opened(address) as ledger, ledger.looking() as connection:
        counted = info(connection)
        where = ledger.address
    if as_json:
        write_json({"ledger": where, **dataclasses.asdict(counted)})
        return
    grid = Table.grid(padding=(0, 2))
    for name, value in _lines(counted, where).items():
        grid.add_row(plain(name, style="dim"), plain(value))
    console().print(grid)


def make_backup(path: Path, *, address: str | None, as_json: bool) -> None:
    """Copy a ledger into a new file.

    Errors: LedgerError where there is none, OutputError when the file can't be written
    """
    with opened(address) as ledger:
        backup.backup(ledger, path)
        _done({"ledger": ledger.address, "backup": str(path)}, f"copied to {path}", as_json=as_json)


def restore_backup(path: Path, *, address: str | None, as_json: bool) -> None:
    """Fill an empty ledger from a backup.

    Errors: LedgerError when it holds something, or the backup can't be read
    """
    with opened(address, create=True) as ledger:
        backup.restore(path, ledger)
        told = f"restored into {ledger.address}"
        _done({"ledger": ledger.address, "backup": str(path)}, told, as_json=as_json)


def save_whole(out: Path, *, address: str | None, as_json: bool) -> None:
    """Write what is whole of a damaged SQLite ledger.

    Errors: LedgerError when it is no file or nothing of it can be read, OutputError on a file in the way
    """
    url = parsed(address or default_ledger())
    path = file_of(url)
    if path is None:
        what = "is no file"
        raise LedgerError(what, where=shown(url), advice="salvage is for SQLite; ask the server's own tools")
    saved = salvage.salvage(path, out)
    told = f"{saved.documents} reports, {saved.claims} claims, {saved.entries} judgements and namings"
    lost = f"at most {saved.lost} rows lost"
    if saved.is_cut:
        lost = (
            f"the file is cut short: what stood behind its end is lost, and {saved.lost} rows that it breaks"
        )
    line = f"saved: {told}; {lost}; in {out}"
    _done({"ledger": shown(url), "out": str(out), **dataclasses.asdict(saved)}, line, as_json=as_json)


def _done(record: dict[str, object], line: str, *, as_json: bool) -> None:
    if as_json:
        write_json(record)
    else:
        console().print(Text(visible(line)), soft_wrap=True)


def _show_problems(problems: list[Problem], more: int, where: str) -> None:
    screen = console()
    for problem in problems:
        screen.print(plain(f"{problem.where}: {problem.what}"), soft_wrap=True)
    if more:
        screen.print(plain(f"and {more} more"))
    verdict = f"not whole: {len(problems) + more} problems" if problems else "whole"
    screen.print(plain(f"{where}: {verdict}"), soft_wrap=True)


def _lines(counted: Info, where: str) -> dict[str, str]:
    claims = sum(counted.claims.values())
    families = ", ".join(f"{count} {family}" for family, count in counted.claims.items())
    return {
        "ledger": where,
        "version of its tables": counted.version,
        "reports": str(counted.documents),
        "claims": f"{claims} ({families})" if families else str(claims),
        "claims of earlier readings": str(counted.earlier),
        **{who: f"{count} reports" for who, count in counted.readers.items()},
        "entries": ", ".join(f"{count} {kind}" for kind, count in counted.entries.items()) or "none",
        "first entry": str(counted.first or "none"),
        "last entry": str(counted.last or "none"),
        "size": f"{counted.size / 2**20:.1f} MiB",
    }
