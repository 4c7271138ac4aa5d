"""Joins recognised times: a day with its part, two ends of a range, and the word before them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from trucewatch.records.values import Modifier
from trucewatch.resolve.spelling import FLAGS, GAP, POSSESSIVE, before, ending, one_of
from trucewatch.resolve.times.expressions import (
    Expression,
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
from trucewatch.resolve.times.rules import Atom, longest
from trucewatch.resolve.times.words import ZONE, calendar_words

_REACH = 70
_RANGED = (MonthDay, Month, Year, Season, Weekday, Offset, Parted, Night, Period)
_BEHIND_MODIFIER = re.compile(POSSESSIVE + r"\Z", FLAGS)


@dataclass(frozen=True, slots=True)
class _Patterns:
    part_before: re.Pattern[str]
    part_behind: re.Pattern[str]
    link: re.Pattern[str]
    opening: re.Pattern[str]
    modifier: re.Pattern[str]
    footage: re.Pattern[str]
    modifier_of: dict[str, Modifier]


@cache
def _patterns() -> _Patterns:
    words = calendar_words()
    lead = rf"(?:(?:shortly|just|soon|right){GAP}(?:before|after){GAP}|(?:at|around|about|before|after){GAP}(?:about{GAP}|around{GAP})?)?"
    moment = rf"{lead}(?:{words.clock}{ZONE}|{words.point})"
    hours = rf"(?:(?:early|late|mid)[-‐‑ ])?(?:{words.stretch}|hours)"
    front = (
        rf"(?P<night>overnight)(?:{GAP}(?P<into>on|into|to|between|from))?{GAP}"
        rf"|{moment}(?:,?{GAP}on|{GAP}of)?,?{GAP}(?:the{GAP}{words.stretch}{GAP}of{GAP})?"
        rf"|(?:(?:the|early|late|earlier|later){GAP})*(?:in{GAP}(?:the{GAP})?)?{hours}{GAP}(?:of|on|between|from){GAP}(?:the{GAP})?(?:night{GAP}of{GAP})?"
        rf"|(?:very{GAP})?(?:early|late|earlier|later){GAP}(?:on{GAP})?"
    )
    behind = (
        rf"(?:,?{GAP}(?:early|late))?{GAP}(?:{words.stretch}|overnight){POSSESSIVE}?(?![\w])"
        rf"|,?{GAP}(?:at{GAP}night|in{GAP}the{GAP}(?:early{GAP}|late{GAP})?(?:{words.stretch}))(?![\w])"
        rf"|,?{GAP}{lead[:-1]}(?:{words.clock}{ZONE}|{words.point})(?![\w])"
    )
    table: dict[str, list[str]] = words.tables["modifiers"]
    modifiers = {word: Modifier(name) for name, group in table.items() for word in group}
    return _Patterns(
        part_before=ending(front),
        part_behind=re.compile(behind, FLAGS),
        link=re.compile(
            rf"(?:{GAP}(?P<word>to|until|till|through|and|into){GAP}(?:on{GAP})?(?:the{GAP})?|[^\S\n]?[-–—][^\S\n]?)\Z",
            FLAGS,
        ),
        opening=ending(rf"(?P<word>between|from){GAP}(?:the{GAP})?"),
        modifier=ending(rf"(?P<word>{one_of(modifiers)}){GAP}(?:on{GAP}|the{GAP})?"),
        footage=ending(rf"{one_of(words.tables['dated_things']['before_from'])}{GAP}"),
        modifier_of=modifiers,
    )


def with_parts(text: str, atoms: list[Atom]) -> list[Atom]:
    """Days with the part of the day that stands before or behind them, which has no place of its own then."""
    return longest([_with_part(text, atom) for atom in atoms])


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
        modified.append(taken if taken.start >= floor else atom)
        floor = atom.end
    return modified


def _with_part(text: str, atom: Atom) -> Atom:
    if not isinstance(atom.expression, MonthDay | Weekday | Offset | Span):
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
        behind is not None and "overnight" in behind.group().casefold()
    )
    into = front is not None and (front["into"] or "").casefold() in ("into", "to")
    parted: Expression = Night(expression, into=into) if night else Parted(expression)
    return replace(atom, start=start, end=end, expression=parted)


def _joined(text: str, left: Atom, right: Atom) -> Atom | None:
    if not isinstance(left.expression, _RANGED) or not isinstance(right.expression, _RANGED):
        return None
    link = _patterns().link.match(text[left.end : right.start])
    if link is None:
        return None
    opening = _patterns().opening.search(before(text, left.start))
    word = (link["word"] or "").casefold()
    opened = opening["word"].casefold() if opening else ""
    if (word == "and" and opened != "between") or (word in ("until", "till") and opened != "from"):
        return None
    start = left.start - len(opening.group()) if opening else left.start
    night = word == "into" and isinstance(left.expression, Parted | Night)
    whole: Expression = Span(left.expression, right.expression)
    return Atom(start, right.end, "range", Parted(whole) if night else whole)


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
    word = " ".join(front["word"].casefold().split())
    if word == "from" and patterns.footage.search(before(text, start)):
        return atom
    return replace(atom, start=start, modifier=patterns.modifier_of[word])
