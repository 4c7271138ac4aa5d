"""Cutting loses nothing, tells nothing twice, keeps the order, and keeps to the room there is."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reports.sections.blocks import (
    Block,
    Cell,
    Column,
    Columns,
    Heading,
    Lines,
    Note,
    Picture,
    Table,
    Words,
)
from trucewatch.web.parts.cutting import cut, pages
from trucewatch.web.parts.weighing import weight

TEXTS = st.text("ab ", min_size=1, max_size=60)
CELLS = st.builds(lambda text: (Words(text),), TEXTS)
LINES = st.builds(Lines, st.lists(CELLS, min_size=1, max_size=8).map(tuple), numbered=st.booleans())
TABLES = st.integers(1, 8).map(
    lambda n: Table("Figures", ("Who", "What"), rows(n), tuple(f"row-{i}" for i in range(n)), quiet=True)
)
COLUMNS = st.lists(
    st.builds(
        lambda title, lines: Column(title, "first", (("On tolls", lines), ("On ground", lines))),
        TEXTS,
        st.lists(CELLS, min_size=1, max_size=5).map(tuple),
    ),
    min_size=1,
    max_size=3,
).map(lambda columns: Columns(tuple(columns)))
MAPS = st.builds(lambda beside: Picture("map", "Map", "told", lambda _: None, (), beside), LINES)
BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(st.builds(Heading, st.just("h"), TEXTS), st.builds(Note, TEXTS), LINES, TABLES, COLUMNS, MAPS),
    max_size=8,
)
ROOMS = st.integers(0, 6_000)


def rows(count: int) -> tuple[tuple[Cell, ...], ...]:
    return tuple(((Words(f"{n}"),), (Words(f"says {n}" * n),)) for n in range(count))


def told(blocks: Sequence[Block]) -> list[str]:
    """What blocks tell, sorted, for columns go on beside each other."""
    return sorted(_told(blocks))


def _told(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Note():
                yield block.text
            case Table():
                yield from (
                    f"{key} {row[1][0].text}" for key, row in zip(block.keys, block.rows, strict=True)
                )
            case Lines():
                yield from (f"{n}. {cell[0].text}" for n, cell in enumerate(block.items, block.first))
            case Columns():
                for column in block.columns:
                    yield from (
                        f"{column.title} {name} {line[0].text}"
                        for name, lines in column.groups
                        for line in lines
                    )
            case Picture():
                yield "picture"
                yield from _told((block.beside,)) if block.beside else ()


@given(BLOCKS, ROOMS)
def test_nothing_is_lost_and_nothing_told_twice(blocks: list[Block], room: int) -> None:
    assert told([one for page in pages(blocks, room) for one in page]) == told(blocks)


@given(BLOCKS, ROOMS)
def test_every_page_has_something_but_headings(blocks: list[Block], room: int) -> None:
    cut_up = list(pages(blocks, room))
    assert all(cut_up)
    for page in cut_up[:-1]:
        assert not isinstance(page[-1], Heading)


@given(BLOCKS, st.integers(2_000, 6_000))
def test_pages_keep_to_their_room(blocks: list[Block], room: int) -> None:
    """One item of a list or a picture is taken even so; none here is as heavy as this."""
    one_item = 2_300
    for page in pages(blocks, room):
        assert sum(map(weight, page)) <= room + one_item


def test_rows_go_on_under_their_caption() -> None:
    table = Table("Figures", ("Who", "What"), rows(8), (), quiet=True)
    (heading, first), (rest,) = cut([Heading("toll-1", "Toll"), table], 1_200)
    assert isinstance(heading, Heading)
    assert isinstance(first, Table)
    assert isinstance(rest, Table)
    assert first.quiet
    assert not rest.quiet
    assert first.rows + rest.rows == table.rows


def test_a_heading_goes_with_what_stands_under_it() -> None:
    note, heading, table = Note("first"), Heading("toll-1", "Toll"), Table("Figures", ("",), rows(3))
    room = weight(note) + weight(heading) + 10
    assert cut([note, heading, table], room) == ((note,), (heading, table))


@pytest.mark.parametrize("room", [0, 10_000])
def test_a_page_that_is_large_enough_is_the_only_one(room: int) -> None:
    blocks = (Note("a"), Note("b"))
    assert len(list(pages(blocks, room))) == (1 if room else 2)
