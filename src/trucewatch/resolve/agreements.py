"""What the words around a truce or a dealing say of it: under which treaty, on what condition, made when."""

import re
from collections.abc import Iterable
from functools import cache

from trucewatch.codebook.loading import load_toml

_WORD = r"[\w’'.-]+"
_FULL_NAME = 2
"""Words that an agreement's name needs to stand for it later: "the deal" has one."""


@cache
def _any_of(group: str) -> str:
    words = sorted(load_toml("agreements.toml")[group], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    agreement, truce, determiner = _any_of("agreement"), _any_of("truce"), _any_of("determiner")
    inside = rf"(?!of\b|the\b|under\b|and\b){_WORD}"
    patterns = {
        "named": rf"\b{determiner}\s+((?:{inside}\s+){{0,4}}{agreement})\b",
        "under": rf"\b{_any_of('under')}\s+((?:{_WORD}\s+){{1,5}}?{agreement})\b",
        "condition": rf"\b{_any_of('condition')}\s+(.+)",
        "making": rf"\b{_any_of('making')}\b",
        "earlier": rf"\b{_any_of('earlier')}\s+(?:(?!the\b|an?\b){_WORD}\s+){{0,2}}{truce}\b",
        "unmade": rf"\b{_any_of('unmade')}\s+(?:{_WORD}\s+){{0,3}}(?:{truce}|{agreement})\b",
        "subject": rf"\b{_any_of('about')}\s+(.+)",
        "article": rf"^{determiner}\s+",
    }
    return re.compile(patterns[name], re.IGNORECASE | re.DOTALL)


def agreement_under(text: str, start: int, end: int) -> str | None:
    """The treaty or deal that text[start:end] invokes; a bare "the deal" is the fullest one named before it.

    Example: "asked for aid under a friendship treaty" gives "friendship treaty"
    """
    match = _pattern("under").search(text, start, end)
    if match is None:
        return None
    name = _pattern("article").sub("", match[1])
    if len(name.split()) >= _FULL_NAME:
        return name
    before = [
        found[1]
        for found in _pattern("named").finditer(text, 0, start)
        if len(found[1].split()) >= _FULL_NAME
    ]
    return before[-1] if before else None


def condition_of(words: str) -> str | None:
    """What a dealing hangs on; None where the words set no condition."""
    match = _pattern("condition").search(words)
    return match[1].strip(" .,;") if match else None


def is_condition(words: str) -> bool:
    """Whether a clause opens with a condition and so is none of its own: "provided that it leaves"."""
    return _pattern("condition").match(words.lstrip()) is not None


def subject_of(words: str, *, longest: int = 8) -> str:
    """A few words for what a dealing is about: what follows its "for", "to" or "on", else its own words."""
    without = _pattern("condition").split(words, maxsplit=1)[0]
    match = _pattern("subject").search(without)
    chosen = match[1] if match and match[1].strip() else without or words
    return " ".join(chosen.strip(" .,;").split()[:longest])


def is_earlier_truce(words: str) -> bool:
    """Whether the words set a truce apart as one before the truce at hand."""
    return _pattern("earlier").search(words) is not None


def is_unmade(words: str) -> bool:
    """Whether the words tell of a truce that is not there: "no cease-fire has been signed"."""
    return _pattern("unmade").search(words) is not None


def made_before(text: str, start: int, end: int, times: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The time expression in text[start:end] that dates the truce's making, such as "brokered Tuesday".

    Shape: spans of time expressions -> the one that follows a making verb within four words, or None
    """
    inside = [time for time in times if start <= time[0] and time[1] <= end]
    for verb in _pattern("making").finditer(text, start, end):
        for time in inside:
            between = text[verb.end() : time[0]]
            if time[0] >= verb.end() and len(between.split()) <= 4 and not re.search(r"[.;:]", between):  # noqa: PLR2004 - four words, as documented
                return time
    return None
