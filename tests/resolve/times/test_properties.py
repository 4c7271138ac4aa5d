"""What holds of times in any text and on any day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.records.values import Interval, Unresolved
from trucewatch.resolve.times import find_times
from trucewatch.resolve.times.days import Part, Undated, Unit, around, month_of, moved, part_of
from trucewatch.resolve.times.durations import durations_and_times
from trucewatch.resolve.times.words import WEEKDAYS

WORDS = st.sampled_from(
    """
    Monday Tuesdays Sun. March MAY Sept. 12 31 2015 1994 '90s 1990s 5th third twenty-first twentyfirst
    a few two or to and - – , . : the of in on at since until between from before after by early late
    mid- end start last next this past following previous
    day days week weekend months years hours ago later earlier then
    overnight night morning dawn midnight 6 a.m. 24:00 today yesterday tonight every Christmas Eve's first
    fighting clashes killed will said fıve İn ſeptember 2016-02-30 31/12/2015 30.2.16 9999 0 couple dozen
    """.split()  # noqa: SIM905
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
    st.lists(WORDS, max_size=12).map("\n".join),
)
DAYS = st.dates()
PLAIN_DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))


@given(TEXTS, st.none() | DAYS)
def test_no_text_raises_and_times_stand_in_order(text: str, published: date | None) -> None:
    found = find_times(text, published)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for time in found:
        assert 0 <= time.start < time.end <= len(text)
        assert time.value.text == text[time.start : time.end]
        if isinstance(time.value, Interval) and time.value.start and time.value.end:
            assert time.value.start <= time.value.end


@given(TEXTS)
def test_lengths_and_times_stand_in_order_and_every_time_is_among_them(text: str) -> None:
    found = durations_and_times(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert {(time.start, time.end) for time in find_times(text, date(2016, 4, 7))} <= set(found)


@given(st.sampled_from(WEEKDAYS), PLAIN_DAYS)
def test_a_bare_weekday_is_the_latest_not_after_publication(name: str, published: date) -> None:
    (found,) = find_times(f"Shells fell on {name.title()}.", published)
    assert isinstance(found.value, Interval)
    day = found.value.start
    assert day is not None
    assert day == found.value.end
    assert WEEKDAYS[day.weekday()] == name
    assert published - timedelta(days=7) < day <= published


@given(
    PLAIN_DAYS,
    st.none() | DAYS,
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%A, %d %B %Y"]),
)
def test_a_full_date_is_itself_whenever_published(day: date, published: date | None, pattern: str) -> None:
    (found,) = find_times(f"on {day.strftime(pattern)} it began", published)
    assert isinstance(found.value, Interval)
    assert (found.value.start, found.value.end) == (day, day)


@given(PLAIN_DAYS, st.integers(0, 330))
def test_a_day_without_year_is_the_nearest_before_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    (found,) = find_times(f"on {day.day} {day:%B} it began", published)
    assert isinstance(found.value, Interval)
    assert found.value.start == day


@given(PLAIN_DAYS, st.integers(1, 400), st.sampled_from(["day", "hour"]))
def test_counting_back_counts_back(published: date, count: int, unit: str) -> None:
    (found,) = find_times(f"{count} {unit}s ago", published)
    assert isinstance(found.value, Interval)
    back = count if unit == "day" else -(-count // 24)
    assert found.value.start == published - timedelta(days=back)


@given(TEXTS)
def test_without_publication_nothing_is_counted_from_it(text: str) -> None:
    found = find_times("It fell last week. It rose yesterday. They met on Monday.\n\n" + text, None)
    for time in found[:3]:
        assert isinstance(time.value, Unresolved)


@given(DAYS, st.sampled_from(Unit), st.integers(-2000, 2000))
def test_moving_there_and_back(day: date, unit: Unit, count: int) -> None:
    try:
        there = moved(day, unit, count)
    except Undated:
        return
    assert (there >= day) if count >= 0 else (there <= day)
    if unit in {Unit.DAY, Unit.WEEK, Unit.FORTNIGHT}:
        assert moved(there, unit, -count) == day


@given(PLAIN_DAYS, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE]))
def test_what_is_around_a_day_holds_it(day: date, unit: Unit) -> None:
    first, last = around(day, unit).closed
    assert first <= day <= last


@pytest.mark.parametrize("unit", [Unit.MONTH, Unit.YEAR, Unit.DECADE])
@given(day=PLAIN_DAYS)
def test_the_thirds_of_a_time_fill_it(unit: Unit, day: date) -> None:
    whole = around(day, unit)
    thirds = [part_of(whole, part).closed for part in (Part.EARLY, Part.MID, Part.LATE)]
    assert thirds[0][0] == whole.start
    assert thirds[2][1] == whole.end
    for (_, end), (start, _) in pairwise(thirds):
        assert start == end + timedelta(days=1)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_before_the_next_begins(year: int, month: int) -> None:
    first, last = month_of(year, month).closed
    assert (first.day, first.month, last.month) == (1, month, month)
    assert last == date.max or (last + timedelta(days=1)).day == 1
