"""The rules by which the words of a text are recognised as times."""

from functools import cache

from trucewatch.resolve.times.rules.counts import count_rules
from trucewatch.resolve.times.rules.dates import date_rules
from trucewatch.resolve.times.rules.months import month_rules
from trucewatch.resolve.times.rules.parts import part_rules
from trucewatch.resolve.times.rules.periods import period_rules
from trucewatch.resolve.times.rules.rule import Rule
from trucewatch.resolve.times.rules.weekdays import weekday_rules
from trucewatch.resolve.times.rules.windows import window_rules
from trucewatch.resolve.times.rules.years import year_rules


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule; where two match the same words, the longer match wins, then the name that sorts first."""
    return (
        *date_rules(),
        *month_rules(),
        *year_rules(),
        *weekday_rules(),
        *count_rules(),
        *window_rules(),
        *period_rules(),
        *part_rules(),
    )
