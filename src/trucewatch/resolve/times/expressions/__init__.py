"""Times as their words put them: what each needs of the story to come to days."""

from trucewatch.resolve.times.expressions.counted import (
    FROM_EVENT,
    Beside,
    Offset,
    Period,
    Run,
    Then,
    Weekday,
    Window,
)
from trucewatch.resolve.times.expressions.dated import (
    NO_SUCH_DAY,
    DaysOfMonth,
    Month,
    MonthDay,
    Season,
    WeekdayOfMonth,
    Year,
)
from trucewatch.resolve.times.expressions.expression import Expression, Nowhere
from trucewatch.resolve.times.expressions.parts import Night, Parted, PartOfDay
from trucewatch.resolve.times.expressions.spans import (
    InYear,
    Span,
    counts_from_publication,
    is_close,
    printed_by,
    printed_year,
    steps_back,
)

__all__ = [
    "FROM_EVENT",
    "NO_SUCH_DAY",
    "Beside",
    "DaysOfMonth",
    "Expression",
    "InYear",
    "Month",
    "MonthDay",
    "Night",
    "Nowhere",
    "Offset",
    "PartOfDay",
    "Parted",
    "Period",
    "Run",
    "Season",
    "Span",
    "Then",
    "Weekday",
    "WeekdayOfMonth",
    "Window",
    "Year",
    "counts_from_publication",
    "is_close",
    "printed_by",
    "printed_year",
    "steps_back",
]
