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
    of its sentence; `beside` the last day of its sentence and `behind` the next one in it, which
    may stand in the same clause; `latest` is the last mention however long;
    `dated` the last date with a year, printed or worked out; `aside` says that the text has just
    stepped back to an earlier year; `only_year` is the one year that its full dates print;
    `chronicle` says that the text tells of years before its own and counts nothing from publication.
    """

    published: date | None
    chronicle: bool = False
    ahead: bool = False
    same_sentence: Printed | None = None
    beside: Days | None = None
    behind: Days | None = None
    behind_same_clause: bool = False
    day: Days | None = None
    day_lost: bool = False
    longer: Days | None = None
    latest: Days | None = None
    dated: Printed | None = None
    aside: bool = False
    only_year: int | None = None
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

        Units:   the rule: the last full date before gives the year; before any, the one year that
                 stands alone so far, such as a title's; failing that, the one year of all full dates
                 of the text. Nothing is plain half a year or more from the last date in the
                 calendar, since the year may have turned (ahead, unless the text has but one year),
                 nor behind a full date of an earlier year in the same paragraph
        Errors:  Undated with "no year"
        """
        if self.aside:
            raise Undated(NO_YEAR)
        if self.dated is not None:
            step = month - (self.dated.month or month)
            one_year = self.only_year is not None and self.bare_years <= {self.only_year}
            if step <= -_HALF_A_YEAR or (step >= _HALF_A_YEAR and not one_year):
                raise Undated(NO_YEAR)
            return self.dated.year
        if len(self.bare_years) == 1:
            return next(iter(self.bare_years))
        if self.only_year is not None and not self.bare_years:
            return self.only_year
        raise Undated(NO_YEAR)

    def told_year(self, month: int) -> int | None:
        """The year of a day or month without one in a chronicle; None where publication decides."""
        if not self.chronicle:
            return None
        try:
            return self.plain_year(month)
        except Undated:
            return None

    def remember(self, days: Days | None, *, day_like: bool) -> None:
        """Take note of a mention once it is resolved, or lost."""
        if days is None:
            if day_like:
                self.day_lost, self.latest = True, None
            return
        self.latest = days
        if days.start is None or days.end is None:
            return
        short = days.precision is DatePrecision.RANGE and days.end - days.start <= _LONGEST_ANCHOR
        if days.precision in _DAY_LIKE or short:
            self.day, self.day_lost, self.beside = days, False, days
        else:
            self.longer = days

    def print_year(self, printed: Printed) -> None:
        """Take note of a year, alone or with its month and day; a step back in years is an aside."""
        if printed.month is None:
            self.bare_years.add(printed.year)
            return
        if self.dated is not None:
            self.aside = printed.year < self.dated.year
        else:
            told = self.bare_years if printed.day is None else set()
            self.aside = printed.year not in told and printed.year < max(told, default=printed.year)
        if not self.aside:
            self.dated = printed

    def turn_sentence(self) -> None:
        """What the last sentence names stands beside nothing more."""
        self.same_sentence = self.beside = None

    def turn_paragraph(self) -> None:
        """What was told as an aside ends with its paragraph."""
        self.aside = False
