from datetime import date

import pytest

from trucewatch.claims.casualties import counted_over
from trucewatch.records.values import DatePrecision, Interval, Modifier, Unresolved
from trucewatch.records.vocabulary import Scope

PUBLISHED = date(2022, 9, 15)


def days(first: int | None, last: int | None, precision: DatePrecision = DatePrecision.DAY) -> Interval:
    start, end = (day and date(2022, 9, day) for day in (first, last))
    return Interval(start, end, precision, Modifier.NONE, "")


@pytest.mark.parametrize(
    ("told", "scope", "counted"),
    [
        pytest.param(days(13, None), Scope.INCIDENT, days(13, 15), id="since Tuesday"),
        pytest.param(days(13, 13), Scope.PERIOD, days(13, 15), id="a running total from one day"),
        pytest.param(days(13, 13), Scope.INCIDENT, days(13, 13), id="an incident keeps its day"),
        pytest.param(days(13, 13), Scope.BACKGROUND, days(13, 13), id="background keeps its day"),
        pytest.param(
            days(10, 13, DatePrecision.RANGE),
            Scope.PERIOD,
            days(10, 13, DatePrecision.RANGE),
            id="a told range",
        ),
        pytest.param(
            days(1, 30, DatePrecision.MONTH),
            Scope.INCIDENT,
            days(1, 15, DatePrecision.MONTH),
            id="this month",
        ),
        pytest.param(
            days(14, 15, DatePrecision.PART_OF_DAY),
            Scope.INCIDENT,
            days(15, 15, DatePrecision.PART_OF_DAY),
            id="overnight",
        ),
        pytest.param(days(20, None), Scope.INCIDENT, days(20, 20), id="never ends before it begins"),
        pytest.param(days(None, 13), Scope.PERIOD, days(None, 13), id="until Tuesday"),
    ],
)
def test_a_count_ends_when_it_is_told_to(told: Interval, scope: Scope, counted: Interval) -> None:
    assert counted_over(told, scope, PUBLISHED) == counted


@pytest.mark.parametrize("when", [None, Unresolved("Tuesday", "no day of publication")])
def test_an_unknown_time_stays_unknown(when: Unresolved | None) -> None:
    assert counted_over(when, Scope.PERIOD, PUBLISHED) is when


def test_without_a_day_of_publication_an_open_end_stays_open() -> None:
    assert counted_over(days(13, None), Scope.PERIOD, None) == days(13, None)
