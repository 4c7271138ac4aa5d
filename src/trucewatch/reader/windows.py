"""Cutting a text into runs of whole sentences that fit the encoder, each with some words before it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

MAX_TOKENS = 256
"""Word pieces in one window, the two marks at its ends included."""

CONTEXT_TOKENS = 48
"""How many word pieces of earlier sentences a window repeats at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder.

    Shape:   `ids` and `offsets` have a row per word piece; row 0 and the last are the end marks,
             with offsets (0, 0). `sentence` numbers the sentence of each piece, -1 for the marks.
    Units:   offsets are code points of the text, half-open.
    `own` is the first row that this window answers for; the rows before it are context only.
    """

    ids: NDArray[np.int64]
    offsets: NDArray[np.int64]
    sentence: NDArray[np.int64]
    own: int


def windows(
    text: str,
    sentences: Sequence[tuple[int, int]],
    tokenizer: Tokenizer,
    *,
    max_tokens: int = MAX_TOKENS,
    context_tokens: int = CONTEXT_TOKENS,
) -> tuple[Window, ...]:
    """Cut `text` into windows of whole sentences; a sentence too long for one is cut into several.

    Shape: each word piece of each sentence is owned by exactly one window, in order.
    """
    pieces = [_Piece(*row) for row in _pieces(text, sentences, tokenizer, max_tokens - 2)]
    out: list[Window] = []
    start = 0
    while start < len(pieces):
        context = start
        room = max_tokens - 2
        budget = min(context_tokens, room - len(pieces[start].ids))
        while context > 0 and len(pieces[context - 1].ids) <= budget:
            context -= 1
            budget -= len(pieces[context].ids)
        used = sum(len(piece.ids) for piece in pieces[context:start])
        end = start
        while end < len(pieces) and used + len(pieces[end].ids) <= room:
            used += len(pieces[end].ids)
            end += 1
        before = sum(len(piece.ids) for piece in pieces[context:start])
        out.append(_window(pieces[context:end], before + 1, tokenizer))
        start = end
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or a part of one that is too long, as word pieces."""

    sentence: int
    ids: list[int]
    offsets: list[tuple[int, int]]


def _pieces(
    text: str, sentences: Sequence[tuple[int, int]], tokenizer: Tokenizer, room: int
) -> list[tuple[int, list[int], list[tuple[int, int]]]]:
    encodings = tokenizer.encode_batch(
        [text[start:end] for start, end in sentences], add_special_tokens=False
    )
    rows = []
    for number, ((start, _), encoding) in enumerate(zip(sentences, encodings, strict=True)):
        offsets = [(start + low, start + high) for low, high in encoding.offsets]
        rows += [
            (number, encoding.ids[cut : cut + room], offsets[cut : cut + room])
            for cut in range(0, len(offsets), room)
        ]
    return rows


def _window(pieces: Sequence[_Piece], own: int, tokenizer: Tokenizer) -> Window:
    ids = [tokenizer.token_to_id("[CLS]")]
    offsets = [(0, 0)]
    sentence = [-1]
    for piece in pieces:
        ids += piece.ids
        offsets += piece.offsets
        sentence += [piece.sentence] * len(piece.ids)
    ids.append(tokenizer.token_to_id("[SEP]"))
    return Window(
        ids=np.array(ids, np.int64),
        offsets=np.array([*offsets, (0, 0)], np.int64),
        sentence=np.array([*sentence, -1], np.int64),
        own=own,
    )
