"""Months and what is counted within one: "mid-April", "last March", "the first week of May"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, key_of, spelt
from trucewatch.resolve.times.days import Unit
from trucewatch.resolve.times.expressions import (
    DaysOfMonth,
    Expression,
    Month,
    Nowhere,
    Span,
    WeekdayOfMonth,
)
from trucewatch.resolve.times.rules.dates import month_words, with_year, year_in
from trucewatch.resolve.times.rules.names import is_month_name
from trucewatch.resolve.times.rules.rule import HOW_MANY, Rule, last_of
from trucewatch.resolve.times.rules.thirds import PART, named_part, part_in
from trucewatch.resolve.times.words import calendar_words, count_of, plain

SHIFT = rf"(?P<shift>last|this{GAP}past|this{GAP}coming|this|next)"
"""What moves a month or a season from the day of publication."""

_SHIFTS = {"last": -1, "this": 0, "this past": -1, "next": 1, "this coming": 1}
_LAST = ("last", "final", "closing")
_WITHIN = "a weekday counted within a month"


@cache
def month_rules() -> tuple[Rule, ...]:
    """The rules for months."""
    words = calendar_words()
    month, year = words.any_month, with_year()
    place = rf"(?:the{GAP})?(?P<place>first|last|final|opening|closing|{words.ordinal}){GAP}"
    within = rf"(?P<month>{month}){year}"
    days = rf"{place}(?:(?P<count>{words.count}){GAP})?(?P<unit>weeks?|days?){GAP}(?:of|in){GAP}{within}"
    some = rf"(?:the|that|each|every|any){GAP}(?:\w+{GAP})?month"
    weekday = rf"{place}(?P<weekday>{words.weekday}){GAP}(?:of|in){GAP}(?:{within}|{some})"
    return (
        Rule("month", rf"{PART}?(?:{SHIFT}{GAP})?(?P<month>{month})(?:['’]s)?{year}", _month, month_words()),
        Rule("week_of_month", days, _place, (*month_words(), frozenset(("week", "weeks", "day", "days")))),
        Rule("weekday_by_place", weekday, _weekday, (last_of(words.weekday_of), frozenset(("of", "in")))),
    )


def shift_in(match: re.Match[str]) -> int | None:
    """How far `SHIFT` moves."""
    return None if match["shift"] is None else _SHIFTS[spelt(match["shift"])]


def _month(match: re.Match[str]) -> Expression | None:
    year = year_in(match)
    word = plain(match["month"])
    if year is None and not _is_full(word):
        return None
    cued = bool(match["shift"] or match["part"] or match["edge"])
    if not cued and not is_month_name(match, year=year, day=False):
        return None
    month = calendar_words().month_of[word]
    whole = Month(month, year, part_in(match), shift_in(match))
    if match["from"]:
        return Span(Month(month, year, named_part(match["from"])), whole)
    return whole


def _place(match: re.Match[str]) -> Expression | None:
    month = _month_within(match)
    if month is None:
        return None
    if match["count"] is None and spelt(match["unit"]).endswith("s"):
        return Nowhere(HOW_MANY)
    unit = Unit.WEEK if spelt(match["unit"]).startswith("week") else Unit.DAY
    return DaysOfMonth(month, unit, _number(match), count_of(match["count"]) if match["count"] else 1)


def _weekday(match: re.Match[str]) -> Expression | None:
    if match["month"] is None:
        return Nowhere(_WITHIN)
    month = _month_within(match)
    weekday = calendar_words().weekday_of[plain(match["weekday"])]
    return None if month is None else WeekdayOfMonth(month, weekday, _number(match))


def _month_within(match: re.Match[str]) -> Month | None:
    year = year_in(match)
    word = plain(match["month"])
    return Month(calendar_words().month_of[word], year) if year is not None or _is_full(word) else None


def _number(match: re.Match[str]) -> int:
    word = spelt(match["place"])
    if word in _LAST:
        return -1
    return 1 if word == "opening" else calendar_words().ordinal_of[key_of(word)]


def _is_full(word: str) -> bool:
    """Whether a month is spelt out: "Mar" and "Sep" need a day or a year beside them."""
    return word in calendar_words().tables["months"]
