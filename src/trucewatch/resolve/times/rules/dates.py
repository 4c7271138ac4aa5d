"""Days with a month: "12 July 2016", "Sept. 14", "2-5 April", "2016-07-12", "12.7.2016"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, before, ending, key_of, spelt
from trucewatch.resolve.times.expressions import NO_SUCH_DAY, Expression, MonthDay, Nowhere, Span
from trucewatch.resolve.times.rules.names import is_month_name
from trucewatch.resolve.times.rules.rule import Rule, last_of
from trucewatch.resolve.times.words import DAY, YEAR, calendar_words, plain

MONTHS = 12
BOTH_WAYS = "day and month can be read both ways"

_DASH = r"[^\S\n]?[-–—‐‑][^\S\n]?"


@cache
def date_rules() -> tuple[Rule, ...]:
    """The rules for days of a month."""
    return (*_digit_rules(), *_single_rules(), *_several_rules())


def with_year() -> str:
    """The year that may stand behind a month."""
    return rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR}))?"


def year_in(match: re.Match[str]) -> int | None:
    """The year that stands with a month."""
    return int(match["year"]) if match["year"] else None


@cache
def month_words() -> tuple[frozenset[str], ...]:
    """What a text needs that names a month."""
    return (last_of(calendar_words().month_of),)


def _digit_rules() -> tuple[Rule, ...]:
    iso = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![-0-9])"
    numeric = r"(?<![/.])(?P<a>[0-9]{1,2})(?P<sep>[/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})(?![/0-9])"
    return (Rule("iso", iso, _iso), Rule("numeric", numeric, _numeric))


def _single_rules() -> tuple[Rule, ...]:
    words = calendar_words()
    month, year = words.any_month, with_year()
    front = rf"(?:(?P<weekday>{words.any_weekday}),?{GAP}(?:the{GAP})?)?"
    spelt = rf"(?<=the\s){words.ordinal}(?={GAP}of)"
    day_first = rf"(?P<day>{DAY}|{spelt})(?:{GAP}of{GAP}|{GAP}|[-‐‑])(?P<month>{month}){year}"
    month_first = rf"(?P<month>{month}){GAP}(?:the{GAP})?(?P<day>{DAY}){year}"
    return (
        Rule("day_month", front + day_first, _month_day, month_words()),
        Rule("month_day", front + month_first, _month_day, month_words()),
    )


def _several_rules() -> tuple[Rule, ...]:
    month, year = calendar_words().any_month, with_year()
    link = rf"(?P<link>{_DASH}|,?{GAP}(?:and|to|until|till|through|into){GAP}(?:the{GAP})?)"
    opening = rf"(?:(?P<opening>between|from){GAP}(?:the{GAP})?)?"
    two = rf"(?P<first>{DAY}){link}(?P<day>{DAY})"
    listed = rf"(?P<day>{DAY})(?=(?:,{GAP}{DAY})*,?{GAP}(?:and|or){GAP}{DAY}{GAP}(?P<month>{month}){year})"
    return (
        Rule(
            "days_of_month", rf"{opening}{two}{GAP}(?:of{GAP})?(?P<month>{month}){year}", _days, month_words()
        ),
        Rule(
            "month_and_days",
            rf"{opening}(?P<month>{month}){GAP}{two}(?!{GAP}{month}){year}",
            _days,
            month_words(),
        ),
        Rule("day_in_list", listed, _month_day, month_words()),
    )


def _iso(match: re.Match[str]) -> Expression:
    on_calendar = int(match["year"]) > 0 and 0 < int(match["month"]) <= MONTHS
    if not on_calendar:
        return Nowhere(NO_SUCH_DAY)
    return MonthDay(int(match["day"]), int(match["month"]), int(match["year"]))


def _numeric(match: re.Match[str]) -> Expression:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > MONTHS >= second > 0 or first == second > 0:
        return MonthDay(first, second, year)
    if second > MONTHS >= first > 0:
        return MonthDay(second, first, year)
    if not (first and second) or min(first, second) > MONTHS:
        return Nowhere(NO_SUCH_DAY)
    return MonthDay(first, second, year) if match["sep"] == "." else Nowhere(BOTH_WAYS)


def _month_day(match: re.Match[str]) -> Expression | None:
    year = year_in(match)
    if not is_month_name(match, year=year, day=True) or _is_half(match):
        return None
    words = calendar_words()
    weekday = match.groupdict().get("weekday")
    return MonthDay(
        day=_day(match["day"]),
        month=words.month_of[plain(match["month"])],
        year=year,
        weekday=words.weekday_of[plain(weekday)] if weekday else None,
    )


def _is_half(match: re.Match[str]) -> bool:
    """Whether month or day is another's: "In April 12 died", "On 5 April 12 died", "July 2-August 5"."""
    month_comes_first = match.start("month") < match.start("day")
    if not month_comes_first:
        hyphened = match.string[match.end("day")] in "-‐‑"
        return hyphened and _month_before().search(before(match.string, match.start(), 15)) is not None
    if match["year"] or not match["day"].isdecimal():
        return False
    return _taken_month().search(before(match.string, match.start(), 30)) is not None


@cache
def _month_before() -> re.Pattern[str]:
    return ending(rf"{calendar_words().any_month}{GAP}")


@cache
def _taken_month() -> re.Pattern[str]:
    """What takes a month for itself: "in", as days take "on", or a day before it."""
    lead = "on|since|until|till|from|by|before|after|between|and|to|of|the"
    return ending(rf"in{GAP}|(?:(?:{lead}){GAP}|{calendar_words().any_weekday},?{GAP}){DAY}{GAP}")


def _days(match: re.Match[str]) -> Expression | None:
    year = year_in(match)
    if not is_month_name(match, year=year, day=True):
        return None
    month = calendar_words().month_of[plain(match["month"])]
    first, last = _day(match["first"]), _day(match["day"])
    if "and" in spelt(match["link"]) and last - first != 1 and not match["opening"]:
        return None
    return Span(MonthDay(first, month, year), MonthDay(last, month, year))


def _day(words: str) -> int:
    digits = re.match(r"[0-9]+", words)
    return int(digits.group()) if digits else calendar_words().ordinal_of[key_of(words)]
