"""Rows of a SQLite file are read from its pages as SQLite itself reads them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.ledger.upkeep.leaves import Leaves, Value

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.binary(max_size=40),
    st.integers(0, 12_000).map("long ".__mul__),
)


def rows_of(path: Path) -> dict[int, tuple[Value, ...]]:
    with closing(Leaves(path)) as leaves:
        found = {row.number: row.values for row, _ in leaves.rows() if len(row.values) == 3}
        for row, place in leaves.rows():
            assert leaves.at(place) == row
    return found


@pytest.mark.parametrize("size", [512, 4096, 65_536])
@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=12))
def test_every_row_is_found_as_it_is(
    size: int, rows: list[tuple[Value, Value]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("rows") / "rows.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE held (number INTEGER PRIMARY KEY, one, other)")
        connection.executemany("INSERT INTO held (one, other) VALUES (?, ?)", rows)
        connection.commit()
        told = connection.execute("SELECT * FROM held").fetchall()
    assert rows_of(path) == {number: (None, one, other) for number, one, other in told}


@pytest.mark.parametrize("content", [b"", b"words" * 2_000, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_what_is_no_such_file_holds_nothing_and_is_not_cut(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with closing(Leaves(path)) as leaves:
        assert list(leaves.rows()) == []
