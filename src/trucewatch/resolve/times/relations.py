"""Times told from publication or from an earlier mention: "Tuesday", "two days ago", "the next day"."""

import re
from functools import cache

from trucewatch.resolve.spelling import GAP, POSSESSIVE, before, one_of, whole
from trucewatch.resolve.times.dates import PARTS
from trucewatch.resolve.times.days import Part, Unit
from trucewatch.resolve.times.expressions import (
    Expression,
    Night,
    Nowhere,
    Offset,
    Parted,
    PartOfDay,
    Period,
    Weekday,
    Window,
)
from trucewatch.resolve.times.names import is_weekday, names_today, recurs
from trucewatch.resolve.times.rules import Rule
from trucewatch.resolve.times.words import ZONE, calendar_words, compiled, count_of

HOW_MANY = "how many is not said"
FROM_EVENT = "relative to an event, not to a day"
WHICH_MIDNIGHT = "which midnight is not said"
COUNTED = "counted from a day that is not given"

_VAGUE = rf"(?:a{GAP}few|the{GAP}few|several|many|some|recent|few)"
_NEARLY = (
    rf"(?:nearly|almost|about|around|roughly|approximately|some|exactly|just|just{GAP}over|just{GAP}under)"
)
_BEYOND = rf"(?:more{GAP}than|over|at{GAP}least|well{GAP}over)"
_MENTIONED = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_SENTENCE_END = re.compile(r"[.!?;\n]")


@cache
def relation_rules() -> tuple[Rule, ...]:
    """The rules for times told from publication or an earlier mention."""
    return (*_weekday_rules(), *_day_word_rules(), *_count_rules(), *_period_rules(), *_part_rules())


def _weekday_rules() -> tuple[Rule, ...]:
    words = calendar_words()
    shift = (
        rf"(?:(?P<mentioned>the{GAP}(?:previous|preceding|following|next))"
        rf"|(?P<shift>(?:this{GAP}past|this{GAP}coming|last|next|this|coming|past)))"
    )
    week = rf"(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?"
    place = rf"(?:the{GAP})?(?:first|last|final|{words.ordinal}){GAP}{words.weekday}{GAP}(?:of|in){GAP}(?:the{GAP})?\w+"
    return (
        Rule(
            "weekday", compiled(rf"(?:{shift}{GAP})?(?P<name>{words.weekday}){POSSESSIVE}?{week}"), _weekday
        ),
        Rule("weekday_by_place", compiled(place), lambda _: Nowhere("a weekday counted within a month")),
        Rule(
            "recurring", compiled(rf"(?:every|each|most){GAP}{words.weekday}s?"), lambda _: Nowhere("recurs")
        ),
    )


def _weekday(match: re.Match[str]) -> Expression | None:
    if not is_weekday(match, "name") or recurs(match):
        return None
    number = calendar_words().weekday_of[match["name"].casefold()]
    if match["week"]:
        return Weekday(number, of_week={"last": -1, "this": 0, "next": 1}[match["week"].casefold()])
    if match["mentioned"]:
        return Weekday(number, shift=_MENTIONED[match["mentioned"].split()[-1].casefold()], mentioned=True)
    if match["shift"] is None:
        return Nowhere("recurs") if _habit(match) else Weekday(number)
    shift = " ".join(match["shift"].casefold().split())
    return Weekday(number, shift={"last": -1, "past": -1, "this past": -1, "this": 0}.get(shift, 1))


def _habit(match: re.Match[str]) -> bool:
    """ "On Fridays" that closes its phrase recurs; "on Fridays attack" has lost an apostrophe."""
    plural = match.group().casefold().endswith("ys")
    closes = re.match(
        rf"\s*(?:[.,;:!?)\"”]|and\b|\Z|{GAP}(?:in|at|when|after)\b)",
        match.string[match.end() :],
        re.IGNORECASE,
    )
    return (
        plural
        and closes is not None
        and bool(re.search(r"\bon\s\Z", before(match.string, match.start()), re.IGNORECASE))
    )


def _day_word_rules() -> tuple[Rule, ...]:
    tables = calendar_words().tables
    days: dict[str, int] = tables["day_words"]
    parts: dict[str, int] = tables["part_words"]
    mentioned: dict[str, int] = tables["mention_words"]
    stretch = calendar_words().stretch
    mention_parts: dict[str, int] = tables["mention_parts"]

    def day_word(match: re.Match[str]) -> Expression | None:
        return None if names_today(match) else Offset(Unit.DAY, days[_spelt(match["word"])])

    def mention_word(match: re.Match[str]) -> Expression:
        word = _spelt(match["word"])
        event = match["word"].casefold().endswith(("after", "before", "prior")) and _goes_on(match)
        return Nowhere(FROM_EVENT) if event else Offset(Unit.DAY, mentioned[word], mentioned=True)

    return (
        Rule("day_word", whole(rf"(?P<word>{one_of(days)}){POSSESSIVE}?"), day_word),
        Rule(
            "part_word",
            whole(rf"(?P<word>{one_of(parts)}){POSSESSIVE}?"),
            lambda match: Parted(Offset(Unit.DAY, parts[_spelt(match["word"])])),
        ),
        Rule("mention_word", whole(rf"(?P<word>{one_of(mentioned)}){POSSESSIVE}?"), mention_word),
        Rule(
            "mention_part",
            whole(rf"(?P<word>{one_of(mention_parts)}){GAP}{stretch}"),
            lambda match: Parted(Offset(Unit.DAY, mention_parts[_spelt(match["word"])], mentioned=True)),
        ),
    )


def _goes_on(match: re.Match[str]) -> bool:
    """Whether a word follows at once, so that "before" or "after" is a preposition."""
    return re.match(rf"{GAP}\w", match.string[match.end() :]) is not None


def _count_rules() -> tuple[Rule, ...]:
    words = calendar_words()
    span = rf"(?P<count>{words.count})(?:{GAP}|[-‐‑])(?:or{GAP}(?P<other>{words.count}){GAP})?(?P<unit>{words.unit})"
    modest = rf"(?:(?P<nearly>{_NEARLY}){GAP}|(?P<beyond>{_BEYOND}){GAP})?"
    vague = rf"(?:{_VAGUE}{GAP})?(?:{words.unit})"
    later = r"(?P<way>earlier|later|before|after|previously|prior|on)"
    front = rf"(?:(?:in|over|during|within|for|throughout){GAP})?(?:the{GAP})?(?P<way>past|last|previous|preceding|next|coming|following){GAP}"
    return (
        Rule("ago", compiled(rf"{modest}{span}{GAP}ago(?P<exact>{GAP}(?:today|to{GAP}the{GAP}day))?"), _ago),
        Rule("vague_ago", compiled(rf"{vague}{GAP}ago"), lambda _: Nowhere(HOW_MANY)),
        Rule("later", compiled(rf"{modest}{span}{GAP}{later}"), _later),
        Rule("vague_later", compiled(rf"{vague}{GAP}(?:earlier|later|before|after)"), _vague_later),
        Rule(
            "window",
            compiled(
                rf"{front}(?:{_NEARLY}{GAP})?(?P<count>{words.count})(?:{GAP}|[-‐‑])(?P<unit>{words.unit})"
            ),
            _window,
        ),
        Rule("past_unit", compiled(rf"(?:the{GAP})?past{GAP}(?P<unit>{words.unit})"), _past_unit),
        Rule(
            "vague_window",
            compiled(
                rf"(?:(?:the{GAP})?(?:past|last|next|coming|previous|following){GAP}(?:few|several|couple{GAP}of)|recent|(?:the{GAP})?coming){GAP}(?P<unit>{words.unit})"
            ),
            _vague_window,
        ),
        Rule(
            "first_in",
            compiled(rf"in{GAP}{modest}(?P<count>{words.count})(?:{GAP}|[-‐‑])(?P<unit>{words.unit})"),
            _first_in,
        ),
        Rule(
            "counted_day",
            compiled(
                rf"day{GAP}[0-9]{{1,4}}|(?:the{GAP})?(?:{words.ordinal}|[0-9]{{1,3}}(?:st|nd|rd|th)){GAP}(?:straight{GAP}|consecutive{GAP}|successive{GAP}|full{GAP})?day"
            ),
            lambda _: Nowhere(COUNTED),
        ),
    )


def _ago(match: re.Match[str]) -> Expression:
    if match["other"]:
        return Nowhere(HOW_MANY)
    unit, count = _unit(match), count_of(match["count"])
    exactly = match["exact"] is not None or (match["nearly"] or "").casefold() == "exactly"
    return Offset(unit, -count, to_the_day=exactly, beyond=match["beyond"] is not None)


def _later(match: re.Match[str]) -> Expression | None:
    way = match["way"].casefold()
    if way in ("before", "after", "prior") and _goes_on(match):
        return Nowhere(FROM_EVENT)
    if match["other"] or match["beyond"]:
        return Nowhere(HOW_MANY)
    if way == "on" and _goes_on(match):
        return None
    sign = 1 if way in ("later", "after", "on") else -1
    unit = _unit(match)
    return Offset(unit, sign * count_of(match["count"]), mentioned=True, to_the_day=unit is Unit.WEEK)


def _vague_later(match: re.Match[str]) -> Expression | None:
    """ "Days later" says no number; "day before" belongs to another rule."""
    plural = re.search(r"s\s+\w+\Z", match.group(), re.IGNORECASE)
    return Nowhere(FROM_EVENT if _goes_on(match) else HOW_MANY) if plural else None


def _window(match: re.Match[str]) -> Expression:
    way = match["way"].casefold()
    count = count_of(match["count"])
    if way in ("previous", "preceding", "following"):
        return Window(_unit(match), count if way == "following" else -count, mentioned=True)
    return Window(_unit(match), -count if way in ("past", "last") else count)


def _past_unit(match: re.Match[str]) -> Expression | None:
    return None if match["unit"].casefold().endswith("s") else Window(_unit(match), -1)


def _vague_window(match: re.Match[str]) -> Expression | None:
    return Nowhere(HOW_MANY) if match["unit"].casefold().endswith("s") else None


def _first_in(match: re.Match[str]) -> Expression | None:
    """ "Worst in two years" and "in nearly two years" look back; "in two days of fighting" lasts."""
    if re.match(rf"{GAP}of\b", match.string[match.end() :], re.IGNORECASE):
        return None
    if not (match["nearly"] or match["beyond"]):
        clause = _SENTENCE_END.split(before(match.string, match.start()))[-1]
        if not whole(one_of(calendar_words().tables["superlatives"]["words"])).search(clause):
            return None
    return Window(_unit(match), -count_of(match["count"]))


def _period_rules() -> tuple[Rule, ...]:
    side = rf"(?:(?P<side>earlier|later|so{GAP}far){GAP}(?:in{GAP})?)?"
    part = rf"(?:(?P<part>early|mid|late)(?:{GAP}|[-‐‑])(?:in{GAP})?|(?:the{GAP})?(?P<edge>beginning|start|middle|end){GAP}of{GAP})?"
    which = rf"(?P<which>last|this{GAP}past|this{GAP}coming|this|next|the{GAP}(?:previous|preceding|following|same|next|past)|that{GAP}same|that|the)"
    unit = rf"(?P<unit>week(?:end)?|month|year|decade){POSSESSIVE}?"
    return (Rule("period", compiled(rf"{side}{part}{which}{GAP}{unit}"), _period),)


def _period(match: re.Match[str]) -> Expression | None:
    which = " ".join(match["which"].casefold().split())
    unit = Unit(match["unit"].casefold())
    part = match["part"] or match["edge"]
    side = {"earlier": -1, "so far": -1, "later": 1}.get(
        " ".join((match["side"] or "").casefold().split()), 0
    )
    if which == "the":
        return _the_period(match, unit, PARTS[part.casefold()] if part else None, side)
    if which == "the past":
        return Window(unit, -1)
    shifts = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1}
    mentioned = which not in shifts
    count = shifts.get(
        which, {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(which.split()[-1], 0)
    )
    return Period(unit, count, PARTS[part.casefold()] if part else Part.WHOLE, side, mentioned)


def _the_period(match: re.Match[str], unit: Unit, part: Part | None, side: int) -> Expression | None:
    if unit is Unit.WEEKEND:
        return Period(unit, 0, part or Part.WHOLE, side, latest=True)
    if (part is None and side == 0) or _of_follows(match):
        return None
    return Period(unit, 0, part or Part.WHOLE, side)


def _of_follows(match: re.Match[str]) -> bool:
    return re.match(rf"{GAP}(?:of|in)\b", match.string[match.end() :], re.IGNORECASE) is not None


def _part_rules() -> tuple[Rule, ...]:
    words = calendar_words()
    lead = rf"(?:(?:shortly|just|soon){GAP}(?:before|after)|(?:at|around|about|before|after|by|since|from|until){GAP}(?:about{GAP}|around{GAP})?)"
    night = rf"(?:in|during|through){GAP}(?:the{GAP})?(?:early{GAP}|late{GAP}|small{GAP})?(?:{words.stretch}|hours)(?:{GAP}of{GAP}the{GAP}(?:morning|day|night))?"
    return (
        Rule("overnight", compiled("overnight"), lambda _: Night()),
        Rule(
            "in_the_day",
            compiled(
                rf"(?:earlier|later|early|late){GAP}(?:in|on){GAP}(?:the{GAP})?(?:same{GAP})?(?:day|{words.stretch})"
            ),
            lambda _: PartOfDay(published_else=True),
        ),
        Rule("midnight", compiled(rf"(?:{lead}{GAP})?midnight"), lambda _: Nowhere(WHICH_MIDNIGHT)),
        Rule(
            "part_of_day",
            compiled(rf"{lead}{GAP}?(?:{words.clock}{ZONE}|{words.point})|{night}"),
            _part_of_day,
        ),
    )


def _part_of_day(match: re.Match[str]) -> Expression | None:
    return Nowhere(WHICH_MIDNIGHT) if "midnight" in match.group().casefold() else PartOfDay()


def _unit(match: re.Match[str]) -> Unit:
    return calendar_words().unit_of[match["unit"].casefold()]


def _spelt(words: str) -> str:
    return " ".join(words.casefold().split())
