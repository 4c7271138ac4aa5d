"""Bytes to text: which encoding they are in, and whether they are text at all."""

import codecs
import re
from dataclasses import dataclass
from typing import NoReturn

from trucewatch.documents.limits import LARGEST_INPUT, MOST_CONTROLS
from trucewatch.errors import DocumentError

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"%!PS", "a PostScript file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FEW_CONTROLS = 3
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_CODE_PAGE = re.compile(r"(?:cp\d|iso|koi8|mac|gb|big5|euc|shift_jis|utf-8|windows|tis|ascii)")
_HEAD = 4096
_SURE_CHAOS = 0.1
_SURE_LEAD = 0.03  # what the best guess must lead by; below it, guesses of code pages are toss-ups
_WESTERN = frozenset(
    "àâäåáãæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÅÁÆÇÉÈÊËÍÎÏÑÓÔÖØŒÚÙÛÜ‘’“”‚„–—…•€£§©®°«»´·½¼¾†‡‹›™\xa0\xad"
)
_MOST_ACCENTS = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding by which its bytes give it back."""

    text: str
    encoding: str


def decode(content: bytes, *, where: str, is_html: bool = False) -> Decoded:
    """Decode one report's bytes.

    Shape:   a byte-order mark decides; else UTF-8; else what a page declares; else a sure guess
    Errors:  DocumentError on too many bytes, none, a binary file, or an encoding that can't be told
    """
    if len(content) > LARGEST_INPUT:
        too_large(len(content), where=where)
    if not content.strip():
        _refuse("is empty", where, "give a report with words in it")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content, encoding, where)
    _refuse_binary(content, where)
    if _decodes(content, "utf-8"):
        return _checked(content, "utf-8", where)
    declared = _declared(content) if is_html else None
    if declared is not None and _decodes(content, declared):
        return _checked(content, declared, where)
    guess = "cp1252" if _is_western(content) else _sure_guess(content)
    if guess is None:
        _refuse("is in an encoding that cannot be told", where, "save it as UTF-8")
    return _checked(content, guess, where)


def too_large(size: int | None, *, where: str) -> NoReturn:
    """Raise the DocumentError for an input over the limit; `size` None when it was not read to its end."""
    held = f"holds {size:,} bytes" if size is not None else "goes on"
    _refuse(f"{held} beyond the limit of {LARGEST_INPUT:,} bytes (20 MB)", where, "split it into its reports")


def refuse_controls(text: str, *, where: str) -> None:
    """Raise DocumentError when a text has NULs or so many control characters that it is none."""
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > max(_FEW_CONTROLS, MOST_CONTROLS * len(text)):
        _refuse("looks like a binary file", where, "give plain text, HTML or JSON Lines")


def _checked(content: bytes, encoding: str, where: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError) as error:
        _refuse(f"is not {encoding} as its first bytes say: {error}", where, "save it as UTF-8")
    refuse_controls(text, where=where)
    if not text.strip():
        _refuse("holds only white space", where, "give a report with words in it")
    return Decoded(text, encoding)


def _refuse_binary(content: bytes, where: str) -> None:
    for start, kind in _KINDS:
        if content.startswith(start):
            _refuse(f"is {kind}, not text", where, "save its text as UTF-8 first")
    if b"\x00" in content:
        _refuse("has NUL bytes, so it is a binary file or UTF-16 without its mark", where, "save it as UTF-8")


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        return isinstance(content.decode(encoding), str)
    except (UnicodeError, LookupError, ValueError):
        return False


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD])
    if found is None:
        return None
    try:
        info = codecs.lookup(found[1].decode("ascii"))
    except (LookupError, UnicodeError, ValueError):
        return None
    if not _CODE_PAGE.match(info.name):
        return None  # Python also "decodes" escapes and the like, which no page is written in
    # Browsers read what calls itself Latin-1 as Windows-1252, and so do the pages' authors.
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _is_western(content: bytes) -> bool:
    """Whether the bytes are English or its neighbours with Windows' quotation marks and accents."""
    if not _decodes(content, "cp1252"):
        return False
    text = content.decode("cp1252")
    high = [character for character in text if not character.isascii()]
    accents = sum(character.isalpha() for character in high)
    letters = sum(map(str.isalpha, text))
    return _WESTERN.issuperset(high) and accents <= _MOST_ACCENTS * letters


def _sure_guess(content: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 - only what is not UTF-8 needs it

    guesses = list(charset_normalizer.from_bytes(content))
    if not guesses or guesses[0].chaos > _SURE_CHAOS:
        return None
    best = guesses[0]
    for other in guesses[1:]:
        leads = other.chaos - best.chaos > _SURE_LEAD or best.coherence - other.coherence > _SURE_LEAD
        if not leads and str(other) != str(best):
            return None
    return best.encoding if _decodes(content, best.encoding) else None


def _refuse(what: str, where: str, advice: str) -> NoReturn:
    raise DocumentError(what, where=where, advice=advice)
