"""Times that name a month or a year: "12 July 2016", "mid-April", "winter 2014-15", "the 1990s"."""

from dataclasses import dataclass
from datetime import date

from trucewatch.records.values import DatePrecision
from trucewatch.resolve.times.days import (
    Days,
    Part,
    Undated,
    Unit,
    around,
    exact,
    month_of,
    moved,
    one_day,
    part_of,
)
from trucewatch.resolve.times.story import Printed, Story

NO_SUCH_DAY = "there is no such day"

_SOON = 31
_HALF_A_YEAR = 183
_LEAP_CYCLE = 9
_LEAP_YEAR = 2000
_WEEK = 7
_WINTER = 12
_SEASON_MONTHS = 3


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month: "12 July 2016", "Sept. 14", "Monday, 12 July"."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def days(self, story: Story) -> Days:
        """That day, in the year that stands beside it or that the story gives."""
        year = self.year if self.year is not None else self._year(story)
        found = exact(year, self.month, self.day)
        if self.weekday is not None and found.weekday() != self.weekday:
            raise Undated("the weekday and the day of the month disagree")
        return one_day(found)

    def printed(self, days: Days) -> Printed:
        """The year these words end up in, with month and day."""
        return Printed(days.start.year if days.start else 0, self.month, self.day)

    def _year(self, story: Story) -> int:
        exact(_LEAP_YEAR, self.month, self.day)
        beside = story.same_sentence.year if story.same_sentence is not None else None
        if story.published is None:
            return beside or story.plain_year(self.month)
        told = beside or story.told_year(self.month)
        if told is not None and exact(told, self.month, self.day) <= story.published:
            return told
        return _nearest_year(story.published, self.month, self.day, ahead=story.ahead)


@dataclass(frozen=True, slots=True)
class Month:
    """A month or a third of it: "July 2016", "mid-April", "last March"."""

    month: int
    year: int | None = None
    part: Part = Part.WHOLE
    shift: int | None = None

    def days(self, story: Story) -> Days:
        """That month or a third of it."""
        year = self.year if self.year is not None else self._year(story)
        return part_of(month_of(year, self.month), self.part)

    def printed(self, days: Days) -> Printed:
        """The year these words end up in, with the month."""
        return Printed(days.start.year if days.start else 0, self.month)

    def _year(self, story: Story) -> int:
        if self.shift is not None:
            return self._shifted(story.publication())
        if story.published is None:
            return story.plain_year(self.month)
        told = story.told_year(self.month)
        if told is not None:
            return told
        start, _ = part_of(month_of(story.published.year, self.month), self.part).closed
        latest = story.published.year if start <= story.published else story.published.year - 1
        _, end = month_of(latest, self.month).closed
        if story.ahead and end < story.published:
            coming, _ = month_of(latest + 1, self.month).closed
            return latest + 1 if (coming - story.published).days <= _HALF_A_YEAR else latest
        return latest

    def _shifted(self, published: date) -> int:
        """The year in which "last March" lies whole before this month, "next March" behind it."""
        if self.shift == 0:
            return published.year
        if self.shift == -1:
            return published.year if self.month < published.month else published.year - 1
        return published.year if self.month > published.month else published.year + 1


@dataclass(frozen=True, slots=True)
class Year:
    """A year, a third of it, or a decade: "in 1994", "late 2016", "the 1990s"."""

    year: int
    part: Part = Part.WHOLE
    decade: bool = False

    def days(self, story: Story) -> Days:  # noqa: ARG002 - a year needs no story
        """That year, a third of it, or that decade."""
        unit = Unit.DECADE if self.decade else Unit.YEAR
        return part_of(around(exact(self.year, 1, 1), unit), self.part)

    def printed(self, days: Days) -> Printed:  # noqa: ARG002 - the words say it all
        """The year itself."""
        return Printed(self.year)


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the northern half of the earth: "spring 2015", "last summer", "winter 2014-15"."""

    first_month: int
    year: int | None = None
    second_year: bool = False
    shift: int | None = None

    def days(self, story: Story) -> Days:
        """That season; a bare one is the latest begun, "last" the latest over."""
        if self.year is not None:
            if self.first_month == _WINTER and not self.second_year:
                raise Undated("the winter at which end of the year is not said")
            return self._in(self.year)
        published = story.publication()
        year = published.year
        if self.shift == 1:
            while self._in(year).closed[0] <= published:
                year += 1
            return self._in(year)
        last = published if self.shift != -1 else moved(published, Unit.DAY, -1)
        bound = 1 if self.shift == -1 else 0
        while self._in(year).closed[bound] > last:
            year -= 1
        return self._in(year)

    def _in(self, year: int) -> Days:
        start = exact(year, self.first_month, 1)
        last = moved(start, Unit.MONTH, _SEASON_MONTHS - 1)
        return Days(start, month_of(last.year, last.month).end, DatePrecision.SEASON)


@dataclass(frozen=True, slots=True)
class DaysOfMonth:
    """Some days of a month by their place: "the first week of April", "the last two days of May"."""

    month: Month
    unit: Unit
    place: int
    count: int = 1

    def days(self, story: Story) -> Days:
        """Those days or weeks of the month."""
        first, last = self.month.days(story).closed
        length = self.count * (_WEEK if self.unit is Unit.WEEK else 1)
        if self.place < 0:
            start, end = moved(last, Unit.DAY, 1 - length), last
        else:
            start = moved(first, Unit.DAY, (self.place - 1) * length)
            end = min(moved(start, Unit.DAY, length - 1), last)
        if end < start:
            raise Undated("there is no such week")
        if self.unit is Unit.WEEK and self.count == 1:
            return Days(start, end, DatePrecision.WEEK)
        return one_day(start) if start == end else Days(start, end, DatePrecision.RANGE)

    def printed(self, days: Days) -> Printed:
        """The year the month ends up in."""
        return self.month.printed(days)


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth:
    """A weekday by its place in a month: "the last Friday of May 2016"."""

    month: Month
    weekday: int
    place: int

    def days(self, story: Story) -> Days:
        """That weekday; Undated when the month has no fifth one."""
        first, last = self.month.days(story).closed
        step = (self.weekday - first.weekday()) % _WEEK
        found = [day for week in range(5) if (day := moved(first, Unit.DAY, step + _WEEK * week)) <= last]
        if self.place > len(found):
            raise Undated(NO_SUCH_DAY)
        return one_day(found[self.place if self.place < 0 else self.place - 1])

    def printed(self, days: Days) -> Printed:
        """The year the month ends up in."""
        return self.month.printed(days)


def _nearest_year(published: date, month: int, day: int, *, ahead: bool) -> int:
    """The nearest year not after publication that has that day.

    It is not before publication for a day that comes within a month, since nobody gives a day of
    eleven months ago without its year, and for one within half a year that a future verb governs:
    "will withdraw to where they stood before 7 August" looks back.
    """
    coming = _first_year(published, month, day, step=1)
    away = (date(coming, month, day) - published).days
    return (
        coming if away <= (_HALF_A_YEAR if ahead else _SOON) else _first_year(published, month, day, step=-1)
    )


def _first_year(published: date, month: int, day: int, *, step: int) -> int:
    for year in range(published.year, published.year + step * _LEAP_CYCLE, step):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if (there - published).days * step >= 0:
            return year
    raise Undated(NO_SUCH_DAY)
