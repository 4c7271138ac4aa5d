"""The rows of a ledger's tables on the pages that are left of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from trucewatch.ledger.store.tables import claim, document, entry
from trucewatch.ledger.upkeep.leaves import Leaves, Place, Value
from trucewatch.records.claim import Family
from trucewatch.records.entry import EntryKind


class Rows(Protocol):
    """Rows of a table that can be read; `lost` counts those that can't, as far as they were tried."""

    lost: int

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give them in order."""

    def one(self, number: int) -> dict[str, Any] | None:
        """Give the row of a number where it is there and can be read."""


@dataclass(slots=True)
class Loose:
    """The rows of a table that stand on the pages that are left of a file."""

    leaves: Leaves
    places: Mapping[int, Place]
    names: tuple[str, ...]
    key: str
    lost: int = 0

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give them in order."""
        for number in sorted(self.places):
            if (row := self.one(number)) is not None:
                yield row

    def one(self, number: int) -> dict[str, Any] | None:
        """Give the row of a number where it is there."""
        row = self.leaves.at(self.places[number]) if number in self.places else None
        return None if row is None else {**dict(zip(self.names, row.values, strict=True)), self.key: number}


def tables_of(leaves: Leaves) -> tuple[Rows, Rows, Rows]:
    """Give documents, claims and entries."""
    places: dict[str, dict[int, Place]] = {table.name: {} for table in (document, claim, entry)}
    for row, place in leaves.rows():
        if (name := _table_of(row.values)) is not None:
            places[name][row.number] = place
    documents, claims, entries = (
        Loose(leaves, places[table.name], tuple(table.columns.keys()), key)
        for table, key in ((document, "number"), (claim, "number"), (entry, "seq"))
    )
    return documents, claims, entries


def _table_of(values: tuple[Value, ...]) -> str | None:
    """Tell a row's table by how many values it has, and by one that no other table has there."""
    if len(values) == len(entry.columns) and values[1] in set(EntryKind):
        return entry.name
    if len(values) == len(claim.columns) and values[4] in set(Family):
        return claim.name
    if len(values) == len(document.columns) and isinstance(values[-1], bytes):
        return document.name
    return None
