"""About how many bytes a block takes on a page, told without setting it.

Every figure was measured on set pages. They need not be exact: a test weighs real pages.
"""

from collections.abc import Iterable

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

WORDS, CITE, MARK = 60, 95, 50
"""Around a few words, of a claim's number, of a voice, tag or link."""

PLACE, ROW = 40, 30
"""Around a cell, and around a row or item."""

BLOCK = 150
"""Around a block."""

DRAWN, STEP, LEGEND = 5_000, 12, 300
"""Of a chart at both widths: its axes, each letter of what it tells in words, a line of its legend."""

GROUND = 60_000
"""Of the ground of a map."""

HEAVY = 12_000
"""Charts that weigh more, and all maps, are fetched when they come into view."""

LINKED = 1_500
"""Of a chart that is fetched."""


def weight(block: Block) -> int:
    """Give the weight of a block."""
    match block:
        case Heading() | Note():
            return BLOCK + _letters(block.text)
        case Lines():
            return BLOCK + sum(map(cell_weight, block.items))
        case Table():
            return BLOCK + sum(map(row_weight, block.rows))
        case Columns():
            return sum(map(column_weight, block.columns))
        case Picture():
            return picture_weight(block) + (weight(block.beside) if block.beside else 0)


def picture_weight(picture: Picture) -> int:
    """Give the weight of a picture without the list beside it."""
    drawn = LINKED if is_heavy(picture) else DRAWN + STEP * len(picture.told)
    return drawn + LEGEND * len(picture.legend)


def is_heavy(picture: Picture) -> bool:
    """Tell whether a picture is better fetched by itself; those with a list beside them are maps."""
    ground = GROUND if picture.beside else 0
    return ground + DRAWN + STEP * len(picture.told) > HEAVY


def column_weight(column: Column) -> int:
    """Give the weight of a column."""
    return BLOCK + sum(cell_weight(line) for _, lines in column.groups for line in lines)


def row_weight(row: Iterable[Cell]) -> int:
    """Give the weight of a row of a table."""
    return ROW + sum(map(cell_weight, row))


def cell_weight(cell: Cell) -> int:
    """Give the weight of a cell, or of an item of a list."""
    return PLACE + sum(map(_words, cell))


def _words(words: Words) -> int:
    marks = MARK * sum((bool(words.voice), bool(words.tag), bool(words.to)))
    return WORDS + _letters(words.text) + CITE * len(words.claims) + marks


def _letters(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
