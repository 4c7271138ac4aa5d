"""Counts of time: from publication, from a mention, from an event. Published on Thursday 7 April 2016."""

from datetime import date

import pytest

from tests.resolve.times.reading import check
from trucewatch.resolve.times import find_times

AGO = [
    ("[[two days ago]]", "2016-04-05"),
    ("[[a day ago]]", "2016-04-06"),
    ("[[three weeks ago]]", "2016-03-14/2016-03-20"),
    ("[[a week ago]]", "2016-03-28/2016-04-03"),
    ("[[a week ago today]]", "2016-03-31"),
    ("[[a fortnight ago]]", "2016-03-21/2016-03-27"),
    ("[[two months ago]]", "2016-02-01/2016-02-29"),
    ("[[22 years ago]]", "1994-01-01/1994-12-31"),
    ("[[nearly two years ago]]", "2014-01-01/2014-12-31"),
    ("[[exactly two years ago]]", "2014-04-07"),
    ("[[more than a year ago]]", "/2015-04-07"),
    ("[[a decade ago]]", "2000-01-01/2009-12-31"),
    ("[[six hours ago]]", "2016-04-06/2016-04-07"),
    ("[[three or four days ago]]", "? how many is not said"),
    ("[[a few days ago]]", "? how many is not said"),
    ("[[several weeks ago]]", "? how many is not said"),
    ("[[years ago]]", "? how many is not said"),
    ("[[TWO DAYS AGO]]", "2016-04-05"),
    ("[[9000 years ago]]", "? outside the calendar"),
]

WINDOWS = [
    ("[[in the past 24 hours]]", "2016-04-06/2016-04-07"),
    ("[[over the past two days]]", "2016-04-05/2016-04-07"),
    ("[[during the last 48 hours]]", "2016-04-05/2016-04-07"),
    ("[[the past week]]", "2016-03-31/2016-04-07"),
    ("[[in the last three weeks]]", "2016-03-17/2016-04-07"),
    ("[[in the last week]]", "2016-03-31/2016-04-07"),
    ("[[over the last month]]", "2016-03-07/2016-04-07"),
    ("[[the past year]]", "2015-04-07/2016-04-07"),
    ("[[in the past two months]]", "2016-02-07/2016-04-07"),
    ("[[in the next two days]]", "2016-04-07/2016-04-09"),
    ("[[the past nearly two years]]", "2014-04-07/2016-04-07"),
    ("[[the past few days]]", "? how many is not said"),
    ("[[recent weeks]]", "? how many is not said"),
    ("the worst [[in two years]]", "2014-04-07/2016-04-07"),
    ("the first truce [[in nearly two years]]", "2014-04-07/2016-04-07"),
    ("its deadliest day [[in 18 months]]", "2014-10-07/2016-04-07"),
]

RUNS = [
    ("It put the dead at 166 [[in six days]].", "2016-04-02/2016-04-07"),
    ("439 fighters were killed [[in 24 hours]].", "2016-04-06/2016-04-07"),
    ("It has killed 27,000 people [[in nine years]].", "2007-04-07/2016-04-07"),
    ("175 died [[in five days of fighting]].", "2016-04-03/2016-04-07"),
    ("175 died [[in four days of clashes]].", "2016-04-04/2016-04-07"),
    ("175 died [[in three weeks of air strikes]].", "2016-03-17/2016-04-07"),
    (
        "It was agreed on [[Monday]] [[after five days of heavy fighting]].",
        "2016-04-04",
        "2016-03-31/2016-04-04",
    ),
    ("[[After two days of shelling]] they fled.", "2016-04-06/2016-04-07"),
]

PERIODS = [
    ("[[last week]]", "2016-03-28/2016-04-03"),
    ("[[this week]]", "2016-04-04/2016-04-10"),
    ("[[next week]]", "2016-04-11/2016-04-17"),
    ("[[last month]]", "2016-03-01/2016-03-31"),
    ("[[this month]]", "2016-04-01/2016-04-30"),
    ("[[last month's]] truce", "2016-03-01/2016-03-31"),
    ("[[last year]]", "2015-01-01/2015-12-31"),
    ("[[this year]]", "2016-01-01/2016-12-31"),
    ("[[last decade]]", "2000-01-01/2009-12-31"),
    ("[[last weekend]]", "2016-04-02/2016-04-03"),
    ("at [[the weekend]]", "2016-04-02/2016-04-03"),
    ("[[since the weekend]]", "2016-04-02/"),
    ("[[earlier this week]]", "2016-04-04/2016-04-07"),
    ("[[earlier this month]]", "2016-04-01/2016-04-07"),
    ("[[later this month]]", "2016-04-07/2016-04-30"),
    ("[[so far this year]]", "2016-01-01/2016-04-07"),
    ("[[early last month]]", "2016-03-01/2016-03-10"),
    ("[[late last year]]", "2015-09-01/2015-12-31"),
    ("[[by the end of the month]]", "/2016-04-30"),
    ("[[since the start of the year]]", "2016-01-01/"),
    ("[[until next week]]", "/2016-04-17"),
    ("[[LAST WEEK]], OFFICIALS SAID", "2016-03-28/2016-04-03"),
]

MENTIONED = [
    ("On [[Monday]] it began. [[The next day]] it ended.", "2016-04-04", "2016-04-05"),
    ("On [[Monday]] it began. [[The following day]] it ended.", "2016-04-04", "2016-04-05"),
    ("On [[Monday]] it ended, [[a day earlier]] it began.", "2016-04-04", "2016-04-03"),
    ("On [[Monday]] it began and [[two days later]] it ended.", "2016-04-04", "2016-04-06"),
    ("On [[Monday]] it began and [[hours later]] it ended.", "2016-04-04", "? how many is not said"),
    ("On [[Monday]] it began and [[three hours later]] it ended.", "2016-04-04", "2016-04-04/2016-04-05"),
    ("On [[5 March]] it began. [[A week later]] it ended.", "2016-03-05", "2016-03-12"),
    ("On [[5 March]] it began. [[A month later]] it ended.", "2016-03-05", "2016-04-01/2016-04-30"),
    ("On [[5 March]] it began. [[That evening]] it ended.", "2016-03-05", "2016-03-05"),
    ("On [[5 March]] it began. [[That night]] it ended.", "2016-03-05", "2016-03-05"),
    ("On [[5 March]] it began [[at dawn]].", "2016-03-05", "2016-03-05"),
    ("On [[5 March]] it began. [[The same day]] it ended.", "2016-03-05", "2016-03-05"),
    ("On [[5 March]] it began. [[Later that day]] it ended.", "2016-03-05", "2016-03-05"),
    ("On [[5 March]] it began. [[The previous day]] was calm.", "2016-03-05", "2016-03-04"),
    ("On [[5 March]] it began. [[The following Friday]] it ended.", "2016-03-05", "2016-03-11"),
    ("On [[5 March]] it began. [[The previous Friday]] was calm.", "2016-03-05", "2016-03-04"),
    (
        "On [[5 March]] it began. [[In the following two days]] 12 died.",
        "2016-03-05",
        "2016-03-06/2016-03-07",
    ),
    ("On [[5 March]] it began. [[The previous week]] was calm.", "2016-03-05", "2016-02-22/2016-02-28"),
    ("In [[May 2015]] it began. [[Since then]] 12 died.", "2015-05-01/2015-05-31", "2015-05-01/"),
    (
        "In [[May 2015]] it began and ended [[that same month]].",
        "2015-05-01/2015-05-31",
        "2015-05-01/2015-05-31",
    ),
    (
        "In [[2014]] it began, in [[May of the same year]] it fell.",
        "2014-01-01/2014-12-31",
        "2014-05-01/2014-05-31",
    ),
    (
        "In [[2014]] it began. [[The following year]] it ended.",
        "2014-01-01/2014-12-31",
        "2015-01-01/2015-12-31",
    ),
    ("[[The next day]] it ended.", "? relative to an earlier day, and the text names none"),
    ("[[Two days later]] it ended.", "? relative to an earlier day, and the text names none"),
    ("[[Since then]] 12 died.", "? relative to an earlier day, and the text names none"),
]

BESIDE = [
    ("It said on [[Wednesday]], [[a day after]] 52 were killed.", "2016-04-06", "2016-04-05"),
    ("It said on [[Wednesday]], [[a day before]] talks were to open.", "2016-04-06", "2016-04-07"),
    ("On [[Monday]], [[two days after]] the city fell, shells landed.", "2016-04-04", "2016-04-02"),
    ("On [[Monday]], [[the day after]] the city fell, shells landed.", "2016-04-04", "2016-04-03"),
    ("The raid came [[a day after]] a jet crashed on [[Friday]].", "2016-04-02", "2016-04-01"),
    ("[[Two days after]] the signing, shells fell on [[Sunday]].", "2016-04-01", "2016-04-03"),
    (
        "On [[Monday]] they raided. The raid came [[four days after]] the city fell.",
        "2016-04-04",
        "2016-03-31",
    ),
    ("It fell. [[Two days after]] the signing shells landed.", "? relative to an event, not to a day"),
    (
        "It said on [[Monday]] it fell. [[Hours after]] the signing it rose.",
        "2016-04-04",
        "? relative to an event, not to a day",
    ),
    (
        "On [[Monday]] it fell. [[Two days after]] the signing it rose.",
        "2016-04-04",
        "? relative to an event, not to a day",
    ),
    ("It is [[the third day]] of the siege.", "? counted from a day that is not given"),
    ("On [[day 41]] of the siege", "? counted from a day that is not given"),
]

SILENT = [
    "They fought for two days.",
    "A six-week war began.",
    "The 72-hour truce held.",
    "He is 12 years old.",
    "Two weeks of talks failed.",
    "The next man fell.",
    "Next of kin were told.",
    "The last soldier left.",
    "In two days of talks nothing came.",
    "They will meet in two days.",
    "Days of calm came.",
    "Years of war.",
]


@pytest.mark.parametrize(
    "case", [*AGO, *WINDOWS, *RUNS, *PERIODS, *MENTIONED, *BESIDE], ids=lambda case: case[0]
)
def test_table(case: tuple[str, ...]) -> None:
    marked, *days = case
    check(marked, *days)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses(text: str) -> None:
    assert find_times(text, date(2016, 4, 7)) == ()


def test_a_run_dated_at_once_only_lasts() -> None:
    check("It fell in five days of fighting in [[March]].", "2016-03-01/2016-03-31")


@pytest.mark.parametrize(
    "marked",
    [
        "[[two days ago]]",
        "[[in the past 24 hours]]",
        "[[last week]]",
        "[[this month]]",
        "[[in five days of fighting]]",
    ],
)
def test_nothing_relative_without_publication(marked: str) -> None:
    check(marked, "? relative to the day of publication, which is unknown", published=None)
