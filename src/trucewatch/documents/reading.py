"""One input to one stored document: decoded, cleaned, parted, dated and its language told."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.documents.caller import NOTHING_DECLARED, NOTHING_SAID, CallerLookup, CallerMetadata, Declared
from trucewatch.documents.decoding import Decoded, decode, refuse_controls, too_large
from trucewatch.documents.json_line import read_line
from trucewatch.documents.language import language_notes, language_of, short_code
from trucewatch.documents.limits import FEWEST_LETTERS, LARGEST_INPUT, WORDS_OF_REPORT
from trucewatch.documents.publication import Sayings, decide_publication
from trucewatch.documents.segments import Part, parts
from trucewatch.documents.sentences import sentences_within
from trucewatch.documents.stored import Stored, store, unseen_characters, without_surrogates
from trucewatch.documents.web_page import read_page
from trucewatch.errors import DocumentError
from trucewatch.records.document import Document, Metadata, Original, Segment, SegmentRole
from trucewatch.records.span import Span

_PAGE_STARTS = ("<!doctype html", "<html", "<?xml", "<head", "<body", "<article")
_ID_LENGTH = 32
_START = 64
_STOPPED = re.compile(r"[.!?…։؟。！？।][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class _Input:
    """What came in, with whom to ask about it."""

    content: bytes
    encoding: str
    name: str
    caller: CallerMetadata
    declared: Declared = NOTHING_DECLARED
    today: date | None = None


def read_bytes(
    content: bytes,
    name: str,
    caller: CallerMetadata = NOTHING_SAID,
    *,
    is_html: bool | None = None,
    today: date | None = None,
) -> Document:
    """Read one report from its bytes; whether it is a web page is told from its start unless given.

    Units:   offsets and segments are code points, half-open
    Errors:  DocumentError on anything that is no report, or a caller's day that is still to come
    """
    if is_html is None:
        is_html = looks_like_page(content[:_START].decode("latin-1").removeprefix("ï»¿"))
    decoded = decode(content, where=name, is_html=is_html)
    given = _Input(content, decoded.encoding, name, caller, today=today)
    if is_html or looks_like_page(decoded.text):
        return _from_page(given, decoded)
    return _assembled(given, store(decoded.text))


def read_text(
    text: str, name: str, caller: CallerMetadata = NOTHING_SAID, *, today: date | None = None
) -> Document:
    """Read one report from its words, kept as they stand.

    Errors:  DocumentError on words that are none: white space, control characters, too many
    """
    content = _encoded(text, where=name)
    return _assembled(_Input(content, "utf-8", name, caller, today=today), store(text))


def read_html(
    source: str, name: str, caller: CallerMetadata = NOTHING_SAID, *, today: date | None = None
) -> Document:
    """Read one report from the source of its web page; nothing on it is followed or run.

    Errors:  DocumentError on a page without a report
    """
    content = _encoded(source, where=name)
    return _from_page(_Input(content, "utf-8", name, caller, today=today), Decoded(source, "utf-8"))


def read_json_line(
    content: bytes, fallback_name: str, callers: CallerLookup, *, where: str, today: date | None = None
) -> Document:
    """Read one report from a line of JSON Lines; its id names it, else `fallback_name`.

    Errors:  DocumentError on a broken line, naming `where`
    """
    decoded = decode(content, where=where)
    line = read_line(decoded.text, where=where)
    name = line.name or fallback_name
    given = _Input(content, decoded.encoding, name, callers.of(name), line.declared, today)
    if not line.words.text.strip():
        what = "holds only white space"
        raise DocumentError(what, where=where, advice="give a report with words in it")
    refuse_controls(line.words.text, where=where)
    if line.is_html:
        return _from_page(given, Decoded(line.words.text, decoded.encoding), before=line.words)
    return _assembled(given, line.words.then(store(line.words.text)))


def looks_like_page(text: str) -> bool:
    """Whether a text begins as web pages do."""
    return text[:_START].lstrip("\ufeff \t\r\n").lower().startswith(_PAGE_STARTS)


def document_id(title: str | None, text: str) -> str:
    """Give the id of a report: 32 hex digits of the SHA-256 over its title and text.

    Example: the same words fetched twice have one id
    """
    canonical = json.dumps([title, text], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:_ID_LENGTH]


def _from_page(given: _Input, decoded: Decoded, before: Stored | None = None) -> Document:
    page = read_page(
        without_surrogates(decoded.text), title=given.caller.title or given.declared.title, where=given.name
    )
    stored = before.then(page.stored) if before is not None else page.stored
    told, seen = given.declared, page.declared
    declared = Declared(
        title=page.title,
        url=told.url or seen.url,
        publisher=told.publisher or seen.publisher,
        published=told.published or seen.published,
        language=told.language or seen.language,
    )
    document = _assembled(replace(given, declared=declared), stored, page.notes)
    if not _tells(document):
        what = "is a page without a report"
        raise DocumentError(what, where=given.name, advice="give the page of one article, or its text")
    return document


def _tells(document: Document) -> bool:
    """Whether a sentence stands in the body; a page of buttons and links has words but none."""
    bodies = [segment.span for segment in document.segments if segment.role is SegmentRole.BODY]
    sentences = (
        span.quote(document.text)
        for span in document.sentences
        if any(body.contains(span) for body in bodies)
    )
    return any(
        len(words.split()) >= WORDS_OF_REPORT
        or (_STOPPED.search(words) is not None and sum(map(str.isalpha, words)) >= FEWEST_LETTERS)
        for words in sentences
    )


def _assembled(given: _Input, stored: Stored, page_notes: tuple[str, ...] = ()) -> Document:
    title = given.caller.title or given.declared.title
    found = parts(stored.text, title)
    title = title or _headline(stored.text, found)
    datelines = tuple(stored.text[p.start : p.end] for p in found if p.role is SegmentRole.DATELINE)
    said = Sayings(given.caller.published_on, stored.text, datelines, given.declared.published)
    published, date_notes = decide_publication(said, where=given.name, today=given.today)
    declared_language = short_code(given.caller.language or given.declared.language)
    told = language_of(_body(stored.text, found))
    identity = document_id(title, stored.text)
    language = language_notes(told, declared_language)
    spans = sentences_within(stored.text, ((part.start, part.end) for part in found))
    return Document(
        id=identity,
        name=given.name,
        text=stored.text,
        segments=tuple(Segment(Span(identity, part.start, part.end), part.role) for part in found),
        metadata=Metadata(
            title=title,
            url=given.caller.url or given.declared.url,
            publisher=given.caller.publisher or given.declared.publisher,
            language=told or declared_language,
            published=published,
            retrieved_at=None,
        ),
        original=_original(given, stored),
        sentences=tuple(Span(identity, start, end) for start, end in spans),
        notes=(*page_notes, *date_notes, *language, *unseen_characters(stored.text), *_part_notes(found)),
    )


def _original(given: _Input, stored: Stored) -> Original:
    return Original(given.content, hashlib.sha256(given.content).hexdigest(), given.encoding, stored.offsets)


def _headline(text: str, found: tuple[Part, ...]) -> str | None:
    headlines = (part for part in found if part.role is SegmentRole.HEADLINE)
    first = next(headlines, None)
    return text[first.start : first.end].strip() if first is not None else None


def _body(text: str, found: tuple[Part, ...]) -> str:
    bodies = [text[part.start : part.end] for part in found if part.role is SegmentRole.BODY]
    return " ".join(bodies) or text


def _part_notes(found: tuple[Part, ...]) -> tuple[str, ...]:
    notes = []
    furniture = [part.end - part.start for part in found if part.role is SegmentRole.FURNITURE]
    if furniture:
        notes.append(f"page furniture set aside: {len(furniture)} parts, {sum(furniture)} characters")
    if not any(part.role is SegmentRole.BODY for part in found):
        notes.append("no part reads as the body of a report")
    return tuple(notes)


def _encoded(text: str, *, where: str) -> bytes:
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LARGEST_INPUT:
        too_large(len(content), where=where)
    if not text.strip():
        what = "holds only white space"
        raise DocumentError(what, where=where, advice="give a report with words in it")
    refuse_controls(text, where=where)
    return content
