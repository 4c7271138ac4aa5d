"""Days of claims as ranges that can be compared, with how exactly they are known."""

from dataclasses import dataclass
from datetime import date

from trucewatch.records.claim import Claim
from trucewatch.records.values import DatePrecision, Interval, Unresolved

TO_THE_DAY = frozenset({DatePrecision.DAY, DatePrecision.PART_OF_DAY})
"""Times that name one day, or a night between two."""


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinal days, both ends included; `exact` where one day or one night is told."""

    first: int
    last: int
    exact: bool

    def gap(self, other: "Days") -> int:
        """Days between the two: 0 where they share one."""
        return max(0, other.first - self.last, self.first - other.last)

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1


def days(when: Interval | Unresolved | None, told_on: date) -> Days | None:
    """The days told, an open end closed by the day of publication; None where none is."""
    if not isinstance(when, Interval):
        return None
    end = when.end or (told_on if when.start and when.start <= told_on else when.start)
    start = when.start or end
    if start is None or end is None:
        return None
    return Days(start.toordinal(), max(start, end).toordinal(), when.precision in TO_THE_DAY)


def day_of(claim: Claim) -> date | None:
    """The one day that a claim names: the last of a night; None for weeks, months and years."""
    when = claim.when
    if not isinstance(when, Interval):
        return None
    if when.precision is DatePrecision.PART_OF_DAY and when.end is not None:
        return when.end
    return when.start or when.end if when.precision in {*TO_THE_DAY, DatePrecision.RANGE} else None
