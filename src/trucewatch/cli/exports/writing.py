"""`trucewatch export`: claims as a table in a file, whole or not at all."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from trucewatch.cli.bars import bar_on
from trucewatch.cli.console import console
from trucewatch.cli.ledger.opening import opened
from trucewatch.cli.outputs import unwritable
from trucewatch.errors import OutputError
from trucewatch.ledger import Filters, Ledger
from trucewatch.reports.gathering import meant, refuse_to_come, today
from trucewatch.reports.phrases import many
from trucewatch.reports.terminal.escaping import plain
from trucewatch.situation import situation
from trucewatch.web.telling.table import Part, Table, of_situation, table

STANDARD_OUTPUT = "-"
ENDING = ".csv"


def write_table(
    out: Path, words: str, filters: Filters, *, conflict: str | None, address: str | None
) -> None:
    """Write the claims that are as asked, and say how many and where.

    Errors: OutputError on a file of another kind, or one that can't be written; SituationError on a
            conflict of which no report tells, or a day to come; LedgerError where there is no ledger
    """
    if str(out) != STANDARD_OUTPUT and out.suffix.lower() != ENDING:
        advice = f"let its name end in {ENDING}, or give - for standard output"
        raise OutputError("is no kind of table that can be written", where=str(out), advice=advice)
    refuse_to_come(filters.published_by or today())
    with opened(address) as ledger:
        made = _table(ledger, words, filters, conflict)
        if str(out) == STANDARD_OUTPUT:
            for part in made.parts():
                sys.stdout.buffer.write(part.text.encode())
            return
        written = _write(out, made)
    console().print(plain(f"{many(written, 'claim')} in {out}"), soft_wrap=True)


def _table(ledger: Ledger, words: str, filters: Filters, conflict: str | None) -> Table:
    if conflict is None:
        return table(ledger, words, filters)
    day, known_at = filters.published_by or today(), filters.known_at
    named = meant(ledger, conflict, day, known_at)
    held = ledger.holdings(parties=named.parties, places=named.places, known_at=known_at)
    narrowed, only = of_situation(situation(held, named, day), filters)
    return table(ledger, words, narrowed, only=only)


def _write(path: Path, made: Table) -> int:
    """Write a file beside its place, and put it there once it is whole."""
    beside = path.with_name(f".{path.name}.part")
    written = 0
    try:
        with beside.open("wb") as file:
            for part in _watched(made):
                file.write(part.text.encode())
                written += part.claims
        beside.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return written


def _watched(made: Table) -> Iterator[Part]:
    """Give the parts of a table with a bar on standard error, where that is a terminal."""
    with bar_on(console(stderr=True)) as bar:
        task = bar.add_task("", total=made.claims)
        for part in made.parts():
            yield part
            bar.advance(task, part.looked_at)
