"""The ledger's tables, the same on SQLite and PostgreSQL; nothing in them ever changes."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    column,
    table,
)

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A number that grows with every row; SQLite counts rows by an INTEGER key alone."""


class Instant(TypeDecorator[datetime]):
    """An instant in UTC to the microsecond, written so that texts sort as instants do."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write an instant."""
        _ = dialect
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401 - its own
        """Read an instant."""
        _ = dialect
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()

entry = Table(
    "entry",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False, index=True),
    Column("recorded_by", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("supersedes", ForeignKey("entry.seq"), index=True),
)
"""Everything that was ever recorded, in order, without gaps."""

document = Table(
    "document",
    metadata,
    Column("number", ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published_on", Date, index=True),
    Column("language", Text),
    Column("sha256", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("original", LargeBinary, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    Column("segments", Text, nullable=False),
    Column("sentences", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""Documents; `number` is the entry that added each."""

reading = Table(
    "reading",
    metadata,
    Column("seq", ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("codebook_version", Text, nullable=False),
    UniqueConstraint("document", "reader_version", "codebook_version"),
)
"""Readings; the newest of a document stands, `seq` is the entry that recorded it."""

claim = Table(
    "claim",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("reading", ForeignKey("reading.seq"), nullable=False, index=True),
    Column("document", ForeignKey("document.number"), nullable=False),
    Column("family", Text, nullable=False),
    Column("source", Text),
    Column("side", Text),
    Column("stance", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("day_start", Date),
    Column("day_end", Date),
    Column("place", Text),
    Column("country", Text),
    Column("latitude", Float(53)),
    Column("longitude", Float(53)),
    Column("confidence", Float(53), nullable=False),
    Column("claim", Text, nullable=False),
)
"""Claims of every reading; `claim` is the whole record."""

party_named = Table(
    "party_named",
    metadata,
    Column("side", Text, primary_key=True),
    Column("reading", ForeignKey("reading.seq"), primary_key=True, index=True),
)
"""The sides that a reading's claims name, which choose the documents of a conflict."""

place_named = Table(
    "place_named",
    metadata,
    Column("place", Text, primary_key=True),
    Column("reading", ForeignKey("reading.seq"), primary_key=True, index=True),
)
"""The places and countries that a reading's claims name."""

dyad_told = Table(
    "dyad_told",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("reading", ForeignKey("reading.seq"), primary_key=True, index=True),
    Column("published_on", Date, nullable=False),
    Column("fought", Integer, nullable=False),
    Column("in_truce", Integer, nullable=False),
    Column("accused", Integer, nullable=False),
    Column("mediated", Integer, nullable=False),
)
"""The sides that a reading of a report with a day names together, by how many claims of each kind."""

likeness = Table(
    "likeness",
    metadata,
    Column("seq", ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False, index=True),
    Column("alike", ForeignKey("document.number"), nullable=False, index=True),
    Column("likeness", Float(53), nullable=False),
)
"""Pairs of documents that tell one text."""

band = Table(
    "band",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), primary_key=True, autoincrement=False),
)
"""Hashes of parts of each signature: documents that share one may tell one text."""

document_words = table("document_words", column("rowid", NUMBER), column("words", Text))
claim_words = table("claim_words", column("rowid", NUMBER), column("words", Text))
"""The words of documents and claims, in the full-text index that each database has of its own."""

KEPT = (entry, document, reading, claim, party_named, place_named, dyad_told, likeness, band)
"""The tables in an order in which each refers only to those before it."""
