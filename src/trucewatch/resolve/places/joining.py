"""Borders and roads, which take two names, and spans that run into each other."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from trucewatch.resolve.places.states import state_adjectives
from trucewatch.resolve.places.words import alternatives, load_words

Run = tuple[int, int]


def join(text: str, spans: Iterable[Run]) -> tuple[Run, ...]:
    """The spans in order, with those that overlap or are the two ends of one border or road made one."""
    merged: list[Run] = []
    for start, end in sorted(spans):
        if merged and (start < merged[-1][1] or _is_stretch(text, merged[-1], (start, end))):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif merged and (opening := _border_between(text, merged[-1], start)) is not None:
            merged[-1] = (opening, end)
        else:
            merged.append((start, end))
    return tuple(merged)


def borders_by_adjective(text: str) -> Iterator[Run]:
    """Borders that are named by peoples: "the Turkish border", "Thai-Cambodian border"."""
    if _patterns()[2].search(text):
        for match in _by_adjective().finditer(text):
            yield match.span()


def _is_stretch(text: str, left: Run, right: Run) -> bool:
    """Whether a dash joins the two, and the second ends in "border", "road" or the like."""
    dash, noun, _, _ = _patterns()
    return bool(dash.fullmatch(text[left[1] : right[0]])) and bool(noun.search(text[right[0] : right[1]]))


def _border_between(text: str, left: Run, start: int) -> int | None:
    """Where "border between X and Y" opens, if `left` is its X and Y starts at `start`."""
    if not re.fullmatch(r"\s+and\s+(?:the\s+)?", text[left[1] : start], re.IGNORECASE):
        return None
    opening = _patterns()[3].search(text[max(0, left[0] - 40) : left[0]])
    return None if opening is None else max(0, left[0] - 40) + opening.start()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load_words()
    borders = words.one_of("borders")
    return (
        re.compile(r"\s?[\-–—‐‑/]\s?"),
        re.compile(rf"\s{words.one_of('borders', 'lines')}$", re.IGNORECASE),
        re.compile(rf"\s{borders}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){borders}\s+(?:area\s+)?(?:between|separating)\s+(?:the\s+)?$", re.IGNORECASE),
    )


@cache
def _by_adjective() -> re.Pattern[str]:
    words = load_words()
    borders, staff = words.one_of("borders"), alternatives(words.evidence["border_staff"])
    people = alternatives(state_adjectives())
    return re.compile(rf"(?<![\w\-]){people}(?:[\-–]{people})?\s{borders}(?!\s{staff})(?!\w)", re.IGNORECASE)
