"""Rows of a SQLite file read from its pages one by one, where its own tree of pages is cut off.

Source: the file format of SQLite 3 (https://www.sqlite.org/fileformat2.html), leaves of tables alone
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LEAF = 13
"""What a page of rows begins with."""

HEADER = 100
"""Bytes before the first page's own."""

LARGEST = 65_536
"""Bytes of a page whose size is written as 1."""

SIZES = frozenset(2**power for power in range(9, 16))
"""What a page may have, and LARGEST."""

MAGIC = b"SQLite format 3\0"
_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _ONE, _WORDS = 7, 8, 9, 12
_MORE = 0x80
"""The bit of a byte by which a number goes on with the next."""

Place = tuple[int, int]
"""The number of a page, and the offset of a row in it."""

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number; a column that is the number itself is None among the values."""

    number: int
    values: tuple[Value, ...]


class Leaves:
    """The pages of a file that are there, whatever its own counts say."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        head = self._file.read(HEADER)
        size = int.from_bytes(head[16:18], "big")
        self.size = LARGEST if size == 1 else size if size in SIZES else 0
        self._usable = self.size - int.from_bytes(head[20:21], "big")
        self.there = path.stat().st_size // self.size if self.size else 0
        told = int.from_bytes(head[28:32], "big")
        self.is_cut = head.startswith(MAGIC) and self.size > 0 and self.there < told

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def rows(self) -> Iterator[tuple[Row, Place]]:
        """Give every row whose bytes are all there, page by page, with its place."""
        for number in range(1, self.there + 1):
            page = self._page(number)
            start = HEADER if number == 1 else 0
            if page[start] != LEAF:
                continue
            count = int.from_bytes(page[start + 3 : start + 5], "big")
            for cell in range(count):
                at = start + 8 + 2 * cell
                offset = int.from_bytes(page[at : at + 2], "big")
                row = self._row(page, offset)
                if row is not None:
                    yield row, (number, offset)

    def at(self, place: Place) -> Row | None:
        """Give the row of a place."""
        number, offset = place
        return self._row(self._page(number), offset)

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def _row(self, page: bytes, at: int) -> Row | None:
        try:
            length, at = _varint(page, at)
            number, at = _varint(page, at)
            return Row(number, _values(self._payload(page, at, length)))
        except (IndexError, ValueError, struct.error):
            return None  # cut off, or never a row

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """Put the bytes of a row together, those on pages of their own too."""
        most = self._usable - 35  # as the file format has it, down to `kept`
        if length <= most:
            return page[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        kept = least + (length - least) % (self._usable - 4)
        kept = kept if kept <= most else least
        parts, left = [page[at : at + kept]], length - kept
        number = int.from_bytes(page[at + kept : at + kept + 4], "big")
        while left > 0:
            if not 0 < number <= self.there:
                raise ValueError(number)
            beyond = self._page(number)
            parts.append(beyond[4 : 4 + min(left, self._usable - 4)])
            left -= self._usable - 4
            number = int.from_bytes(beyond[:4], "big")
        return b"".join(parts)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | raw[place] & ~_MORE
        if raw[place] < _MORE:
            return value, place + 1
    return value << 8 | raw[at + 8], at + 9


def _values(record: bytes) -> tuple[Value, ...]:
    """Read the values of a record.

    Errors: ValueError or IndexError on bytes that are no record
    """
    end, at = _varint(record, 0)
    kinds = []
    while at < end:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        length = _LENGTHS[kind] if kind < _WORDS else (kind - _WORDS) // 2
        if at + length > len(record):
            raise ValueError(at)
        values.append(_value(kind, record[at : at + length]))
        at += length
    return tuple(values)


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO
    if kind == _REAL:
        found: float = struct.unpack(">d", raw)[0]
        return found
    if kind < _WORDS:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode("utf-8") if kind % 2 else raw
