"""Tables that read well at any width: columns where there is room, stacked cells where there is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.reports.terminal.wording import NOTHING

WIDE = 120
"""Columns of a terminal from which every column has its own place."""

FIRST_SHARE = 0.3
"""Share of a narrow terminal that the first column may take."""


@dataclass(frozen=True, slots=True)
class Records:
    """Rows under heads: the first column says according to whom, the last the very words."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the rows out by the width there is."""
        yield self._wide(options.max_width) if options.max_width >= WIDE else self._narrow(options.max_width)

    def _wide(self, width: int) -> Table:
        shown = [at for at in range(len(self.heads)) if any(row[at] != NOTHING for row in self.rows)]
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=True)
        for at in shown:
            if at == len(self.heads) - 1:
                table.add_column(self.heads[at], ratio=1, min_width=width // 4)
            else:
                table.add_column(self.heads[at], max_width=width // 6)
        for row in self.rows:
            table.add_row(*(Text(row[at]) for at in shown))
        return table

    def _narrow(self, width: int) -> Table:
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=True)
        table.add_column(self.heads[0], max_width=int(width * FIRST_SHARE))
        table.add_column("what", ratio=1)
        for row in self.rows:
            table.add_row(Text(row[0]), self._stacked(row))
        return table

    def _stacked(self, row: tuple[str, ...]) -> Text:
        """Put the values that say something on one line, by their heads, and the words below."""
        cells = zip(self.heads[1:-1], row[1:-1], strict=True)
        values = "; ".join(f"{head}: {value}" for head, value in cells if value != NOTHING)
        return Text("\n".join(filter(None, (values, row[-1]))))


def section(title: str, *parts: Records | Table | Text | Padding | Group) -> Group:
    """Put a heading over its parts."""
    return Group(Text(), Text(title, style="bold"), *parts)


def indented(*lines: Text) -> Padding:
    """Set lines in by two."""
    return Padding(Group(*lines), (0, 0, 0, 2))
