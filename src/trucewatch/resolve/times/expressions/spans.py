"""Two times made one, and what a time prints for those that follow it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.records.values import DatePrecision
from trucewatch.resolve.times.days import Days, Part, Undated, one_day
from trucewatch.resolve.times.expressions.counted import Beside, Offset, Period, Weekday, Window
from trucewatch.resolve.times.expressions.dated import (
    DaysOfMonth,
    Month,
    MonthDay,
    Season,
    WeekdayOfMonth,
    Year,
)
from trucewatch.resolve.times.expressions.expression import Expression
from trucewatch.resolve.times.expressions.parts import Night, Parted
from trucewatch.resolve.times.story import Printed, Story

_LONGEST_LENDER = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another: the right end lends the left its year, and its week."""

    left: Expression
    right: Expression

    def days(self, story: Story) -> Days:
        """From the first day of the left to the last of the right."""
        closing = self._closing().days(story)
        _, end = closing.closed
        opening = self._opening(story, end)
        start, _ = opening.closed
        if start > end:
            raise Undated("ends before it starts")
        return Days(start, end, DatePrecision.RANGE)

    def printed(self, days: Days) -> Printed | None:
        """The year of the right end; none for a war of years, into which the text then goes back."""
        if days.start is None or days.end is None:
            return None
        if days.start.year < days.end.year and days.end - days.start > _LONGEST_LENDER:
            return None
        if isinstance(self.right, MonthDay | Month):
            return Printed(days.end.year, self.right.month, getattr(self.right, "day", None))
        return None

    def _closing(self) -> Expression:
        left, right = self.left, self.right
        if not isinstance(left, MonthDay | Month) or not isinstance(right, MonthDay | Month):
            return right
        if left.year is None or right.year is not None:
            return right
        return replace(right, year=left.year + (right.month < left.month))

    def _opening(self, story: Story, end: date) -> Days:
        left = self.left.day if isinstance(self.left, Parted) else self.left
        if isinstance(left, Weekday) and left.shift is None:
            return one_day(left.before(end))
        if isinstance(left, MonthDay | Month) and left.year is None:
            later = left.month > end.month
            return replace(left, year=end.year - 1 if later else end.year).days(story)
        return left.days(story)


@dataclass(frozen=True, slots=True)
class InYear:
    """A day or month of a year that is told from publication or a mention: "5 July last year"."""

    inner: MonthDay | Month
    year: Period

    def days(self, story: Story) -> Days:
        """That day or month of that year."""
        first, _ = self.year.days(story).closed
        return replace(self.inner, year=first.year).days(story)

    def printed(self, days: Days) -> Printed:
        """The year it ends up in."""
        return self.inner.printed(days)


def printed_by(expression: Expression, days: Days) -> Printed | None:
    """The year, month and day that an expression puts down for those after it; None for relative ones."""
    if isinstance(expression, Parted):
        return printed_by(expression.day, days)
    if isinstance(expression, MonthDay | Month | Year | DaysOfMonth | WeekdayOfMonth | InYear | Span):
        return expression.printed(days)
    return None


def printed_year(expression: Expression) -> int | None:
    """The year that stands in the words of a full date or of a month."""
    if isinstance(expression, MonthDay | Month):
        return expression.year
    if isinstance(expression, DaysOfMonth | WeekdayOfMonth):
        return expression.month.year
    if isinstance(expression, Parted):
        return printed_year(expression.day)
    return printed_year(expression.right) if isinstance(expression, Span) else None


def steps_back(expression: Expression) -> bool:
    """Whether the words look back from an earlier mention ("a day earlier"), which the story goes on from."""
    inner = expression.day if isinstance(expression, Parted) else expression
    if isinstance(inner, Beside):
        return True
    return isinstance(inner, Offset | Window) and inner.mentioned and inner.count < 0


def counts_from_publication(expression: Expression) -> bool:
    """Whether the words are counted from the day of publication, as news counts."""
    if isinstance(expression, Parted):
        return counts_from_publication(expression.day)
    if isinstance(expression, Span):
        return counts_from_publication(expression.left) or counts_from_publication(expression.right)
    if isinstance(expression, InYear):
        return counts_from_publication(expression.year)
    if isinstance(expression, Month | Season):
        return expression.shift is not None
    if isinstance(expression, Night):
        return expression.day is None or counts_from_publication(expression.day)
    return isinstance(expression, Weekday | Offset | Window | Period) and not expression.mentioned


def is_close(expression: Expression) -> bool:
    """Whether the words name the end of a longer time: "the end of May"."""
    return isinstance(expression, Month | Year | Period) and expression.part is Part.END
