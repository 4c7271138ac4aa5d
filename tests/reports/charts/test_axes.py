from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reports.charts.count_axis import count_axis
from trucewatch.reports.charts.day_axis import LONGEST, day_axis, rows_without_overlap
from trucewatch.reports.charts.text_width import fitting, text_width

DAYS = st.sets(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=12)


@given(DAYS)
def test_days_stand_in_their_order_between_the_ends(days: set[date]) -> None:
    axis = day_axis(days, 10, 700)
    places = [axis.x(day) for day in sorted(days)]
    assert all(left < right for left, right in pairwise(places))
    assert all(10 < place < 700 for place in places)


def test_a_long_silence_is_folded_and_shown_to_be() -> None:
    start = date(2020, 1, 1)
    near, far = (
        day_axis([start, start + timedelta(days=3)], 0, 100),
        day_axis([start, date(2022, 1, 1)], 0, 100),
    )
    assert near.folds == ()
    assert len(far.folds) == 1
    assert far.x(date(2022, 1, 1)) - far.x(start) <= LONGEST * (far.x(start) - far.places[0]) + 1e-9


def test_days_beyond_the_ends_stand_at_them() -> None:
    axis = day_axis([date(2020, 1, 2)], 0, 100)
    assert axis.x(date(2000, 1, 1)) == 0
    assert axis.x(date(2030, 1, 1)) == 100


@given(st.integers(0, 10_000_000), st.floats(200, 900))
def test_counts_have_few_round_ticks_and_room_for_the_highest(highest: int, width: float) -> None:
    axis = count_axis(highest, 0, width)
    assert axis.x(highest) <= width + 1e-6
    assert axis.ticks[0] == 0
    assert 2 <= len(axis.ticks) <= 13


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 30)), max_size=20))
def test_words_in_one_row_never_overlap(stretches: list[tuple[int, int]]) -> None:
    spans = [(float(start), float(start + long)) for start, long in sorted(stretches)]
    rows = rows_without_overlap(spans)
    for row in set(rows):
        own = [span for span, other in zip(spans, rows, strict=True) if other == row]
        assert all(before[1] <= after[0] for before, after in pairwise(own))


@given(st.text(max_size=60), st.floats(5, 300))
def test_what_is_cut_fits(words: str, room: float) -> None:
    cut = fitting(words, 12, room)
    assert cut == words or cut.endswith("…")
    assert text_width(cut, 12) <= max(room, text_width("…", 12))
