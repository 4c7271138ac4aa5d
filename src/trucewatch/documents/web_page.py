"""The report on a hostile web page: its paragraphs, what its tags declare, and where each word stood."""

import html
import re
from dataclasses import dataclass

from trucewatch.documents.caller import Declared
from trucewatch.documents.stored import Stored, unseen_characters
from trucewatch.errors import DocumentError

# What never shows: comments, scripts, styles and their like, then every other tag. A `<` that opens
# no tag is a character of the text.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>script|style|noscript|template|svg)\b.*?(?:</(?P=tag)\s*>|\Z)|</?[a-zA-Z!?][^<>]*>?",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});?")
_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_REACH = 4_000  # how far on a word is looked for when its paragraph was changed in extraction
_DATES = {"extensive_search": False, "original_date": True}
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class WebPage:
    """The report of a page as stored, its title and what the page declares."""

    stored: Stored
    title: str | None
    declared: Declared
    notes: tuple[str, ...]


def read_page(source: str, *, title: str | None, where: str) -> WebPage:
    """Take the report out of a page; nothing on it is followed, fetched or run.

    Shape:   title, blank line, paragraphs parted by blank lines; a `title` given takes the page's place
    Units:   offsets are code points of `source`
    Errors:  DocumentError on a page that can't be parsed or has no report
    """
    import trafilatura  # noqa: PLC0415 - texts do without

    try:
        found = trafilatura.bare_extraction(
            _whole_page(source),
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # a hostile page may break the extractor anywhere; its batch goes on
        raise _no_report(where, f"cannot be parsed as a page: {type(error).__name__}") from error
    extracted = "" if found is None or isinstance(found, dict) else found.text or ""
    if found is None or isinstance(found, dict) or not extracted.strip():
        raise _no_report(where, "is a page without a report")
    heading = " ".join((title or found.title or "").split()) or None
    lines = [line.strip() for line in extracted.split("\n") if line.strip()]
    if lines and heading is not None and lines[0].casefold() == heading.casefold():
        heading_shown, lines = lines[0], lines[1:]
    else:
        heading_shown = heading or ""
    if not lines:
        raise _no_report(where, "is a page without a report")
    text = _BREAK.join([heading_shown, *lines] if heading_shown else lines)
    declared = Declared(found.title, found.url, found.sitename, found.date, found.language)
    shown, places = _shown(source)
    notes = unseen_characters("".join(shown), "left out of the text")
    kept = [at for at, character in enumerate(shown) if character.isprintable()]  # as the extractor does
    seen, origins_of = "".join(shown[at] for at in kept), [places[at] for at in kept]
    origins = _origins(text, seen, origins_of, has_heading=bool(heading_shown))
    return WebPage(Stored(text, origins), heading_shown or None, declared, notes)


def _whole_page(source: str) -> str:
    """Make a page of a fragment, such as feeds carry; the extractor takes only whole pages."""
    return source if _PAGE.search(source) else f"<html><body><article>{source}</article></body></html>"


def _no_report(where: str, what: str) -> DocumentError:
    return DocumentError(what, where=where, advice="give the page of one article, or its text")


def _origins(text: str, shown: str, places: list[int], *, has_heading: bool) -> tuple[int, ...]:
    """Where each character of the text stood in the source; -1 for one that is not found there."""
    offsets = [-1] * len(text)
    cursor = 0
    for line in re.finditer(r"[^\n]+", text):
        dense = "".join(line.group().split())
        at = shown.find(dense, cursor)
        if at < 0:
            at = shown.find(dense)
        if at < 0:
            cursor = _place_words(line, shown, places, offsets, cursor)
            continue
        _place(offsets, line.start(), line.group(), places, at)
        if line.start() or not has_heading:  # a heading may have been found below the report
            cursor = max(cursor, at + len(dense))
    return _with_spaces(text, offsets)


def _place_words(line: re.Match[str], shown: str, places: list[int], offsets: list[int], cursor: int) -> int:
    for word in _WORD.finditer(line.group()):
        at = shown.find(word.group(), cursor, cursor + _REACH)
        if at >= 0:
            _place(offsets, line.start() + word.start(), word.group(), places, at)
            cursor = at + len(word.group())
    return cursor


def _place(offsets: list[int], start: int, words: str, places: list[int], at: int) -> None:
    for number, character in enumerate(words):
        if not character.isspace():
            offsets[start + number] = places[at]
            at += 1


def _with_spaces(text: str, offsets: list[int]) -> tuple[int, ...]:
    """Place each space inside a line right behind the word before it."""
    for at, character in enumerate(text):
        if character == " " and at and offsets[at - 1] >= 0:
            offsets[at] = offsets[at - 1] + 1
    return tuple(offsets)


def _shown(source: str) -> tuple[list[str], list[int]]:
    """Give the characters of a page that show, white space aside, each with where it stands."""
    characters: list[str] = []
    places: list[int] = []
    here = 0
    for unseen in [*_UNSEEN.finditer(source), None]:
        end = unseen.start() if unseen else len(source)
        for start, shown in _unescaped(source, here, end):
            for character in shown:
                if not character.isspace():
                    characters.append(character)
                    places.append(start)
        here = unseen.end() if unseen else end
    return characters, places


def _unescaped(source: str, start: int, end: int) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    here = start
    for found in _ENTITY.finditer(source, start, end):
        pieces += [(at, source[at]) for at in range(here, found.start())]
        pieces.append((found.start(), html.unescape(found.group())))
        here = found.end()
    return [*pieces, *((at, source[at]) for at in range(here, end))]
