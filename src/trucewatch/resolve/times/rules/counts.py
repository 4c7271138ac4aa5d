"""Counts of time from publication, a mention or an event: "two days ago", "a week later"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, before, ending, goes_on, spelt
from trucewatch.resolve.times.days import Unit
from trucewatch.resolve.times.expressions import FROM_EVENT, Beside, Expression, Nowhere, Offset
from trucewatch.resolve.times.rules.rule import HOW_MANY, Rule, last_of
from trucewatch.resolve.times.words import calendar_words, count_of, unit_in

COUNTED = "counted from a day that is not given"
MODEST = (
    rf"(?:(?P<nearly>nearly|almost|about|around|roughly|approximately|some|exactly|just(?:{GAP}(?:over|under))?)"
    rf"{GAP}|(?P<beyond>more{GAP}than|over|at{GAP}least|well{GAP}over){GAP})?"
)
"""What may stand before a count of time."""

_VAGUE = rf"(?:a{GAP}few|the{GAP}few|several|many|some|recent|few)"
_EVENTS = ("before", "after", "prior")
_FORWARD = ("later", "after", "on")
_CAME = ending(rf"(?:came|comes|coming){GAP}(?:just{GAP}|only{GAP}|less{GAP}than{GAP})?")
_PLURAL = re.compile(r"s\s+\w+\Z", re.IGNORECASE)


@cache
def count_rules() -> tuple[Rule, ...]:
    """The rules for counts of time that lead to a day."""
    words = calendar_words()
    other = rf"(?:or{GAP}(?P<other>{words.count}){GAP})?"
    span = rf"(?P<count>{words.count})(?:{GAP}|[-‐‑]){other}(?P<unit>{words.unit})"
    vague = rf"(?:{_VAGUE}{GAP})?(?:{words.unit})"
    way = r"(?P<way>earlier|later|before|after|previously|prior|on)"
    place = rf"(?:{words.ordinal}|[0-9]{{1,3}}(?:st|nd|rd|th))"
    which = rf"(?:(?:straight|consecutive|successive|full){GAP})?"
    ago, units = frozenset(("ago",)), last_of(words.unit_of)
    ways = frozenset(("earlier", "later", "before", "after"))
    return (
        Rule("ago", rf"{MODEST}{span}{GAP}ago(?P<exact>{GAP}(?:today|to{GAP}the{GAP}day))?", _ago, (ago,)),
        Rule("vague_ago", rf"{vague}{GAP}ago", lambda _: Nowhere(HOW_MANY), (ago,)),
        Rule("later", rf"{MODEST}{span}{GAP}{way}", _later, (units,)),
        Rule("vague_later", rf"{vague}{GAP}(?:earlier|later|before|after)", _vague_later, (units, ways)),
        Rule(
            "counted_day",
            rf"day{GAP}[0-9]{{1,4}}|(?:the{GAP})?{place}{GAP}{which}day",
            lambda _: Nowhere(COUNTED),
            (frozenset(("day",)),),
        ),
    )


def _ago(match: re.Match[str]) -> Expression:
    if match["other"]:
        return Nowhere(HOW_MANY)
    exactly = match["exact"] is not None or spelt(match["nearly"] or "") == "exactly"
    beyond = match["beyond"] is not None
    return Offset(unit_in(match), -count_of(match["count"]), to_the_day=exactly, beyond=beyond)


def _later(match: re.Match[str]) -> Expression | None:
    way, event = spelt(match["way"]), goes_on(match)
    if way == "on" and event:
        return None
    if match["other"] or match["beyond"]:
        return Nowhere(FROM_EVENT if way in _EVENTS and event else HOW_MANY)
    unit = unit_in(match)
    steps = count_of(match["count"]) * (1 if way in _FORWARD else -1)
    if way in _EVENTS and event:
        came = _CAME.search(before(match.string, match.start())) is not None
        return Beside(unit, steps, came=came)
    return Offset(unit, steps, mentioned=True, to_the_day=unit is Unit.WEEK)


def _vague_later(match: re.Match[str]) -> Expression | None:
    """Read "days later", which says no number; "day before" belongs to another rule."""
    if _PLURAL.search(match.group()) is None:
        return None
    event = spelt(match.group()).endswith(_EVENTS) and goes_on(match)
    return Nowhere(FROM_EVENT if event else HOW_MANY)
