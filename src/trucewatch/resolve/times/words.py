"""The calendar's words as patterns, from `codebook/calendar.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.numerals import cardinal_at
from trucewatch.resolve.spelling import GAP, keyed, one_of, spelt
from trucewatch.resolve.times.days import Unit

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TWENTY = 20
YEAR_DIGITS = r"(?:1[5-9]|20)[0-9]{2}"
YEAR = rf"{YEAR_DIGITS}(?![0-9A-Za-z]|[,.:/][0-9])"
DAY = (
    r"(?<![0-9A-Za-z])(?<![0-9][.,:/])(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[,.:/][0-9])"
)
_CLOCK = (
    r"(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9](?::[0-5][0-9])?)?[^\S\n]?(?:a\.m\.?|p\.m\.?|am|pm|o['’]?clock)"
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?|(?:[01][0-9]|2[0-4])[0-5][0-9][^\S\n]?(?:hours|hrs|gmt)"
)
ZONE = rf"(?:{GAP}(?:local{GAP}time|gmt|utc|[a-z]+{GAP}time|\([^()\n]{{1,30}}\)))?"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Patterns and values of the words of days, months and years."""

    weekday: str
    any_weekday: str
    month: str
    any_month: str
    season: str
    unit: str
    ordinal: str
    stretch: str
    point: str
    clock: str
    count: str
    weekday_of: dict[str, int]
    month_of: dict[str, int]
    season_of: dict[str, int]
    unit_of: dict[str, Unit]
    ordinal_of: dict[str, int]
    tables: dict[str, Any]


@cache
def calendar_words() -> Calendar:
    """The calendar of the codebook.

    Errors: CodebookError when a weekday is missing, a month is no month, or two tables share a word
    """
    tables = load_toml("calendar.toml")
    numbers = load_toml("numbers.toml")
    long_days, short_days = _weekdays(tables["weekdays"]), _weekdays(tables["short_weekdays"])
    months: dict[str, int] = tables["months"]
    short_months: dict[str, int] = tables["short_months"]
    _check_months({**months, **short_months})
    units = {word: Unit(name) for name, words in tables["units"].items() for word in words}
    ordinals: dict[str, int] = numbers["ordinals"]
    small = [word for word in numbers["cardinals"] if word != "zero"]
    tens = [word for word in small if numbers["cardinals"][word] >= _TWENTY]
    words = rf"{one_of(tens)}[-‐‑ ]{one_of(small)}|{one_of(small)}"
    short = one_of(short_months)
    return Calendar(
        weekday=one_of(long_days),
        any_weekday=rf"(?:{one_of(long_days)}|{one_of(short_days)}\.?)",
        month=one_of(months),
        any_month=rf"(?:{one_of(months)}|{short}(?![a-z])\.?)",
        season=one_of(tables["seasons"]),
        unit=one_of(units),
        ordinal=one_of(ordinals),
        stretch=one_of(tables["day_parts"]["stretches"]),
        point=one_of(tables["day_parts"]["points"]),
        clock=rf"(?:{_CLOCK})",
        count=rf"(?:[0-9]{{1,4}}(?![0-9]|[.,][0-9])|{words}|a{GAP}couple{GAP}of|a{GAP}dozen|a{GAP}hundred|an?)",
        weekday_of={**long_days, **short_days},
        month_of={**months, **short_months},
        season_of=tables["seasons"],
        unit_of=units,
        ordinal_of=keyed(ordinals),
        tables=tables,
    )


def count_of(words: str) -> int:
    """The value of what `Calendar.count` matched."""
    folded = spelt(words)
    if folded in ("a", "an"):
        return 1
    if folded == "a couple of":
        return 2
    number = cardinal_at(folded, 0)
    return number.value if number is not None else 1


def unit_in(match: re.Match[str]) -> Unit:
    """The unit that `Calendar.unit` matched."""
    return calendar_words().unit_of[spelt(match["unit"])]


def plain(words: str) -> str:
    """Words as the codebook spells them: small letters, no closing dot."""
    return spelt(words).rstrip(".")


def _weekdays(table: dict[str, list[str]]) -> dict[str, int]:
    if tuple(table) != WEEKDAYS:
        refuse("weekdays: all seven, from monday", where="codebook/calendar.toml")
    return {word: number for number, words in enumerate(table.values()) for word in words}


def _check_months(months: dict[str, int]) -> None:
    if set(months.values()) != set(range(1, 13)):
        refuse("months: a month without a name, or a number that is no month", where="codebook/calendar.toml")


def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` as whole words, capitals aside."""
    return re.compile(rf"(?<![\w])(?:{pattern})(?![\w])", re.IGNORECASE)
