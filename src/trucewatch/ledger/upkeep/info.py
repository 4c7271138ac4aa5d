"""How much a ledger holds, since when, read by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, func, select

from trucewatch.ledger.store.schema import NEWEST
from trucewatch.ledger.store.tables import KEPT, claim, document, entry, reading
from trucewatch.ledger.store.team import COPIED
from trucewatch.ledger.views import View


@dataclass(frozen=True, slots=True)
class Info:
    """Counts of a ledger.

    `claims` are those of the newest readings by family, `earlier` all others;
    `readers` counts the documents whose newest reading is by each version of reader and codebook.
    Units:  `size` is in bytes on the disk; instants are UTC
    """

    version: str
    documents: int
    claims: Mapping[str, int]
    earlier: int
    readers: Mapping[str, int]
    entries: Mapping[str, int]
    first: datetime | None
    last: datetime | None
    size: int


def info(connection: Connection) -> Info:
    """Count what a ledger holds."""
    stands = View.at(connection, None, None).stands()
    families = (
        select(claim.c.family, func.count())
        .join(reading, reading.c.seq == claim.c.reading)
        .where(stands)
        .group_by(claim.c.family)
        .order_by(claim.c.family)
    )
    claims = _counted(connection, families)
    every = connection.execute(select(func.count()).select_from(claim)).scalar() or 0
    versions = (reading.c.reader_version, reading.c.codebook_version)
    readers = select(*versions, func.count()).where(stands).group_by(*versions).order_by(*versions)
    kinds = select(entry.c.kind, func.count()).group_by(entry.c.kind).order_by(entry.c.kind)
    first, last = connection.execute(
        select(func.min(entry.c.recorded_at), func.max(entry.c.recorded_at))
    ).one()
    return Info(
        version=NEWEST,
        documents=connection.execute(select(func.count()).select_from(document)).scalar() or 0,
        claims=claims,
        earlier=every - sum(claims.values()),
        readers={
            f"reader {reader}, codebook {codebook}": count
            for reader, codebook, count in connection.execute(readers)
        },
        entries=_counted(connection, kinds),
        first=first,
        last=last,
        size=_size(connection),
    )


def _counted(connection: Connection, found: Select[str, int]) -> dict[str, int]:
    return {name: count for name, count in connection.execute(found)}  # noqa: C416 - rows, not pairs, to mypy


def _size(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar() or 0
        return int(pages * (connection.exec_driver_sql("PRAGMA page_size").scalar() or 0))
    names = [*(table.name for table in (*KEPT, *COPIED)), "document_words", "claim_words"]
    sizes = (select(func.pg_total_relation_size(name)) for name in names)
    return sum(connection.execute(size).scalar() or 0 for size in sizes)
