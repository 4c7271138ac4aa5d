"""Lengths of time, which are no dates."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.records.values import Unresolved
from trucewatch.resolve.times.durations import find_durations

# (sentence with the length in double brackets, fewest days, most days)
DURATIONS = [
    ("a [[six-week]] war", 42, 42),
    ("a [[72-hour]] truce", 3, 3),
    ("[[two days]] of talks", 2, 2),
    ("it lasted [[a week]]", 7, 7),
    ("it lasted [[an hour]]", 1 / 24, 1 / 24),
    ("it lasted [[two to three days]]", 2, 3),
    ("it lasted [[2-3 days]]", 2, 3),
    ("it lasted [[two or three days]]", 2, 3),
    ("it lasted [[more than two days]]", 2, None),
    ("it lasted [[at least a month]]", 30, None),
    ("it lasted [[up to ten days]]", 0, 10),
    ("it lasted [[about ten days]]", 10, 10),
    ("it lasted [[several days]]", 3, None),
    ("it lasted [[a fortnight]]", 14, 14),
    ("a [[five-day-long]] truce", 5, 5),
    ("a [[one-year-long]] truce", 365, 365),
    ("a [[two-and-a-half-year]] truce", 912.5, 912.5),
    ("it lasted [[half a day]]", 0.5, 0.5),
    ("it lasted [[1.5 years]]", 547.5, 547.5),
    ("A [[TEN-DAY]] TRUCE", 10, 10),
]

UNSAID = [
    ("it took [[a few days]]", "how many is not said"),
    ("[[days]] of talks", "how many is not said"),
    ("it lasted [[3-2 days]]", "more than one length"),
]

DATES = ["two days ago", "in the past 24 hours", "a 12-year-old boy", "on 5 April"]


@pytest.mark.parametrize(("marked", "low", "high"), DURATIONS)
def test_lengths(marked: str, low: float, high: float | None) -> None:
    text, spans = spans_of(marked)
    (found,) = find_durations(text)
    assert (found.start, found.end) == spans[0]
    assert not isinstance(found.value, Unresolved)
    assert found.value.low == pytest.approx(low)
    assert found.value.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(("marked", "reason"), UNSAID)
def test_lengths_without_a_number(marked: str, reason: str) -> None:
    text, spans = spans_of(marked)
    (found,) = find_durations(text)
    assert (found.start, found.end) == spans[0]
    assert isinstance(found.value, Unresolved)
    assert found.value.reason == reason


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_no_length(text: str) -> None:
    assert find_durations(text) == ()
