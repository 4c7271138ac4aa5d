"""Finding claims and documents by their words, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, TableClause, and_, cast, literal_column, select
from sqlalchemy.dialects.postgresql import TSQUERY

from trucewatch.ledger.rows import claim_of
from trucewatch.ledger.store.tables import claim, claim_words, document, document_words, reading
from trucewatch.ledger.views import View, of_conflict
from trucewatch.ledger.words import folded_words, mark, places
from trucewatch.records.claim import Claim, Family
from trucewatch.records.span import Span
from trucewatch.records.vocabulary import Stance

MOST_SPANS = 12
"""Words of one document that a hit points at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a hit must be besides its words; what is left out does not matter.

    Shape: `parties` and `places` are those of a conflict, to which its report must belong
    Units: `from_day` and `to_day` bound the days on which it is said to have happened, both included
    """

    source: str | None = None
    side: str | None = None
    family: Family | None = None
    stance: Stance | None = None
    place: str | None = None
    from_day: date | None = None
    to_day: date | None = None
    parties: Sequence[str] = ()
    places: Sequence[str] = ()
    min_confidence: float = 0.0
    published_by: date | None = None
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim with the words that say it, or a document with the words that were asked for.

    `claim` is None for a document.
    """

    doc_id: str
    name: str
    title: str | None
    published_on: date | None
    spans: tuple[Span, ...]
    claim: Claim | None


def search(connection: Connection, asked: str, filters: Filters, limit: int, skip: int = 0) -> list[Hit]:
    """Give the newest claims, then the newest documents, that hold every word asked for.

    Shape: at most `limit` of each behind the first `skip`; words are words, whatever else they mean to a
           database; documents are given only where no filter is about claims
    """
    wanted = folded_words(asked)
    if asked.strip() and not wanted:
        return []
    view = View.at(connection, filters.published_by, filters.known_at)
    claims = claims_wanted(connection, wanted, filters, view).limit(limit).offset(skip)
    hits = [_claim_hit(row) for row in connection.execute(claims)]
    if wanted and not _is_about_claims(filters):
        documents = _documents(connection, wanted, filters, view).limit(limit).offset(skip)
        found = connection.execute(documents)
        hits += [_document_hit(row, set(wanted)) for row in found]
    return hits


def claims_wanted(connection: Connection, wanted: Sequence[str], filters: Filters, view: View) -> Select[Any]:
    """Select the claims that hold every word and are as asked, with their reports, the latest added first."""
    chosen = (
        select(claim.c.claim, *document.c["id", "name", "title", "published_on"])
        .join(reading, reading.c.seq == claim.c.reading)
        .join(document, document.c.number == claim.c.document)
        .where(view.stands(), *_on_claims(filters), *_on_documents(filters, view))
    )
    key: ColumnElement[int] = claim.c.number
    if sought := [*wanted, *_marks(filters)]:
        key = claim_words.c.rowid
        chosen = chosen.join(claim_words, key == claim.c.number)
        chosen = chosen.where(matches(connection, claim_words, sought))
    return chosen.order_by(key.desc())


def _documents(connection: Connection, wanted: list[str], filters: Filters, view: View) -> Select[Any]:
    key = document_words.c.rowid
    return (
        select(*document.c["id", "name", "title", "published_on", "text"])
        .join(document_words, key == document.c.number)
        .join(reading, reading.c.document == document.c.number)
        .where(matches(connection, document_words, wanted), view.stands(), *_on_documents(filters, view))
        .order_by(key.desc())
    )


def matches(connection: Connection, table: TableClause, sought: Sequence[str]) -> ColumnElement[bool]:
    """Tell whether a row of an index holds every word; each is quoted, and none holds a quotation mark."""
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{word}"' for word in sought)
        return literal_column(table.name).op("MATCH")(query)
    query = " & ".join(f"'{word}'" for word in sought)
    return table.c.words.op("@@")(cast(query, TSQUERY))


def _marks(filters: Filters) -> list[str]:
    said = {
        "source": filters.source,
        "side": filters.side,
        "family": filters.family,
        "stance": filters.stance,
        "place": filters.place,
    }
    return [mark(kind, value) for kind, value in said.items() if value is not None]


def _on_claims(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.min_confidence > 0:
        wanted.append(claim.c.confidence >= filters.min_confidence)
    if filters.from_day is not None:
        wanted.append(and_(claim.c.day_start.is_not(None), claim.c.day_start >= filters.from_day))
    if filters.to_day is not None:
        wanted.append(and_(claim.c.day_start.is_not(None), claim.c.day_start <= filters.to_day))
    return wanted


def _on_documents(filters: Filters, view: View) -> list[ColumnElement[bool]]:
    wanted = (view.is_published(), of_conflict(filters.parties, filters.places))
    return [condition for condition in wanted if condition is not None]


def _is_about_claims(filters: Filters) -> bool:
    return bool(_marks(filters) or _on_claims(filters))


def _claim_hit(row: Row[Any]) -> Hit:
    found = claim_of(row.claim, row.id)
    return Hit(row.id, row.name, row.title, row.published_on, (found.provenance.evidence,), found)


def _document_hit(row: Row[Any], wanted: set[str]) -> Hit:
    """Point at the words asked for, as they stand in the text; a title's words stand nowhere in it."""
    spans = tuple(Span(row.id, start, end) for start, end in islice(places(row.text, wanted), MOST_SPANS))
    return Hit(row.id, row.name, row.title, row.published_on, spans, None)
