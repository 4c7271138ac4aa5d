"""Joins recognised times: a day with its part, two ends of a range, and the word before them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from trucewatch.records.values import Modifier
from trucewatch.resolve.spelling import FLAGS, GAP, POSSESSIVE, before, ending, one_of, spelt
from trucewatch.resolve.times.days import Part, Unit
from trucewatch.resolve.times.expressions import (
    Expression,
    InYear,
    Month,
    MonthDay,
    Night,
    Offset,
    Parted,
    PartOfDay,
    Period,
    Season,
    Span,
    Weekday,
    Window,
    Year,
)
from trucewatch.resolve.times.rules.rule import Atom, longest
from trucewatch.resolve.times.words import ZONE, calendar_words

_WEEK = 7
_REACH = 70
_LONG_REACH = 90
_RANGED = (MonthDay, Month, InYear, Year, Season, Weekday, Offset, Parted, Night, Period)
_OF_YEAR = re.compile(rf",?{GAP}(?:of{GAP}|in{GAP})?\Z", FLAGS)
_BEHIND_MODIFIER = re.compile(POSSESSIVE + r"\Z", FLAGS)


@dataclass(frozen=True, slots=True)
class _Patterns:
    part_before: re.Pattern[str]
    part_behind: re.Pattern[str]
    link: re.Pattern[str]
    opening: re.Pattern[str]
    modifier: re.Pattern[str]
    footage: re.Pattern[str]
    since: re.Pattern[str]
    modifier_of: dict[str, Modifier]


@cache
def _patterns() -> _Patterns:
    words = calendar_words()
    table: dict[str, list[str]] = words.tables["modifiers"]
    modifiers = {word: Modifier(name) for name, group in table.items() for word in group}
    link = (
        rf"{GAP}(?P<word>to|until|till|through|and|into){GAP}(?:on{GAP})?(?:the{GAP})?|[^\S\n]?[-–—][^\S\n]?"
    )
    return _Patterns(
        part_before=ending(_part_before()),
        part_behind=re.compile(_part_behind(), FLAGS),
        link=re.compile(rf"(?:{link})\Z", FLAGS),
        opening=ending(rf"(?P<word>between|from){GAP}(?:the{GAP})?"),
        modifier=ending(rf"(?P<word>{one_of(modifiers)}){GAP}(?:on{GAP}|the{GAP})?"),
        footage=ending(rf"{one_of(words.tables['dated_things']['before_from'])}{GAP}"),
        since=ending(_since_pattern()),
        modifier_of=modifiers,
    )


def _moment() -> str:
    """The pattern of a clock time or a point of the day, with what leads to it."""
    words = calendar_words()
    near = rf"(?:shortly|just|soon|right){GAP}(?:before|after){GAP}"
    about = rf"(?:at|around|about|before|after|by){GAP}(?:about{GAP}|around{GAP})?"
    return rf"(?:{near}|{about})?(?:{words.clock}{ZONE}|{words.point})"


def _part_before() -> str:
    """The pattern of a part of the day before its day: "the night of", "early on", "at dawn on"."""
    stretch = calendar_words().stretch
    hours = rf"(?:(?:(?:early|late|mid)[-‐‑ ])?{stretch}|(?:early|late|the){GAP}hours)"
    night = rf"(?P<night>overnight)(?:{GAP}(?P<into>on|into|to|between|from))?{GAP}"
    moment = rf"{_moment()}(?:,?{GAP}on|{GAP}of)?,?{GAP}(?:the{GAP}{stretch}{GAP}of{GAP})?"
    lead = rf"(?:(?:the|early|late|earlier|later){GAP})*(?:in{GAP}(?:the{GAP})?)?"
    link = rf"{GAP}(?:of|on|between|from){GAP}(?:the{GAP})?(?:night{GAP}of{GAP})?"
    early = rf"(?:very{GAP})?(?:early|late|earlier|later){GAP}(?:on{GAP})?"
    return rf"{night}|{moment}|{lead}{hours}{link}|{early}"


def _part_behind() -> str:
    """The pattern of a part of the day behind its day: "night", "at 6 a.m.", "in the early hours"."""
    stretch = calendar_words().stretch
    hours = rf"(?:,?{GAP}(?:early|late))?{GAP}(?:{stretch}|overnight){POSSESSIVE}?(?![\w])"
    within = rf",?{GAP}(?:at{GAP}night|in{GAP}the{GAP}(?:early{GAP}|late{GAP})?{stretch})(?![\w])"
    return rf"{hours}|{within}|,?{GAP}{_moment()}(?![\w])"


def _since_pattern() -> str:
    """The pattern of "since", a short clause without another verb of its own, and what leads to a day."""
    stops = one_of(calendar_words().tables["since_event"]["stops"])
    word = rf"(?!{stops}(?![\w]))[^\W\d_][^\s.,;:!?()\"“”]*"
    return rf"since{GAP}(?:{word}{GAP}){{1,7}}?(?:on|in|of){GAP}(?:the{GAP})?"


def with_parts(text: str, atoms: list[Atom]) -> list[Atom]:
    """Days with the part of the day that stands before or behind them, which has no place of its own then."""
    return longest([_with_part(text, atom) for atom in atoms])


def with_years(text: str, atoms: list[Atom]) -> list[Atom]:
    """Days and months with the year told behind them: "July last year", "5 July of the same year"."""
    joined: list[Atom] = []
    for atom in atoms:
        merged = _in_year(text, joined[-1], atom) if joined else None
        if merged is None:
            joined.append(atom)
        else:
            joined[-1] = merged
    return joined


def _in_year(text: str, left: Atom, right: Atom) -> Atom | None:
    inner, year = left.expression, right.expression
    if not isinstance(inner, MonthDay | Month) or inner.year is not None:
        return None
    if not isinstance(year, Period) or year.unit is not Unit.YEAR or year.part is not Part.WHOLE:
        return None
    if year.side or _OF_YEAR.match(text[left.end : right.start]) is None:
        return None
    return replace(left, end=right.end, expression=InYear(inner, year))


def with_ranges(text: str, atoms: list[Atom]) -> list[Atom]:
    """Neighbours such as "from Monday" and "Wednesday" made one."""
    joined: list[Atom] = []
    for atom in atoms:
        merged = _joined(text, joined[-1], atom) if joined else None
        if merged is None:
            joined.append(atom)
        else:
            joined[-1] = merged
    return joined


def with_modifiers(text: str, atoms: list[Atom]) -> list[Atom]:
    """Times with the word before them that moves or opens them: since, until, before, after, about."""
    modified: list[Atom] = []
    floor = 0
    for atom in atoms:
        taken = _with_modifier(text, atom)
        if taken.start < floor:
            taken = atom
        if taken.modifier is Modifier.NONE and _since_event(text, atom, floor):
            taken = replace(atom, modifier=Modifier.SINCE)
        modified.append(taken)
        floor = atom.end
    return modified


def _with_part(text: str, atom: Atom) -> Atom:
    if not isinstance(atom.expression, MonthDay | InYear | Weekday | Offset | Span):
        return atom
    patterns = _patterns()
    start, expression, end = atom.start, atom.expression, atom.end
    behind = None if _BEHIND_MODIFIER.search(text[start:end]) else patterns.part_behind.match(text, end)
    if behind is not None:
        end = behind.end()
    front = patterns.part_before.search(before(text, start, _REACH))
    if front is not None:
        start -= len(front.group())
    if front is None and behind is None:
        return atom
    night = (front is not None and front["night"]) or (
        behind is not None and "overnight" in spelt(behind.group())
    )
    into = front is not None and spelt(front["into"] or "") in ("into", "to")
    parted: Expression = Night(expression, into=into) if night else Parted(expression)
    return replace(atom, start=start, end=end, expression=parted)


def _joined(text: str, left: Atom, right: Atom) -> Atom | None:
    if not isinstance(left.expression, _RANGED) or not isinstance(right.expression, _RANGED):
        return None
    link = _patterns().link.match(text[left.end : right.start])
    if link is None:
        return None
    opening = _patterns().opening.search(before(text, left.start))
    word = spelt(link["word"] or "")
    opened = _opened_by(text, left, opening)
    both = word == "and" and _is_next_day(text, left, right)
    if word == "and" and opened != "between" and not both:
        return None
    if word in ("until", "till") and opened != "from":
        return None
    start = left.start - len(opening.group()) if opening else left.start
    night = word == "into" and isinstance(left.expression, Parted | Night)
    whole: Expression = Span(left.expression, right.expression)
    return Atom(start, right.end, "range", Parted(whole) if night else whole)


def _is_next_day(text: str, left: Atom, right: Atom) -> bool:
    """Whether two weekdays follow one another, so that "on Sunday and Monday" is one stretch of time."""
    one, other = left.expression, right.expression
    if not isinstance(one, Weekday) or not isinstance(other, Weekday):
        return False
    bare = not any(_BEHIND_MODIFIER.search(_words(text, atom)) for atom in (left, right))
    between = spelt(text[left.end : right.start]).split() == ["and"]
    alike = replace(one, weekday=other.weekday) == other
    return bare and between and alike and other.weekday == (one.weekday + 1) % _WEEK


def _opened_by(text: str, left: Atom, opening: re.Match[str] | None) -> str:
    """The word that opens a range; "overnight between Monday" has taken it up already."""
    if opening is not None:
        return spelt(opening["word"])
    return "between" if isinstance(left.expression, Night) and "between" in spelt(_words(text, left)) else ""


def _words(text: str, atom: Atom) -> str:
    return text[atom.start : atom.end]


def _with_modifier(text: str, atom: Atom) -> Atom:
    if isinstance(atom.expression, Window | PartOfDay) or atom.rule == "range":
        return atom
    if _BEHIND_MODIFIER.search(text[atom.start : atom.end]) and atom.rule in (
        "weekday",
        "period",
        "day_word",
        "year",
    ):
        return atom
    patterns = _patterns()
    front = patterns.modifier.search(before(text, atom.start))
    if front is None:
        return atom
    start = atom.start - len(front.group())
    word = spelt(front["word"])
    if word == "from" and patterns.footage.search(before(text, start)):
        return atom
    return replace(atom, start=start, modifier=patterns.modifier_of[word])


def _since_event(text: str, atom: Atom, floor: int) -> bool:
    """Whether the time dates an event that "since" counts from: "since the war began on 15 April"."""
    if not isinstance(atom.expression, MonthDay | Month | InYear | Year | Weekday):
        return False
    return _patterns().since.search(text[max(floor, atom.start - _LONG_REACH) : atom.start]) is not None
