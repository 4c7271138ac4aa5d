"""Documents that tell one text: compared with all that the ledger holds, without reading those again."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, or_, select

from trucewatch.documents.limits import ALIKE
from trucewatch.ledger.store.bulk import in_parts
from trucewatch.ledger.store.tables import band, document, likeness

BANDS = 32
"""Parts of a signature of which one must be the same: at a likeness of .6, 99 pairs in 100 share one."""

MANY = 1_000
"""Documents from which all links are fetched at once, rather than those around each."""

Signature = NDArray[np.uint32]


def bands_of(signature: Signature) -> list[int]:
    """Hash each part of a signature together with its place; a text without words has none."""
    if not signature.size:
        return []
    parts = np.ascontiguousarray(signature, "<u4").reshape(BANDS, -1)
    return [
        int.from_bytes(
            hashlib.blake2b(bytes([place]) + part.tobytes(), digest_size=8).digest(), "big", signed=True
        )
        for place, part in enumerate(parts)
    ]


class Alike:
    """The documents of one transaction, compared with those before them and with each other."""

    def __init__(self, connection: Connection, signatures: Mapping[int, Signature]) -> None:
        self._connection = connection
        self._bands = {number: bands_of(signature) for number, signature in signatures.items()}
        self._signatures = dict(signatures)
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._linked: dict[int, set[int]] = defaultdict(set)
        self._load({value for values in self._bands.values() for value in values})

    def rows(self) -> list[dict[str, int]]:
        """Give the bands of the new documents as rows."""
        pairs = {(value, number) for number, values in self._bands.items() for value in values}
        return [{"hash": value, "document": number} for value, number in sorted(pairs)]

    def find(self, number: int) -> list[tuple[int, float]]:
        """Give the earlier documents that a new one is like: the likest of each story that it joins.

        Shape: one link to each story is enough to make them one, whichever order they came in
        """
        near = {other for value in self._bands[number] for other in self._holders[value]}
        shares = {other: self._likeness(number, other) for other in near}
        links: list[tuple[int, float]] = []
        told: set[int] = set()
        for other in sorted(near, key=lambda other: (-shares[other], other)):
            if shares[other] < ALIKE or other in told:
                continue
            links.append((other, shares[other]))
            told |= self._story(other)
        for value in self._bands[number]:
            self._holders[value].append(number)
        for other, _ in links:
            self._link(number, other)
        return links

    def _load(self, hashes: set[int]) -> None:
        """Fetch the earlier documents that share a band with a new one, and their signatures."""
        for part in in_parts(hashes):
            sharing = select(band.c.hash, band.c.document).where(band.c.hash.in_(part))
            for value, number in self._connection.execute(sharing):
                self._holders[value].append(number)
        earlier = {number for numbers in self._holders.values() for number in numbers}
        for some in in_parts(earlier):
            stored = select(document.c.number, document.c.signature).where(document.c.number.in_(some))
            for number, raw in self._connection.execute(stored):
                self._signatures[number] = np.frombuffer(raw, "<u4")
        for one, other in links_around(self._connection, earlier):
            self._link(one, other)

    def _link(self, one: int, other: int) -> None:
        self._linked[one].add(other)
        self._linked[other].add(one)

    def _likeness(self, one: int, other: int) -> float:
        return float(np.mean(self._signatures[one] == self._signatures[other]))

    def _story(self, number: int) -> set[int]:
        return _reached(number, self._linked)


def links_around(
    connection: Connection, numbers: Iterable[int], horizon: int | None = None
) -> list[tuple[int, int]]:
    """Give every link between documents that a chain of links joins to one of `numbers`."""
    found: set[tuple[int, int]] = set()
    known: set[int] = set()
    frontier = set(numbers)
    while frontier:
        known |= frontier
        pairs = select(likeness.c.document, likeness.c.alike)
        if horizon is not None:
            pairs = pairs.where(likeness.c.seq <= horizon)
        if len(frontier) > MANY:
            return sorted((one, other) for one, other in connection.execute(pairs))
        touching = or_(likeness.c.document.in_(frontier), likeness.c.alike.in_(frontier))
        new = {(one, other) for one, other in connection.execute(pairs.where(touching))}
        found |= new
        frontier = {number for pair in new for number in pair} - known
    return sorted(found)


def stories(connection: Connection, ids: Mapping[int, str], horizon: int) -> dict[int, str]:
    """Give each document's story: the least id of all documents that tell its text."""
    linked: dict[int, set[int]] = defaultdict(set)
    for one, other in links_around(connection, ids, horizon):
        linked[one].add(other)
        linked[other].add(one)
    names = dict(ids) | ids_of(connection, linked.keys() - ids.keys())
    told: dict[int, str] = {}
    for number in ids:
        if number not in told:
            group = _reached(number, linked)
            told |= dict.fromkeys(group, min(names[member] for member in group))
    return told


def ids_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Give the ids of documents by their numbers."""
    found: dict[int, str] = {}
    for some in in_parts(numbers):
        rows = select(document.c.number, document.c.id).where(document.c.number.in_(some))
        found |= {row.number: row.id for row in connection.execute(rows)}
    return found


def _reached(number: int, linked: Mapping[int, set[int]]) -> set[int]:
    reached, open_ends = {number}, [number]
    while open_ends:
        for other in linked.get(open_ends.pop(), ()):
            if other not in reached:
                reached.add(other)
                open_ends.append(other)
    return reached
