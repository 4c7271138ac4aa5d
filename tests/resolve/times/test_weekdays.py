"""Weekdays, words that are a day, and parts of a day. Published on Thursday 7 April 2016."""

from datetime import date

import pytest

from tests.resolve.times.reading import check
from trucewatch.resolve.times import find_times

WEEKDAYS = [
    ("Shells fell on [[Thursday]].", "2016-04-07"),  # the day of publication itself
    ("Shells fell on [[Wednesday]].", "2016-04-06"),
    ("Shells fell on [[Tuesday]].", "2016-04-05"),
    ("Shells fell on [[Monday]].", "2016-04-04"),
    ("Shells fell on [[Sunday]].", "2016-04-03"),
    ("Shells fell on [[Saturday]].", "2016-04-02"),
    ("Shells fell on [[Friday]].", "2016-04-01"),
    ("shells fell on [[friday]] officials said", "2016-04-01"),
    ("SHELLS FELL ON [[SUNDAY]], OFFICIALS SAID.", "2016-04-03"),
    ("[[Tuesday's]] truce held.", "2016-04-05"),
    ("[[Tuesday’s]] truce held.", "2016-04-05"),
    ("[[Tuesdays]] truce held.", "2016-04-05"),  # lost its apostrophe
    ("The army said [[Monday]] that it held.", "2016-04-04"),
    ("It began [[last Friday]].", "2016-04-01"),
    ("It began [[last Thursday]].", "2016-03-31"),  # never the day of publication
    ("It began [[this past Monday]].", "2016-04-04"),
    ("It ends [[this Saturday]].", "2016-04-09"),
    ("It ends [[next Monday]].", "2016-04-11"),
    ("It ends [[this coming Sunday]].", "2016-04-10"),
    ("It began on [[Monday last week]].", "2016-03-28"),
    ("It began on [[Friday of last week]].", "2016-04-01"),
    ("It ends on [[Tuesday next week]].", "2016-04-12"),
    ("Talks will open on [[Monday]].", "2016-04-11"),
    ("Talks are due to open on [[Saturday]].", "2016-04-09"),
    ("Talks will open on [[Thursday]].", "2016-04-07"),
    ("Russia will send arms, it said on [[Monday]].", "2016-04-04"),
    ("It has held [[since Monday]].", "2016-04-04/"),
    ("It held [[until Sunday]].", "/2016-04-03"),
    ("Nothing moved [[before Saturday]].", "/2016-04-01"),
    ("Nothing moved [[after Saturday]].", "2016-04-03/"),
    ("They were to leave [[by Wednesday]].", "/2016-04-06"),
    ("Clashes ran [[from Monday to Wednesday]].", "2016-04-04/2016-04-06"),
    ("Clashes ran [[between Saturday and Tuesday]].", "2016-04-02/2016-04-05"),
    ("Clashes ran [[from Friday until Monday]].", "2016-04-01/2016-04-04"),
    ("Clashes ran [[Monday through Wednesday]].", "2016-04-04/2016-04-06"),
    ("Ten died on [[Sunday and Monday]].", "2016-04-03/2016-04-04"),
    ("TEN DIED ON [[SUNDAY AND MONDAY]].", "2016-04-03/2016-04-04"),
    ("Clashes ran [[from Friday evening until Sunday]].", "2016-04-01/2016-04-03"),
    ("Footage from [[Friday]] shows tanks.", "2016-04-01"),
]

PARTS = [
    ("It began [[early Tuesday]].", "2016-04-05"),
    ("It began [[early on Tuesday]].", "2016-04-05"),
    ("It began [[late on Tuesday]].", "2016-04-05"),
    ("Shells fell on [[Tuesday night]].", "2016-04-05"),
    ("Shells fell on [[Tuesday evening]].", "2016-04-05"),
    ("Shells fell on [[Tuesday, at 6 a.m.]]", "2016-04-05"),
    ("Shells fell [[at 6 a.m. on Tuesday]].", "2016-04-05"),
    ("Shells fell [[at dawn on Tuesday]].", "2016-04-05"),
    ("Shells fell [[shortly before midnight on Tuesday]].", "2016-04-05"),
    ("Shells fell [[in the early hours of Tuesday]].", "2016-04-05"),
    ("Shells fell [[the night of Tuesday]].", "2016-04-05"),
    ("It began on [[the morning of 5 April]].", "2016-04-05"),
    ("They fought for six hours on [[3 April]].", "2016-04-03"),
    ("The truce took hold [[at noon on Tuesday]].", "2016-04-05"),
    ("It has held [[since early Tuesday]].", "2016-04-05/"),
    ("It has held [[since Tuesday night]].", "2016-04-05/"),
    ("Shells fell [[overnight]].", "2016-04-06/2016-04-07"),
    ("Shells fell [[overnight on Tuesday]].", "2016-04-05/2016-04-06"),
    ("Shells fell [[overnight into Wednesday]].", "2016-04-05/2016-04-06"),
    ("Shells fell [[Tuesday overnight]].", "2016-04-05/2016-04-06"),
    ("Shells fell [[overnight between Monday and Tuesday]].", "2016-04-04/2016-04-05"),
    ("Shells fell [[last night]].", "2016-04-06"),
    ("Shells fell [[late last night]].", "2016-04-06"),
    ("Shells fell [[this morning]].", "2016-04-07"),
    ("Shells fell [[early this morning]].", "2016-04-07"),
    ("They meet [[tonight]].", "2016-04-07"),
    ("They met [[this afternoon]].", "2016-04-07"),
    ("It broke down [[later in the day]].", "2016-04-07"),
]

DAY_WORDS = [
    ("They met [[today]].", "2016-04-07"),
    ("They met [[yesterday]].", "2016-04-06"),
    ("They meet [[tomorrow]].", "2016-04-08"),
    ("They met [[the day before yesterday]].", "2016-04-05"),
    ("They meet [[the day after tomorrow]].", "2016-04-09"),
    ("[[Yesterday's]] truce held.", "2016-04-06"),
    ("They met [[yesterday evening]].", "2016-04-06"),
    ("They met [[at 9 p.m. yesterday]].", "2016-04-06"),
    ("Shells fell on [[Christmas Day]].", "2015-12-25"),
    ("Shells fell on [[Christmas Eve]].", "2015-12-24"),
    ("Shells fell on [[New Year's Eve]].", "2015-12-31"),
    ("Shells fell on [[New Years Eve]].", "2015-12-31"),
    ("Shells fell on [[New Year’s Day]] and after.", "2016-01-01"),
    ("Shells fell on [[Christmas Day 2012]].", "2012-12-25"),
    ("Shells fell on [[Christmas Eve of 2012]].", "2012-12-24"),
]

UNRESOLVED = [
    ("They march [[every Friday]].", "? recurs"),
    ("They march on [[Fridays]].", "? recurs"),
    ("They march [[each Friday]].", "? recurs"),
    ("It comes into force [[at midnight]].", "? which midnight is not said"),
]

SILENT = [
    "Black Saturday came back to them.",
    "Good Friday was named after it.",
    "The Sunday Times wrote it.",
    "It fell during Friday prayers.",
    "The Mail on Sunday wrote it.",
    "Russia Today wrote it.",
    "Man Friday ran.",
    "The sat phone died.",
    "The sun set over wed couples.",
    "A Sunday school burned.",
    "Days of calm.",
    "He may go.",
]


@pytest.mark.parametrize(("marked", "days"), [*WEEKDAYS, *PARTS, *DAY_WORDS, *UNRESOLVED])
def test_table(marked: str, days: str) -> None:
    check(marked, days)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses(text: str) -> None:
    assert find_times(text, date(2016, 4, 7)) == ()


@pytest.mark.parametrize(
    "marked",
    [
        "on [[Tuesday]]",
        "[[yesterday]]",
        "[[tonight]]",
        "[[overnight]]",
        "[[last Friday]]",
        "[[since Monday]]",
    ],
)
def test_nothing_relative_without_publication(marked: str) -> None:
    check(marked, "? relative to the day of publication, which is unknown", published=None)


@pytest.mark.parametrize(
    "text",
    [
        "Ten died on Sunday and Tuesday.",
        "Ten died on Monday and Sunday.",
        "Ten died on Sunday and on Monday six.",
        "Ten died on Sunday and Monday's talks failed.",
        "Ten died on Sunday and Mondays talks failed.",
    ],
)
def test_days_that_are_no_stretch_of_time_stay_two(text: str) -> None:
    assert len(find_times(text, date(2016, 4, 7))) == 2
