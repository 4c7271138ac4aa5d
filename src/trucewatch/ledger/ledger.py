"""The ledger: one database that holds documents, claims and judgements for good."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from trucewatch.errors import LedgerError
from trucewatch.ledger import judging, writing
from trucewatch.ledger.holding import holdings, standing_entries
from trucewatch.ledger.rows import document_of, entry_of
from trucewatch.ledger.search import Filters, Hit, search
from trucewatch.ledger.store.address import WRITES, default_ledger, engine_for, file_of, parsed, shown
from trucewatch.ledger.store.faults import plainly
from trucewatch.ledger.store.schema import prepare
from trucewatch.ledger.store.tables import document, entry, reading
from trucewatch.ledger.views import View
from trucewatch.ledger.writing import Counts, ReadDocument
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict, Entry, EntryKind, Judgement
from trucewatch.records.holdings import Holdings

AT_ONCE = 500
"""Documents that are fetched in one go."""


def open_ledger(address: str | None = None, *, create: bool = True) -> "Ledger":
    """Open a ledger; make it where there is none, and bring one of an older version up to date.

    Shape:  an address is sqlite:///PATH or postgresql://...; None is the user's own
    Errors: LedgerError where it can't be opened, is damaged, of a newer trucewatch or of something else,
            or where there is none and `create` is False
    """
    url = parsed(address or default_ledger())
    path = file_of(url)
    if path is not None and not path.exists():
        if not create:
            raise LedgerError("is not there", where=shown(url), advice="run `trucewatch add` first")
        _make_folder(path.parent, shown(url))
        with suppress(OSError):  # opening it says what is wrong
            path.touch(mode=0o600)  # it holds what nobody else on the machine needs to read
    engine = engine_for(url)
    with plainly(url):
        try:
            was = prepare(engine, create=create)
        except BaseException:
            engine.dispose()
            raise
    return Ledger(engine, was)


class Ledger:
    """An open ledger; every read is of one moment, every write is one transaction.

    `brought_up_from` is the version that its tables had before it was opened, None where it was this one.
    """

    def __init__(self, engine: Engine, brought_up_from: str | None = None) -> None:
        self.engine = engine
        self.brought_up_from = brought_up_from

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return shown(self.engine.url)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, told: Sequence[ReadDocument], by: str) -> Counts:
        """Add documents with their claims, all of them or none; on return they are on the disk.

        Errors: LedgerError when they can't be written, DocumentError on one that no database can hold
        """
        with self.writing() as connection:
            return writing.add(connection, told, by)

    def judge(self, judgement: Judgement, *, by: str) -> Entry:
        """Append a person's judgement; the very same once more changes nothing.

        Errors: LedgerError on claims that are not there, or a judgement without reason or name
        """
        with self.writing() as connection:
            return judging.judge(connection, judgement, by)

    def adjudicate(self, judgement: Judgement, *, by: str) -> Entry:
        """Append what is to stand where people's judgements differ.

        Errors: LedgerError as from `judge`, and where no two people differ about these claims
        """
        with self.writing() as connection:
            return judging.adjudicate(connection, judgement, by)

    def name_conflict(self, conflict: Conflict, *, by: str) -> Entry:
        """Append the naming of a conflict.

        Errors: LedgerError on a conflict without a name or a party
        """
        with self.writing() as connection:
            return judging.name_conflict(connection, conflict, by)

    def holdings(
        self,
        *,
        parties: Sequence[str] | None = None,
        places: Sequence[str] | None = None,
        published_by: date | None = None,
        known_at: datetime | None = None,
    ) -> Holdings:
        """Give the reports that name two of the parties (all, where one is asked for), and what they claim.

        Shape: with `places` also those that name one of the parties and one of the places;
               only entries recorded until `known_at`, and reports published until `published_by`, both
               included; reports without a day are then left out and counted
        """
        with self.looking() as connection:
            view = View.at(connection, published_by, known_at)
            return holdings(connection, view, parties or (), places or ())

    def search(
        self, words: str, filters: Filters | None = None, *, limit: int = 20, skip: int = 0
    ) -> list[Hit]:
        """Find claims, then documents, by their words, the latest added first, behind `skip` of each."""
        with self.looking() as connection:
            return search(connection, words, filters or Filters(), limit, skip)

    def documents(self, ids: Sequence[str]) -> Mapping[str, Document]:
        """Give whole documents by their ids; ids that are not there are left out."""
        found: dict[str, Document] = {}
        with self.looking() as connection:
            for start in range(0, len(ids), AT_ONCE):
                some = select(document).where(document.c.id.in_(ids[start : start + AT_ONCE]))
                found |= {row.id: document_of(row) for row in connection.execute(some)}
        return {doc_id: found[doc_id] for doc_id in ids if doc_id in found}

    def text(self, doc_id: str) -> str:
        """Give the words of a document.

        Errors: LedgerError where it is not there
        """
        with self.looking() as connection:
            text = connection.execute(select(document.c.text).where(document.c.id == doc_id)).scalar()
        if text is None:
            raise LedgerError(f"holds no document {doc_id}", where=self.address, advice="check its id")
        return str(text)

    def has(self, doc_id: str, reader_version: str, codebook_version: str) -> bool:
        """Tell whether a document was read by these versions."""
        asked = (
            select(reading.c.seq)
            .join(document, document.c.number == reading.c.document)
            .where(
                document.c.id == doc_id,
                reading.c.reader_version == reader_version,
                reading.c.codebook_version == codebook_version,
            )
        )
        with self.looking() as connection:
            return connection.execute(asked).first() is not None

    def view(self, *, published_by: date | None = None, known_at: datetime | None = None) -> View:
        """Give the moment at which all is seen that was recorded by an instant; None is now."""
        with self.looking() as connection:
            return View.at(connection, published_by, known_at)

    def conflicts(self, *, known_at: datetime | None = None) -> tuple[Conflict, ...]:
        """Give the conflicts that people named, as they stand."""
        with self.looking() as connection:
            horizon = View.at(connection, None, known_at).horizon
            named = standing_entries(connection, EntryKind.CONFLICT, horizon)
        return tuple(each.payload for each in named if isinstance(each.payload, Conflict))

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """Give every entry in order, from behind the one numbered `after`."""
        with self.looking() as connection:
            found = select(entry).where(entry.c.seq > after).order_by(entry.c.seq)
            for row in connection.execution_options(yield_per=AT_ONCE).execute(found):
                yield entry_of(row)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Look at one moment of the ledger, whatever is added meanwhile."""
        with plainly(self.engine.url), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction, alone, and on the disk at its end."""
        writer = self.engine.execution_options(**{WRITES: True})
        with plainly(self.engine.url), writer.begin() as connection:
            yield connection


def _make_folder(folder: Path, where: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"cannot be made: {error.strerror or error}"
        raise LedgerError(what, where=where, advice="check the path and its rights") from error
