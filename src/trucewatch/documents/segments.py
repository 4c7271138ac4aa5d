"""The role of every part of a text: nothing is deleted, page furniture and captions are marked."""

import re
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
_STRICT_STOP = re.compile(r"\.[\"'”’)\]]*\Z")
_ENDS_WITH_DAY = re.compile(r"(?:\d{1,2}|\d{4}|day)\W*\Z")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Piece:
    """A sentence or mark of one paragraph; `role` is None until something decides it."""

    start: int
    end: int
    words: str
    paragraph: int
    role: SegmentRole | None
    is_credit: bool
    is_alone: bool

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
    known = list(marks(text, spans, title))
    for number, (start, end) in enumerate(spans):
        inside = [mark for mark in known if start <= mark.start < end]
        known = known[len(inside) :]
        edges = [start, *(edge for mark in inside for edge in (mark.start, min(mark.end, end))), end]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        found = [(first, last, None, False) for first, last in sentences_within(text, gaps)]
        found += [(mark.start, min(mark.end, end), mark.role, mark.is_credit) for mark in inside]  # type: ignore[misc]
        for first, last, role, is_credit in sorted(found, key=lambda item: item[0]):
            words = text[first:last].strip()
            yield Piece(first, last, words, number, role, is_credit, len(found) == 1)


def _mark_own_words(pieces: list[Piece]) -> None:
    """Pieces that their own words give away."""
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
    """What a credit credits: the caption before it, in its line or on the line above."""
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
    """The first line that is no sentence, and a second one below it, when a report follows."""
    last = pieces[-1].paragraph if pieces else 0
    rest = [piece for piece in pieces if piece.role in {None, SegmentRole.HEADLINE}]
    if not rest or rest[0].paragraph == last:
        return
    first = rest[0]
    if first.role is None and first.is_alone and _is_title(first, _LONGEST_HEADLINE):
        first.role = SegmentRole.HEADLINE
    below = next((piece for piece in rest[1:] if piece.role is None), None)
    if first.role is not SegmentRole.HEADLINE or below is None or not below.is_alone or below.paragraph == last:
        return
    if below.paragraph == first.paragraph + 1 and not below.is_stopped and below.count <= _LONGEST_DECK:
        below.role = SegmentRole.DECK


def _is_title(piece: Piece, longest: int) -> bool:
    return piece.count <= longest and _STRICT_STOP.search(piece.words) is None


def _mark_repeats(pieces: list[Piece]) -> None:
    """A headline told again is furniture; a teaser told again is a deck, and the report keeps the last."""
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
    """Lines without a stop below "Related" or "Tags" are links; what has no role by now is body."""
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
    starts = [0, *(piece.start for piece in runs[1:]), length]
    return tuple(
        Part(start, end, piece.role or SegmentRole.BODY)
        for piece, start, end in zip(runs, starts, starts[1:], strict=False)
    )
