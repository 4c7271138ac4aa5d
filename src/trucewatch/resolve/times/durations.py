"""How long things last: "two days of clashes", "six-week war", "72-hour truce"; never a date."""

import re
from dataclasses import dataclass
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Unresolved
from trucewatch.resolve.numerals import cardinal_at
from trucewatch.resolve.spelling import GAP, one_of, spelt
from trucewatch.resolve.times.days import Unit
from trucewatch.resolve.times.finding import recognised
from trucewatch.resolve.times.rules.rule import HOW_MANY
from trucewatch.resolve.times.taken import Taken
from trucewatch.resolve.times.words import calendar_words, compiled, unit_in

LENGTH = {
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WEEK: 7.0,
    Unit.FORTNIGHT: 14.0,
    Unit.MONTH: 30.0,
    Unit.YEAR: 365.0,
    Unit.DECADE: 3650.0,
}
"""Days to a unit; a month is taken as 30 days and a year as 365, since the words are no more exact."""

_LONG = r"(?:[-‐‑ ]long)?(?![-‐‑ ]olds?\b)"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time.

    Units: days, with fractions for hours; `high` is None where the words give no upper bound
    """

    low: float
    high: float | None
    text: str


def find_durations(text: str) -> tuple[Resolved[Duration], ...]:
    """Every length of time in a text that is not part of a date.

    Shape:   ordered, non-overlapping
    Errors:  none; "weeks of fighting" is Unresolved
    Source:  `codebook/calendar.toml`, `codebook/numbers.toml`
    Example: "a 72-hour truce" gives 3 days; "in the past 24 hours" gives nothing, it is a date
    """
    return _apart_from(_times(text), text)


def durations_and_times(text: str) -> list[tuple[int, int]]:
    """Where the lengths of time and the times of a text stand, in order."""
    times = _times(text)
    return sorted([*times, *((found.start, found.end) for found in _apart_from(times, text))])


def _times(text: str) -> list[tuple[int, int]]:
    return [(atom.start, atom.end) for atom in recognised(text)]


def _apart_from(times: list[tuple[int, int]], text: str) -> tuple[Resolved[Duration], ...]:
    taken = Taken(times)
    return tuple(_duration(match) for match in _pattern().finditer(text) if not taken.holds(*match.span()))


def _duration(match: re.Match[str]) -> Resolved[Duration]:
    start, end = match.span()
    if match["bare"] is not None:
        end = start + len(match["bare"])
    words = match.string[start:end]
    bounds = _bounds_of(match)
    if isinstance(bounds, str):
        return Resolved(start, end, Unresolved(words, bounds), "vague" if match["count"] is None else "count")
    length = LENGTH[unit_in(match)]
    low, high = bounds[0] * length, None if bounds[1] is None else bounds[1] * length
    return Resolved(start, end, Duration(low, high, words), "vague" if match["count"] is None else "count")


def _bounds_of(match: re.Match[str]) -> tuple[float, float | None] | str:
    """The least and the most of the units told, or why there is none."""
    if match["count"] is None:
        least = None if match["vague"] is None else _vague_values().get(spelt(match["vague"]))
        return HOW_MANY if least is None else (least, None)
    low = _value(match["count"]) + (0.5 if match["half"] else 0.0)
    high = _value(match["other"]) if match["other"] else low
    bound = spelt(match["bound"] or "")
    if bound in _bounds()["at_least"]:
        return low, None
    if bound in _bounds()["up_to"]:
        return 0.0, high
    return (low, high) if low <= high else "more than one length"


def _value(words: str) -> float:
    folded = spelt(words)
    if folded.startswith("half"):
        return 0.5
    if folded in ("a", "an"):
        return 1
    if folded == "a couple of":
        return 2
    number = cardinal_at(folded, 0)
    return float(number.value) if number is not None else float(folded)


@cache
def _pattern() -> re.Pattern[str]:
    words = calendar_words()
    bounds = _bounds()
    bound = one_of([*bounds["at_least"], *bounds["up_to"], *bounds["about"]])
    number = rf"(?:[0-9]{{1,4}}\.[0-9]{{1,2}}|half{GAP}an?|{words.count})"
    vague = one_of([*_vague_values(), "a few", "few", "many"])
    joint = r"(?:[-‐‑]|" + GAP + ")"
    counted = (
        rf"(?:(?P<bound>{bound}){GAP})?(?P<count>{number})"
        rf"(?:(?:{GAP}(?:or|to){GAP}|[-–])(?P<other>{words.count}))?(?:[-‐‑ ](?P<half>and[-‐‑ ]a[-‐‑ ]half))?"
        rf"{joint}(?:(?:long|full|straight|consecutive){joint})?"
    )
    bare = rf"(?P<bare>{words.unit}(?<=s))(?={GAP}of\b)"
    return compiled(rf"(?:{counted}|(?P<vague>{vague}){GAP}(?:of{GAP})?)(?P<unit>{words.unit}){_LONG}|{bare}")


@cache
def _vague_values() -> dict[str, int]:
    table: dict[str, int] = load_toml("numbers.toml")["vague"]
    return table


@cache
def _bounds() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_toml("numbers.toml")["bounds"]
    return table
