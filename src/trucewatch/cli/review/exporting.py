"""Reviewed sheets as files of a folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import OutputError
from trucewatch.reports.phrases import many
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reviewing.gathering import reviewed_reports
from trucewatch.reviewing.sheets import files_of


def write_sheets(folder: Path, ids: Sequence[str], *, address: str | None, as_json: bool) -> None:
    """Write texts, sheets and what is known of each report; those not reviewed whole only as asked.

    Errors: LedgerError on a report that is not there, OutputError on a folder that can't be written
    """
    with opened(address) as ledger:
        found = reviewed_reports(ledger, ids)
    taken = [one for one in found if ids or one.is_whole]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files_of(taken).items():
            _write(folder / name, content)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise OutputError(what, where=str(folder), advice="check the path and its rights") from error
    if as_json:
        names = [one.name for one in taken]
        write_json({"folder": str(folder), "sheets": names, "not_whole": len(found) - len(taken)})
        return
    left = f"; {many(len(found) - len(taken), 'report is', 'reports are')} not reviewed whole"
    line = f"{many(len(taken), 'sheet')} in {folder}{left if len(found) > len(taken) else ''}"
    console().print(Text(visible(line)), soft_wrap=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    os.replace(beside, path)  # noqa: PTH105 - replaces on every system
