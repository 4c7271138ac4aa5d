"""Sentences with every time in double brackets, and what each comes to in a short notation.

"2016-04-05"              a day
"2016-04-05/2016-04-06"   days, both included; "2016-04-05/" and "/2016-04-05" are open
"? no year"               unresolved, with the reason
"""

from datetime import date

from tests.resolve.markup import spans_of
from trucewatch.records.values import Interval, Unresolved
from trucewatch.resolve.times import find_times

THURSDAY = date(2016, 4, 7)
"""The day of publication where a table names none."""


def short(value: Interval | Unresolved) -> str:
    """A value in the short notation."""
    if isinstance(value, Unresolved):
        return f"? {value.reason}"
    if value.start == value.end:
        return str(value.start)
    return f"{value.start or ''}/{value.end or ''}"


def check(marked: str, *expected: str, published: date | None = THURSDAY) -> None:
    """Fail unless the times found are just those marked, with just those values."""
    text, spans = spans_of(marked)
    found = find_times(text, published)
    marks = [(text[start:end], start) for start, end in spans]
    seen = [(text[time.start : time.end], time.start) for time in found]
    assert seen == marks, f"{seen} instead of {marks}"
    values = tuple(short(time.value) for time in found)
    assert values == expected, f"{values} instead of {expected}"
