"""Cutting a text into runs of whole sentences that fit the encoder, with some words before each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

MAX_TOKENS = 512
"""Word pieces in one window, the two marks at its ends included."""

LEAD_TOKENS = 64
"""How many word pieces of the text's first sentences a later window repeats: what is retold stands there."""

CONTEXT_TOKENS = 64
"""How many word pieces of the sentences right before it a window repeats at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder.

    Shape:   `ids` and `offsets` have a row per word piece; row 0 and the last are the end marks,
             with offsets (0, 0). `sentence` numbers the sentence of each piece, -1 for the marks;
             `opens` tells which pieces open a word.
    Units:   offsets are code points of the text, half-open.
    `own` is the first row that this window answers for; the rows before it are context only.
    """

    ids: NDArray[np.int64]
    offsets: NDArray[np.int64]
    sentence: NDArray[np.int64]
    opens: NDArray[np.bool_]
    own: int

    def rows(self, start: int, end: int) -> tuple[int, int] | None:
        """The rows of text[start:end], None where the window does not hold all of it."""
        low, high = self.offsets[1:-1, 0], self.offsets[1:-1, 1]
        first, last = int(high.searchsorted(start, "right")), int(low.searchsorted(end)) - 1
        if first > last or low[first] > start or high[last] < end - 1:
            return None
        return first + 1, last + 2


def windows(
    text: str,
    sentences: Sequence[tuple[int, int]],
    tokenizer: Tokenizer,
    *,
    max_tokens: int = MAX_TOKENS,
    lead_tokens: int = LEAD_TOKENS,
    context_tokens: int = CONTEXT_TOKENS,
) -> tuple[Window, ...]:
    """Cut `text` into windows of whole sentences; a sentence too long for one is cut into several.

    Shape: each word piece of each sentence is owned by exactly one window, in order; before its own
           a window has the text's first sentences and those right before it, as far as they fit
    """
    pieces = list(_pieces(text, sentences, tokenizer, max_tokens - 2))
    out: list[Window] = []
    start = 0
    while start < len(pieces):
        room = max_tokens - 2
        spare = room - len(pieces[start].ids)
        context = start - _fitting(reversed(pieces[:start]), min(context_tokens, spare))
        spare -= _length(pieces[context:start])
        lead = _fitting(pieces[:context], min(lead_tokens, spare))
        before = [*pieces[:lead], *pieces[context:start]]
        end = start + _fitting(pieces[start:], room - _length(before))
        out.append(_window([*before, *pieces[start:end]], _length(before) + 1, tokenizer))
        start = end
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or a part of one that is too long, as word pieces."""

    sentence: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    opens: list[bool]


def _length(pieces: Iterable[_Piece]) -> int:
    return sum(len(piece.ids) for piece in pieces)


def _fitting(pieces: Iterable[_Piece], room: int) -> int:
    """How many pieces, from the first on, fit into `room` word pieces."""
    lengths = accumulate(len(piece.ids) for piece in pieces)
    return sum(1 for _ in takewhile(lambda length: length <= room, lengths))


def _pieces(
    text: str, sentences: Sequence[tuple[int, int]], tokenizer: Tokenizer, room: int
) -> Iterator[_Piece]:
    words = [text[start:end] for start, end in sentences]
    encodings = tokenizer.encode_batch(words, add_special_tokens=False)
    for number, ((start, _), encoding) in enumerate(zip(sentences, encodings, strict=True)):
        offsets = [(start + low, start + high) for low, high in encoding.offsets]
        of_word = encoding.word_ids
        opens = [piece == 0 or word != of_word[piece - 1] for piece, word in enumerate(of_word)]
        for cut in range(0, len(offsets), room):
            part = slice(cut, cut + room)
            yield _Piece(number, encoding.ids[part], offsets[part], opens[part])


def _window(pieces: Sequence[_Piece], own: int, tokenizer: Tokenizer) -> Window:
    ids = [tokenizer.token_to_id("[CLS]")]
    offsets = [(0, 0)]
    sentence = [-1]
    opens = [True]
    for piece in pieces:
        ids += piece.ids
        offsets += piece.offsets
        sentence += [piece.sentence] * len(piece.ids)
        opens += piece.opens
    ids.append(tokenizer.token_to_id("[SEP]"))
    return Window(
        ids=np.array(ids, np.int64),
        offsets=np.array([*offsets, (0, 0)], np.int64),
        sentence=np.array([*sentence, -1], np.int64),
        opens=np.array([*opens, True]),
        own=own,
    )
