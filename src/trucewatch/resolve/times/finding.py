"""Finds the times of a text and works them out in the order they stand."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import zip_longest

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Interval, Modifier, Unresolved
from trucewatch.resolve.spelling import before, one_of, whole
from trucewatch.resolve.times.days import Days, Undated, Unit, moved
from trucewatch.resolve.times.expressions import (
    Beside,
    Span,
    Year,
    counts_from_publication,
    is_close,
    printed_by,
    printed_year,
    steps_back,
)
from trucewatch.resolve.times.joining import with_modifiers, with_parts, with_ranges, with_years
from trucewatch.resolve.times.rules import all_rules
from trucewatch.resolve.times.rules.rule import Atom, longest, matches
from trucewatch.resolve.times.story import Story
from trucewatch.resolve.times.words import calendar_words

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?](?=\s+[\"“‘'(]?[A-Z])|[;\n]")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_CLAUSE_REACH = 90


def find_times(text: str, published_on: date | None) -> tuple[Resolved[Interval], ...]:
    """Every time of a text as days, or why it has none.

    Shape:   ordered, non-overlapping, the longest words that make one time; "on" and "in" stay outside
    Units:   days local to the article, both ends included; "since" leaves the end open, "until" the start
    Errors:  none; an expression that can't be worked out is Unresolved with the reason
    Source:  `codebook/calendar.toml`; a bare weekday is the latest such day not after publication
    Example: "since early Tuesday", published Thursday 7 April 2016: from 5 April 2016 on
    """
    atoms = recognised(text)
    story = Story(published_on, chronicle=_is_chronicle(atoms, published_on), only_year=_only_year(atoms))
    found: list[Resolved[Interval]] = []
    position = 0
    for atom, following in zip_longest(atoms, atoms[1:]):
        if _SENTENCE_END.search(text, position, atom.start + 1):
            story.turn_sentence()
        if "\n" in text[position : atom.start]:
            story.turn_paragraph()
        story.ahead = _lies_ahead(text, atom.start)
        story.behind = _behind(text, atom, following, story)
        story.behind_same_clause = following is None or "," not in text[atom.end : following.start]
        found.append(_resolved(text, atom, story))
        position = atom.end
    return tuple(found)


def _behind(text: str, atom: Atom, following: Atom | None, story: Story) -> Days | None:
    """The day that the next words of the same sentence give by themselves; None when they give none."""
    if (
        following is None
        or not isinstance(atom.expression, Beside)
        or isinstance(following.expression, Beside)
    ):
        return None
    if _SENTENCE_END.search(text, atom.end, following.start + 1):
        return None
    try:
        return following.expression.days(story)
    except Undated:
        return None


@lru_cache(maxsize=8)
def recognised(text: str) -> tuple[Atom, ...]:
    """The times of a text as their words put them, ordered and not overlapping."""
    atoms: list[Atom] = []
    for rule in all_rules():
        atoms += matches(rule, text)
    return tuple(with_modifiers(text, with_ranges(text, with_parts(text, with_years(text, longest(atoms))))))


def _resolved(text: str, atom: Atom, story: Story) -> Resolved[Interval]:
    words = text[atom.start : atom.end]
    try:
        days = atom.expression.days(story)
        value = _modified(days, atom, words)
    except Undated as undated:
        story.remember(None, day_like=atom.rule in _DAY_LIKE)
        return Resolved(atom.start, atom.end, Unresolved(words, undated.reason), atom.rule)
    if not steps_back(atom.expression):
        story.remember(days, day_like=True)
    _note_year(atom, days, story, words)
    return Resolved(atom.start, atom.end, value, atom.rule)


def _note_year(atom: Atom, days: Days, story: Story, words: str) -> None:
    if (
        isinstance(atom.expression, Span)
        and isinstance(atom.expression.left, Year)
        and days.start
        and days.end
    ):
        story.bare_years |= {days.start.year, days.end.year}
    printed = printed_by(atom.expression, days)
    if printed is None or (printed.month is None and atom.modifier is not Modifier.NONE):
        return
    story.print_year(printed)
    if printed.day is not None and _FOUR_DIGITS.search(words):
        story.same_sentence = printed


_DAY_LIKE = frozenset(
    {
        "weekday",
        "month_day",
        "day_month",
        "numeric",
        "iso",
        "mention_word",
        "later",
        "overnight",
        "mention_part",
        "days_of_month",
        "month_and_days",
    }
)


def _modified(days: Days, atom: Atom, words: str) -> Interval:
    start, end, modifier = days.start, days.end, atom.modifier
    if atom.rule == "first_in":
        modifier = Modifier.ABOUT
    elif modifier is Modifier.SINCE:
        end = None
    elif modifier is Modifier.UNTIL or (modifier is Modifier.BEFORE and is_close(atom.expression)):
        start = None
    elif modifier is Modifier.BEFORE:
        start, end = None, None if start is None else moved(start, Unit.DAY, -1)
    elif modifier is Modifier.AFTER:
        start, end = None if end is None else moved(end, Unit.DAY, 1), None
    return Interval(start, end, days.precision, modifier, words)


def _is_chronicle(atoms: Sequence[Atom], published: date | None) -> bool:
    """Whether dates of earlier years carry the text and nothing in it is counted from publication."""
    if published is None or any(counts_from_publication(atom.expression) for atom in atoms):
        return False
    years = [year for atom in atoms if (year := printed_year(atom.expression)) is not None]
    bare = [atom.expression.year for atom in atoms if isinstance(atom.expression, Year)]
    return len(years) > 1 and all(year < published.year for year in (*years, *bare))


def _only_year(atoms: Sequence[Atom]) -> int | None:
    years = {year for atom in atoms if (year := printed_year(atom.expression)) is not None}
    return years.pop() if len(years) == 1 else None


@cache
def _ahead_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = calendar_words().tables["ahead"]
    return whole(one_of(table["cues"])), whole(one_of(table["stops"]))


def _lies_ahead(text: str, position: int) -> bool:
    """Whether a future verb of the same clause governs what stands at `position`."""
    cue, stop = _ahead_patterns()
    clause = re.split(r"[.!?;\n\"“”]", before(text, position, _CLAUSE_REACH))[-1]
    cues = list(cue.finditer(clause))
    return bool(cues) and stop.search(clause, cues[-1].end()) is None
