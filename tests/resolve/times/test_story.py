"""Years that the text has to give: reports without a day of publication, and chronicles with one."""

from datetime import date

import pytest

from tests.resolve.times.reading import check

UNDATED = [
    ("In [[March 2012]] it began. On [[5 April]] it ended.", "2012-03-01/2012-03-31", "2012-04-05"),
    ("On [[28 March 2012]] it began; on [[5 April]] it ended.", "2012-03-28", "2012-04-05"),
    ("Battle of Homs ([[2012]])\n\nOn [[5 April]] it began.", "2012-01-01/2012-12-31", "2012-04-05"),
    ("Battle ([[2012–13]])\n\nOn [[5 April]] it began.", "2012-01-01/2013-12-31", "? no year"),
    (
        "Battle ([[2013–14]])\n\nIn [[December 2013]] it began, [[by 27 December]] it fell.",
        "2013-01-01/2014-12-31",
        "2013-12-01/2013-12-31",
        "/2013-12-27",
    ),
    ("On [[28 December 2012]] it began. On [[3 January]] it ended.", "2012-12-28", "? no year"),
    ("On [[5 April]] it began. On [[6 April 2012]] it ended.", "2012-04-05", "2012-04-06"),
    ("On [[5 April 2012]] it began. [[The next day]] it ended.", "2012-04-05", "2012-04-06"),
    ("On [[5 April 2012]] it began [[at dawn]].", "2012-04-05", "2012-04-05"),
    (
        "On [[5 April]] it began. [[The next day]] it ended.",
        "? no year",
        "? relative to an earlier day that is itself unresolved",
    ),
    ("On [[5 May 2005]] they left; [[by the end of the month]] they were back.", "2005-05-05", "/2005-05-31"),
    ("[[Overnight]] it fell.", "? relative to the day of publication, which is unknown"),
]

CHRONICLE = (
    "In [[November 2000]] it began. On [[24 November]] a truce was made. In [[January 2001]] it broke. "
    "On [[18 February]] a mine killed three. On [[20 May]] it ended."
)


@pytest.mark.parametrize("case", UNDATED, ids=lambda case: case[0])
def test_without_publication(case: tuple[str, ...]) -> None:
    marked, *days = case
    check(marked, *days, published=None)


def test_a_chronicle_keeps_its_own_years() -> None:
    check(
        CHRONICLE,
        "2000-11-01/2000-11-30",
        "2000-11-24",
        "2001-01-01/2001-01-31",
        "2001-02-18",
        "2001-05-20",
        published=date(2003, 4, 2),
    )


def test_a_war_told_whole_lends_no_year() -> None:
    check(
        "It ran [[from June 1999 to May 2001]]. In [[November 2000]] it spread. On [[24 November]] it fell.",
        "1999-06-01/2001-05-31",
        "2000-11-01/2000-11-30",
        "2000-11-24",
        published=date(2003, 4, 2),
    )


def test_news_that_looks_back_is_no_chronicle() -> None:
    check(
        "On [[Tuesday]] it broke. It was made in [[March 2000]] and kept [[until May 2001]]. "
        "On [[18 February]] it fell.",
        "2003-04-01",
        "2000-03-01/2000-03-31",
        "/2001-05-31",
        "2003-02-18",
        published=date(2003, 4, 2),
    )


def test_a_full_date_lends_its_sentence_the_year() -> None:
    check(
        "It held [[from 5 March 2014]] and broke on [[9 March]]. On [[2 April]] it fell.",
        "2014-03-05/",
        "2014-03-09",
        "2016-04-02",
    )
