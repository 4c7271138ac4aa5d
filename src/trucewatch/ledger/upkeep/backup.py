"""Copies of a whole ledger: online into one file, and back into an empty ledger of either kind."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, TableClause, select

from trucewatch.errors import LedgerError, OutputError
from trucewatch.ledger.ledger import Ledger, open_ledger
from trucewatch.ledger.rows import claim_of, claim_words_of
from trucewatch.ledger.store.address import file_of
from trucewatch.ledger.store.bulk import insert_rows, insert_words
from trucewatch.ledger.store.faults import told
from trucewatch.ledger.store.tables import KEPT, claim, claim_words, document, document_words, entry
from trucewatch.ledger.store.team import COPIED
from trucewatch.ledger.words import folded_words

PAGES = 4_096
"""Pages that are copied before others may write again."""

PRIMARY = 0xFF
"""The part of a code of SQLite that says which kind of error it is."""

OF_THE_COPY = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})
"""Kinds of errors that come of writing."""

OF_READING = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})
"""Errors of these kinds that come of reading all the same."""

AT_ONCE = 500
"""Rows that are copied in one go."""


def backup(ledger: Ledger, path: Path) -> None:
    """Copy a ledger, while others use it, into a new SQLite file; it is there whole or not at all.

    Errors: OutputError when the file is there already or can't be written
    """
    if path.exists():
        raise OutputError("is there already", where=str(path), advice="give a new name")
    if not path.parent.is_dir():
        raise OutputError("its folder is not there", where=str(path), advice="make the folder first")
    part = path.with_name(f".{path.name}.part")
    try:
        _clear(part)
        part.touch(mode=0o600)
        if (source := file_of(ledger.engine.url)) is not None:
            _copy_file(source, part)
        else:
            with open_ledger(f"sqlite:///{part}") as target:
                copy(ledger, target)
        part.replace(path)
    except (LedgerError, sqlite3.Error) as error:
        raise _told(error, ledger, path) from error
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise OutputError(what, where=str(path), advice="check the rights and the room left") from error
    finally:
        _clear(part)


def restore(path: Path, ledger: Ledger) -> None:
    """Fill an empty ledger from a backup, entry by entry; the backup stays as it is.

    Errors: LedgerError when the ledger holds something, or the backup is missing or damaged
    """
    with ledger.looking() as connection:
        if any(connection.execute(select(table).limit(1)).first() for table in (entry, *COPIED)):
            what = "holds something already"
            raise LedgerError(what, where=ledger.address, advice="restore into a new ledger")
    if not path.is_file():
        raise LedgerError("is no backup", where=str(path), advice="give the file of a backup")
    with tempfile.TemporaryDirectory(prefix="trucewatch-") as scratch:
        own = Path(scratch) / "backup.sqlite"  # an older one is brought up to date without changing it
        shutil.copyfile(path, own)
        with open_ledger(f"sqlite:///{own}", create=False) as source:
            copy(source, ledger)


def copy(source: Ledger, target: Ledger) -> None:
    """Copy every row of one ledger into an empty other, in one transaction, and index its words anew."""
    with source.looking() as old, target.writing() as new:
        for table in (*KEPT, *COPIED):
            found = select(table).order_by(*table.primary_key.columns)
            for rows in _batches(old, found):
                insert_rows(new, table, [row._mapping for row in rows])  # noqa: SLF001 - SQLAlchemy's public name for a row's columns
        texts = select(*document.c["number", "title", "text"]).order_by(document.c.number)
        _index(old, new, document_words, texts, lambda row: (row.number, folded_words(row.title, row.text)))
        claims = (
            select(claim, document.c.id.label("doc_id"), document.c.text)
            .join(document, document.c.number == claim.c.document)
            .order_by(claim.c.number)
        )
        _index(old, new, claim_words, claims, _claim_words)


def _claim_words(row: Any) -> tuple[int, list[str]]:  # noqa: ANN401 - a row of claims with its document
    return row.number, claim_words_of(claim_of(row.claim, row.doc_id), row._mapping, row.text)  # noqa: SLF001 - as above


def _index(
    old: Connection,
    new: Connection,
    table: TableClause,
    found: Select[Any],
    words: Callable[[Any], tuple[int, list[str]]],
) -> None:
    for rows in _batches(old, found):
        insert_words(new, table, map(words, rows))


def _batches(connection: Connection, found: Select[Any]) -> Iterator[list[Any]]:
    rows = iter(connection.execute(found.execution_options(yield_per=AT_ONCE)))
    while batch := list(islice(rows, AT_ONCE)):
        yield batch


def _told(error: LedgerError | sqlite3.Error, ledger: Ledger, path: Path) -> LedgerError | OutputError:
    """Name the ledger where it can't be read, and the copy where that can't be written."""
    if isinstance(error, LedgerError):
        ours = error.where == ledger.address
        return error if ours else OutputError(error.what, where=str(path), advice=error.advice)
    found = told(error, ledger.engine.url)
    code = getattr(error, "sqlite_errorcode", 0)
    of_copy = code & PRIMARY in OF_THE_COPY and code not in OF_READING
    return OutputError(found.what, where=str(path), advice=found.advice) if of_copy else found


def _copy_file(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=PAGES)


def _clear(part: Path) -> None:
    for path in (part, *(part.with_name(part.name + ending) for ending in ("-wal", "-shm", "-journal"))):
        with suppress(FileNotFoundError):
            path.unlink()
