import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reader.decoding import BEGIN, INSIDE, Run, best_span, joined, parents, runs


def scores(tags: str, sure: float = 0.9) -> np.ndarray:
    """One layer in which each row favours the tag written for it."""
    out = np.full((1, len(tags), 3), np.log((1 - sure) / 2), np.float32)
    for row, tag in enumerate(tags):
        out[0, row, "OBI".index(tag)] = np.log(sure)
    return out


def decoded(tags: str, *, barriers: tuple[int, ...] = (), sure: float = 0.9) -> list[tuple[int, int]]:
    stops = np.zeros((1, len(tags)), bool)
    stops[0, list(barriers)] = True
    return [(run.start, run.end) for run in runs(scores(tags, sure), stops)[0]]


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("OOOO", []),
        ("OBIO", [(1, 3)]),
        ("BIBI", [(0, 2), (2, 4)]),
        ("BBB", [(0, 1), (1, 2), (2, 3)]),
        ("OBII", [(1, 4)]),
    ],
)
def test_a_proper_path_is_kept(tags: str, wanted: list[tuple[int, int]]) -> None:
    assert decoded(tags) == wanted


def test_an_inside_without_a_begin_is_mended() -> None:
    assert decoded("OIIO") == [(1, 3)]


def test_no_run_crosses_a_barrier() -> None:
    assert all(not (start < 2 < end) for start, end in decoded("BIIIO", barriers=(2,)))


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([(0, 2), (2, 3)], [(0, 3)]),
        ([(0, 2), (2, 3), (3, 4)], [(0, 4)]),
        ([(0, 2), (3, 4)], [(0, 2), (3, 4)]),  # a word between
        ([(2, 5), (5, 7)], [(2, 5), (5, 7)]),  # the second sentence begins with row 5
        ([], []),
    ],
)
def test_what_follows_without_a_gap_is_joined(
    told: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    sentence = np.array([0] * 5 + [1] * 5)
    found = joined([Run(start, end, 0.5 + end / 100) for start, end in told], sentence)
    assert [(run.start, run.end) for run in found] == wanted
    assert all(run.confidence == 0.5 + run.end / 100 for run in found)


def test_confidence_is_a_probability() -> None:
    (run,) = runs(scores("OBIO", 0.8), np.zeros((1, 4), bool))[0]
    assert run.confidence == pytest.approx(0.8, abs=1e-3)


@given(st.lists(st.tuples(*[st.floats(-9, -0.02)] * 3), min_size=1, max_size=12))
def test_the_search_finds_the_best_proper_path(rows: list[tuple[float, float, float]]) -> None:
    """Against every proper path there is, for texts short enough to try them all."""
    layer = np.array([rows], np.float32)[:, :6]
    found = runs(layer, np.zeros(layer.shape[:2], bool))[0]
    count = layer.shape[1]
    paths = [()]
    for _ in range(count):
        paths = [(*p, t) for p in paths for t in range(3) if t != INSIDE or (p and p[-1] != 0)]
    best = max(sum(layer[0, r, t] for r, t in enumerate(p)) for p in paths)
    tags = [0] * count
    for run in found:
        tags[run.start : run.end] = [INSIDE] * (run.end - run.start)
        tags[run.start] = BEGIN
    assert sum(layer[0, r, t] for r, t in enumerate(tags)) == pytest.approx(best, abs=1e-3)


def pointer(row: int, rows: int = 8) -> np.ndarray:
    out = np.full(rows, np.log(0.02), np.float32)
    out[row] = np.log(0.86)
    return out


def test_a_span_is_where_its_pointers_point() -> None:
    span = best_span(pointer(4), pointer(6), taken=(1, 2), longest=8)
    assert span is not None
    assert (span.start, span.end) == (4, 7)


@pytest.mark.parametrize(
    ("start", "end", "taken", "longest"),
    [(0, 0, (1, 2), 8), (1, 6, (3, 4), 8), (6, 4, (1, 2), 1)],
    ids=["points to nothing", "would swallow the cue", "ends before it starts"],
)
def test_a_span_that_may_not_be_is_none_or_another(
    start: int, end: int, taken: tuple[int, int], longest: int
) -> None:
    span = best_span(pointer(start), pointer(end), taken=taken, longest=longest)
    assert span is None or (span.end <= taken[0] or span.start >= taken[1])
    assert span is None or 0 < span.start < span.end <= span.start + longest


def test_who_reports_whom() -> None:
    contents = [(10, 90), (30, 80), None, (100, 120)]
    cues = [(5, 8), (20, 24), (40, 44), (95, 99)]
    assert parents(contents, cues) == [None, 0, 1, None]
