"""A line of counts that starts at nought."""

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.reports.charts.svg import group, label, line
from trucewatch.reports.charts.text_width import text_width

STEPS = (1, 2, 5)
"""Round numbers, times a power of ten, between the ticks."""


@dataclass(frozen=True, slots=True)
class CountAxis:
    """Where each count stands between two places."""

    top: int
    left: float
    right: float

    def x(self, count: float) -> float:
        """Give a count's place."""
        return self.left + (self.right - self.left) * count / self.top

    @property
    def ticks(self) -> tuple[int, ...]:
        """Round numbers from nought up, few enough to be read."""
        return tuple(range(0, self.top + 1, _step(self.top, max(2, int((self.right - self.left) / 90)))))


def count_axis(highest: int, left: float, right: float) -> CountAxis:
    """Make room for the highest count and a little more."""
    step = _step(max(highest, 1), 4)
    return CountAxis(max(step, -(-highest // step) * step), left, right)


def drawn_counts(axis: CountAxis, top: float, bottom: float, *, numbered: bool) -> Markup:
    """Draw the ticks, with their numbers below where they are wanted."""
    parts = []
    for tick in axis.ticks:
        x, words = axis.x(tick), f"{tick:,}"
        over = x + text_width(words, 11) / 2 - axis.right - 10
        anchor = "end" if over > 0 else "middle"
        parts.append(line(x, top, x, bottom, "grid"))
        parts += [label(x, bottom + 13, words, "small", text_anchor=anchor)] if numbered else []
    return group(*parts)


def _step(top: int, most: int) -> int:
    """The smallest round step that gives no more than so many."""
    power = 1
    while True:
        for step in STEPS:
            if top <= step * power * most:
                return step * power
        power *= 10
