"""The role of every part of a text: nothing is deleted, page furniture and captions are marked."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.documents.lines import paragraphs
from trucewatch.documents.marks import marks
from trucewatch.documents.page import page_words
from trucewatch.documents.sentences import sentences_within
from trucewatch.records.document import SegmentRole

_LONGEST_FURNITURE = 30  # words; a longer sentence has swallowed a part of the report
_LONGEST_CAPTION = 60
_LONGEST_HEADLINE = 25
_LONGEST_DECK = 40
_LONGEST_LINK = 20
_TOP = 12  # pieces in which a headline or teaser may stand a second time
_FEWEST_REPEATED = 4
_STOPPED = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_NO_TITLE_END = re.compile(r"(?<![.])[.:][\"'”’)\]]*\Z")  # "said:" leads into the report
_ENDS_WITH_DAY = re.compile(r"(?:\d{1,2}|\d{4}|day)\W*\Z")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Piece:
    """A sentence or mark of one paragraph; `role` is None until something decides it."""

    start: int
    end: int
    words: str
    paragraph: int
    role: SegmentRole | None = None
    is_credit: bool = False
    is_alone: bool = False

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _STOPPED.search(self.words) is not None


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the text with its role; the parts of a text tile it."""

    start: int
    end: int
    role: SegmentRole


def parts(text: str, title: str | None) -> tuple[Part, ...]:
    """Give every part of a text its role.

    Shape:   ordered, none empty, from the first character to the last without a gap
    Units:   code points, half-open
    Errors:  none on any text; a text of white space gives ()
    Source:  codebook/page.toml
    """
    pieces = list(_pieces(text, title))
    _mark_own_words(pieces)
    _mark_pictured(pieces)
    _mark_headline(pieces)
    _mark_repeats(pieces)
    _mark_lists(pieces)
    return _tiled(pieces, len(text))


def _pieces(text: str, title: str | None) -> Iterator[Piece]:
    spans = paragraphs(text)
    known = deque(marks(text, spans, title))
    for number, (start, end) in enumerate(spans):
        inside = []
        while known and known[0].start < end:
            inside.append(known.popleft())
        edges = [start, *(edge for mark in inside for edge in (mark.start, mark.end)), end]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        spans_between = sentences_within(text, gaps)
        found = [Piece(first, last, text[first:last], number) for first, last in spans_between]
        worded = [piece for piece in found if _WORD.search(piece.words)] or found[:1]
        worded += [
            Piece(m.start, m.end, text[m.start : m.end].strip(), number, m.role, m.is_credit) for m in inside
        ]
        for piece in sorted(worded, key=lambda piece: piece.start):
            piece.is_alone = len(worded) == 1
            yield piece


def _mark_own_words(pieces: list[Piece]) -> None:
    """Mark the pieces that their own words give away."""
    page = page_words()
    for piece in pieces:
        if piece.role is not None:
            continue
        if _is_furniture(piece):
            piece.role = SegmentRole.FURNITURE
        elif page.byline_makers.match(piece.words) and piece.count <= _LONGEST_FURNITURE:
            piece.role = SegmentRole.BYLINE
        elif _says_caption(piece):
            piece.role = SegmentRole.CAPTION


def _is_furniture(piece: Piece) -> bool:
    page = page_words()
    if not _WORD.search(piece.words):
        return True
    if piece.count > _LONGEST_FURNITURE:
        return False
    if page.furniture_contains.search(piece.words) or page.furniture_label.match(piece.words):
        return True
    return page.furniture_opens.match(piece.words) is not None


def _says_caption(piece: Piece) -> bool:
    page = page_words()
    if piece.count > _LONGEST_CAPTION:
        return False
    return bool(page.caption_opens.match(piece.words) or page.caption_ends.search(piece.words))


def _mark_pictured(pieces: list[Piece]) -> None:
    """Mark what a credit credits: the caption before it, in its line or on the line above."""
    for at, piece in enumerate(pieces):
        if not piece.is_credit:
            continue
        before = pieces[at - 1] if at else None
        if before is None or before.role not in {None, SegmentRole.CAPTION}:
            continue
        if before.paragraph == piece.paragraph and not before.is_stopped:
            is_caption = page_words().tells.search(before.words) is None and before.count <= _LONGEST_CAPTION
        else:
            is_neighbour = before.paragraph == piece.paragraph or (before.is_alone and piece.is_alone)
            is_caption = is_neighbour and _looks_captioned(before)
        if is_caption:
            before.role = SegmentRole.CAPTION
        elif at + 1 == len(pieces) or pieces[at + 1].paragraph != piece.paragraph:
            piece.role = SegmentRole.BYLINE  # "(AFP)" behind the last sentence signs the report


def _looks_captioned(piece: Piece) -> bool:
    page = page_words()
    if piece.count > _LONGEST_CAPTION or page.tells.search(piece.words):
        return False
    return bool(page.caption_shows.search(piece.words) or _ENDS_WITH_DAY.search(piece.words))


def _mark_headline(pieces: list[Piece]) -> None:
    """Mark the first line that is no sentence, and a second one below it, when a report follows."""
    worded = [at for at, piece in enumerate(pieces) if piece.role in {None, SegmentRole.HEADLINE}]
    if not worded:
        return
    first, rest = pieces[worded[0]], worded[1:]
    following = pieces[worded[0] + 1 : worded[0] + 2]
    before_dateline = any(piece.role is SegmentRole.DATELINE for piece in following)
    is_line = first.is_alone and first.paragraph < pieces[-1].paragraph
    if first.role is None and (is_line or before_dateline) and _is_title(first):
        first.role = SegmentRole.HEADLINE
    if first.role is SegmentRole.HEADLINE and rest:
        _mark_deck(first, pieces[rest[0]], last=pieces[-1].paragraph)


def _mark_deck(headline: Piece, below: Piece, *, last: int) -> None:
    is_next_line = below.is_alone and headline.paragraph + 1 == below.paragraph < last
    is_open = not below.is_stopped and not below.words.endswith(":")
    if below.role is None and is_next_line and is_open and below.count <= _LONGEST_DECK:
        below.role = SegmentRole.DECK


def _is_title(piece: Piece) -> bool:
    return piece.count <= _LONGEST_HEADLINE and _NO_TITLE_END.search(piece.words) is None


def _mark_repeats(pieces: list[Piece]) -> None:
    """Mark a headline told again as furniture, a teaser told again as deck: the report keeps the last."""
    keys = [tuple(_WORD.findall(piece.words.casefold())) for piece in pieces[: 2 * _TOP]]
    for at, piece in enumerate(pieces[:_TOP]):
        if len(keys[at]) < _FEWEST_REPEATED:
            continue
        again = [other for other in range(at + 1, len(keys)) if _retells(piece, keys[at], keys[other])]
        if piece.role is SegmentRole.HEADLINE:
            for other in again:
                if pieces[other].role is None and pieces[other].is_alone and not pieces[other].is_stopped:
                    pieces[other].role = SegmentRole.FURNITURE
        elif piece.role is None and again:
            piece.role = SegmentRole.DECK


def _retells(piece: Piece, key: tuple[str, ...], later: tuple[str, ...]) -> bool:
    return later == key or (piece.words.endswith(("…", "...")) and later[: len(key)] == key)


def _mark_lists(pieces: list[Piece]) -> None:
    """Mark lines without a stop below "Related" or "Tags" as links, and what has no role by now as body."""
    in_list = told = False
    for piece in pieces:
        if piece.role is SegmentRole.FURNITURE and piece.is_alone:
            in_list = told and (in_list or page_words().furniture_heads.fullmatch(piece.words) is not None)
        elif piece.role is None:
            in_list = in_list and piece.is_alone and not piece.is_stopped and piece.count <= _LONGEST_LINK
            piece.role = SegmentRole.FURNITURE if in_list else SegmentRole.BODY
            told = told or not in_list


def _tiled(pieces: list[Piece], length: int) -> tuple[Part, ...]:
    """Neighbours of one paragraph and role become one part; white space goes to the part before it."""
    runs: list[Piece] = []
    for piece in pieces:
        if not runs or (runs[-1].role, runs[-1].paragraph) != (piece.role, piece.paragraph):
            runs.append(piece)
    starts = [0, *(piece.start for piece in runs[1:])]
    ends = [*starts[1:], length]
    return tuple(
        Part(start, end, piece.role or SegmentRole.BODY)
        for piece, start, end in zip(runs, starts, ends, strict=False)
    )
