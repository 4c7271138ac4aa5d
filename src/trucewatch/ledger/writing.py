"""Adding documents with their claims: each whole or not at all, and each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from trucewatch.documents.duplicates import signature_of
from trucewatch.errors import DocumentError, LedgerError
from trucewatch.ledger.alikeness import Alike, ids_of
from trucewatch.ledger.codec import encode
from trucewatch.ledger.dyads import dyad_rows
from trucewatch.ledger.rows import (
    claim_row,
    claim_words_of,
    document_row,
    kind_of,
    places_of,
    sides_of,
)
from trucewatch.ledger.store.bulk import in_parts, insert_rows, insert_words
from trucewatch.ledger.store.tables import (
    KEPT,
    claim,
    claim_words,
    document,
    document_words,
    entry,
    reading,
)
from trucewatch.ledger.words import folded_words
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.entry import Added, EntryPayload, Likeness, Read

_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with the claims that one version of reader and codebook made of it."""

    document: Document
    claims: tuple[Claim, ...]
    reader_version: str
    codebook_version: str

    def __post_init__(self) -> None:
        foreign = {claim.provenance.doc_id for claim in self.claims} - {self.document.id}
        if foreign:
            what = f"claims of other documents: {', '.join(sorted(foreign))}"
            raise LedgerError(what, where=self.document.name, advice="add each with its own document")


@dataclass(frozen=True, slots=True)
class Counts:
    """What an addition came to: documents and readings that are new, claims, and links to those alike."""

    documents: int = 0
    readings: int = 0
    claims: int = 0
    already: int = 0
    alike: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.documents + other.documents,
            self.readings + other.readings,
            self.claims + other.claims,
            self.already + other.already,
            self.alike + other.alike,
        )


@dataclass(slots=True)
class Journal:
    """The entries of one transaction; only one is written at a time, so that `seq` has no gap."""

    connection: Connection
    by: str
    last: int
    instant: datetime
    rows: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def open(cls, connection: Connection, by: str) -> "Journal":
        """Go on from the newest entry; no instant is before an earlier entry's, whatever the clock says."""
        newest = select(entry.c.seq, entry.c.recorded_at).order_by(entry.c.seq.desc()).limit(1)
        row = connection.execute(newest).first()
        now = datetime.now(UTC)
        return cls(connection, by, row.seq, max(now, row.recorded_at)) if row else cls(connection, by, 0, now)

    def append(self, payload: EntryPayload, supersedes: int | None = None) -> int:
        """Note an entry and give its number."""
        self.last += 1
        self.rows.append(
            {
                "seq": self.last,
                "kind": kind_of(payload).value,
                "recorded_at": self.instant,
                "recorded_by": self.by,
                "payload": encode(payload),
                "supersedes": supersedes,
            }
        )
        return self.last

    def write(self) -> None:
        """Write the entries noted so far."""
        if self.rows:
            insert_rows(self.connection, entry, self.rows)
        self.rows = []


def add(connection: Connection, told: Sequence[ReadDocument], by: str) -> Counts:
    """Add documents and readings that are not there yet, in the connection's transaction.

    Errors: DocumentError on a document that no database can hold
    """
    for one in told:
        _refuse_unfit(one.document)
    addition = _Addition(connection, Journal.open(connection, by), told)
    for one in told:
        addition.take(one)
    addition.write()
    return addition.counts


class _Addition:
    """The rows of one transaction, gathered table by table."""

    def __init__(self, connection: Connection, journal: Journal, told: Sequence[ReadDocument]) -> None:
        self._connection = connection
        self._journal = journal
        known = _known_documents(connection, told)
        self._numbers = {row.id: row.number for row in known}
        self._published: dict[int, date | None] = {row.number: row.published_on for row in known}
        self._readings = _known_readings(connection, list(self._numbers.values()))
        self._rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in KEPT}
        self._document_words: list[tuple[int, list[str]]] = []
        self._claim_words: list[tuple[int, list[str]]] = []
        self._last_claim = connection.execute(select(func.max(claim.c.number))).scalar() or 0
        self._signatures = {
            one.document.id: signature_of(one.document)
            for one in told
            if one.document.id not in self._numbers
        }
        self._new: dict[int, str] = {}
        self.counts = Counts()

    def take(self, one: ReadDocument) -> None:
        """Gather the rows of one document and its reading."""
        number = self._numbers.get(one.document.id)
        new = number is None
        if number is None:
            number = self._add_document(one.document)
        versions = (one.reader_version, one.codebook_version)
        readings = self._readings.setdefault(number, {})
        if versions in readings:
            self.counts += Counts(already=1)
            return
        payload = Read(one.document.id, *versions, len(one.claims))
        seq = self._journal.append(payload, supersedes=max(readings.values(), default=None))
        readings[versions] = seq
        row = {"seq": seq, "document": number, "reader_version": versions[0], "codebook_version": versions[1]}
        self._rows["reading"].append(row)
        self._add_claims(one, seq, number)
        self.counts += Counts(documents=int(new), readings=1, claims=len(one.claims))

    def write(self) -> None:
        """Write every table, each before those that refer to it."""
        self._link()
        self._journal.write()
        for table in KEPT[1:]:
            insert_rows(self._connection, table, self._rows[table.name])
        insert_words(self._connection, document_words, self._document_words)
        insert_words(self._connection, claim_words, self._claim_words)

    def _add_document(self, new: Document) -> int:
        number = self._journal.append(Added(new.id))
        self._numbers[new.id] = number
        self._new[number] = new.id
        self._published[number] = new.published_on
        signature = self._signatures[new.id].astype("<u4").tobytes()
        self._rows["document"].append(document_row(new, number, signature))
        self._document_words.append((number, folded_words(new.metadata.title, new.text)))
        return number

    def _add_claims(self, one: ReadDocument, seq: int, number: int) -> None:
        for told in one.claims:
            self._last_claim += 1
            row = claim_row(told, self._last_claim, seq, number)
            self._rows["claim"].append(row)
            self._claim_words.append((self._last_claim, claim_words_of(told, row, one.document.text)))
        sides = {side for told in one.claims for side in sides_of(told)}
        places = {place for told in one.claims for place in places_of(told)}
        self._rows["party_named"] += [{"side": side, "reading": seq} for side in sorted(sides)]
        self._rows["place_named"] += [{"place": place, "reading": seq} for place in sorted(places)]
        self._rows["dyad_told"] += dyad_rows(one.claims, seq, self._published[number])

    def _link(self) -> None:
        """Compare the new documents with all others, and note which tell one text."""
        if not self._new:
            return
        signatures = {number: self._signatures[doc_id] for number, doc_id in self._new.items()}
        alike = Alike(self._connection, signatures)
        links = [(number, other, share) for number in self._new for other, share in alike.find(number)]
        names = ids_of(self._connection, {other for _, other, _ in links}) | self._new
        for number, other, share in links:
            seq = self._journal.append(Likeness(names[number], names[other], share))
            row = {"seq": seq, "document": number, "alike": other, "likeness": share}
            self._rows["likeness"].append(row)
        self._rows["band"] += alike.rows()
        self.counts += Counts(alike=len(links))


def _refuse_unfit(new: Document) -> None:
    """Refuse what one of the databases cannot hold, so that a ledger can always move to the other."""
    about = new.metadata
    for said in (new.text, new.name, about.title, about.url, about.publisher, about.language, *new.notes):
        if said is not None and _UNFIT.search(said):
            what = "holds NUL characters or halves of a surrogate pair"
            raise DocumentError(what, where=new.name, advice="take them out of its text, title and address")


def _known_documents(connection: Connection, told: Sequence[ReadDocument]) -> list[Row[Any]]:
    known: list[Row[Any]] = []
    for asked in in_parts({one.document.id for one in told}):
        found = select(*document.c["id", "number", "published_on"]).where(document.c.id.in_(asked))
        known += connection.execute(found)
    return known


def _known_readings(connection: Connection, numbers: list[int]) -> dict[int, dict[tuple[str, str], int]]:
    known: dict[int, dict[tuple[str, str], int]] = {}
    for some in in_parts(numbers):
        for row in connection.execute(select(reading).where(reading.c.document.in_(some))):
            known.setdefault(row.document, {})[row.reader_version, row.codebook_version] = row.seq
    return known
