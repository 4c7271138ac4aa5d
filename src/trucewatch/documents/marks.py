"""Runs of a page that show by their form what they are: datelines, credits, bylines, buttons, dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.documents.page import agency, any_of, page_words, table
from trucewatch.documents.printed_dates import printed_days
from trucewatch.records.document import SegmentRole

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƏ"
_CITY = rf"[{_UPPER}][{_UPPER}'’.\-]+(?:[ /][{_UPPER}'’.\-]+){{0,3}}"
_TITLE_NAME = rf"[{_UPPER}][\w'’.\-]+(?:[ /][{_UPPER}][\w'’.\-]+){{0,2}}"
_REGION = rf"(?P<region>,\s*[{_UPPER}][\w.'’-]+(?:\s[{_UPPER}][\w.'’-]+){{0,2}}?)?"
_AGENCY = r"(?P<agency>\s*[(\[][^()\[\]\n]{2,40}[)\]]|,\s*[A-Z]{3,20}(?=[.:]))?"
# A hyphen parts a dateline only with space around it, or behind a bracket or a date: not in "UK-French".
_DASH = r"(?:\s*(?:--+|—)\s*|(?:\s+|(?<=[)\]\d]))[-–]\s+)"
_REPORT_FOLLOWS = rf"(?=[\"'“‘]?[{_UPPER}\d])"
_PERSON = rf"[{_UPPER}](?:[\w'’-]+|\.)(?:\s[{_UPPER}](?:[\w'’-]+|\.)){{1,3}}"
_ENDS = (".", "!", "?", '"', "”", ")", "]", "|")
_FIRST_PARAGRAPHS = 6  # a city without a date or an agency is a dateline only this near the top


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text whose form gives its role; code points, half-open."""

    start: int
    end: int
    role: SegmentRole
    is_credit: bool = False


def marks(text: str, paragraphs: tuple[tuple[int, int], ...], title: str | None) -> tuple[Mark, ...]:
    """Find the marks of a text, each within one paragraph.

    Shape:   ordered and apart; of two that overlap the one that begins first stays
    Units:   code points, half-open
    Source:  codebook/page.toml, codebook/calendar.toml
    """
    dated = [Mark(day.start, day.end, SegmentRole.FURNITURE) for day in printed_days(text)]
    found = list(_headlines(text, paragraphs, title))
    for number, (start, end) in enumerate(paragraphs):
        found += _clipped(dated, start, end)
        found += _datelines(text, start, end, number)
        found += _buttons(text, start, end)
        found += _credits(text, start, end)
    found += _bylines(text, paragraphs, {mark.start for mark in found})
    return _apart(found)


def _apart(found: list[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _clipped(found: list[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in found:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            yield Mark(first, last, mark.role)


def _headlines(text: str, paragraphs: tuple[tuple[int, int], ...], title: str | None) -> Iterator[Mark]:
    """Find the given title where it opens one of the first paragraphs; repeated, it is furniture."""
    words = title.split() if title else []
    if not words:
        return
    pattern = re.compile(r"\s+".join(map(_quote_blind, words)), re.IGNORECASE)
    role = SegmentRole.HEADLINE
    for start, end in paragraphs[:_FIRST_PARAGRAPHS]:
        here = start
        while (found := pattern.match(text, here, end)) is not None and _ends_title(text, found.end(), end):
            yield Mark(found.start(), found.end(), role)
            role = SegmentRole.FURNITURE
            here = found.end() + len(text[found.end() : end]) - len(text[found.end() : end].lstrip(" \t.|"))


def _quote_blind(word: str) -> str:
    return re.sub('["“”]', '["“”]', re.sub("['‘’]", "['‘’]", re.escape(word)))


def _ends_title(text: str, at: int, end: int) -> bool:
    rest = text[at:end]
    if not rest.strip():
        return True
    follows = rest.lstrip(" \t.|–—-“" + '"')
    goes_on = rest[0].isalnum() or rest[0] in ",'’" or follows[:1].islower()
    return not goes_on and not text[:at].isupper()


def _datelines(text: str, start: int, end: int, number: int) -> Iterator[Mark]:
    for found in _city_pattern().finditer(text, start, end):
        before = text[start : found.start()].rstrip()
        is_sure = bool(found["agency"] or found["date"])
        first = found.start()
        if before and not before.endswith(_ENDS):
            is_sure = is_sure and ". " not in before  # so a headline without its stop stands before
            if text[start:end].isupper():
                first += found["city"].rfind(" ") + 1  # the headline's capitals are no part of the city
        if is_sure or (not before and not found["weak"] and number < _FIRST_PARAGRAPHS):
            yield Mark(first, found.end(), SegmentRole.DATELINE)
    if number < _FIRST_PARAGRAPHS:
        for pattern in _opening_patterns():
            found_first = pattern.match(text, start, end)
            if found_first is not None:
                yield Mark(found_first.start(), found_first.end(), SegmentRole.DATELINE)


def _buttons(text: str, start: int, end: int) -> Iterator[Mark]:
    for found in page_words().buttons.finditer(text, start, end):
        if text[found.start()].isupper():
            yield Mark(found.start(), found.end(), SegmentRole.FURNITURE)


def _credits(text: str, start: int, end: int) -> Iterator[Mark]:
    for pattern in _credit_patterns():
        for found in pattern.finditer(text, start, end):
            if _stands_as_credit(text, start, end, found):
                yield Mark(found.start(), found.end(), SegmentRole.CAPTION, is_credit=True)


def _stands_as_credit(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether an agency's name credits a picture, not the words of a sentence."""
    after = text[found.end() : end].lstrip(" \t.")
    if after[:1].islower() or after[:1] in {",", ";", ":"} or re.match(_DASH + _REPORT_FOLLOWS, after):
        return False
    return _named_before().search(text, max(start, found.start() - 60), found.start()) is None


def _bylines(text: str, paragraphs: tuple[tuple[int, int], ...], starts: set[int]) -> Iterator[Mark]:
    for start, end in paragraphs:
        found = _byline_pattern().match(text, start, end)
        if found is None:
            continue
        rest = text[found.end() : end]
        following = found.end() + len(rest) - len(rest.lstrip(" \t|,–—-.·•"))
        if following == end or following in starts:
            yield Mark(found.start(), found.end(), SegmentRole.BYLINE)


@cache
def _city_pattern() -> re.Pattern[str]:
    close = rf"(?:{_DASH}|(?P<weak>(?<=[A-Z\d)\]])[.:]\s+))"
    return re.compile(rf"(?<![\w.])(?P<city>{_CITY}){_REGION}{_date()}{_AGENCY}{close}{_REPORT_FOLLOWS}")


@cache
def _opening_patterns() -> tuple[re.Pattern[str], ...]:
    """Datelines in small letters, which only the start of a paragraph and a dash give away."""
    dash = rf"{_DASH}{_REPORT_FOLLOWS}"
    bracketed = rf"\({_TITLE_NAME}{_REGION}{_date()}\){dash}"
    named = rf"{_TITLE_NAME}(?=,|\s*\(|\s+\d){_REGION}{_date()}{_AGENCY}{dash}"
    return re.compile(bracketed), re.compile(named)


@cache
def _date() -> str:
    calendar = load_toml("calendar.toml")
    months = any_of([*calendar["months"], *calendar["short_months"]])
    year = r"(?:,?\s+\d{4})?"
    return rf"(?P<date>,?\s*(?i:{months}\.?\s+\d{{1,2}}{year}|\d{{1,2}}\s+{months}\.?{year}))?"


@cache
def _credit_patterns() -> tuple[re.Pattern[str], ...]:
    house = rf"(?<!\w){agency()}(?!\w)"
    joined = rf"(?:\s*(?:/|-|–|—|\bvia\b)\s*{house})"
    archive = r"(?:(?i:file|photo|file photo|image|picture|handout|archive)\s*[:/,-]?\s*)?"
    person, after = rf"(?:{_PERSON}\s*[/,]\s*)?", r"(?:\s*/\s*\w[\w ]{0,30})?"
    return (
        re.compile(rf"(?<!\w)(?:{_PERSON}\s*/\s*)?{house}{joined}+"),
        re.compile(rf"(?<!\w){_PERSON}\s*/\s*{house}"),
        re.compile(rf"{house}\s*/\s*{_PERSON.replace('{1,3}', '{1}')}"),
        re.compile(rf"[\[(]\s*{archive}{person}{house}{joined}*{after}(?:\s+{archive})?\s*[\])]"),
        re.compile(
            r"[\[(]\s*(?i:file|archive|handout|illustrative)(?:\s+(?i:photo|picture|image|pic))?\s*[\])]"
        ),
    )


@cache
def _named_before() -> re.Pattern[str]:
    """Give the end of a long name that brackets then shorten: "the Karabakh Press Service (AP)"."""
    return re.compile(rf"(?:{agency()}|(?i:agency|press|service|television|news|network|channel))\s*\Z")


@cache
def _byline_pattern() -> re.Pattern[str]:
    byline = table()["byline"]
    calendar = load_toml("calendar.toml")
    no_name = any_of([*byline["no_names"], *calendar["weekdays"], *calendar["months"]])
    people = rf"{_PERSON}(?:(?:,|\s+and|\s*&|,\s+and)\s+{_PERSON})*"
    role = rf"(?:\s*[,|/–—-]?\s*(?i:{any_of(byline['roles'])})(?!\w))?"
    house = rf"(?i:{any_of(byline['roles'])})(?!\w)"
    opening = rf"\W*(?i:{any_of(byline['opens'])}):?\s+(?!(?i:{no_name})\b)"
    return re.compile(rf"{opening}(?:{people}{role}|{house})(?:\s+in\s+{_TITLE_NAME})?")
