"""Parts of a day, and nights: "Wednesday evening", "at dawn", "overnight into Saturday"."""

from dataclasses import dataclass, replace
from datetime import date

from trucewatch.records.values import DatePrecision
from trucewatch.resolve.times.days import Days, Undated, Unit, moved, one_day
from trucewatch.resolve.times.expressions.expression import Expression
from trucewatch.resolve.times.story import Story


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of the day last mentioned: "at dawn", "that evening", "earlier in the day"."""

    published_else: bool = False

    def days(self, story: Story) -> Days:
        """The day last mentioned, in part."""
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
        """The day, in part."""
        whole = self.day.days(story)
        short = whole.start is not None and whole.end is not None and (whole.end - whole.start).days <= 1
        return replace(whole, precision=DatePrecision.PART_OF_DAY) if short else whole


@dataclass(frozen=True, slots=True)
class Night:
    """The night into a day, of the day before and it; into publication when no day is named.

    `into` tells "overnight into Saturday" from "overnight on Friday", which runs into the day
    after unless that is still to come.
    """

    day: Expression | None = None
    into: bool = False

    def days(self, story: Story) -> Days:
        """Both days of the night."""
        if self.day is None:
            return _night_into(story.publication())
        first, last = self.day.days(story).closed
        if first != last:
            return Days(first, last, DatePrecision.PART_OF_DAY)
        if self.into or first == story.published:
            return _night_into(first)
        return _night_into(moved(first, Unit.DAY, 1))


def _night_into(morning: date) -> Days:
    return Days(moved(morning, Unit.DAY, -1), morning, DatePrecision.PART_OF_DAY)
