"""Tables that read well at any width: columns where there is room, stacked cells where there is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.reports.terminal.wording import NOTHING

WIDE = 120
"""Columns of a terminal from which every value may have its own column, where they leave room."""

MOST_OF_WIDTH = 5
"""Share of a wide terminal, as one in so many, that a column beside the words may take."""

FEWEST_FOR_WORDS = 36
"""Columns that the very words need; with fewer, cells are stacked."""

GAP = 3
"""Columns between two cells, at most."""

FIRST_SHARE = 0.3
"""Share of a narrow terminal that the first column may take."""


HEAD, LEAD, WORDS = "dim", "bold", "italic"
"""Styles of a value's head, of what a row says first, and of the very words."""


@dataclass(frozen=True, slots=True)
class Records:
    """Rows under heads: the first column says according to whom, the last the very words.

    `lead` values behind the first say together what the row is about; `below` heads them where the
    terminal is narrow. Without `words` the last column is as the others.
    """

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    lead: int = 1
    below: str = "what"
    words: bool = True

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the rows out by the width there is."""
        width = options.max_width
        shown = [at for at in range(len(self.heads)) if any(row[at] != NOTHING for row in self.rows)]
        widths = {at: min(self._longest(at), width // MOST_OF_WIDTH) for at in shown[:-1]}
        left = width - sum(widths.values()) - GAP * len(shown)
        has_room = width >= WIDE and left >= FEWEST_FOR_WORDS
        yield self._wide(widths, shown[-1]) if has_room else self._narrow(width)

    def _longest(self, at: int) -> int:
        return max(cell_len(cell) for cell in (self.heads[at], *(row[at] for row in self.rows)))

    def _wide(self, widths: Mapping[int, int], last: int) -> Table:
        table = _bare_table()
        table.expand = True
        for at, width in widths.items():
            table.add_column(self.heads[at], width=width, style=LEAD if 0 < at <= self.lead else "")
        table.add_column(self.heads[last], ratio=1, style=WORDS if self.words else "")
        for row in self.rows:
            table.add_row(*(Text(row[at]) for at in (*widths, last)))
        return table

    def _narrow(self, width: int) -> Table:
        table = _bare_table()
        table.add_column(self.heads[0], max_width=int(width * FIRST_SHARE))
        table.add_column(self.below)
        for row in self.rows:
            table.add_row(Text(row[0]), self._stacked(row))
        return table

    def _stacked(self, row: tuple[str, ...]) -> Text:
        """Put what the row is about and the values that say something on one line, the words below."""
        values = [Text(" ".join(row[1 : self.lead + 1]), style=LEAD)]
        last = -1 if self.words else None
        for head, value in zip(self.heads[self.lead + 1 : last], row[self.lead + 1 : last], strict=True):
            if value != NOTHING:
                values.append(Text.assemble((f"{head}: ", HEAD), value))
        lines = [Text("; ").join(values)]
        if self.words and row[-1] != NOTHING:
            lines.append(Text(row[-1], style=WORDS))
        return Text("\n").join(lines)


def section(title: str, *parts: Records | Table | Text | Padding | Group) -> Group:
    """Put a heading over its parts."""
    return Group(Text(), Text(title, style="bold underline"), *parts)


def indented(*lines: Text) -> Padding:
    """Set lines in by two."""
    return Padding(Group(*lines), (0, 0, 0, 2), expand=False)


def _bare_table() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0), header_style=HEAD)
