"""A line of days on which long stretches without anything told are folded up, and shown to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup

from trucewatch.reports.charts.svg import element, group, label, line
from trucewatch.reports.charts.text_width import text_width

LONGEST = 12
"""Days between two steps above which the stretch is folded to this length."""

SMALL = 11
"""Font size of the days."""


@dataclass(frozen=True, slots=True)
class DayAxis:
    """Where each day stands; between anchors the days are evenly spread, on a folded stretch closer."""

    anchors: tuple[date, ...]
    places: tuple[float, ...]

    def x(self, day: date) -> float:
        """Give a day's place; days outside stand at the end they are beyond."""
        if day <= self.anchors[0]:
            return self.places[0]
        for (start, left), (end, right) in pairwise(zip(self.anchors, self.places, strict=True)):
            if day <= end:
                return left + (right - left) * (day - start).days / (end - start).days
        return self.places[-1]

    @property
    def folds(self) -> tuple[float, ...]:
        """The middles of stretches that are folded up."""
        pairs = pairwise(zip(self.anchors, self.places, strict=True))
        return tuple((a + b) / 2 for (start, a), (end, b) in pairs if (end - start).days > LONGEST)


def day_axis(days: Iterable[date], left: float, right: float) -> DayAxis:
    """Spread the days of which something is told, and one before and after, between two places."""
    told = sorted(set(days))
    anchors = (told[0] - timedelta(days=1), *told, told[-1] + timedelta(days=1))
    lengths = [min((end - start).days, LONGEST) for start, end in pairwise(anchors)]
    unit = (right - left) / sum(lengths)
    places = [left]
    for length in lengths:
        places.append(places[-1] + length * unit)
    return DayAxis(anchors, tuple(places))


def drawn_axis(axis: DayAxis, top: float, bottom: float) -> Markup:
    """Draw the days above and a faint line under each, as many as there is room for."""
    parts: list[Markup] = []
    free = float("-inf")
    year = 0
    for day in axis.anchors[1:-1]:
        x = axis.x(day)
        words = f"{day.day} {day:%b}" + (f" {day.year}" if day.year != year else "")
        half = text_width(words, SMALL) / 2
        left, right = axis.places[0] - 10, axis.places[-1] + 10
        middle = min(max(x, left + half), right - half)
        parts.append(line(x, top, x, bottom, "grid"))
        if middle - half >= free:
            parts.append(label(middle, top - 6, words, "small", text_anchor="middle"))
            free, year = middle + half + 8, day.year
    parts += [_fold(x, top, bottom) for x in axis.folds]
    return group(*parts)


def rows_without_overlap(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Give each stretch the first row in which it touches no other."""
    ends: list[float] = []
    rows = []
    for start, end in spans:
        row = next((number for number, taken in enumerate(ends) if start >= taken), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def _fold(x: float, top: float, bottom: float) -> Markup:
    """Two slanting strokes, as on any broken axis."""
    strokes = [line(x + d, top + 4, x + d - 5, top - 4, "fold") for d in (0, 4)]
    return group(*strokes, element("line", x1=x, y1=top + 4, x2=x, y2=bottom, class_="fold faint"))
