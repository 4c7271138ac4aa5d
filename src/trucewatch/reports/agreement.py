"""How far two coders agree: two folders of coding sheets, row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from trucewatch.errors import SheetError
from trucewatch.records.sheet import (
    CasualtyRow,
    ControlRow,
    IncidentRow,
    Sheet,
    StatementRow,
    TransitionRow,
    read_sheet,
)
from trucewatch.reports.pairing import Words, overlap, pair
from trucewatch.reports.sameness import same_change, same_kind, same_name, same_place, same_state

FIGURES = ("said", "stance", "count", "toll", "toll_dated", "truce", "event", "actor_of", "control")
"""Every figure, in the order in which they are shown."""

OVERALL = ("said", "toll", "truce", "event", "control")
"""The figures whose plain mean is the overall one."""

OF_SHORTER = 0.5
"""Least share of the shorter of two quotes that both have."""

OF_LONGER = 0.3
"""Least share of the longer of two contents that both have."""

Row = TypeVar("Row", bound="SheetRow")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows two coders share, of how many each has; a share of nothing is 0."""

    hit: int = 0
    gold: int = 0
    coded: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hit + other.hit, self.gold + other.gold, self.coded + other.coded)

    @property
    def precision(self) -> float:
        """The share of the coded rows that the gold has too."""
        return self.hit / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's rows that were coded."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A row of the gold that no coded row pairs with, told by its words."""

    doc_id: str
    figure: str
    row: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Each figure over all articles, what was missed, and what could not be compared."""

    tallies: Mapping[str, Tally]
    misses: tuple[Miss, ...]
    missing_sheets: tuple[str, ...]
    without_text: tuple[str, ...]

    @property
    def overall(self) -> float:
        """The plain mean of the F1 of said, toll, truce, event and control."""
        return sum(self.tallies[figure].f1 for figure in OVERALL) / len(OVERALL)


def agreement(gold: Path, coded: Path) -> Agreement:
    """Compare the sheets in `coded` with those of the same name in `gold`, which has each article's text too.

    Shape:  figures summed over all articles; a sheet missing from `coded` counts as an empty one
    Errors: SheetError when a folder can't be read, `gold` has no sheet with its text, or a sheet is broken
    Source: the coding sheet's rules of agreement; `codebook/agreement.toml`
    """
    tallies = dict.fromkeys(FIGURES, Tally())
    misses: list[Miss] = []
    missing: list[str] = []
    names, without_text = _names(gold)
    _look_into(coded)
    for name in names:
        sheet_file = coded / f"{name}.json"
        missing += [] if sheet_file.exists() else [name]
        other = read_sheet(sheet_file) if sheet_file.exists() else Sheet(doc_id=name, published_on=None)
        compared = Comparison(name, Words(_text(gold / f"{name}.txt")))
        compared.run(read_sheet(gold / f"{name}.json"), other)
        tallies = {figure: tally + compared.tallies[figure] for figure, tally in tallies.items()}
        misses += compared.misses
    return Agreement(tallies, tuple(misses), tuple(missing), without_text)


SheetRow = StatementRow | CasualtyRow | TransitionRow | IncidentRow | ControlRow
Rows = tuple[list[SheetRow], list[SheetRow]]
"""Rows of the gold, rows of the other coder."""


@dataclass(slots=True)
class Comparison:
    """One article's two sheets; `rows`, `paired` (numbers of those rows) and `unpaired` are by figure."""

    name: str
    words: Words
    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(FIGURES, Tally()))
    rows: dict[str, Rows] = field(default_factory=dict)
    paired: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    unpaired: dict[str, Rows] = field(default_factory=dict)

    @property
    def misses(self) -> list[Miss]:
        """The rows of the gold that the other coder lacks."""
        return [Miss(self.name, figure, _told(row)) for figure in OVERALL for row in self.unpaired[figure][0]]

    def run(self, gold: Sheet, coded: Sheet) -> None:
        """Compare the two; to be asked once."""
        said = self._count("said", gold.statements, coded.statements, self._said)
        self._of_pairs("stance", [own.stance == other.stance for own, other in said])
        self._count("count", gold.casualties, coded.casualties, self._counts)
        self._count("toll", gold.casualties, coded.casualties, self._tolls)
        self._count("toll_dated", gold.casualties, coded.casualties, self._dated_tolls)
        self._count("truce", _transitions(gold), _transitions(coded), self._truces)
        events = self._count("event", gold.incidents, coded.incidents, self._events)
        self._of_pairs("actor_of", [same_name(own.actor, other.actor) for own, other in events])
        self._count("control", gold.control, coded.control, _control)

    def _count(
        self, figure: str, gold: Sequence[Row], coded: Sequence[Row], likeness: Callable[[Row, Row], float]
    ) -> list[tuple[Row, Row]]:
        pairs = pair(gold, coded, likeness)
        self.tallies[figure] = Tally(len(pairs), len(gold), len(coded))
        self.rows[figure] = (list(gold), list(coded))
        self.paired[figure] = pairs
        ours, theirs = {own for own, _ in pairs}, {other for _, other in pairs}
        self.unpaired[figure] = (
            [row for number, row in enumerate(gold) if number not in ours],
            [row for number, row in enumerate(coded) if number not in theirs],
        )
        return [(gold[i], coded[j]) for i, j in pairs]

    def _of_pairs(self, figure: str, agreed: Sequence[bool]) -> None:
        self.tallies[figure] = Tally(sum(agreed), len(agreed), len(agreed))

    def _said(self, own: StatementRow, other: StatementRow) -> float:
        # a refusal to comment has no content: its cue stands for it
        of_shorter, of_longer = overlap(
            self.words.find(own.content or own.cue), self.words.find(other.content or other.cue)
        )
        if of_shorter < OF_SHORTER or of_longer < OF_LONGER:
            return 0.0
        one_source = same_name(own.source, other.source) or same_name(own.source_text, other.source_text)
        return of_longer + 1 if one_source else 0.0

    def _counts(self, own: CasualtyRow, other: CasualtyRow) -> float:
        shared, _ = overlap(self._number(own), self._number(other))
        same_value = (own.effect, own.low, own.high) == (other.effect, other.low, other.high)
        return float(shared > 0 and same_value)

    def _number(self, row: CasualtyRow) -> tuple[int, int] | None:
        """Where the number stands that is nearest to the row's quote."""
        quote = self.words.find(row.quote)
        return self.words.find(row.number, near=quote[0] if quote else None) or quote

    def _tolls(self, own: CasualtyRow, other: CasualtyRow) -> float:
        told_alike = same_name(own.source, other.source) and same_name(own.side, other.side)
        return self._counts(own, other) if told_alike else 0.0

    def _dated_tolls(self, own: CasualtyRow, other: CasualtyRow) -> float:
        same_days = (own.start, own.end) == (other.start, other.end)
        return self._tolls(own, other) if same_days and same_place(own.place, other.place) else 0.0

    def _truces(self, own: TransitionRow, other: TransitionRow) -> float:
        shared, _ = overlap(self.words.find(own.quote), self.words.find(other.quote))
        agrees = same_state(own.state, other.state) and own.on == other.on
        return shared if agrees and shared >= OF_SHORTER else 0.0

    def _events(self, own: IncidentRow, other: IncidentRow) -> float:
        if not same_kind(own.kind, other.kind):
            return 0.0
        shared, _ = overlap(self.words.find(own.quote), self.words.find(other.quote))
        there_and_then = own.place is not None and same_place(own.place, other.place) and own.on == other.on
        return shared + there_and_then if shared >= OF_SHORTER or there_and_then else 0.0


def _control(own: ControlRow, other: ControlRow) -> float:
    held_alike = same_place(own.territory, other.territory) and same_name(own.holder, other.holder)
    return float(held_alike and same_change(own.change, other.change))


def _transitions(sheet: Sheet) -> tuple[TransitionRow, ...]:
    return tuple(step for truce in sheet.ceasefires for step in truce.transitions)


def _told(row: object) -> str:
    """Tell a row in one line: what sets it apart, then its words."""
    match row:
        case StatementRow():
            parts: tuple[object, ...] = (row.source, row.stance, row.content or row.cue)
        case CasualtyRow():
            parts = (row.source, row.number, row.effect, row.side, row.quote)
        case TransitionRow():
            parts = (row.source, row.state, row.on, row.quote)
        case IncidentRow():
            parts = (row.kind, row.actor, row.place, row.on, row.quote)
        case ControlRow():
            parts = (row.territory, row.holder, row.change, row.quote)
        case _:
            parts = (row,)
    return " | ".join("-" if part is None else str(part) for part in parts)


def _names(gold: Path) -> tuple[list[str], tuple[str, ...]]:
    """Part the sheets that have their text beside them from those that have none."""
    _look_into(gold)
    files = sorted(gold.glob("*.json"))
    names = [path.stem for path in files if path.with_suffix(".txt").exists()]
    if not names:
        what = "holds no sheet with its article"
        raise SheetError(what, where=str(gold), advice="put NAME.txt beside NAME.json")
    return names, tuple(_sheets(path for path in files if path.stem not in names))


def _sheets(files: Iterator[Path]) -> Iterator[str]:
    """Name the files that are sheets; a folder may hold other JSON files."""
    for path in files:
        try:
            read_sheet(path)
        except SheetError:
            continue
        yield path.stem


def _look_into(folder: Path) -> None:
    if not folder.is_dir():
        what = "is no folder"
        raise SheetError(what, where=str(folder), advice="give a folder of coding sheets")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = f"cannot be read: {error}"
        raise SheetError(what, where=str(path), advice="give the article as UTF-8") from error
