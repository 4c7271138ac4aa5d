"""Version 1: documents, entries, readings, claims, likeness, and full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

KEPT = ("entry", "document", "reading", "claim", "party_named", "place_named", "likeness", "band")
WORDS = ("document_words", "claim_words")
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables, their indexes, and what keeps them from being changed."""
    _documents()
    _claims()
    _names()
    _likeness()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _documents() -> None:
    op.create_table(
        "entry",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False, index=True),
        sa.Column("recorded_by", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("supersedes", NUMBER, sa.ForeignKey("entry.seq"), index=True),
    )
    op.create_table(
        "document",
        sa.Column("number", NUMBER, sa.ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published_on", sa.Date, index=True),
        sa.Column("language", sa.Text),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("encoding", sa.Text, nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
        sa.Column("offsets", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("segments", sa.Text, nullable=False),
        sa.Column("sentences", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("seq", NUMBER, sa.ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
        sa.Column("document", NUMBER, sa.ForeignKey("document.number"), nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("codebook_version", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "reader_version", "codebook_version"),
    )


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, index=True),
        sa.Column("reading", NUMBER, sa.ForeignKey("reading.seq"), nullable=False, index=True),
        sa.Column("document", NUMBER, sa.ForeignKey("document.number"), nullable=False),
        sa.Column("family", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("side", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("polarity", sa.Text, nullable=False),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("day_start", sa.Date),
        sa.Column("day_end", sa.Date),
        sa.Column("place", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("latitude", sa.Float(53)),
        sa.Column("longitude", sa.Float(53)),
        sa.Column("confidence", sa.Float(53), nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
    )


def _names() -> None:
    for kind in ("party", "place"):
        op.create_table(
            f"{kind}_named",
            sa.Column("side" if kind == "party" else "place", sa.Text, primary_key=True),
            sa.Column("reading", NUMBER, sa.ForeignKey("reading.seq"), primary_key=True, index=True),
        )


def _likeness() -> None:
    op.create_table(
        "likeness",
        sa.Column("seq", NUMBER, sa.ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
        sa.Column("document", NUMBER, sa.ForeignKey("document.number"), nullable=False, index=True),
        sa.Column("alike", NUMBER, sa.ForeignKey("document.number"), nullable=False, index=True),
        sa.Column("likeness", sa.Float(53), nullable=False),
    )
    op.create_table(
        "band",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "document", NUMBER, sa.ForeignKey("document.number"), primary_key=True, autoincrement=False
        ),
        sqlite_with_rowid=False,
    )


def _sqlite() -> None:
    for table in KEPT:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
    for table in WORDS:
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', detail=none, columnsize=0, "
            "tokenize='ascii')"
        )


def _postgresql() -> None:
    op.execute(
        "CREATE FUNCTION trucewatch_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
    )
    for table in WORDS:
        op.execute(f"CREATE TABLE {table} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION trucewatch_append_only()"
        )
