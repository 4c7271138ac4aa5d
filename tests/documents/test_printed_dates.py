"""Printed days of publication are found near the top, and days the report tells are left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.printed_dates import dateline_day, printed_days

REPORT = "The army left the town."
FOUND = [
    (f"Published July 12 2016 {REPORT}", date(2016, 7, 12)),
    (f"Published on Tuesday, 12th of July, 2016\n{REPORT}", date(2016, 7, 12)),
    (f"PUBLISHED: JULY 12, 2016 {REPORT.upper()}", date(2016, 7, 12)),
    (f"Truce fails\n10 Sep 2016\n{REPORT}", date(2016, 9, 10)),
    (f"Truce fails\nTue 13/09/2016\n{REPORT}", date(2016, 9, 13)),
    (f"Truce fails\n09/13/2016\n{REPORT}", date(2016, 9, 13)),
    (f"Truce fails\n03.04.2016\n{REPORT}", date(2016, 4, 3)),
    (f"Date of publication 16 September 2016 {REPORT}", date(2016, 9, 16)),
    (f"September 14, 2022\n\n{REPORT}", date(2022, 9, 14)),
    (f"September 14, 2022 {REPORT}", date(2022, 9, 14)),
    (f"2016-09-16T10:00:00Z\n{REPORT}", date(2016, 9, 16)),
    (f"Truce fails 16 September 2016 10:22 GMT {REPORT}", date(2016, 9, 16)),
    (f"Truce fails | Posted at 10:22 am on Sept. 16, 2016 {REPORT}", date(2016, 9, 16)),
    (f"Published 31 February 2016\n{REPORT}", None),
    (f"Posted 03/04/2016\n{REPORT}", None),
]


@pytest.mark.parametrize(("text", "day"), FOUND)
def test_found(text: str, day: date | None) -> None:
    assert [printed.day for printed in printed_days(text)] == [day]


NOT_FOUND = [
    "On 16 September 2016 the army left.",
    "Since the truce of May 12, 1994 they have met.",
    "The report was published on May 3, 2016 by the ministry.",
    "12 May 1994 saw the truce begin.",
    "The truce of 12 May 1994. Forces left.",
    "x " * 1000 + "Published July 12 2016",
    "Published in 2016 by the army.",
    "It was 10:30 in Goris.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_days_of_the_report_are_none_of_publication(text: str) -> None:
    assert printed_days(text) == ()


def test_an_update_is_marked() -> None:
    found = printed_days("Published 3 May 2016\nUpdated 4 May 2016\nThe army left.")
    assert [(day.day, day.is_update) for day in found] == [
        (date(2016, 5, 3), False),
        (date(2016, 5, 4), True),
    ]


@pytest.mark.parametrize(
    ("dateline", "words", "day"),
    [
        ("GORIS, Sept 14 (CNA) -", "Sept 14", None),
        ("GORIS, 14 September 2022 (CNA) -", "14 September 2022", date(2022, 9, 14)),
        ("GORIS, Sept. 14, 2022 —", "Sept. 14, 2022", date(2022, 9, 14)),
    ],
)
def test_datelines(dateline: str, words: str, day: date | None) -> None:
    found = dateline_day(dateline)
    assert found is not None
    assert (found.words, found.day) == (words, day)


def test_a_dateline_without_a_day_has_none() -> None:
    assert dateline_day("GORIS (CNA) -") is None


@given(st.one_of(st.text(), st.text(alphabet="Published Update:0123456789./-Sept \n")))
def test_no_text_breaks_it(text: str) -> None:
    assert all(text[day.start : day.end] for day in printed_days(text))
