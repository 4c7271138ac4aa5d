"""Blocks cut in two where a page is full; nothing is lost and nothing told twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trucewatch.reports.sections.blocks import Block, Cell, Column, Columns, Heading, Lines, Picture, Table
from trucewatch.web.parts.weighing import BLOCK, cell_weight, picture_weight, row_weight, weight

Blocks = tuple[Block, ...]


def pages(blocks: Sequence[Block], room: int) -> Iterator[Blocks]:
    """Cut blocks into pages that have room for so many bytes each."""
    left: Sequence[Block] = blocks
    while left:
        page, left = cut(left, room)
        yield page


def cut(blocks: Sequence[Block], room: int) -> tuple[Blocks, Blocks]:
    """Give the blocks that a page has room for, and the rest.

    Shape: at least one row, item or block is taken, so that cutting on and on ends; a heading is not
           taken without what stands under it
    """
    taken: list[Block] = []
    for place, block in enumerate(blocks):
        if (needed := weight(block)) <= room or isinstance(block, Heading):
            taken.append(block)
            room -= needed
            continue
        empty = all(isinstance(one, Heading) for one in taken)
        first, rest = _parted(block, room, least=int(empty))
        left = (*rest, *blocks[place + 1 :])
        while taken and not first and isinstance(taken[-1], Heading):
            left = (taken.pop(), *left)
        return (*taken, *first), left
    return tuple(taken), ()


def _parted(block: Block, room: int, *, least: int) -> tuple[Blocks, Blocks]:
    """Part a block that has no room as a whole; `least` of its rows or items are taken in any case."""
    match block:
        case Table():
            n = _fitting(map(row_weight, block.rows), room - BLOCK, least)
            return _rows(block, 0, n), _rows(block, n, len(block.rows))
        case Lines():
            n = _fitting(map(cell_weight, block.items), room - BLOCK, least)
            return _items(block, 0, n), _items(block, n, len(block.items))
        case Columns():
            parted = [_lines(column, room // len(block.columns), least) for column in block.columns]
            return _columns(block, (one for one, _ in parted)), _columns(block, (rest for _, rest in parted))
        case Picture(beside=Lines() as beside) if least or picture_weight(block) < room:
            n = _fitting(map(cell_weight, beside.items), room - picture_weight(block), 1)
            shown = replace(beside, items=beside.items[:n])
            return (replace(block, beside=shown),), _items(beside, n, len(beside.items))
        case _ if least:
            return (block,), ()
    return (), (block,)


def _fitting(weights: Iterable[int], room: int, least: int) -> int:
    """How many of some things there is room for."""
    count = 0
    for needed in weights:
        room -= needed
        if room < 0 and count >= least:
            break
        count += 1
    return count


def _rows(table: Table, start: int, end: int) -> Blocks:
    """Some rows of a table; one that goes on shows its caption, for what stood above is on another page."""
    rows, keys = table.rows[start:end], table.keys[start:end]
    return (replace(table, rows=rows, keys=keys, quiet=table.quiet and not start),) if rows else ()


def _items(lines: Lines, start: int, end: int) -> Blocks:
    """Some items of a list, which keep their numbers."""
    items = lines.items[start:end]
    return (replace(lines, items=items, first=lines.first + start),) if items else ()


def _columns(block: Columns, columns: Iterable[Column]) -> Blocks:
    told = tuple(columns)
    return (replace(block, columns=told),) if any(column.groups for column in told) else ()


def _lines(column: Column, room: int, least: int) -> tuple[Column, Column]:
    """The lines of a column that there is room for, and the others."""
    weights = (cell_weight(line) for _, lines in column.groups for line in lines)
    n = _fitting(weights, room - BLOCK, least)
    return _group(column, 0, n), _group(column, n, None)


def _group(column: Column, start: int, end: int | None) -> Column:
    """Some lines of a column under the words that they stand under."""
    flat = [(name, line) for name, lines in column.groups for line in lines][start:end]
    groups: dict[str, tuple[Cell, ...]] = {}
    for name, line in flat:
        groups[name] = (*groups.get(name, ()), line)
    return replace(column, groups=tuple(groups.items()))
