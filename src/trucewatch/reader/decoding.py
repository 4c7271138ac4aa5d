"""The best consistent reading of scores: proper tag paths, whole spans, one source and content a cue."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.reader.heads import Array

BEGIN, INSIDE = 1, 2
"""Places of these tags in a layer's scores; 0 is outside."""

SURELY_OUTSIDE = -0.01
"""Log probability of O above which a run gains nothing from a row."""

FAINTEST = -20.73
"""No log probability of a tag is smaller; `Heads.tags` cuts them off at one in a thousand million."""

LONGEST_SOURCE = 40
"""Rows; a longer source is a misreading."""

TRIED = 10
"""How many rows of each pointer are tried as a span's first and last."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows [start, end) and how sure the scores are of them."""

    start: int
    end: int
    confidence: float


def runs(scores: Array, barriers: NDArray[np.bool_]) -> list[list[Run]]:
    """The likeliest runs of each layer.

    Shape: log probabilities [layers, rows, (O, B, I)] and, for each layer and row, whether a run may
           not go on from the row before -> for each layer its runs in order.
    An inside tag follows only a begin or an inside one (Viterbi), so no run is broken off its start.
    """
    return [_layer_runs(*layer) for layer in zip(scores, barriers, strict=True)]


def _layer_runs(scores: Array, barriers: NDArray[np.bool_]) -> list[Run]:
    """One layer's runs; only where O is not far ahead of all else is there anything to search."""
    return [
        Run(first + run.start, first + run.end, run.confidence)
        for first, last in _stretches(scores[:, 0])
        for run in _stretch_runs(scores[first:last], barriers[first:last])
    ]


def _stretches(outside: Array) -> list[tuple[int, int]]:
    """The rows where the likeliest path may leave O, as ranges.

    A run may open in rows that are surely outside if the next row can hardly be a begin, but it pays
    in each of them, so it opens no farther ahead than the most that it can gain.
    """
    doubtful = np.flatnonzero(outside < SURELY_OUTSIDE).tolist()
    paid = SURELY_OUTSIDE - math.log(-math.expm1(SURELY_OUTSIDE))
    ahead = math.ceil(-FAINTEST / paid)
    out: list[tuple[int, int]] = []
    for row in doubtful:
        first = max(0, row - ahead)
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], row + 1)
        else:
            out.append((first, row + 1))
    return out


def _stretch_runs(scores: Array, barriers: NDArray[np.bool_]) -> list[Run]:
    back: list[tuple[int, int]] = [(0, 0)]
    rows: list[list[float]] = scores.tolist()
    outside, begin, inside = rows[0][0], rows[0][1], -math.inf
    for (o, b, i), barrier in zip(rows[1:], barriers[1:].tolist(), strict=True):
        top = max(outside, begin, inside)
        from_any = 0 if top == outside else 1 if top == begin else 2
        from_in = 2 if inside > begin else 1
        back.append((from_any, from_in))
        into = -math.inf if barrier else max(begin, inside)
        outside, begin, inside = top + o, top + b, into + i
    ends = (outside, begin, inside)
    return _trace(back, ends.index(max(ends)), rows)


def _trace(back: Sequence[tuple[int, int]], last: int, rows: Sequence[Sequence[float]]) -> list[Run]:
    tags = [last]
    for row in range(len(back) - 1, 0, -1):
        tags.append(back[row][tags[-1] == INSIDE])
    tags.reverse()
    out: list[Run] = []
    start: int | None = None
    for row, tag in enumerate([*tags, 0]):
        if start is not None and tag != INSIDE:
            chosen = [rows[at][tags[at]] for at in range(start, row)]
            out.append(Run(start, row, math.exp(sum(chosen) / len(chosen))))
            start = None
        if tag == BEGIN:
            start = row
    return out


def touch(one: Run, other: Run) -> bool:
    """Whether two runs share a row."""
    return one.start < other.end and other.start < one.end


def whole_words(runs: Sequence[Run], opens: NDArray[np.bool_]) -> Iterator[Run]:
    """The runs widened to whole words; one that would run into the run before is dropped.

    Shape: `opens` tells for each row whether it opens a word
    """
    before = 0
    for run in runs:
        start, end = run.start, run.end
        while start > before and not opens[start]:
            start -= 1
        while end < len(opens) and not opens[end]:
            end += 1
        if opens[start]:
            yield Run(start, end, run.confidence)
            before = end


def best_span(start: Array, end: Array, taken: tuple[int, int], longest: int) -> Run | None:
    """The likeliest span by its two pointers, None where the opening mark (row 0) is likelier.

    Shape: log probabilities of each row as first and as last one; the span may not touch `taken`.
    Only the likeliest few rows of each pointer are tried.
    """
    firsts, lasts = _likeliest(start), _likeliest(end)
    low, high = taken
    nothing = float(start[0] + end[0])
    best, chosen = nothing, None
    for first in firsts:
        for last in lasts:
            total = float(start[first] + end[last])
            if total > best and first <= last < first + longest and (last < low or first >= high):
                best, chosen = total, (first, last)
    if chosen is None:
        return None
    return Run(chosen[0], chosen[1] + 1, float(np.exp(best / 2)))


def _likeliest(scores: Array) -> list[int]:
    """The likeliest rows of a pointer, the opening mark left out."""
    count = min(TRIED, len(scores) - 1)
    return [1 + int(row) for row in np.argpartition(-scores[1:], count - 1)[:count]] if count > 0 else []


def parents(contents: Sequence[tuple[int, int] | None], cues: Sequence[tuple[int, int]]) -> list[int | None]:
    """For each cue the smallest other content that it stands in: who reports it."""
    out: list[int | None] = []
    for number, cue in enumerate(cues):
        around = [
            (told[1] - told[0], other)
            for other, told in enumerate(contents)
            if other != number and told is not None and told[0] <= cue[0] and cue[1] <= told[1]
        ]
        out.append(min(around)[1] if around else None)
    return out
