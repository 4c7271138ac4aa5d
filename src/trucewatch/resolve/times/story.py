"""What a text has said of days so far: the day of publication, earlier mentions, printed years."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from trucewatch.records.values import DatePrecision
from trucewatch.resolve.times.days import Days, Undated

UNPUBLISHED = "relative to the day of publication, which is unknown"
NO_YEAR = "no year"
NO_ANCHOR = "relative to an earlier day, and the text names none"
LOST_ANCHOR = "relative to an earlier day that is itself unresolved"

_DAY_LIKE = (DatePrecision.DAY, DatePrecision.PART_OF_DAY)
_LONGEST_ANCHOR = timedelta(days=31)
_HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Printed:
    """A year that the text prints; `month` and `day` where they stand with it."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(slots=True)
class Story:
    """The text up to the expression in hand.

    `ahead` says that a future verb governs the expression; `same_sentence` holds the last full date
    of its sentence.
    """

    published: date | None
    ahead: bool = False
    same_sentence: Printed | None = None
    day: Days | None = None
    day_lost: bool = False
    longer: Days | None = None
    dated: Printed | None = None
    bare_years: set[int] = field(default_factory=set)

    def publication(self) -> date:
        """The day of publication; Undated when unknown."""
        if self.published is None:
            raise Undated(UNPUBLISHED)
        return self.published

    def anchor(self) -> Days:
        """The days that "the next day" counts from: the last day or short run of days mentioned."""
        if self.day_lost:
            raise Undated(LOST_ANCHOR)
        if self.day is None:
            raise Undated(NO_ANCHOR)
        return self.day

    def longer_anchor(self, precision: DatePrecision) -> Days:
        """The last mention of that very precision, else of a day: what "that month" counts from."""
        if self.longer is not None and self.longer.precision is precision:
            return self.longer
        return self.anchor()

    def plain_year(self, month: int) -> int:
        """The year of a day or month that is printed without one, when no day of publication helps.

        Units:   the rule: the last full date before (or, before any, the one year that stands
                 alone so far) gives the year; half a year or more back in the calendar from that
                 date, the year may have turned, and nothing is plain
        Errors:  Undated with "no year"
        """
        if self.dated is not None:
            back = (self.dated.month or month) - month
            if back >= _HALF_A_YEAR:
                raise Undated(NO_YEAR)
            return self.dated.year
        if len(self.bare_years) == 1:
            return next(iter(self.bare_years))
        raise Undated(NO_YEAR)

    def remember(self, days: Days | None, *, day_like: bool) -> None:
        """Take note of a mention once it is resolved, or lost."""
        if days is None:
            self.day_lost = self.day_lost or day_like
            return
        if days.start is None or days.end is None:
            return
        short = days.precision is DatePrecision.RANGE and days.end - days.start <= _LONGEST_ANCHOR
        if days.precision in _DAY_LIKE or short:
            self.day, self.day_lost = days, False
        else:
            self.longer = days

    def print_year(self, printed: Printed) -> None:
        """Take note of a printed year, alone or with its month and day."""
        if printed.month is None:
            self.bare_years.add(printed.year)
        else:
            self.dated = printed
