"""Runs of days, and counting days, weeks, months and years on from one."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trucewatch.records.values import DatePrecision


class Undated(Exception):  # noqa: N818 - nothing went wrong: the words give no day
    """Why an expression has no days."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unit(StrEnum):
    """What a count of time counts."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Part(StrEnum):
    """Which third of a longer time is meant, or which end."""

    WHOLE = "whole"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `start` to `end`, both included, None where open."""

    start: date | None
    end: date | None
    precision: DatePrecision

    @property
    def closed(self) -> tuple[date, date]:
        """Both ends; Undated when one is open."""
        if self.start is None or self.end is None:
            reason = "the time it counts from is open"
            raise Undated(reason)
        return self.start, self.end


def one_day(day: date, precision: DatePrecision = DatePrecision.DAY) -> Days:
    """A single day."""
    return Days(day, day, precision)


def stretch(first: date, second: date, precision: DatePrecision = DatePrecision.RANGE) -> Days:
    """The days from the earlier to the later of two."""
    return Days(min(first, second), max(first, second), precision)


def moved(day: date, unit: Unit, count: int) -> date:
    """`day` moved by `count` units; the last day of a shorter month stands for a day it lacks.

    Errors: Undated when that leaves the calendar.
    """
    try:
        if unit in (Unit.MONTH, Unit.YEAR, Unit.DECADE):
            return _moved_by_months(day, count * {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}[unit])
        if unit is Unit.HOUR:
            return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
        length = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.WEEKEND: 7}[unit]
        return day + timedelta(days=count * length)
    except (ValueError, OverflowError):
        raise Undated("outside the calendar") from None


def around(day: date, unit: Unit) -> Days:
    """The week, month, year or decade that holds `day`."""
    if unit in (Unit.WEEK, Unit.FORTNIGHT):
        monday = moved(day, Unit.DAY, -day.weekday())
        return Days(monday, moved(monday, Unit.DAY, 6), DatePrecision.WEEK)
    if unit is Unit.WEEKEND:
        saturday = moved(day, Unit.DAY, 5 - day.weekday())
        return Days(saturday, moved(saturday, Unit.DAY, 1), DatePrecision.RANGE)
    if unit is Unit.MONTH:
        return month_of(day.year, day.month)
    if unit is Unit.YEAR:
        return Days(exact(day.year, 1, 1), exact(day.year, 12, 31), DatePrecision.YEAR)
    if unit is Unit.DECADE:
        first = day.year - day.year % 10
        return Days(exact(first, 1, 1), exact(first + 9, 12, 31), DatePrecision.DECADE)
    return one_day(day)


def exact(year: int, month: int, day: int) -> date:
    """That day; Undated when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise Undated("there is no such day") from None


def month_of(year: int, month: int) -> Days:
    """All days of a month."""
    first = exact(year, month, 1)
    return Days(first, exact(year, month, _length(year, month)), DatePrecision.MONTH)


def part_of(days: Days, part: Part) -> Days:
    """The early, middle or late third of a longer time, or the days about its start or end.

    Source:  months are cut at the 10th and 20th, years and weeks at their thirds, decades into four,
             three and three years; "the end of March" is as long as "late March", since writers use
             them alike
    """
    if part is Part.WHOLE:
        return days
    start, end = days.closed
    length = (end - start).days + 1
    third = 10 if days.precision is DatePrecision.MONTH else length // 3
    if days.precision is DatePrecision.YEAR:
        return _third_of_year(start.year, part)
    if days.precision is DatePrecision.DECADE:
        return _third_of_decade(start.year, part)
    first, second = start + timedelta(days=third), start + timedelta(days=2 * third)
    if part in (Part.EARLY, Part.START):
        return Days(start, first - timedelta(days=1), days.precision)
    if part is Part.MID:
        return Days(first, second - timedelta(days=1), days.precision)
    return Days(second, end, days.precision)


def _third_of_year(year: int, part: Part) -> Days:
    opening = {Part.EARLY: 1, Part.START: 1, Part.MID: 5}.get(part, 9)
    closing = month_of(year, opening + 3).end
    return Days(exact(year, opening, 1), closing, DatePrecision.YEAR)


def _third_of_decade(first: int, part: Part) -> Days:
    opening, closing = {Part.EARLY: (0, 3), Part.START: (0, 3), Part.MID: (4, 6)}.get(part, (7, 9))
    return Days(exact(first + opening, 1, 1), exact(first + closing, 12, 31), DatePrecision.DECADE)


def _moved_by_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise Undated("outside the calendar")
    return calendar.monthrange(year, month)[1]
