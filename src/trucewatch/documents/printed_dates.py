"""Days of publication that a page prints near its top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.documents.limits import TOP_OF_PAGE
from trucewatch.documents.page import any_of, page_words, table

_SEP = r"[\s,.|–—:-]*"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?"
_NO_VERB = "".join(rf"(?<!\b{verb}\s)" for verb in ("was", "were", "is", "be", "been", "the", "and"))
_HEADLINE_ROOM = 300  # an unlabelled date counts within the first lines only
_NUMERIC = r"(?P<n1>\d{1,2})(?P<sep>[./-])(?P<n2>\d{1,2})(?P=sep)(?P<ny>\d{4})"
_ISO = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?:T[\d:.]+(?:Z|[+-][\d:]{2,6})?)?"


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed; `day` is None where the words name no day of the calendar or more than one.

    Units:   start and end are code points of the text, half-open
    """

    start: int
    end: int
    day: date | None
    words: str
    is_update: bool

    @property
    def has_year(self) -> bool:
        """Whether the words name a year."""
        return re.search(r"\d{4}", self.words) is not None


def printed_days(text: str) -> tuple[PrintedDay, ...]:
    """Find the days of publication printed near the top of a text.

    Shape:   ordered by where they stand; a day inside a sentence of the report is none
    Source:  codebook/page.toml, codebook/calendar.toml
    Example: "Published July 12 2016" gives that day
    """
    found = {day.start: day for day in _alone(text)}
    for day in _labelled(text):
        found = {start: other for start, other in found.items() if not day.start <= start < day.end}
        found[day.start] = day
    return tuple(found[start] for start in sorted(found))


def dateline_day(dateline: str) -> PrintedDay | None:
    """Find the day in a dateline; `day` is None where it has no year, for no year is guessed.

    Example: "STEPANAKERT, Sept 14 (Agency) -" gives the words "Sept 14" and no day
    """
    full = re.search(day_pattern(), dateline, re.IGNORECASE)
    if full is not None:
        return PrintedDay(full.start(), full.end(), day_of(full), full.group(), is_update=False)
    month = _month_names()
    short = re.search(rf"\b(?:{month}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{month})\b", dateline, re.IGNORECASE)
    return PrintedDay(short.start(), short.end(), None, short.group(), is_update=False) if short else None


def day_pattern() -> str:
    """Give the pattern text for a full day in words."""
    month = f"(?:{_month_names()})"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"\d{4}"
    return (
        rf"(?:(?P<d1>{day})(?:\s+of)?[\s-]+(?P<m1>{month})\.?,?[\s-]+(?P<y1>{year})"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>{day}),?\s+(?P<y2>{year}))(?!\d)"
    )


def day_of(found: re.Match[str]) -> date | None:
    """Give the day that a match of `day_pattern` names, None when the calendar has no such day."""
    groups = found.groupdict()
    for form in ("1", "2"):
        if groups[f"y{form}"]:
            number = re.sub(r"\D", "", groups[f"d{form}"])
            month = _months()[groups[f"m{form}"].casefold()]
            return _day(int(groups[f"y{form}"]), month, int(number))
    return None


def _labelled(text: str) -> Iterator[PrintedDay]:
    for found in _label_pattern().finditer(text, 0, TOP_OF_PAGE):
        is_update = page_words().date_updated.fullmatch(found["label"]) is not None
        yield _printed(found, found["when"], is_update=is_update)


def _alone(text: str) -> Iterator[PrintedDay]:
    """Days that stand as a line or begin the text, before anything of the report is told."""
    for found in _alone_pattern().finditer(text, 0, TOP_OF_PAGE):
        rest = text[found.end() : found.end() + 2]
        whole_line = not rest.strip(" \t") or rest.lstrip(" \t").startswith("\n")
        opens_text = not text[: found.start()].strip()
        has_clock = found["clock"] is not None and found.start() < _HEADLINE_ROOM
        starts_anew = rest[:1].isspace() and text[found.end() :].lstrip(" \t|–—-")[:1].isupper()
        starts_line = text[: found.start()].rstrip(" \t").endswith("\n") or opens_text
        if (whole_line and starts_line) or (starts_anew and (opens_text or has_clock)):
            yield _printed(found, found.group(), is_update=False)


def _printed(found: re.Match[str], words: str, *, is_update: bool) -> PrintedDay:
    groups = found.groupdict()
    if groups["iy"]:
        day = _day(int(groups["iy"]), int(groups["im"]), int(groups["id"]))
    elif groups["ny"]:
        numbers = int(groups["n1"]), int(groups["n2"]), int(groups["ny"])
        day = _numeric(*numbers, is_dotted=groups["sep"] == ".")
    else:
        day = day_of(found)
    return PrintedDay(found.start(), found.end(), day, " ".join(words.split()), is_update)


def _numeric(first: int, second: int, year: int, *, is_dotted: bool) -> date | None:
    """Give the day of 13/09/2016 or 09/13/2016; 03/04/2016 is two days, so none."""
    if is_dotted or first == second:
        return _day(year, second, first)
    days = {day for day in (_day(year, second, first), _day(year, first, second)) if day is not None}
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


@cache
def _label_pattern() -> re.Pattern[str]:
    # The label is no verb of a sentence ("was published on May 3, 2016 by"): it begins a line or a
    # sentence, or has a capital.
    label = page_words().date_label.pattern
    anew = rf"(?:(?<=[\n.!?|•\])])[ \t]*|\A\s*|(?<=\s)(?-i:(?=[A-Z])){_NO_VERB})"
    return re.compile(
        rf"{anew}(?P<label>\b{label})\b(?:\s+(?:on|at))?{_SEP}"
        rf"(?:{_clock()}{_SEP}(?:on\s+)?)?(?P<when>{_any_day()})(?:{_SEP}(?:at\s+)?{_clock()})?",
        re.IGNORECASE,
    )


@cache
def _alone_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w./-])(?:{_clock()}{_SEP})?{_any_day()}(?P<clock>{_SEP}(?:at\s+)?{_clock()})?", re.IGNORECASE
    )


def _any_day() -> str:
    weekday = any_of([*_words_of("weekdays"), *_words_of("short_weekdays")])
    return rf"(?:\b{weekday}\.?,?\s+)?(?:{_ISO}|{_NUMERIC}|{day_pattern()})"


def _clock() -> str:
    zone = any_of(table()["printed_date"]["zones"])
    return rf"{_CLOCK}(?:\s*\(?{zone}\b\)?)?"


@cache
def _months() -> dict[str, int]:
    calendar = load_toml("calendar.toml")
    return {**calendar["months"], **calendar["short_months"]}


def _month_names() -> str:
    return any_of(_months())


def _words_of(group: str) -> list[str]:
    return [word for words in load_toml("calendar.toml")[group].values() for word in words]
