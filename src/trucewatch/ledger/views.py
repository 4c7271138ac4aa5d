"""What stands at one moment: the newest reading of each document, and the documents of a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, exists, func, or_, select

from trucewatch.ledger.store.tables import document, entry, party_named, place_named, reading
from trucewatch.records.entry import EntryKind

ENOUGH = 2
"""Sides of a conflict that a document must name to belong to it; all where fewer are asked for."""

_LATER = reading.alias("later")


@dataclass(frozen=True, slots=True)
class View:
    """From where one looks: what was published until a day, and recorded until an instant.

    `horizon` is the last entry that counts.
    """

    horizon: int
    published_by: date | None = None

    @classmethod
    def at(cls, connection: Connection, published_by: date | None, known_at: datetime | None) -> "View":
        """Find the last entry recorded until an instant; None is now."""
        newest = select(func.max(entry.c.seq))
        if known_at is not None:
            newest = newest.where(entry.c.recorded_at <= known_at)
        return cls(connection.execute(newest).scalar() or 0, published_by)

    def stands(self) -> ColumnElement[bool]:
        """Whether a row of `reading` is the newest of its document; joined with `document`."""
        overtaken = exists().where(
            _LATER.c.document == reading.c.document,
            _LATER.c.seq > reading.c.seq,
            _LATER.c.seq <= self.horizon,
        )
        return and_(reading.c.seq <= self.horizon, ~overtaken)

    def overtaken(self) -> Select[int | None]:
        """Select the readings that newer ones stand in for; quicker than `stands` where all are asked for."""
        return select(entry.c.supersedes).where(
            entry.c.supersedes.is_not(None),
            entry.c.kind == EntryKind.READING.value,
            entry.c.seq <= self.horizon,
        )

    def is_published(self) -> ColumnElement[bool] | None:
        """Whether a row of `document` was published by the day; None where no day is asked for."""
        return None if self.published_by is None else document.c.published_on <= self.published_by


def of_conflict(parties: Sequence[str], places: Sequence[str]) -> ColumnElement[bool] | None:
    """Whether a row of `reading` belongs to a conflict; None where none is asked for.

    Shape: it names two of the parties, or all that are asked for; or one of them and one of the places
    """
    at = reading.c.seq.in_(select(place_named.c.reading).where(place_named.c.place.in_(places)))
    if not parties:
        return at if places else None
    naming = (
        select(party_named.c.reading)
        .where(party_named.c.side.in_(parties))
        .group_by(party_named.c.reading)
        .having(func.count(distinct(party_named.c.side)) >= min(ENOUGH, len(set(parties))))
    )
    together = reading.c.seq.in_(naming)
    if not places:
        return together
    one = reading.c.seq.in_(select(party_named.c.reading).where(party_named.c.side.in_(parties)))
    return or_(together, and_(one, at))


def standing(view: View, parties: Sequence[str] = (), places: Sequence[str] = ()) -> Select[tuple[int, int]]:
    """Select the readings that stand, with their documents' numbers, whenever those were published."""
    chosen = select(reading.c.seq, reading.c.document).where(view.stands())
    conflict = of_conflict(parties, places)
    return chosen if conflict is None else chosen.where(conflict)
