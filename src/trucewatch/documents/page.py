"""The words of a news page beside its report, as patterns made from `codebook/page.toml`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from trucewatch.codebook.loading import load_toml


class PageWords(NamedTuple):
    """Patterns of the page's own words; all but `agency` pass over capitals."""

    furniture_opens: re.Pattern[str]
    furniture_label: re.Pattern[str]
    furniture_heads: re.Pattern[str]
    furniture_contains: re.Pattern[str]
    buttons: re.Pattern[str]
    date_label: re.Pattern[str]
    date_updated: re.Pattern[str]
    caption_opens: re.Pattern[str]
    caption_ends: re.Pattern[str]
    caption_shows: re.Pattern[str]
    tells: re.Pattern[str]
    byline_makers: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """Give the pattern text for any of the words, longest first, whatever white space parts them."""
    escaped = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(escaped)})"


def table() -> Mapping[str, Mapping[str, list[str]]]:
    """Give the codebook file itself."""
    return _table()


@cache
def page_words() -> PageWords:
    """Give the patterns, made once.

    Errors:  CodebookError when the file breaks the rules of word lists
    Source:  codebook/page.toml
    """
    furniture, dates = _table()["furniture"], _table()["printed_date"]
    credit, byline = _table()["credit"], _table()["byline"]
    button = any_of(furniture["buttons"])
    return PageWords(
        furniture_opens=_folded(rf"\W*{any_of(furniture['opens'])}\b"),
        furniture_label=_folded(rf"\W*(?:\d+\s+)?{any_of(furniture['labels'])}\W*(?:\s*[:|–—]|\Z)"),
        furniture_heads=_folded(rf"\W*{any_of(furniture['heads'])}\W*"),
        furniture_contains=_folded(rf"\b{any_of(furniture['contains'])}\b"),
        buttons=_folded(
            rf"(?<!\w){button}(?:[\s|•·,/]+{button}){{2,}}(?!\w)|(?<!\w)share(?:[\s|•·:—–-]+{button})+(?!\w)"
        ),
        date_label=_folded(any_of([*dates["published"], *dates["updated"]])),
        date_updated=_folded(any_of(dates["updated"])),
        caption_opens=_folded(rf"\W*{any_of(credit['opens'])}(?!\w)"),
        caption_ends=_folded(rf"\b{any_of(credit['ends'])}\W*\Z"),
        caption_shows=_folded(rf"\b{any_of(credit['shows'])}\b"),
        tells=_folded(rf"\b{any_of(credit['tells'])}\b"),
        byline_makers=_folded(rf"\W*{any_of(byline['makers'])}\b|.*\b{any_of(byline['contributed'])}\b"),
    )


@cache
def agency() -> str:
    """Give the pattern text for a photo agency, as printed or in capitals throughout."""
    names = _table()["credit"]["agencies"]
    return any_of({*names, *(name.upper() for name in names)})


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return load_toml("page.toml")


def _folded(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
