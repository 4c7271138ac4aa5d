"""Where lengths of time stand, so that no count is read in them: "two days of clashes", "a 72-hour truce"."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.spelling import GAP, one_of
from trucewatch.resolve.times.finding import recognised
from trucewatch.resolve.times.taken import Taken
from trucewatch.resolve.times.words import calendar_words, compiled

_LONG = r"(?:[-‐‑ ]long)?(?![-‐‑ ]olds?\b)"


def durations_and_times(text: str) -> list[tuple[int, int]]:
    """Where the lengths of time and the times of a text stand.

    Shape:   ordered, non-overlapping; a length within a date is part of the date
    Errors:  none
    Source:  `codebook/calendar.toml`, `codebook/numbers.toml`
    Example: "a 72-hour truce on Friday" gives "72-hour" and "on Friday"
    """
    times = [(atom.start, atom.end) for atom in recognised(text)]
    taken = Taken(times)
    lengths = (_span(match) for match in _pattern().finditer(text) if not taken.holds(*match.span()))
    return sorted([*times, *lengths])


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("bare") if match["bare"] is not None else match.span()


@cache
def _pattern() -> re.Pattern[str]:
    words = calendar_words()
    numbers = load_toml("numbers.toml")
    bounds = numbers["bounds"]
    bound = one_of([*bounds["at_least"], *bounds["up_to"], *bounds["about"]])
    number = rf"(?:[0-9]{{1,4}}\.[0-9]{{1,2}}|half{GAP}an?|{words.count})"
    vague = one_of([*numbers["vague"], "a few", "few", "many"])
    joint = r"(?:[-‐‑]|" + GAP + ")"
    counted = (
        rf"(?:{bound}{GAP})?{number}"
        rf"(?:(?:{GAP}(?:or|to){GAP}|[-–]){words.count})?(?:[-‐‑ ]and[-‐‑ ]a[-‐‑ ]half)?"
        rf"{joint}(?:(?:long|full|straight|consecutive){joint})?"
    )
    bare = rf"(?P<bare>{words.unit}(?<=s))(?={GAP}of\b)"
    return compiled(rf"(?:{counted}|{vague}{GAP}(?:of{GAP})?){words.unit}{_LONG}|{bare}")
