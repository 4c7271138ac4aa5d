"""Whole weeks, months and years: "last week", "earlier this month", "by the end of the year"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, POSSESSIVE, spelt
from trucewatch.resolve.times.days import Part, Unit
from trucewatch.resolve.times.expressions import Expression, Period, Window
from trucewatch.resolve.times.rules.rule import Rule, last_of
from trucewatch.resolve.times.rules.thirds import named_part

_SIDES = {"earlier": -1, "so far": -1, "later": 1}
_FROM_PUBLICATION = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1}
_FROM_MENTION = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_OF = re.compile(rf"{GAP}(?:of|in)\b", re.IGNORECASE)


@cache
def period_rules() -> tuple[Rule, ...]:
    """The rules for whole weeks, months, years and decades."""
    side = rf"(?:(?P<side>earlier|later|so{GAP}far){GAP}(?:in{GAP})?)?"
    edge = rf"(?:the{GAP})?(?P<edge>beginning|start|middle|end){GAP}of{GAP}"
    part = rf"(?:(?P<part>early|mid|late)(?:{GAP}|[-‐‑])(?:in{GAP})?|{edge})?"
    which = (
        rf"(?P<which>last|this{GAP}past|this{GAP}coming|this|next"
        rf"|the{GAP}(?:previous|preceding|following|same|next|past)|that{GAP}same|that|the)"
    )
    unit = rf"(?P<unit>week(?:end)?|month|year|decade){POSSESSIVE}?"
    units = last_of(("week", "weekend", "month", "year", "decade"), possessive=True)
    return (Rule("period", rf"{side}{part}{which}{GAP}{unit}", _period, (units,)),)


def _period(match: re.Match[str]) -> Expression | None:
    which, unit = spelt(match["which"]), Unit(spelt(match["unit"]))
    word = match["part"] or match["edge"]
    part = named_part(word)
    side = _SIDES[spelt(match["side"])] if match["side"] else 0
    if which == "the past":
        return Window(unit, -1)
    if which == "the":
        return _the_period(match, unit, part, side)
    if which in _FROM_PUBLICATION:
        return Period(unit, _FROM_PUBLICATION[which], part, side)
    return Period(unit, _FROM_MENTION.get(which.split()[-1], 0), part, side, mentioned=True)


def _the_period(match: re.Match[str], unit: Unit, part: Part, side: int) -> Expression | None:
    """Read "the weekend" and "the end of the month"; "the month" alone is no time."""
    if unit is Unit.WEEKEND:
        return Period(unit, 0, part, side, latest=True)
    if (part is Part.WHOLE and side == 0) or _OF.match(match.string, match.end()):
        return None
    return Period(unit, 0, part, side, definite=True)
