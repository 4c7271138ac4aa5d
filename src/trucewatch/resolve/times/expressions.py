"""Times as their words put them, before anything is known of publication or earlier mentions."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

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
    stretch,
)
from trucewatch.resolve.times.story import Printed, Story

_LEAP_CYCLE = 9
_LEAP_YEAR = 2000
_RECURS = "recurs"
_WEEK = 7
_SATURDAY = 5
_WINTER = 12
_SEASON_MONTHS = 3


class Expression(Protocol):
    """Words for a time; `days` works them out."""

    def days(self, story: Story) -> Days:
        """The days meant; Undated with the reason when they can't be worked out."""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month: "12 July 2016", "Sept. 14", "Monday, 12 July"."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def days(self, story: Story) -> Days:
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
        if beside is not None and exact(beside, self.month, self.day) <= story.published:
            return beside
        return _nearest_year(story.published, self.month, self.day, ahead=story.ahead)


@dataclass(frozen=True, slots=True)
class Month:
    """A month or a third of it: "July 2016", "mid-April", "last March"."""

    month: int
    year: int | None = None
    part: Part = Part.WHOLE
    shift: int | None = None

    def days(self, story: Story) -> Days:
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
        start, _ = part_of(month_of(story.published.year, self.month), self.part).closed
        if story.ahead:
            _, end = month_of(story.published.year, self.month).closed
            return story.published.year if end >= story.published else story.published.year + 1
        return story.published.year if start <= story.published else story.published.year - 1

    def _shifted(self, published: date) -> int:
        """ "Last March" is a whole month before this one, "next March" after, "this March" this year's."""
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
class Weekday:
    """A weekday: the latest not after publication; `shift` for last, this and next.

    `of_week` is the week counted from that of publication ("Friday last week"); `mentioned` counts
    from the last day mentioned ("the following Friday").
    """

    weekday: int
    shift: int | None = None
    of_week: int | None = None
    mentioned: bool = False

    def days(self, story: Story) -> Days:
        if self.mentioned:
            first, last = story.anchor().closed
            return one_day(self.after(last) if self.shift == 1 else self.before(first))
        published = story.publication()
        monday = moved(published, Unit.DAY, -published.weekday())
        if self.of_week is not None:
            return one_day(moved(monday, Unit.DAY, _WEEK * self.of_week + self.weekday))
        if self.shift == 0:
            return one_day(moved(monday, Unit.DAY, self.weekday))
        if self.shift == -1:
            return one_day(self.before(published))
        if self.shift == 1:
            return one_day(self.after(published))
        if story.ahead:
            return one_day(moved(published, Unit.DAY, (self.weekday - published.weekday()) % _WEEK))
        return one_day(self.latest(published))

    def latest(self, day: date) -> date:
        """The latest such weekday not after `day`."""
        return moved(day, Unit.DAY, -((day.weekday() - self.weekday) % _WEEK))

    def before(self, day: date) -> date:
        """The latest such weekday before `day`."""
        return self.latest(moved(day, Unit.DAY, -1))

    def after(self, day: date) -> date:
        """The first such weekday after `day`."""
        return moved(self.before(moved(day, Unit.DAY, 1)), Unit.DAY, _WEEK)


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before or after publication, or the last mention: "two days ago", "the next day".

    A count of weeks, months or years names the whole week, month or year it leads to. `low` and
    `high` differ for "three or four days ago"; `beyond` is for "more than a year ago".
    """

    unit: Unit
    count: int
    mentioned: bool = False
    to_the_day: bool = False
    beyond: bool = False

    def days(self, story: Story) -> Days:
        base = self._base(story)
        there = moved(base, self.unit, self.count)
        if self.unit is Unit.HOUR:
            return stretch(base, there)
        if self.beyond:
            return Days(None, there, DatePrecision.RANGE)
        if self.to_the_day or self.unit is Unit.DAY:
            return one_day(there)
        return around(there, self.unit)

    def _base(self, story: Story) -> date:
        if not self.mentioned:
            return story.publication()
        precision = {Unit.YEAR: DatePrecision.YEAR, Unit.MONTH: DatePrecision.MONTH}.get(self.unit)
        anchor = story.longer_anchor(precision) if precision else story.anchor()
        first, last = anchor.closed
        return last if self.count > 0 else first


@dataclass(frozen=True, slots=True)
class Window:
    """A run of units that ends or begins at publication: "in the past 24 hours", "the next two days"."""

    unit: Unit
    count: int
    mentioned: bool = False

    def days(self, story: Story) -> Days:
        if self.mentioned:
            first, last = story.anchor().closed
            edge = moved(last, Unit.DAY, 1) if self.count > 0 else moved(first, Unit.DAY, -1)
            inner = self.count - 1 if self.count > 0 else self.count + 1
            return stretch(
                edge,
                moved(edge, self.unit, inner)
                if self.unit is Unit.DAY
                else moved(edge, self.unit, self.count),
            )
        published = story.publication()
        return stretch(published, moved(published, self.unit, self.count))


@dataclass(frozen=True, slots=True)
class Period:
    """A whole week, month, year or weekend: "last week", "this year", "that month", "earlier this week".

    `side` is -1 for what lies before publication in it ("earlier this week"), 1 for what lies
    behind; `latest` is for "the weekend", which has begun.
    """

    unit: Unit
    shift: int
    part: Part = Part.WHOLE
    side: int = 0
    mentioned: bool = False
    latest: bool = False

    def days(self, story: Story) -> Days:
        base = self._mentioned(story) if self.mentioned else self._published(story)
        there = around(moved(base, self.unit, self.shift), self.unit)
        if self.side == 0 or self.mentioned:
            return part_of(there, self.part)
        start, end = there.closed
        inside = min(max(story.publication(), start), end)
        return Days(start, inside, there.precision) if self.side < 0 else Days(inside, end, there.precision)

    def _published(self, story: Story) -> date:
        published = story.publication()
        before_it = self.latest and published.weekday() < _SATURDAY
        return moved(published, Unit.DAY, -_WEEK) if before_it else published

    def _mentioned(self, story: Story) -> date:
        precision = {Unit.YEAR: DatePrecision.YEAR, Unit.MONTH: DatePrecision.MONTH}.get(self.unit)
        anchor = story.longer_anchor(precision) if precision else story.anchor()
        return anchor.closed[0]


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of the day last mentioned: "at dawn", "that evening", "earlier in the day"."""

    published_else: bool = False

    def days(self, story: Story) -> Days:
        if self.published_else and story.day is None and not story.day_lost:
            return one_day(story.publication(), DatePrecision.PART_OF_DAY)
        first, last = story.anchor().closed
        if first != last:
            raise Undated("which of the days before is not said")
        return one_day(first, DatePrecision.PART_OF_DAY)


@dataclass(frozen=True, slots=True)
class Parted:
    """A part of the day that another expression gives: "Wednesday evening", "at dawn on 5 April"."""

    day: Expression

    def days(self, story: Story) -> Days:
        whole = self.day.days(story)
        short = whole.start is not None and whole.end is not None and (whole.end - whole.start).days <= 1
        return replace(whole, precision=DatePrecision.PART_OF_DAY) if short else whole

    def printed(self, days: Days) -> Printed | None:
        """What the day prints."""
        return printed_by(self.day, days)


@dataclass(frozen=True, slots=True)
class Night:
    """The night into a day, of the day before and it; into publication when no day is named.

    `into` tells "overnight into Saturday" from "overnight on Friday", which runs into the day
    after unless that is still to come.
    """

    day: Expression | None = None
    into: bool = False

    def days(self, story: Story) -> Days:
        if self.day is None:
            return _night_into(story.publication())
        first, last = self.day.days(story).closed
        if first != last:
            return Days(first, last, DatePrecision.PART_OF_DAY)
        if self.into or first == story.published:
            return _night_into(first)
        return _night_into(moved(first, Unit.DAY, 1))


@dataclass(frozen=True, slots=True)
class DaysOfMonth:
    """Some days of a month by their place: "the first week of April", "the last two days of May"."""

    month: Month
    unit: Unit
    place: int
    count: int = 1

    def days(self, story: Story) -> Days:
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
class Nowhere:
    """Words for a time that no calendar holds: "every Friday", "a few days ago", "the third day of the siege"."""

    reason: str = _RECURS

    def days(self, story: Story) -> Days:  # noqa: ARG002 - no story helps
        raise Undated(self.reason)


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another: the right end lends the left its year, and its week."""

    left: Expression
    right: Expression

    def days(self, story: Story) -> Days:
        closing = self._closing().days(story)
        _, end = closing.closed
        opening = self._opening(story, end)
        start, _ = opening.closed
        if start > end:
            raise Undated("ends before it starts")
        return Days(start, end, DatePrecision.RANGE)

    def printed(self, days: Days) -> Printed | None:
        """The year of the right end."""
        if isinstance(self.right, MonthDay | Month) and days.end is not None:
            return Printed(days.end.year, self.right.month, getattr(self.right, "day", None))
        return None

    def _closing(self) -> Expression:
        left, right = self.left, self.right
        if isinstance(left, MonthDay | Month) and isinstance(right, MonthDay | Month):
            if left.year is not None and right.year is None:
                return replace(right, year=left.year + (right.month < left.month))
        return right

    def _opening(self, story: Story, end: date) -> Days:
        left = self.left
        if isinstance(left, Weekday) and left.shift is None:
            return one_day(left.before(end))
        if isinstance(left, MonthDay | Month) and left.year is None:
            later = left.month > end.month
            return replace(left, year=end.year - 1 if later else end.year).days(story)
        return left.days(story)


def _night_into(morning: date) -> Days:
    return Days(moved(morning, Unit.DAY, -1), morning, DatePrecision.PART_OF_DAY)


def _nearest_year(published: date, month: int, day: int, *, ahead: bool) -> int:
    """The nearest year not after publication (or not before, for what lies ahead) that has that day."""
    step = 1 if ahead else -1
    for year in range(published.year, published.year + step * _LEAP_CYCLE, step):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if (there >= published) if ahead else (there <= published):
            return year
    raise Undated("there is no such day")


def printed_by(expression: Expression, days: Days) -> Printed | None:
    """The year, month and day that an expression puts down for those after it; None for relative ones."""
    if isinstance(expression, MonthDay | Month | Year | DaysOfMonth | Span | Parted):
        return expression.printed(days)
    return None


def printed_year(expression: Expression) -> int | None:
    """The year that stands in the words of a full date or of a month."""
    if isinstance(expression, MonthDay | Month):
        return expression.year
    if isinstance(expression, DaysOfMonth):
        return expression.month.year
    if isinstance(expression, Parted):
        return printed_year(expression.day)
    return printed_year(expression.right) if isinstance(expression, Span) else None


def steps_back(expression: Expression) -> bool:
    """Whether the words look back from an earlier mention ("a day earlier"), which the story goes on from."""
    inner = expression.day if isinstance(expression, Parted) else expression
    return isinstance(inner, Offset | Window) and inner.mentioned and inner.count < 0
