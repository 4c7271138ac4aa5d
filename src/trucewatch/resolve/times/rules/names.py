"""Whether May is a month or a verb, 2000 a year or a number, Friday a day or half a name."""

import re
from functools import cache

from trucewatch.resolve.quantities.nouns import nouns, people_behind, phrase_behind, words_behind
from trucewatch.resolve.spelling import GAP, before, ending, one_of
from trucewatch.resolve.times.words import calendar_words, plain

_LINKS = ("to", "and", "until", "till", "through")
"""Between the two ends of a range of months."""

_ROUND = 100
_ROUNDEST = 1000


@cache
def _ending(*path: str) -> re.Pattern[str]:
    table = calendar_words().tables
    for key in path[:-1]:
        table = table[key]
    return ending(rf"{one_of(table[path[-1]])}(?:{GAP}|[-‐‑])?")


@cache
def _year_cue() -> re.Pattern[str]:
    return ending(
        rf"{one_of(calendar_words().tables['years']['cues'])}(?:{GAP}|[-‐‑–])(?:(?:at{GAP}least|around|about|the{GAP}year){GAP})?"
    )


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\w]){one_of(calendar_words().tables['years']['attributive'])}|['’]s){GAP}\Z", re.IGNORECASE
    )


def is_month_name(match: re.Match[str], *, year: int | None, day: bool) -> bool:
    """Whether the month matched is one, and not a verb, an adjective or a surname.

    A year beside it settles it, and so does a day where only the month has a capital; a day without
    that leaves only what may follow the verb. A month that stands alone needs a word before it that
    months follow, or a capital behind "the".
    """
    word = plain(match["month"])
    ambiguous = calendar_words().tables["ambiguous"]
    if year is not None or word not in ambiguous["months"] or (day and match["month"].istitle()):
        return True
    front = before(match.string, match.start())
    behind = next(words_behind(match.string, match.end(), reach=1), "")
    in_range = _opens_range(front, behind) or _closes_range().search(front)
    if match["month"][0].isupper() and in_range:
        return True
    if behind in ambiguous["not_before"][word]:
        return False
    if day or _ending("ambiguous", "calendar_before").search(front):
        return True
    return match["month"][0].isupper() and _ending("ambiguous", "noun_before").search(front) is not None


def _opens_range(front: str, behind: str) -> bool:
    """Whether the words about a month make it the first of two: "from March to"."""
    return behind in _LINKS and _opening().search(front) is not None


@cache
def _opening() -> re.Pattern[str]:
    return ending(rf"(?:from|between){GAP}")


@cache
def _closes_range() -> re.Pattern[str]:
    """What stands before the last of two months: "between March and", "from 3 April to"."""
    months = one_of(calendar_words().tables["months"])
    return ending(rf"{months}{GAP}(?:{one_of(_LINKS)}){GAP}")


def is_year(match: re.Match[str], *, cued: bool) -> bool:
    """Whether four digits are a year: a word before them says so and nothing behind them is counted."""
    text, value = match.string, int(match["year"])
    front = before(text, match.start())
    phrase = phrase_behind(text, match.end())
    plural = bool(phrase) and phrase[0].endswith("s") and phrase[0] not in nouns().phrase_ends
    if value % _ROUNDEST == 0 and plural:
        return False
    if people_behind(text, match.end()) and value % _ROUND == 0:
        return False
    counted = people_behind(text, match.end())
    if cued or _ending("years", "sure").search(front) or (not counted and _year_cue().search(front)):
        return True
    if counted:
        return False
    if _attribute().search(front):
        return value % _ROUND != 0 or not plural
    return value % _ROUND != 0 and _stands_apart(match)


def _stands_apart(match: re.Match[str]) -> bool:
    """In brackets, at the head of a line, or before a name: "(2016)", "2017 Jobar offensive"."""
    text = match.string
    left, right = text[: match.start()].rstrip(" \t"), text[match.end() :]
    if left[-1:] == "(" and right[:1] in (")", ",", ";"):
        return True
    heading = not left or left[-1] == "\n"
    return heading and right[:1] == " " and right[1:2].isalpha()


def is_weekday(match: re.Match[str], group: str) -> bool:
    """Whether a weekday's word is a day: not "Black Saturday", not "Friday prayers"."""
    table = calendar_words().tables["not_weekday"]
    if _ending("not_weekday", "before").search(before(match.string, match.start())):
        return False
    bare = match.end(group) == match.end() or match.string[match.end(group)] not in "'’"
    return not (bare and next(words_behind(match.string, match.end(), reach=1), "") in table["after"])


def recurs(match: re.Match[str]) -> bool:
    """Whether "every" or its like stands before the words."""
    return _ending("recurring", "before").search(before(match.string, match.start())) is not None


def names_today(match: re.Match[str]) -> bool:
    """Whether a word such as today closes the name of a newspaper or channel."""
    return _ending("not_today", "before").search(before(match.string, match.start())) is not None
