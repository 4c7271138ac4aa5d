"""Whether everything in a ledger is whole: quotes, hashes, numbering, and the database's own pages."""

import dataclasses
import hashlib
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, inspect, select

from trucewatch.documents.reading import document_id
from trucewatch.ledger.dyads import rows_of_readings
from trucewatch.ledger.rows import claim_of, claim_row, document_of, entry_of
from trucewatch.ledger.search import matches
from trucewatch.ledger.store.tables import KEPT, claim, claim_words, document, dyad_told, entry, reading
from trucewatch.ledger.store.team import COPIED, PASSING, secret
from trucewatch.ledger.words import mark
from trucewatch.records.claim import Family
from trucewatch.records.entry import Added, Read
from trucewatch.records.span import Span

AT_ONCE = 500
"""Rows that are fetched in one go."""


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with what."""

    where: str
    what: str


def check(connection: Connection) -> Iterator[Problem]:
    """Give every problem of a ledger; none where it is whole."""
    yield from _pages(connection)
    yield from _tables(connection)
    yield from _numbering(connection)
    yield from _entries(connection)
    yield from _documents(connection)
    yield from _claims(connection)
    yield from _dyads(connection)
    yield from _words(connection)


def _pages(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Problem("file", said)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(f"{table} {row}", f"refers to a {parent} that is not there")


def _tables(connection: Connection) -> Iterator[Problem]:
    found = inspect(connection)
    for table in (*KEPT, *COPIED, *PASSING, secret):
        missing = {column.name for column in table.columns} - {
            column["name"] for column in found.get_columns(table.name)
        }
        for name in sorted(missing):
            yield Problem(table.name, f"has no column {name}")


def _numbering(connection: Connection) -> Iterator[Problem]:
    for what, number in (("entry", entry.c.seq), ("claim", claim.c.number)):
        count, last = connection.execute(select(func.count(number), func.max(number))).one()
        if count != (last or 0):
            yield Problem(what, f"{(last or 0) - count} of {last} are missing")


def _entries(connection: Connection) -> Iterator[Problem]:
    """Each entry can be read, none is before an earlier one, and what it records is there."""
    added = set(connection.execute(select(document.c.number)).scalars())
    counted = select(claim.c.reading, func.count()).group_by(claim.c.reading)
    claims: dict[int, int] = {row[0]: row[1] for row in connection.execute(counted)}
    read = set(connection.execute(select(reading.c.seq)).scalars())
    before = None
    for row in _stream(connection, select(entry).order_by(entry.c.seq)):
        where = f"entry {row.seq}"
        if before is not None and row.recorded_at < before:
            yield Problem(where, "was recorded before the entry that precedes it")
        before = row.recorded_at
        try:
            payload = entry_of(row).payload
        except ValueError as error:
            yield Problem(where, f"cannot be read: {error}")
            continue
        if isinstance(payload, Added) and row.seq not in added:
            yield Problem(where, f"its document {payload.doc_id} is not there")
        if isinstance(payload, Read) and (row.seq not in read or claims.get(row.seq, 0) != payload.claims):
            yield Problem(where, f"{claims.get(row.seq, 0)} of its {payload.claims} claims are there")


def _documents(connection: Connection) -> Iterator[Problem]:
    for row in _stream(connection, select(document).order_by(document.c.number)):
        try:
            stored = document_of(row)
        except (ValueError, zlib.error) as error:
            yield Problem(f"document {row.id}", f"cannot be read: {error}")
            continue
        if document_id(row.title, row.text) != row.id:
            yield Problem(f"document {row.id}", "its words are not those that its id was made of")
        if hashlib.sha256(stored.original.content).hexdigest() != row.sha256:
            yield Problem(f"document {row.id}", "its original is not the one that was added")
        if len(stored.original.offsets) != len(row.text):
            yield Problem(f"document {row.id}", "its offsets do not fit its words")
        parts = (*(segment.span for segment in stored.segments), *stored.sentences)
        if any(not _inside(span, row.id, row.text) for span in parts):
            yield Problem(f"document {row.id}", "a part or sentence stands outside of its words")


def _claims(connection: Connection) -> Iterator[Problem]:
    found = (
        select(claim, document.c.id.label("doc_id"))
        .join(document, document.c.number == claim.c.document)
        .order_by(claim.c.document)
    )
    texts: dict[str, str] = {}
    for row in _stream(connection, found):
        if row.doc_id not in texts:
            asked = select(document.c.text).where(document.c.number == row.document)
            texts = {row.doc_id: connection.execute(asked).scalar_one()}
        if (trouble := _trouble(row, texts[row.doc_id])) is not None:
            yield Problem(f"claim {row.id} of document {row.doc_id}", trouble)


def _dyads(connection: Connection) -> Iterator[Problem]:
    """The sides that readings set against each other are those of their claims."""
    found = {tuple(row) for row in connection.execute(select(dyad_told))}
    names = [column.name for column in dyad_told.columns]
    try:
        told = {
            tuple(row[name] for name in names) for _, rows in rows_of_readings(connection) for row in rows
        }
    except ValueError:
        return  # a claim that can't be read has been told
    if differing := len(found ^ told):
        yield Problem("conflicts", f"{differing} of {len(told)} are not counted as the claims tell them")


def _words(connection: Connection) -> Iterator[Problem]:
    """Each claim is found in the index of words by the mark of its family."""
    for family in Family:
        told = set(connection.execute(select(claim.c.number).where(claim.c.family == family.value)).scalars())
        marked = matches(connection, claim_words, [mark("family", family.value)])
        found = set(connection.execute(select(claim_words.c.rowid).where(marked)).scalars())
        if told != found:
            yield Problem(
                f"{family} claims", f"{len(told ^ found)} of {len(told)} are not indexed as they are"
            )


def _trouble(row: Row[Any], text: str) -> str | None:
    try:
        told = claim_of(row.claim, row.doc_id)
    except ValueError as error:
        return f"cannot be read: {error}"
    if any(not _inside(span, row.doc_id, text) for span in spans_of(told)):
        return "its words stand outside of the document"
    columns = claim_row(told, row.number, row.reading, row.document)
    wrong = [name for name, value in columns.items() if name != "claim" and row._mapping[name] != value]  # noqa: SLF001 - SQLAlchemy's public name for a row's columns
    return f"its columns differ from its record: {', '.join(wrong)}" if wrong else None


def spans_of(record: object) -> Iterator[Span]:
    """Give every run of words that a record points at."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from spans_of(getattr(record, field.name))


def _inside(span: Span, doc_id: str, text: str) -> bool:
    return span.doc_id == doc_id and span.end <= len(text)


def _stream(connection: Connection, found: Any) -> Iterator[Row[Any]]:  # noqa: ANN401 - any selection
    yield from connection.execute(found.execution_options(yield_per=AT_ONCE))
