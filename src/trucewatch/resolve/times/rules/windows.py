"""Runs of time up to a day: "in the past 24 hours", "worst in two years", "in five days of fighting"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, before, one_of, spelt, whole
from trucewatch.resolve.times.expressions import Expression, Nowhere, Run, Window
from trucewatch.resolve.times.rules.counts import MODEST
from trucewatch.resolve.times.rules.rule import HOW_MANY, Rule, last_of
from trucewatch.resolve.times.words import calendar_words, count_of, unit_in

_MENTIONED = ("previous", "preceding", "following")
_BACK = ("past", "last", "previous", "preceding")
_OF = re.compile(rf"{GAP}of\b", re.IGNORECASE)
_CLOSES = re.compile(rf"\s*(?:[.,;:!?)\"”]|\Z|{GAP}(?:including|according|and)\b)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?;\n]")


@cache
def window_rules() -> tuple[Rule, ...]:
    """The rules for runs of time."""
    words = calendar_words()
    counted = rf"(?P<count>{words.count})(?:{GAP}|[-‐‑])(?P<unit>{words.unit})"
    lead = rf"(?:(?:in|over|during|within|for|throughout){GAP})?(?:the{GAP})?"
    ways = rf"(?P<way>past|last|previous|preceding|next|coming|following){GAP}"
    nearly = rf"(?:(?:nearly|almost|about|around|roughly|some|just{GAP}over|just{GAP}under){GAP})?"
    within = rf"(?:in|over|during|within|throughout){GAP}the{GAP}"
    few = rf"(?:the{GAP})?(?:past|last|next|coming|previous|following){GAP}(?:few|several|couple{GAP}of)"
    fighting, nouns = one_of(words.tables["fighting"]["nouns"]), last_of(words.tables["fighting"]["nouns"])
    run = rf"(?:(?:in|after|during|over|following|from){GAP}(?:the{GAP}|nearly{GAP}|almost{GAP})?)"
    units = last_of(words.unit_of)
    ahead_or_back = frozenset(("past", "last", "previous", "preceding", "next", "coming", "following"))
    return (
        Rule("window", rf"{lead}{ways}{nearly}{counted}", _window, (ahead_or_back, units)),
        Rule(
            "past_unit",
            rf"(?:(?:the{GAP})?past|{within}last){GAP}(?P<unit>{words.unit})",
            _past_unit,
            (frozenset(("past", "last")), units),
        ),
        Rule(
            "vague_window",
            rf"(?:{few}|recent|(?:the{GAP})?coming){GAP}(?P<unit>{words.unit})",
            _vague_window,
            (frozenset(("few", "several", "of", "recent", "coming")), units),
        ),
        Rule("first_in", rf"in{GAP}{MODEST}{counted}", _first_in, (units,)),
        Rule("run", rf"{run}{counted}{GAP}of{GAP}(?:[a-z-]+{GAP}){{0,2}}{fighting}", _run, (units, nouns)),
    )


def _window(match: re.Match[str]) -> Expression:
    way = spelt(match["way"])
    steps = count_of(match["count"]) * (-1 if way in _BACK else 1)
    return Window(unit_in(match), steps, mentioned=way in _MENTIONED)


def _past_unit(match: re.Match[str]) -> Expression | None:
    return None if spelt(match["unit"]).endswith("s") else Window(unit_in(match), -1)


def _vague_window(match: re.Match[str]) -> Expression | None:
    return Nowhere(HOW_MANY) if spelt(match["unit"]).endswith("s") else None


def _first_in(match: re.Match[str]) -> Expression | None:
    """Read what looks back: "worst in two years", "in nearly two years", "killed in six days".

    "In two days of talks" lasts, and so does "will meet in two days".
    """
    if _OF.match(match.string, match.end()):
        return None
    if not (match["nearly"] or match["beyond"]):
        clause = _CLAUSE_END.split(before(match.string, match.start()))[-1]
        if _harms().search(clause) and _CLOSES.match(match.string, match.end()):
            return Run(unit_in(match), count_of(match["count"]))
        if _superlatives().search(clause) is None:
            return None
    return Window(unit_in(match), -count_of(match["count"]))


def _run(match: re.Match[str]) -> Expression | None:
    """Read "in five days of fighting" unless it is dated at once: "in five days of fighting in April"."""
    if _dated_at_once().match(match.string, match.end()):
        return None
    return Run(unit_in(match), count_of(match["count"]))


@cache
def _harms() -> re.Pattern[str]:
    return whole(one_of(calendar_words().tables["fighting"]["harms"]))


@cache
def _superlatives() -> re.Pattern[str]:
    return whole(one_of(calendar_words().tables["superlatives"]["words"]))


@cache
def _dated_at_once() -> re.Pattern[str]:
    words = calendar_words()
    place = rf"(?:[^\W\d_]+{GAP}){{0,3}}"
    lead = "in|on|from|between|during|of|last|that|this|early|late|mid|the|until|ended|ending"
    link = rf"(?:(?:{lead}){GAP}){{1,3}}"
    return re.compile(
        rf"{GAP}{place}{link}(?:{words.any_month}|{words.weekday}|week|month|year|[0-9])", re.IGNORECASE
    )
