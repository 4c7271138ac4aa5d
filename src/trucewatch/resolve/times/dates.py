"""Dates with a month or a year in them: "12 July 2016", "mid-April", "2-5 April", "spring 2015", "1994"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, POSSESSIVE, before, ending
from trucewatch.resolve.times.days import Part, Unit
from trucewatch.resolve.times.expressions import (
    DaysOfMonth,
    Expression,
    Month,
    MonthDay,
    Nowhere,
    Season,
    Span,
    Year,
)
from trucewatch.resolve.times.names import is_month_name, is_year
from trucewatch.resolve.times.rules import Rule
from trucewatch.resolve.times.words import DAY, YEAR, YEAR_DIGITS, calendar_words, compiled, count_of, plain

PARTS = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "late": Part.LATE,
    "beginning": Part.START,
    "start": Part.START,
    "middle": Part.MID,
    "end": Part.END,
}
PART = (
    rf"(?:(?:(?P<from>early|mid)[-‐‑ ]to[-‐‑ ])?(?P<part>early|mid|late)(?:[-‐‑]|{GAP})(?:in{GAP})?"
    rf"|(?:the{GAP})?(?:very{GAP})?(?P<edge>beginning|start|middle|end){GAP}of{GAP}(?:the{GAP}month{GAP}of{GAP})?)"
)
_DASH = r"[^\S\n]?[-–—‐‑][^\S\n]?"
_IN = ending(rf"in{GAP}")
_SEASON_CUE = ending(rf"(?:in|since|during|by|until|over|throughout){GAP}")
_SHIFTS = {"last": -1, "this": 0, "this past": -1, "next": 1, "this coming": 1}
_SHIFT = rf"(?P<shift>last|this{GAP}past|this{GAP}coming|this|next)"


@cache
def date_rules() -> tuple[Rule, ...]:
    """The rules for dates with a month or a year in them."""
    words = calendar_words()
    month, weekday = words.any_month, words.any_weekday
    year = rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR}))?"
    front = rf"(?:(?P<weekday>{weekday}),?{GAP}(?:the{GAP})?)?"
    link = rf"(?P<link>{_DASH}|,?{GAP}(?:and|to|until|till|through|into){GAP}(?:the{GAP})?)"
    opening = rf"(?:(?P<opening>between|from){GAP}(?:the{GAP})?)?"
    day_first = rf"(?P<day>{DAY}|(?<=the\s){words.ordinal}(?={GAP}of))(?:{GAP}of{GAP}|{GAP}|[-‐‑])(?P<month>{month}){year}"
    month_first = rf"(?P<month>{month}){GAP}(?:the{GAP})?(?P<day>{DAY}){year}"
    return (
        Rule("iso", compiled(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![-0-9])"), _iso),
        Rule(
            "numeric",
            compiled(
                r"(?<![/.])(?P<a>[0-9]{1,2})(?P<sep>[/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})(?![/0-9])"
            ),
            _numeric,
        ),
        Rule("day_month", compiled(front + day_first), _month_day),
        Rule("month_day", compiled(front + month_first), _month_day),
        Rule(
            "days_of_month",
            compiled(
                rf"{opening}(?P<first>{DAY}){link}(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{month}){year}"
            ),
            _day_span,
        ),
        Rule(
            "month_and_days",
            compiled(
                rf"{opening}(?P<month>{month}){GAP}(?P<first>{DAY}){link}(?P<day>{DAY})(?!{GAP}{month}){year}"
            ),
            _day_span,
        ),
        Rule(
            "day_in_list",
            compiled(
                rf"(?P<day>{DAY})(?=(?:,{GAP}{DAY})*,?{GAP}(?:and|or){GAP}{DAY}{GAP}(?P<month>{month}){year})"
            ),
            _month_day,
        ),
        Rule("month", compiled(rf"{PART}?(?:{_SHIFT}{GAP})?(?P<month>{month})(?:['’]s)?{year}"), _month),
        Rule("week_of_month", compiled(_place_pattern(words.ordinal, words.count, month, year)), _place),
        Rule(
            "season",
            compiled(
                rf"(?:(?:the{GAP})?{PART})?(?:the{GAP})?(?:{_SHIFT}{GAP})?(?P<season>{words.season})(?:,?{GAP}(?:of{GAP})?(?P<year>[12][0-9]{{3}})(?:[-–/](?P<second>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9]))?"
            ),
            _season,
        ),
        Rule(
            "decade",
            compiled(
                rf"(?:the{GAP})?{PART}?(?:the{GAP})?(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s|(?:the{GAP})?{PART.replace('<', '<short_')}?(?:the{GAP})?['’](?P<short>[3-9]0)s"
            ),
            _decade,
        ),
        Rule(
            "years",
            compiled(
                rf"(?P<year>{YEAR_DIGITS}){_DASH}(?P<second>{YEAR_DIGITS}|[0-9]{{2}})(?![0-9A-Za-z]|[,.:/-][0-9])"
            ),
            _years,
        ),
        Rule(
            "year",
            compiled(rf"(?<![-–/.,:$€£#])(?:{PART}(?:the{GAP}year{GAP})?)?(?P<year>{YEAR})(?:{POSSESSIVE})?"),
            _year,
        ),
    )


def _iso(match: re.Match[str]) -> Expression:
    return (
        MonthDay(int(match["day"]), int(match["month"]), int(match["year"]))
        if _on_calendar(match)
        else Nowhere("there is no such day")
    )


def _on_calendar(match: re.Match[str]) -> bool:
    return int(match["year"]) > 0 and 0 < int(match["month"]) <= 12


def _numeric(match: re.Match[str]) -> Expression:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > 12 >= second > 0 or first == second > 0:
        return MonthDay(first, second, year)
    if second > 12 >= first > 0:
        return MonthDay(second, first, year)
    if not (first and second) or min(first, second) > 12:
        return Nowhere("there is no such day")
    return Nowhere("day and month can be read both ways")


def _month_day(match: re.Match[str]) -> Expression | None:
    year = _year_of(match)
    if not is_month_name(match, year=year, day=True) or _misread(match):
        return None
    words = calendar_words()
    weekday = match.groupdict().get("weekday")
    return MonthDay(
        day=_day(match["day"]),
        month=words.month_of[plain(match["month"])],
        year=year,
        weekday=words.weekday_of[plain(weekday)] if weekday else None,
    )


def _misread(match: re.Match[str]) -> bool:
    """ "In April 12 soldiers died" has a month and a count: days take "on"."""
    month_comes_first = match.start("month") < match.start("day")
    if not month_comes_first or match["year"] or not match["day"].isdecimal():
        return False
    return _IN.search(match.string[max(0, match.start() - 6) : match.start()]) is not None


def _day_span(match: re.Match[str]) -> Expression | None:
    year = _year_of(match)
    if not is_month_name(match, year=year, day=True):
        return None
    month = calendar_words().month_of[plain(match["month"])]
    first, last = _day(match["first"]), _day(match["day"])
    if "and" in match["link"].casefold() and last - first != 1 and not match["opening"]:
        return None
    return Span(MonthDay(first, month, year), MonthDay(last, month, year))


def _month(match: re.Match[str]) -> Expression | None:
    year = _year_of(match)
    shift = match["shift"]
    word = plain(match["month"])
    words = calendar_words()
    if year is None and word not in words.tables["months"]:
        return None
    cued = bool(shift or match["part"] or match["edge"])
    if not cued and not is_month_name(match, year=year, day=False):
        return None
    month = words.month_of[word]
    whole = Month(
        month, year, _part(match), None if shift is None else _SHIFTS[" ".join(shift.casefold().split())]
    )
    if match["from"]:
        return Span(Month(month, year, PARTS[match["from"].casefold()]), whole)
    return whole


def _place_pattern(ordinal: str, count: str, month: str, year: str) -> str:
    place = rf"(?P<place>first|last|final|opening|closing|{ordinal})"
    return rf"(?:the{GAP})?{place}{GAP}(?:(?P<count>{count}){GAP})?(?P<unit>weeks?|days?){GAP}(?:of|in){GAP}(?P<month>{month}){year}"


def _place(match: re.Match[str]) -> Expression | None:
    year = _year_of(match)
    if year is None and plain(match["month"]) not in calendar_words().tables["months"]:
        return None
    word = match["place"].casefold()
    place = (
        -1
        if word in ("last", "final", "closing")
        else 1
        if word == "opening"
        else calendar_words().ordinal_of[word]
    )
    if match["count"] is None and match["unit"].casefold().endswith("s"):
        return Nowhere("how many is not said")
    month = Month(calendar_words().month_of[plain(match["month"])], year)
    unit = Unit.WEEK if match["unit"].casefold().startswith("week") else Unit.DAY
    return DaysOfMonth(month, unit, place, count_of(match["count"]) if match["count"] else 1)


def _season(match: re.Match[str]) -> Expression | None:
    shift = match["shift"]
    if not match["year"] and not shift and not _bare_season(match):
        return None
    if match["season"].casefold() == "fall" and not match["year"] and not shift:
        return None
    year = int(match["year"]) if match["year"] else None
    first = calendar_words().season_of[match["season"].casefold()]
    return Season(
        first,
        year,
        match["second"] is not None,
        None if shift is None else _SHIFTS[" ".join(shift.casefold().split())],
    )


def _bare_season(match: re.Match[str]) -> bool:
    """ "In the spring" closes its phrase; "in the spring offensive" names something else."""
    if match.string[match.end() : match.end() + 2].strip()[:1].isalpha():
        return False
    return _SEASON_CUE.search(before(match.string, match.start())) is not None


def _decade(match: re.Match[str]) -> Expression:
    if match["short"]:
        part = match["short_part"] or match["short_edge"]
        return Year(1900 + int(match["short"]), PARTS[part.casefold()] if part else Part.WHOLE, decade=True)
    return Year(int(match["decade"]), _part(match), decade=True)


def _years(match: re.Match[str]) -> Expression | None:
    first, second = int(match["year"]), int(match["second"])
    if second < 100:
        second += first - first % 100
    if second <= first or not is_year(match, cued=True):
        return None
    return Span(Year(first), Year(second))


def _year(match: re.Match[str]) -> Expression | None:
    cued = bool(match["part"] or match["edge"])
    return Year(int(match["year"]), _part(match)) if is_year(match, cued=cued) else None


def _part(match: re.Match[str]) -> Part:
    word = match["part"] or match["edge"]
    return PARTS[word.casefold()] if word else Part.WHOLE


def _year_of(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _day(words: str) -> int:
    digits = re.match(r"[0-9]+", words)
    return int(digits.group()) if digits else calendar_words().ordinal_of["-".join(words.casefold().split())]
