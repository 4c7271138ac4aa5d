"""What is whole in a damaged SQLite ledger, as JSON Lines that `trucewatch add` can read again."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from trucewatch.documents.reading import document_id
from trucewatch.errors import LedgerError, OutputError
from trucewatch.ledger.rows import claim_of
from trucewatch.ledger.upkeep.check import spans_of
from trucewatch.ledger.upkeep.leaves import Leaves
from trucewatch.ledger.upkeep.loose import Rows, tables_of
from trucewatch.records.claim import Claim

SMALLEST_ROW = 64
"""Bytes that every row takes at least."""

_DOCUMENTS = ("number", "id", "name", "title", "url", "publisher", "published_on", "language", "sha256")
_ENTRIES = ("seq", "kind", "recorded_at", "recorded_by", "payload", "supersedes")
_OF_PEOPLE = frozenset({"judgement", "adjudication", "conflict"})


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved, and how many rows at most were lost: one that can't be read may never have been.

    Of a file that is cut short nobody can tell how many rows stood behind its end: `lost` are then those of
    which something was left.
    """

    documents: int
    claims: int
    entries: int
    lost: int
    is_cut: bool


@dataclass(slots=True)
class _Table:
    """The rows of a table that can be read, one by one, past pages that can't."""

    connection: sqlite3.Connection
    name: str
    key: str
    columns: tuple[str, ...]
    lost: int = 0

    def rows(self) -> Iterator[dict[str, Any]]:
        """Go forward while pages can be read; behind one that can't, try each number, then from the end."""
        number = 0
        last = self._last()
        while number < last:
            with suppress(sqlite3.DatabaseError):
                for row in self._from(number):
                    number = row[self.key]
                    yield row
                return
            number += 1
            if (lone := self.one(number)) is not None:
                yield lone

    def _from(self, number: int) -> Iterator[dict[str, Any]]:
        asked = f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {self.key} > ? ORDER BY {self.key}"  # noqa: S608 - names of this module
        for row in self.connection.execute(asked, [number]):
            yield dict(zip(self.columns, row, strict=True))

    def one(self, number: int) -> dict[str, Any] | None:
        """Give the row of a number where it is there and can be read."""
        asked = f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {self.key} = ?"  # noqa: S608 - as above
        try:
            row = self.connection.execute(asked, [number]).fetchone()
        except sqlite3.DatabaseError:
            self.lost += 1
            return None
        return None if row is None else dict(zip(self.columns, row, strict=True))

    def _last(self) -> int:
        """Give the greatest number, or one that the file is too small to pass where that can't be read."""
        with suppress(sqlite3.DatabaseError):
            found = self.connection.execute(f"SELECT max({self.key}) FROM {self.name}").fetchone()  # noqa: S608 - as above
            return found[0] or 0
        pages, size = (
            self.connection.execute(f"PRAGMA {of}").fetchone()[0] for of in ("page_count", "page_size")
        )
        return int(pages * size // SMALLEST_ROW)


def salvage(path: Path, out: Path) -> Salvaged:
    """Write a line for each whole document with its whole claims; what people decided goes beside it.

    Shape:  the second file is named after the first, with "-entries" before its ending
    Errors: LedgerError when nothing can be read of the file, OutputError when `out` can't be written
    """
    if not path.is_file():
        raise LedgerError("is not there", where=str(path), advice="give the file of a ledger")
    people = out.with_name(f"{out.stem}-entries{out.suffix}")
    try:
        with ExitStack() as stack:
            leaves = stack.enter_context(closing(Leaves(path)))
            kept = tables_of(leaves) if leaves.is_cut else _tables(stack.enter_context(_opened(path)))
            documents = stack.enter_context(out.open("xb"))
            entries = stack.enter_context(people.open("xb"))
            return replace(_saved(*kept, documents, entries), is_cut=leaves.is_cut)
    except sqlite3.DatabaseError as error:
        what = f"nothing can be read of it: {error}"
        raise LedgerError(what, where=str(path), advice="go back to a backup") from error
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise OutputError(what, where=str(out), advice="give a new name where there is room") from error


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.text_factory = _text
        yield connection


def _tables(connection: sqlite3.Connection) -> tuple[Rows, Rows, Rows]:
    """Documents, claims and entries."""
    return (
        _Table(connection, "document", "number", (*_DOCUMENTS, "text", "original")),
        _Table(connection, "claim", "number", ("number", "document", "claim")),
        _Table(connection, "entry", "seq", _ENTRIES),
    )


def _saved(stored: Rows, claims: Rows, recorded: Rows, documents: BinaryIO, entries: BinaryIO) -> Salvaged:
    told: dict[int, list[int]] = {}
    for row in claims.rows():
        told.setdefault(row["document"], []).append(row["number"])
    whole = broken = kept = 0
    for row in stored.rows():
        if not _is_whole(row):
            broken += 1
            continue
        records = [claims.one(number) for number in told.get(row["number"], ())]
        found = [claim for record in records if record and (claim := _whole_claim(record["claim"], row))]
        documents.write(msgspec.json.encode(_line(row, found)) + b"\n")
        whole += 1
        kept += len(found)
    by_people = [row for row in recorded.rows() if row["kind"] in _OF_PEOPLE]
    for row in by_people:
        entries.write(msgspec.json.encode(row) + b"\n")
    lost = broken + stored.lost + sum(map(len, told.values())) - kept + claims.lost + recorded.lost
    return Salvaged(whole, kept, len(by_people), lost, is_cut=False)


def _is_whole(row: dict[str, Any]) -> bool:
    try:
        content = zlib.decompress(row["original"])
        same = document_id(row["title"], row["text"]) == row["id"]
    except (zlib.error, TypeError, UnicodeError):
        return False
    return same and bool(hashlib.sha256(content).hexdigest() == row["sha256"])


def _whole_claim(text: str, row: dict[str, Any]) -> Claim | None:
    try:
        told = claim_of(text, row["id"])
    except ValueError:
        return None
    inside = all(span.doc_id == row["id"] and span.end <= len(row["text"]) for span in spans_of(told))
    return told if inside else None


def _line(row: dict[str, Any], claims: list[Claim]) -> dict[str, Any]:
    """Give a document as a line of JSON Lines has it: its own name as id, its day as published_at."""
    return {
        "id": row["name"],
        "doc_id": row["id"],
        "title": row["title"],
        "url": row["url"],
        "publisher": row["publisher"],
        "published_at": row["published_on"],
        "language": row["language"],
        "text": row["text"],
        "claims": claims,
    }


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")  # a damaged text then fails its hash
