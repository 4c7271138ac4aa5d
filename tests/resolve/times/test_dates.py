"""Dates with a month or a year. Published on Thursday 7 April 2016."""

from datetime import date

import pytest

from tests.resolve.times.reading import check
from trucewatch.resolve.times import find_times

DAYS = [
    ("on [[12 July 2015]]", "2015-07-12"),
    ("on [[July 12, 2015]]", "2015-07-12"),
    ("on [[July 12 2015]] officials", "2015-07-12"),  # commas lost
    ("on [[12 July, 2015]]", "2015-07-12"),
    ("on [[12th July 2015]]", "2015-07-12"),
    ("on the [[12th of July 2015]]", "2015-07-12"),
    ("on [[July 12th, 2015]]", "2015-07-12"),
    ("on [[July the 12th]]", "2015-07-12"),
    ("ON [[12 JULY 2015]]", "2015-07-12"),
    ("ON [[JULY 12]], OFFICIALS", "2015-07-12"),
    ("on [[Sept. 14]]", "2015-09-14"),
    ("on [[Sept 14]]", "2015-09-14"),
    ("on [[14 Sep 2014]]", "2014-09-14"),
    ("on [[Feb. 3]]", "2016-02-03"),
    ("on [[Sunday, July 12, 2015]]", "2015-07-12"),
    ("on [[Sunday 12 July 2015]]", "2015-07-12"),
    ("on [[Sunday, 3 April]]", "2016-04-03"),
    ("on [[Sun, 3 April]]", "2016-04-03"),
    ("on [[Monday 12 July 2015]]", "? the weekday and the day of the month disagree"),
    ("on [[30 February 2015]]", "? there is no such day"),
    ("on [[31 April]]", "? there is no such day"),
    ("on [[29 February]]", "2016-02-29"),
    ("on [[2015-07-12]]", "2015-07-12"),
    ("on [[2015-13-12]]", "? there is no such day"),
    ("on [[13.7.2015]]", "2015-07-13"),
    ("on [[13/07/2015]]", "2015-07-13"),
    ("on [[7/13/2015]]", "2015-07-13"),
    ("on [[7/7/2015]]", "2015-07-07"),
    ("on [[7/8/2015]]", "? day and month can be read both ways"),
    ("on [[7.8.2015]]", "2015-08-07"),
    ("on [[5 April]]", "2016-04-05"),
    ("on [[5 July last year]]", "2015-07-05"),
    ("on [[5 March last year]]", "2015-03-05"),
    ("on [[March 5 of last year]]", "2015-03-05"),
    ("on [[5 March this year]]", "2016-03-05"),
    ("on [[31 April last year]]", "? there is no such day"),
    ("[[from July 2 until August 5]]", "2015-07-02/2015-08-05"),
    ("[[July 2-August 5]]", "2015-07-02/2015-08-05"),
    ("[[2 July-5 August]]", "2015-07-02/2015-08-05"),
    ("on [[7 April]]", "2016-04-07"),
    ("on [[8 April]]", "2016-04-08"),  # within a month ahead
    ("on [[20 May]]", "2015-05-20"),
    ("It will end on [[20 May]].", "2016-05-20"),
    ("They will return to where they stood before shells fell on [[2 April]].", "2016-04-02"),
    ("on the [[third of March]]", "2016-03-03"),
    ("on the [[twenty-first of March]]", "2016-03-21"),
    ("on the [[twenty first of March]]", "2016-03-21"),
    ("[[between March and May]]", "2015-03-01/2015-05-31"),
    ("[[from March to May 2014]]", "2014-03-01/2014-05-31"),
    ("[[between January and March]] 1,617 people were killed", "2016-01-01/2016-03-31"),
    ("[[between 2 and 5 April]]", "2016-04-02/2016-04-05"),
    ("[[from 2 to 5 April 2015]]", "2015-04-02/2015-04-05"),
    ("[[2-5 April]]", "2016-04-02/2016-04-05"),
    ("[[2–5 April 2015]]", "2015-04-02/2015-04-05"),
    ("[[April 2-5]]", "2016-04-02/2016-04-05"),
    ("[[April 2 to 5, 2015]]", "2015-04-02/2015-04-05"),
    ("[[from 28 March to 3 April]]", "2016-03-28/2016-04-03"),
    ("[[28 December 2015 to 3 January 2016]]", "2015-12-28/2016-01-03"),
    ("[[from 28 December 2015 to 3 January]]", "2015-12-28/2016-01-03"),
    ("[[from 28 December to 3 January]]", "2015-12-28/2016-01-03"),
    ("[[since 28 March]]", "2016-03-28/"),
    ("[[until 28 March]]", "/2016-03-28"),
    ("[[before 28 March]]", "/2016-03-27"),
    ("[[after 28 March]]", "2016-03-29/"),
    ("[[prior to 28 March]]", "/2016-03-27"),
    ("[[the night of 5 April]]", "2016-04-05"),
    ("[[5 April at 3 p.m.]]", "2016-04-05"),
]

MONTHS = [
    ("in [[July 2015]]", "2015-07-01/2015-07-31"),
    ("in [[July]]", "2015-07-01/2015-07-31"),
    ("in [[March]]", "2016-03-01/2016-03-31"),
    ("in [[April]]", "2016-04-01/2016-04-30"),
    ("It will end in [[July]].", "2016-07-01/2016-07-31"),
    ("It will end in [[April]].", "2016-04-01/2016-04-30"),
    ("They will keep the truce of [[March]].", "2016-03-01/2016-03-31"),
    ("in [[May]]", "2015-05-01/2015-05-31"),
    ("in [[July, 2015]]", "2015-07-01/2015-07-31"),
    ("in [[July of 2015]]", "2015-07-01/2015-07-31"),
    ("in [[Sept. 2015]]", "2015-09-01/2015-09-30"),
    ("in [[March last year]]", "2015-03-01/2015-03-31"),
    ("[[since March last year]]", "2015-03-01/"),
    ("in [[late March of last year]]", "2015-03-21/2015-03-31"),
    ("in [[mid-July]]", "2015-07-11/2015-07-20"),
    ("in [[early July 2015]]", "2015-07-01/2015-07-10"),
    ("in [[late July]]", "2015-07-21/2015-07-31"),
    ("at [[the end of July]]", "2015-07-21/2015-07-31"),
    ("at [[the beginning of July]]", "2015-07-01/2015-07-10"),
    ("[[since the end of February]]", "2016-02-21/"),
    ("[[before the end of March]]", "/2016-03-31"),
    ("[[by the end of March]]", "/2016-03-31"),
    ("[[since March]]", "2016-03-01/"),
    ("[[since last July]]", "2015-07-01/"),
    ("[[last March]]", "2016-03-01/2016-03-31"),
    ("[[last April]]", "2015-04-01/2015-04-30"),
    ("[[this April]]", "2016-04-01/2016-04-30"),
    ("[[next May]]", "2016-05-01/2016-05-31"),
    ("[[from January to March 2015]]", "2015-01-01/2015-03-31"),
    ("[[between October and December]]", "2015-10-01/2015-12-31"),
    ("the [[March]] offensive", "2016-03-01/2016-03-31"),
    ("[[the first week of March]]", "2016-03-01/2016-03-07"),
    ("[[the last week of March]]", "2016-03-25/2016-03-31"),
    ("[[the first three days of March]]", "2016-03-01/2016-03-03"),
    ("[[the first Monday of March]]", "2016-03-07"),
    ("[[the last Friday of March 2016]]", "2016-03-25"),
    ("[[the fifth Friday of March 2016]]", "? there is no such day"),
    ("[[the last Friday of the month]]", "? a weekday counted within a month"),
]

YEARS = [
    ("in [[1994]]", "1994-01-01/1994-12-31"),
    ("[[since 1994]]", "1994-01-01/"),
    ("the truce of [[1994]]", "1994-01-01/1994-12-31"),
    ("the [[1994]] truce", "1994-01-01/1994-12-31"),
    ("in [[late 2015]]", "2015-09-01/2015-12-31"),
    ("in [[early 2015]]", "2015-01-01/2015-04-30"),
    ("in [[mid-2015]]", "2015-05-01/2015-08-31"),
    ("[[by the end of 2015]]", "/2015-12-31"),
    ("in [[the first half of 2015]]", "2015-01-01/2015-06-30"),
    ("in [[the second half of 2015]]", "2015-07-01/2015-12-31"),
    ("in [[the third quarter of 2015]]", "2015-07-01/2015-09-30"),
    ("in [[the first three months of 2016]]", "2016-01-01/2016-03-31"),
    ("in [[the last two months of 2015]]", "2015-11-01/2015-12-31"),
    ("in [[2012-13]]", "2012-01-01/2013-12-31"),
    ("[[from 1992 to 1994]]", "1992-01-01/1994-12-31"),
    ("[[between 1992 and 1994]]", "1992-01-01/1994-12-31"),
    ("in [[the 1990s]]", "1990-01-01/1999-12-31"),
    ("in [[the early 1990s]]", "1990-01-01/1993-12-31"),
    ("in [[the mid-1990s]]", "1994-01-01/1996-12-31"),
    ("[[since the late 1960s]]", "1967-01-01/"),
    ("in [[the '90s]]", "1990-01-01/1999-12-31"),
    ("in [[spring 2015]]", "2015-03-01/2015-05-31"),
    ("in [[the spring of 2015]]", "2015-03-01/2015-05-31"),
    ("in [[the winter of 2014-15]]", "2014-12-01/2015-02-28"),
    ("in [[winter 2014]]", "? the winter at which end of the year is not said"),
    ("[[last summer]]", "2015-06-01/2015-08-31"),
    ("in [[the autumn]].", "2015-09-01/2015-11-30"),
    ("[[next summer]]", "2016-06-01/2016-08-31"),
    ("(killed in [[2014]])", "2014-01-01/2014-12-31"),
    ("In [[1994]] refugees fled.", "1994-01-01/1994-12-31"),
]

SINCE_EVENTS = [
    ("killed since fighting began on [[April 2]]", "2016-04-02/"),
    ("killed since the war began in [[February 2015]]", "2015-02-01/"),
    ("missing since the invasion of [[1974]]", "1974-01-01/"),
    ("killed since the truce took effect on [[Saturday]]", "2016-04-02/"),
    ("since the truce, 12 died on [[April 2]]", "2016-04-02"),
    ("since the truce 12 have died in [[March]]", "2016-03-01/2016-03-31"),
]

SILENT = [
    "It may rain.",
    "They march on Damascus.",
    "They march to the sea.",
    "An august body met.",
    "In all 1500 people fled.",
    "Some 2000 soldiers died.",
    "He paid 2,014 dollars.",
    "At 1994 metres.",
    "Resolution 2254 was read.",
    "124 were killed and 1685 injured.",
    "The score was 2-1.",
    "A version 2.0.16 came out.",
    "In the spring offensive they won.",
    "The fall of the city.",
    "A 1.5 million euro bridge.",
    "Tel. 1994-555.",
    "May be so.",
    "Theresa May said so.",
    "12 marches were held.",
    "Unit 2008 left.",
]


@pytest.mark.parametrize(("marked", "days"), [*DAYS, *MONTHS, *YEARS, *SINCE_EVENTS])
def test_table(marked: str, days: str) -> None:
    check(marked, days)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses(text: str) -> None:
    assert find_times(text, date(2016, 4, 7)) == ()


def test_a_month_and_a_count_are_no_day() -> None:
    check("In [[April]] 12 soldiers died.", "2016-04-01/2016-04-30")


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("On [[5 April]] 12 soldiers died.", "2016-04-05"),
        ("On [[Tuesday 5 April]] 12 soldiers died.", "2016-04-05"),
        ("[[From 2 to 5 April]] 12 soldiers died.", "2016-04-02/2016-04-05"),
        ("On [[April 5]] 12 soldiers died.", "2016-04-05"),
        ("On [[April 5]] 120 soldiers died.", "2016-04-05"),
    ],
)
def test_a_day_and_a_count_without_a_comma(marked: str, days: str) -> None:
    check(marked, days)


def test_a_list_of_days() -> None:
    check("on [[1]], [[3]] and [[5 April]]", "2016-04-01", "2016-04-03", "2016-04-05")


@pytest.mark.parametrize(
    ("marked", "days"),
    [
        ("on [[12 July 2015]]", "2015-07-12"),
        ("in [[July 2015]]", "2015-07-01/2015-07-31"),
        ("in [[1994]]", "1994-01-01/1994-12-31"),
        ("on [[2015-07-12]]", "2015-07-12"),
        ("on [[12 July]]", "? no year"),
        ("in [[July]]", "? no year"),
        ("[[last July]]", "? relative to the day of publication, which is unknown"),
        ("[[last summer]]", "? relative to the day of publication, which is unknown"),
        ("[[from 2 to 5 July]]", "? no year"),
    ],
)
def test_without_publication(marked: str, days: str) -> None:
    check(marked, days, published=None)
