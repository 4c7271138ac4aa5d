"""Parts of a day that name no day: "overnight", "at dawn", "by 10 a.m. local time", "earlier in the day"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, spelt
from trucewatch.resolve.times.expressions import Expression, Night, Nowhere, PartOfDay
from trucewatch.resolve.times.rules.rule import Rule
from trucewatch.resolve.times.words import ZONE, calendar_words

WHICH_MIDNIGHT = "which midnight is not said"


@cache
def part_rules() -> tuple[Rule, ...]:
    """The rules for parts of a day that name no day."""
    words = calendar_words()
    about = rf"(?:at|around|about|before|after|by|since|from|until){GAP}(?:about{GAP}|around{GAP})?"
    lead = rf"(?:(?:shortly|just|soon){GAP}(?:before|after)|{about})"
    hours = rf"(?:early{GAP}|late{GAP}|small{GAP})?(?:{words.stretch}|hours)"
    night = rf"(?:in|during|through){GAP}(?:the{GAP})?{hours}(?:{GAP}of{GAP}the{GAP}(?:morning|day|night))?"
    in_the_day = (
        rf"(?:earlier|later|early|late){GAP}(?:in|on){GAP}(?:the{GAP})?(?:same{GAP})?(?:day|{words.stretch})"
    )
    sides = frozenset(("earlier", "later", "early", "late"))
    return (
        Rule("overnight", "overnight", lambda _: Night(), (frozenset(("overnight",)),)),
        Rule("in_the_day", in_the_day, lambda _: PartOfDay(published_else=True), (sides,)),
        Rule(
            "midnight",
            rf"(?:{lead}{GAP})?midnight",
            lambda _: Nowhere(WHICH_MIDNIGHT),
            (frozenset(("midnight",)),),
        ),
        Rule("part_of_day", rf"{lead}{GAP}?(?:{words.clock}{ZONE}|{words.point})|{night}", _part),
    )


def _part(match: re.Match[str]) -> Expression:
    return Nowhere(WHICH_MIDNIGHT) if "midnight" in spelt(match.group()) else PartOfDay()
