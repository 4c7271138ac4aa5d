"""Where sentences begin and end, in text that may be all capitals, one line, or lack its stops."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from trucewatch.codebook.loading import load_toml
from trucewatch.documents.lines import paragraphs

_QUOTES = "\"'”’»›"
_CLOSERS = _QUOTES + ")]}"
_OPENERS = "\"'“‘«‹([{"
# A run of stops, what closes behind it, a note mark such as [12], then a space or the end; or a
# stop glued to the next sentence ("were killed.The army"), which scraped pages have.
_STOP = re.compile(
    r"(?<![.!?…։؟。！？])"
    rf"(?P<stop>[.!?…։؟。！？]++)(?P<closers>[{re.escape(_CLOSERS)}]*+)(?:\[\d{{1,3}}\])*+"
    rf"(?:(?P<gap>\s++)|(?=[“\"]?[A-Z][a-z ])|\Z)"
)
_BULLET = re.compile(r"\s[•▪●■]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LOOK = 48  # no abbreviation or next word needs more characters than this


class _Words(NamedTuple):
    """The word lists of `codebook/sentence.toml`, by how the text is cased."""

    either: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Find the sentences of a text, without the white space around them.

    Shape:   ordered, apart, and together they hold every character that is not white space
    Units:   code points, half-open
    Errors:  none on any text; a text of white space gives ()
    Source:  codebook/sentence.toml
    Example: "Mr. Aydin left at 7 p.m. Nobody was hurt." gives two
    """
    return tuple(span for start, end in paragraphs(text) for span in _of_paragraph(text, start, end))


def sentences_within(text: str, parts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Find the sentences of each part of a text, so that none crosses from one part to the next.

    Units:   code points of the whole text, half-open
    """
    return tuple(
        (start + first, start + last) for start, end in parts for first, last in sentences(text[start:end])
    )


def _of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = _words_cased_like(text[start:end])
    here = start
    for cut in _cuts(text, start, end, words):
        span = _trimmed(text, here, cut)
        if span is not None:
            yield span
        here = cut
    span = _trimmed(text, here, end)
    if span is not None:
        yield span


def _cuts(text: str, start: int, end: int, words: _Words) -> Iterator[int]:
    bullets = {found.start() for found in _BULLET.finditer(text, start, end)}
    stops = {
        found.start("gap") if found["gap"] else found.end()
        for found in _STOP.finditer(text, start, end)
        if _ends_sentence(text, start, end, found, words)
    }
    yield from sorted(bullets | stops)


def _ends_sentence(text: str, start: int, end: int, found: re.Match[str], words: _Words) -> bool:
    rest = text[found.end() : min(end, found.end() + _LOOK)]
    before = _token_before(text, start, found.start())
    if not rest:
        return True
    if not found["gap"]:
        return _is_glued(before)
    after = rest.lstrip(_OPENERS)
    lower_is_start = words is _lists("lower")
    if after[:1].islower() and not lower_is_start:
        return False
    if found["closers"].strip(")]}") and _goes_on_to_speaker(rest):
        return False
    if found["stop"] != ".":
        return True
    return _full_stop_ends(before, after, words, at_start=_is_first(text, start, found.start(), before))


def _full_stop_ends(before: str, after: str, words: _Words, *, at_start: bool) -> bool:
    """Whether a single full stop between these two ends a sentence."""
    number_follows = after[:1].isdigit()
    if before.casefold() in _group("abbreviations", "titles"):
        return False
    is_numbered = before in words.either or before.casefold() in _group("abbreviations", "numbered")
    if number_follows and is_numbered:
        return False
    if at_start and (before.isdigit() or (len(before) == 1 and before.isalpha())):
        return False  # "1. The sides agree": a list's number, or an initial
    word = _WORD.match(after)
    following = word.group() if word else ""
    if before in words.clock:
        return following not in words.after_clock and not number_follows
    is_initial = len(before) == 1 and before.isupper()
    if is_initial or before in words.either or _DOTTED.fullmatch(before):
        return following.casefold() in _group("next_word", "starters") or not following
    return True


def _goes_on_to_speaker(rest: str) -> bool:
    """Whether a closed quotation is followed by who said it ("Why?" Colonel Demir asked)."""
    speech = _group("next_word", "speech")
    for place, word in enumerate(rest.split()[:4]):
        bare = word.strip(".,;:")
        if bare.casefold() in speech:
            return place > 0 or not bare[:1].isupper() or bare.isupper()
        if not bare[:1].isupper() or bare != word:
            return False
    return False


def _is_glued(before: str) -> bool:
    """Whether a stop without a space after it stands between two sentences, not inside a name."""
    tail = re.search(r"[^\W_]+[)\]\"”’']*\Z", before)
    if tail is None or "://" in before or "@" in before or before.startswith("www"):
        return False
    return len(tail.group()) > 1 and not tail.group()[:2].isupper()


def _token_before(text: str, start: int, stop: int) -> str:
    window = text[max(start, stop - _LOOK) : stop]
    pieces = window.split()
    if not pieces or window[-1].isspace():
        return ""
    return pieces[-1].lstrip(_OPENERS + "—–-/")


def _is_first(text: str, start: int, stop: int, before: str) -> bool:
    """Whether the word before a stop begins its sentence."""
    ahead = text[max(start, stop - _LOOK) : stop].removesuffix(before).rstrip()
    return not ahead or ahead[-1] in ".!?"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    words = piece.strip()
    if not words:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(words)


def _words_cased_like(piece: str) -> _Words:
    """Give the lists in the casing of the text: its own, all capitals, or none at all."""
    if piece.isupper():
        return _lists("upper")
    return _lists("lower" if piece.islower() else "mixed")


@cache
def _lists(casing: str) -> _Words:
    table = load_toml("sentence.toml")
    groups = {**table["abbreviations"], "after_clock": table["next_word"]["after_clock"]}
    recased = {"upper": str.upper, "lower": str.lower}
    recase = recased.get(casing, str)
    return _Words(**{name: frozenset(recase(word) for word in groups[name]) for name in _Words._fields})


@cache
def _group(table: str, group: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load_toml("sentence.toml")[table][group])
