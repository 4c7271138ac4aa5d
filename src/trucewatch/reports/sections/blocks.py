"""The blocks that sections are made of: words with their claims, lists, tables, columns, pictures."""

from collections.abc import Callable
from dataclasses import dataclass

from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.svg import Drawing


@dataclass(frozen=True, slots=True)
class Words:
    """A few words and the claims they rest on.

    `quoted`: they stand so in a report. `voice` is how their speaker is drawn, `tag` a word that marks
    them ("derived", "contested"), `to` the key of the block that they speak of.
    """

    text: str
    claims: tuple[str, ...] = ()
    quoted: bool = False
    voice: str = ""
    tag: str = ""
    to: str = ""


Cell = tuple[Words, ...]
"""What stands in one place of a table or list: one or several lines."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part, with words that mark it; `key` is its anchor."""

    key: str
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of explanation."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A list; `numbered` from `first` where other blocks refer to its numbers."""

    items: tuple[Cell, ...]
    numbered: bool = False
    first: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, its columns' heads, its rows; the first column names the row.

    `keys` are the anchors of rows, empty where rows have none; `quiet` where the caption only says to
    those who hear the page what others see above it.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What one side says: groups of lines under a word each."""

    title: str
    voice: str
    groups: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: what it is called, what it tells in words, and how to draw it at a width.

    `beside` is the same as a list, `legend` how to read it.
    """

    key: str
    title: str
    told: str
    draw: Callable[[Canvas], Drawing | None]
    legend: tuple[tuple[str, str], ...] = ()
    beside: Lines | None = None


Block = Heading | Note | Lines | Table | Columns | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report; `key` is its anchor."""

    key: str
    title: str
    blocks: tuple[Block, ...]
