"""The toll chart: a dot for each claimant at its latest figure, with its name beside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.records.toll import Figure, Range, Toll, TollRow
from trucewatch.records.vocabulary import Victims
from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.count_axis import CountAxis, count_axis, drawn_counts
from trucewatch.reports.charts.patterns import fill, patterns
from trucewatch.reports.charts.svg import Drawing, box, element, group, label, line
from trucewatch.reports.charts.text_width import fitting, text_width
from trucewatch.reports.charts.voices import mark, voice_of
from trucewatch.reports.phrases import WHOSE, backed, figure, names, number, who

EDGE, ROW, SECOND_LINE, HEAD, FOOT, BETWEEN = 14.0, 27.0, 15.0, 24.0, 26.0, 10.0
SIZE, SMALL, STRONG = 12, 11, 14.5
"""Font sizes by which words are measured; bold ones are wider than their size says."""

SPARE = 2.0
"""Room at the edges in which no words stand."""

RANGE_LINE = 18.0
"""Height of the words of a range, where there is one."""

ARROW = 26.0
"""How long the arrow of an open upper bound is: it has no end, so its length says nothing."""

UNLIKE = 20
"""How many times one panel's highest figure may be another's before each gets a scale of its own."""

Group = tuple[tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of one side's people, one effect and one kind of victims, with their range."""

    title: str
    rows: tuple[TollRow, ...]
    range: Range | None

    @property
    def highest(self) -> int:
        """The highest number in it."""
        return max(max(one.low, one.high or 0) for row in self.rows for one in (row.latest, *row.earlier))


def panels(toll: Toll) -> tuple[Panel, ...]:
    """Bring the rows together that count the same people."""
    ranges = {_group(one): one for one in toll.ranges}
    groups = dict.fromkeys(_group(row) for row in toll.rows)
    return tuple(
        Panel(counted(group_), tuple(row for row in toll.rows if _group(row) == group_), ranges.get(group_))
        for group_ in groups
    )


def counted(of: TollRow | Range | Group) -> str:
    """Say who is counted.

    Example: "Killed: Armenia’s combatants", "Wounded: civilians, side not told"
    """
    side, effect, victims = of if isinstance(of, tuple) else _group(of)
    kind = WHOSE[Victims(victims)]
    whose = f"{names(side)}’s {kind or 'people'}" if side else f"{kind + ', ' if kind else ''}side not told"
    return f"{effect.capitalize()}: {whose}"


def dots(toll: Toll, parties: Sequence[str], on: Canvas) -> Drawing:
    """Draw a toll.

    Shape: one panel for each side, effect and kind of victims, all on one scale unless they are very unlike
    """
    found = panels(toll)
    scale = max(panel.highest for panel in found)
    alike = scale <= UNLIKE * max(1, min(panel.highest for panel in found))
    y = 0.0
    drawn: list[Markup] = []
    for panel in found:
        axis = count_axis(scale if alike else panel.highest, EDGE + 6, on.width - EDGE - 10)
        last = not alike or panel is found[-1]
        content, height = _panel(panel, axis, parties, on)
        counts = drawn_counts(axis, HEAD, height, numbered=last)
        drawn.append(group(counts, content, transform=f"translate(0 {y:.1f})"))
        y += height + (FOOT if last else BETWEEN)
    return Drawing(on.width, y, group(patterns(on.key, "range"), *drawn))


def _group(of: TollRow | Range) -> Group:
    return of.side, of.effect.value, of.victims.value


def _panel(panel: Panel, axis: CountAxis, parties: Sequence[str], on: Canvas) -> tuple[Markup, float]:
    rows: list[Markup] = []
    wide = (
        panel.range if panel.range and len(panel.rows) > 1 and panel.range.low != panel.range.high else None
    )
    y = HEAD + (RANGE_LINE if wide else 0)
    for row in panel.rows:
        content, height = _row(row, axis, y, voice_of(row.by, parties), on.width)
        rows.append(content)
        y += height
    head = label(EDGE - 6, 16, fitting(panel.title, STRONG, on.width - 2 * EDGE), "label strong")
    band = _range(wide, axis, y, on) if wide else Markup("")
    return group(head, band, *rows), y


def _range(found: Range, axis: CountAxis, bottom: float, on: Canvas) -> Markup:
    """The range as a band behind its rows, open to the right where it has no upper bound."""
    left = axis.x(found.low)
    right = axis.right + 6 if found.high is None else axis.x(found.high)
    wide = max(right - left, 3.0)
    words = f"range {number(found.low, found.high)}, {backed(found)}"
    words += ", contested" if found.contested else ""
    start = min(left, on.width - 8 - text_width(words, SMALL))
    return group(
        box(left, HEAD + RANGE_LINE - 4, wide, bottom - HEAD - RANGE_LINE + 4, "band range"),
        box(
            left,
            HEAD + RANGE_LINE - 4,
            wide,
            bottom - HEAD - RANGE_LINE + 4,
            "overlay",
            fill=fill(on.key, "range"),
        ),
        label(max(start, 4), HEAD + RANGE_LINE - 8, words, "small"),
    )


def _row(row: TollRow, axis: CountAxis, top: float, voice: str, width: float) -> tuple[Markup, float]:
    """One claimant; its words go right of its marks, else left, else on a line of their own."""
    y = top + ROW / 2
    words = f"{figure(row.latest)}  {who(row.by)}"
    start, end = _extent((row.latest, *row.earlier), axis)
    long = text_width(words, SIZE)
    height, at = ROW, (end + 10, y + 4)
    if end + 10 + long > width - SPARE:
        if start - 10 - long >= SPARE:
            at = (start - 10 - long, y + 4)
        else:
            height, at = ROW + SECOND_LINE, (max(4.0, width - 6 - long), y + 4 + SECOND_LINE)
            words = fitting(words, SIZE, width - 10)
    marks = group(*_earlier(row.earlier, row.latest, axis, y, voice), _latest(row.latest, axis, y, voice))
    return group(marks, label(*at, words, "label halo")), height


def _extent(figures: Iterable[Figure], axis: CountAxis) -> tuple[float, float]:
    starts, ends = [], []
    for one in figures:
        starts.append(axis.x(one.low) - 8)
        ends.append(axis.x(one.low) + ARROW if one.high is None else axis.x(max(one.high, one.low)) + 8)
    return min(starts), max(ends)


def _at(one: Figure) -> int:
    """Where a figure's own dot stands: at its lower bound, of "up to" at its upper."""
    return one.high if one.low == 0 and one.high else one.low


def _earlier(
    earlier: Sequence[Figure], latest: Figure, axis: CountAxis, y: float, voice: str
) -> Iterable[Markup]:
    """Hollow dots for what was told before, joined to the latest by a thin line."""
    if earlier:
        places = [axis.x(_at(one)) for one in (*earlier, latest)]
        yield line(min(places), y, max(places), y, "revision")
        yield from (mark(voice, place, y, 4.5, hollow=True) for place in places[:-1])


def _latest(one: Figure, axis: CountAxis, y: float, voice: str) -> Markup:
    x = axis.x(_at(one))
    parts = []
    if one.high is None:
        tip = x + ARROW - 4
        head = f"{tip:.1f},{y:.1f} {tip - 7:.1f},{y - 4:.1f} {tip - 7:.1f},{y + 4:.1f}"
        parts = [line(x, y, tip - 6, y, "bound"), element("polygon", points=head, class_="arrow")]
    elif one.high != one.low:
        low, high = axis.x(one.low), axis.x(one.high)
        parts = [line(low, y, high, y, "bound"), *(line(p, y - 5, p, y + 5, "bound") for p in (low, high))]
    parts.append(mark(voice, x, y))
    if one.denied:
        parts += [line(x - 8, y - 8, x + 8, y + 8, "denied"), line(x - 8, y + 8, x + 8, y - 8, "denied")]
    return group(*parts)
