"""Lines cut down to what lies on the sheet."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from trucewatch.reports.map.base import Ring
from trucewatch.reports.map.projection import Projection

BEYOND = 12.0
"""How far beyond the sheet lines go on, so that no cut is seen on it."""

Point = tuple[float, float]


def clipped(rings: Iterable[Ring], projection: Projection, beyond: float = BEYOND) -> Iterator[list[Point]]:
    """Give the parts of rings that lie on the sheet, as rings on it (Sutherland and Hodgman)."""
    low, right, bottom = -beyond, projection.width + beyond, projection.height + beyond
    for ring in rings:
        on_sheet = projection.places(ring)
        (left_most, top_most), (right_most, low_most) = on_sheet.min(axis=0), on_sheet.max(axis=0)
        if right_most < low or left_most > right or low_most < low or top_most > bottom:
            continue
        points: list[Point] = [(float(x), float(y)) for x, y in on_sheet]
        for axis, limit, keeps_more in (
            (0, low, True),
            (0, right, False),
            (1, low, True),
            (1, bottom, False),
        ):
            points = _cut(points, axis, limit, keeps_more=keeps_more)
        if points:
            yield points


def path(rings: Iterable[list[Point]]) -> str:
    """Write rings as the path of an SVG, in halves of a point; what falls together is written once.

    All rings fall on one grid, so what two countries share stays shared. Each point is told from the last.
    """
    return "".join(_ring_path(ring) for ring in rings)


def _cut(points: list[Point], axis: int, limit: float, *, keeps_more: bool) -> list[Point]:
    """Keep what lies on one side of a line."""
    inside: Callable[[Point], bool] = (
        (lambda point: point[axis] >= limit) if keeps_more else (lambda point: point[axis] <= limit)
    )
    kept: list[Point] = []
    for before, point in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        if inside(before) != inside(point):
            kept.append(_crossing(before, point, axis, limit))
        if inside(point):
            kept.append(point)
    return kept


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    part = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _ring_path(ring: list[Point]) -> str:
    halves = np.round(np.array(ring) * 2).astype(int)
    moved = np.any(np.diff(halves, axis=0, prepend=halves[:1] - 1) != 0, axis=1)
    points = halves[moved] / 2
    if len(points) < 3:  # noqa: PLR2004 - a ring has three corners
        return ""
    steps = " ".join(f"{x:g} {y:g}" for x, y in np.diff(points, axis=0))
    return f"M{points[0][0]:g} {points[0][1]:g}l{steps}z"
