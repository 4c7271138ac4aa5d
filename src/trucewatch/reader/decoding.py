"""The best consistent reading of scores: proper tag paths, whole spans, one source and content a cue."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.reader.heads import Array

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
"""Places of the tags in a layer's scores."""

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
    An inside tag follows only a begin or an inside one, so no run is broken off its start. Where each
    row's likeliest tag does so there is nothing to search; elsewhere a search (Viterbi) mends the rows.
    """
    tags = scores.argmax(-1)
    before = np.pad(tags[:, :-1], ((0, 0), (1, 0)), constant_values=OUTSIDE)
    broken = (tags == INSIDE) & ((before == OUTSIDE) | barriers)
    for layer in np.flatnonzero(broken.any(1)):
        for first, last in _stretches(scores[layer, :, 0]):
            if broken[layer, first:last].any():
                rows = slice(first, last)
                tags[layer, rows] = _best_tags(scores[layer, rows], barriers[layer, rows])
    return _runs_of(tags, scores)


def _runs_of(tags: NDArray[np.int64], scores: Array) -> list[list[Run]]:
    """Each layer's runs, when no inside tag stands alone."""
    chances = np.take_along_axis(scores, tags[..., None], -1)[..., 0].tolist()
    closed = np.pad(tags, ((0, 0), (0, 1)), constant_values=OUTSIDE)
    begins, stops = np.flatnonzero(closed == BEGIN), np.flatnonzero(closed != INSIDE)
    lengths = stops[np.searchsorted(stops, begins, side="right")] - begins
    out: list[list[Run]] = [[] for _ in tags]
    for begin, length in zip(begins.tolist(), lengths.tolist(), strict=True):
        layer, start = divmod(begin, closed.shape[1])
        own = chances[layer][start : start + length]
        out[layer].append(Run(start, start + length, math.exp(sum(own) / length)))
    return out


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


def _best_tags(scores: Array, barriers: NDArray[np.bool_]) -> list[int]:
    """The likeliest proper tags of one layer's rows."""
    back: list[tuple[int, int]] = []
    (outside, begin, _), *rows = scores.tolist()
    inside = -math.inf
    for (o, b, i), barrier in zip(rows, barriers[1:].tolist(), strict=True):
        top = max(outside, begin, inside)
        from_any = OUTSIDE if top == outside else BEGIN if top == begin else INSIDE
        from_in = INSIDE if inside > begin else BEGIN
        back.append((from_any, from_in))
        into = -math.inf if barrier else max(begin, inside)
        outside, begin, inside = top + o, top + b, into + i
    ends = (outside, begin, inside)
    tags = [ends.index(max(ends))]
    for from_any, from_in in reversed(back):
        tags.append(from_in if tags[-1] == INSIDE else from_any)
    return tags[::-1]


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


def joined(runs: Sequence[Run], sentence: NDArray[np.int64]) -> list[Run]:
    """The runs, those that follow each other without a gap as one: a clause that the scores broke in two.

    Shape: `sentence` tells for each row in which sentence it is; runs of two sentences stay two
    """
    out: list[Run] = []
    for run in runs:
        if out and out[-1].end == run.start and sentence[run.start] == sentence[run.start - 1]:
            before = out.pop()
            run = Run(before.start, run.end, max(before.confidence, run.confidence))  # noqa: PLW2901 - grows
        out.append(run)
    return out


def best_span(start: Array, end: Array, taken: tuple[int, int], longest: int) -> Run | None:
    """The likeliest span by its two pointers, None where the opening mark (row 0) is likelier.

    Shape: log probabilities of each row as first and as last one; the span may not touch `taken`.
    Only the likeliest few rows of each pointer are tried.
    """
    firsts, lasts = _likeliest(start), _likeliest(end)
    low, high = taken
    spans = [
        (first_chance + last_chance, first, last)
        for first, first_chance in firsts
        for last, last_chance in lasts
        if first <= last < first + longest and (last < low or first >= high)
    ]
    best, first, last = max(spans, default=(-math.inf, 0, 0))
    if best <= start[0] + end[0]:
        return None
    return Run(first, last + 1, math.exp(best / 2))


def _likeliest(scores: Array) -> list[tuple[int, float]]:
    """The likeliest rows of a pointer, the opening mark left out, with their log probabilities."""
    count = min(TRIED, len(scores) - 1)
    rows = 1 + np.argpartition(-scores[1:], count - 1)[:count]
    return list(zip(rows.tolist(), scores[rows].tolist(), strict=True))


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
