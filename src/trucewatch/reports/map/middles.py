"""Where a name goes: as far inside its area as can be, of what lies on the sheet."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CELLS = 40
"""Cells of the raster on which a place is sought, from side to side."""

Point = tuple[float, float]


def middle(rings: Sequence[Sequence[Point]], width: float, height: float) -> tuple[Point, float] | None:
    """Find the point deepest inside, and its distance from the edge; None where hardly any lies inside."""
    cell = width / CELLS
    rows = max(int(height / cell), 1)
    inside = np.zeros((rows, CELLS), dtype=bool)
    xs = (np.arange(CELLS, dtype=np.float64) + 0.5) * cell
    for row in range(rows):
        inside[row] = _inside(rings, xs, (row + 0.5) * cell)
    deep = 0
    last, now = inside, inside
    while now.any():
        last, now, deep = now, _worn(now), deep + 1
    if deep == 0:
        return None
    ys, columns = np.nonzero(last)
    return (float(xs[columns].mean()), float((ys.mean() + 0.5) * cell)), deep * cell


def _inside(rings: Sequence[Sequence[Point]], xs: NDArray[np.float64], y: float) -> NDArray[np.bool_]:
    """Tell which points of one row lie inside, by the even-odd rule."""
    crossings = np.zeros(len(xs), dtype=int)
    for ring in rings:
        points = np.array(ring)
        after = np.roll(points, -1, axis=0)
        over = (points[:, 1] > y) != (after[:, 1] > y)
        start, end = points[over], after[over]
        at = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / (end[:, 1] - start[:, 1])
        crossings += (at[:, None] > xs[None, :]).sum(axis=0)
    odd: NDArray[np.bool_] = crossings % 2 == 1
    return odd


def _worn(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Take one cell off every edge, the sheet's own edges included."""
    wide = np.pad(inside, 1)
    worn: NDArray[np.bool_] = (
        wide[1:-1, 1:-1] & wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    )
    return worn
