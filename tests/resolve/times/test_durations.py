"""Where lengths of time stand, which are no dates."""

import pytest

from tests.resolve.markup import spans_of
from trucewatch.resolve.times.durations import durations_and_times
from trucewatch.resolve.times.finding import recognised

# sentences with the length in double brackets
LENGTHS = [
    "a [[six-week]] war",
    "a [[72-hour]] truce",
    "[[two days]] of talks",
    "it lasted [[a week]]",
    "it lasted [[an hour]]",
    "it lasted [[two to three days]]",
    "it lasted [[2-3 days]]",
    "it lasted [[two or three days]]",
    "it lasted [[more than two days]]",
    "it lasted [[at least a month]]",
    "it lasted [[up to ten days]]",
    "it lasted [[about ten days]]",
    "it lasted [[several days]]",
    "it lasted [[a fortnight]]",
    "a [[five-day-long]] truce",
    "a [[one-year-long]] truce",
    "a [[two-and-a-half-year]] truce",
    "it lasted [[half a day]]",
    "it lasted [[1.5 years]]",
    "A [[TEN-DAY]] TRUCE",
    "it took [[a few days]]",
    "[[days]] of talks",
    "it lasted [[3-2 days]]",
]

NO_LENGTHS = ["a 12-year-old boy", "a 12-hourly bus", "two daylight raids"]

TIMES = ["two days ago", "in the past 24 hours", "on 5 April"]


@pytest.mark.parametrize("marked", LENGTHS)
def test_lengths(marked: str) -> None:
    text, spans = spans_of(marked)
    assert durations_and_times(text) == spans


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_near_misses(text: str) -> None:
    assert durations_and_times(text) == []


@pytest.mark.parametrize("text", TIMES)
def test_a_time_stands_there_once_and_whole(text: str) -> None:
    (atom,) = recognised(text)
    assert durations_and_times(text) == [(atom.start, atom.end)]
