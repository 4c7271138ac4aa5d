"""The truce strip: a lane for each voice with the states it told over the days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup

from trucewatch.records.truce import Truce, Violation
from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.day_axis import DayAxis, day_axis, drawn_axis, rows_without_overlap
from trucewatch.reports.charts.patterns import filled, patterns
from trucewatch.reports.charts.steps import Lane, Step
from trucewatch.reports.charts.svg import Drawing, element, group, label, line
from trucewatch.reports.charts.text_width import fitting, text_width
from trucewatch.reports.charts.voices import mark, voice_of
from trucewatch.reports.phrases import many, who

EDGE, TOP = 14.0, 26.0
NAME, BAND, WORDS, GAP = 18.0, 13.0, 15.0, 12.0
"""Heights of the parts of a lane: who says it, the band, each row of words, the room below."""

SIZE, STRONG = 12, 14.5
"""Font sizes by which words are measured; bold ones are wider than their size says."""

AFTER = timedelta(days=3)
"""How far the strip goes beyond the last step, at most: what nobody told of is not drawn."""


@dataclass(frozen=True, slots=True)
class _Part:
    height: float
    draw: Callable[[float], Markup]


def strip(truce: Truce, told: Sequence[Lane], parties: Sequence[str], day: date, on: Canvas) -> Drawing:
    """Draw a truce as of a day.

    Shape: the days above, how long it is said to have run, a lane for each voice, claimed violations, and
           possible ones apart; no lanes and no violations give an empty drawing of no height
    """
    days = _days(truce, told, day)
    if not days:
        return Drawing(on.width, 0, Markup(""))
    axis = day_axis(days, EDGE + 6, on.width - EDGE - 6)
    parts = [*_held(truce, axis), *(_lane(lane, axis, voice_of(lane.by, parties), on) for lane in told)]
    parts += [
        part for derived in (False, True) for part in _violations(truce, axis, on.width, derived=derived)
    ]
    drawn: list[Markup] = []
    y = TOP + GAP
    for part in parts:
        drawn.append(part.draw(y))
        y += part.height
    fills = patterns(on.key, "agreed", "broken", "over")
    return Drawing(on.width, y, group(fills, drawn_axis(axis, TOP, y - GAP), *drawn))


def _days(truce: Truce, told: Sequence[Lane], day: date) -> set[date]:
    days = {step.on for lane in told for step in lane.steps}
    days |= {one.on for one in truce.violations if one.on}
    if truce.held is not None:
        days |= {truce.held.since, *([truce.held.until] if truce.held.until else [])}
    if days:
        days.add(min(day, max(days) + AFTER))
    return days


def _held(truce: Truce, axis: DayAxis) -> list[_Part]:
    held = truce.held
    if held is None:
        return []
    words = f"held {many(held.days, 'day')} (derived)"

    def draw(y: float) -> Markup:
        left = axis.x(held.since)
        right = axis.x(held.since + timedelta(days=held.days))
        start = min(left, axis.places[-1] - text_width(words, STRONG))
        ends = [line(x, y + 16, x, y + 24, "rule") for x in (left, right)]
        return group(
            label(start, y + 11, words, "label strong"), line(left, y + 20, right, y + 20, "rule"), *ends
        )

    return [_Part(24 + GAP, draw)]


def _lane(lane: Lane, axis: DayAxis, voice: str, on: Canvas) -> _Part:
    spans = [_span(step, axis) for step in lane.steps]
    rows = rows_without_overlap([(start, end + 8) for start, end in spans])
    last = next((step for step in reversed(lane.steps) if step.band), None)
    deep = NAME + BAND + WORDS * (max(rows) + 1)

    def draw(y: float) -> Markup:
        band = y + NAME
        name = fitting(who(lane.by), STRONG, on.width - 2 * EDGE - 18)
        parts = [mark(voice, EDGE + 1, y + 8, 5), label(EDGE + 14, y + 12.5, name, "label strong")]
        for step, end in _ends(lane.steps, axis):
            start = axis.x(step.on)
            stretch = filled(on.key, step.band or "", (start, band), (end - start, BAND))
            parts.append(group(stretch, class_="last" if step == last else None))
        for step, (start, _), row in zip(lane.steps, spans, rows, strict=True):
            low = band + BAND + WORDS * row + 12
            x = axis.x(step.on)
            parts += [line(x, band, x, low - 9, "tick"), _point(step, x, band)]
            parts.append(label(start, low, fitting(step.label, SIZE, on.width - start), "label"))
        return group(*parts)

    return _Part(deep + GAP, draw)


def _span(step: Step, axis: DayAxis) -> tuple[float, float]:
    """Where a step's words stand: from its day on, or so that they end at the edge."""
    long = text_width(step.label, SIZE)
    start = max(min(axis.x(step.on) - 4, axis.places[-1] + 8 - long), 2.0)
    return start, start + long


def _ends(steps: Sequence[Step], axis: DayAxis) -> list[tuple[Step, float]]:
    """Each step with the place up to which its band goes: the next that is a state of its own."""
    told = [step for step in steps if step.band]
    ends = [axis.x(after.on) for _, after in pairwise(told)]
    return list(zip(told, [*ends, axis.places[-1]], strict=False))


def _point(step: Step, x: float, band: float) -> Markup:
    """A step's own point: full where its day is told, hollow where only the report's is known."""
    kind = "point" if step.dated else "point hollow"
    return element("circle", cx=x, cy=band + BAND / 2, r=3.5, class_=kind)


def _violations(truce: Truce, axis: DayAxis, width: float, *, derived: bool) -> list[_Part]:
    found = [one for one in truce.violations if one.derived is derived]
    if not found:
        return []
    words = "Possible violations (derived)" if derived else "Claimed violations"
    undated = sum(one.on is None for one in found)
    more = f", {undated} without a day" if undated else ""
    title = fitting(f"{words}: {len(found)}{more}", STRONG, width - 2 * EDGE)

    def draw(y: float) -> Markup:
        counted = _by_day(found)
        crosses = [_cross(axis.x(on), y + 26, count, derived=derived) for on, count in counted.items()]
        base = line(axis.places[0], y + 26, axis.places[-1], y + 26, "grid")
        return group(label(EDGE - 5, y + 12.5, title, "label strong"), base, *crosses)

    return [_Part(NAME + 20 + GAP, draw)]


def _by_day(found: Sequence[Violation]) -> dict[date, int]:
    days = sorted(one.on for one in found if one.on)
    return {day: days.count(day) for day in days}


def _cross(x: float, y: float, count: int, *, derived: bool) -> Markup:
    kind = "cross derived" if derived else "cross"
    strokes = [line(x - 5, y - 5, x + 5, y + 5, kind), line(x - 5, y + 5, x + 5, y - 5, kind)]
    return group(*strokes, label(x + 9, y + 4, f"×{count}", "small") if count > 1 else Markup(""))
