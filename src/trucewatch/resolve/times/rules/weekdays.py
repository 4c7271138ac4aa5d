"""Weekdays, feasts and words that are a day: "last Friday", "yesterday", "the next day", "Christmas Eve"."""

import re
from functools import cache

from trucewatch.resolve.spelling import (
    GAP,
    POSSESSIVE,
    before,
    ending,
    goes_on,
    key_of,
    keyed,
    one_of,
    spelt,
)
from trucewatch.resolve.times.days import Unit
from trucewatch.resolve.times.expressions import (
    Beside,
    Expression,
    MonthDay,
    Nowhere,
    Offset,
    Parted,
    Then,
    Weekday,
)
from trucewatch.resolve.times.rules.names import is_weekday, names_today, recurs
from trucewatch.resolve.times.rules.rule import RECURS, Rule, last_of
from trucewatch.resolve.times.words import YEAR, calendar_words

_MENTIONED = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_SHIFTS = {"last": -1, "past": -1, "this past": -1, "this": 0}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_HABIT_ENDS = re.compile(rf"\s*(?:[.,;:!?)\"”]|and\b|\Z|{GAP}(?:in|at|when|after)\b)", re.IGNORECASE)
_ON = ending(rf"on{GAP}")


@cache
def weekday_rules() -> tuple[Rule, ...]:
    """The rules for weekdays, feasts and words that are a day."""
    return (*_named_rules(), *_day_word_rules(), *_mention_rules())


def _named_rules() -> tuple[Rule, ...]:
    words = calendar_words()
    shift = (
        rf"(?:(?P<mentioned>the{GAP}(?:previous|preceding|following|next))"
        rf"|(?P<shift>(?:this{GAP}past|this{GAP}coming|last|next|this|coming|past)))"
    )
    week = rf"(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?"
    weekday = rf"(?:{shift}{GAP})?(?P<name>{words.weekday}){POSSESSIVE}?{week}"
    feast = rf"(?P<name>{one_of(words.tables['feasts'])})(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR}))?"
    named, each = last_of(words.weekday_of, possessive=True), frozenset(("every", "each", "most"))
    return (
        Rule("weekday", weekday, _weekday, (named,)),
        Rule(
            "recurring",
            rf"(?:every|each|most){GAP}{words.weekday}s?",
            lambda _: Nowhere(RECURS),
            (each, named),
        ),
        Rule("feast", feast, _feast, (last_of(words.tables["feasts"]),)),
    )


def _weekday(match: re.Match[str]) -> Expression | None:
    if not is_weekday(match, "name") or recurs(match):
        return None
    number = calendar_words().weekday_of[spelt(match["name"])]
    if match["week"]:
        return Weekday(number, of_week=_WEEKS[spelt(match["week"])])
    if match["mentioned"]:
        return Weekday(number, shift=_MENTIONED[spelt(match["mentioned"]).split()[-1]], mentioned=True)
    if match["shift"] is None:
        return Nowhere(RECURS) if _habit(match) else Weekday(number)
    return Weekday(number, shift=_SHIFTS.get(spelt(match["shift"]), 1))


def _habit(match: re.Match[str]) -> bool:
    """Whether "on Fridays" closes its phrase and recurs; "on Fridays attack" has lost an apostrophe."""
    if not spelt(match.group()).endswith("ys") or _ON.search(before(match.string, match.start())) is None:
        return False
    return _HABIT_ENDS.match(match.string, match.end()) is not None


def _feast(match: re.Match[str]) -> Expression | None:
    if recurs(match):
        return None
    month, day = _feasts()[key_of(match["name"])].split("-")
    return MonthDay(int(day), int(month), int(match["year"]) if match["year"] else None)


@cache
def _feasts() -> dict[str, str]:
    return keyed(calendar_words().tables["feasts"])


def _day_word_rules() -> tuple[Rule, ...]:
    tables = calendar_words().tables
    days: dict[str, int] = tables["day_words"]
    parts: dict[str, int] = tables["part_words"]

    def day_word(match: re.Match[str]) -> Expression | None:
        return None if names_today(match) else Offset(Unit.DAY, days[spelt(match["word"])])

    def part_word(match: re.Match[str]) -> Expression:
        return Parted(Offset(Unit.DAY, parts[spelt(match["word"])]))

    return (
        Rule(
            "day_word", rf"(?P<word>{one_of(days)}){POSSESSIVE}?", day_word, (last_of(days, possessive=True),)
        ),
        Rule(
            "part_word",
            rf"(?P<word>{one_of(parts)}){POSSESSIVE}?",
            part_word,
            (last_of(parts, possessive=True),),
        ),
    )


def _mention_rules() -> tuple[Rule, ...]:
    tables = calendar_words().tables
    mentioned: dict[str, int] = tables["mention_words"]
    parts: dict[str, int] = tables["mention_parts"]

    def mention_word(match: re.Match[str]) -> Expression:
        word = spelt(match["word"])
        step = mentioned[word]
        if word.endswith(("after", "before", "prior")) and goes_on(match):
            return Beside(Unit.DAY, step)
        return Offset(Unit.DAY, step, mentioned=True)

    def mention_part(match: re.Match[str]) -> Expression:
        return Parted(Offset(Unit.DAY, parts[spelt(match["word"])], mentioned=True))

    stretch = calendar_words().stretch
    stretches = last_of(tables["day_parts"]["stretches"])
    return (
        Rule(
            "mention_word",
            rf"(?P<word>{one_of(mentioned)}){POSSESSIVE}?",
            mention_word,
            (last_of(mentioned, possessive=True),),
        ),
        Rule("then", r"(?<=since\s)then", lambda _: Then(), (frozenset(("then",)),)),
        Rule("mention_part", rf"(?P<word>{one_of(parts)}){GAP}{stretch}", mention_part, (stretches,)),
    )
