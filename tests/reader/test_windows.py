from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reader.weights import load_weights
from trucewatch.reader.windows import windows

TOKENIZER = load_weights(threads=1).tokenizer


def cut(text: str, marks: list[int], max_tokens: int) -> tuple[list[tuple[int, int]], tuple]:
    edges = sorted({0, len(text), *(mark % (len(text) + 1) for mark in marks)})
    sentences = [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
    return sentences, windows(text, sentences, TOKENIZER, max_tokens=max_tokens, context_tokens=8)


@given(
    st.text(st.sampled_from("ab ,.éß漢\n"), max_size=300),
    st.lists(st.integers(0, 400), max_size=12),
    st.integers(16, 40),
)
def test_every_piece_is_owned_once_and_in_order(text: str, marks: list[int], max_tokens: int) -> None:
    sentences, found = cut(text, marks, max_tokens)
    owned = [tuple(map(int, row)) for w in found for row in w.offsets[w.own : -1]]
    pieces = []
    for start, end in sentences:
        encoding = TOKENIZER.encode(text[start:end], add_special_tokens=False)
        pieces += [(start + a, start + b) for a, b in encoding.offsets]
    assert owned == pieces
    assert all(len(w.ids) <= max_tokens for w in found)


def test_a_window_begins_with_words_already_owned() -> None:
    text = "One man said so. " * 20
    sentences = [(start, start + 16) for start in range(0, len(text), 17)]
    found = windows(text, sentences, TOKENIZER, max_tokens=24, context_tokens=8)
    assert len(found) > 1
    assert found[0].own == 1
    assert all(w.own > 1 for w in found[1:])
    assert all(w.offsets[1, 0] < w.offsets[w.own, 0] for w in found[1:])


def test_the_marks_belong_to_no_sentence() -> None:
    (window,) = windows("One man said so.", [(0, 16)], TOKENIZER)
    assert window.sentence[0] == window.sentence[-1] == -1
    assert np.all(window.sentence[1:-1] == 0)


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_gives_no_window(text: str) -> None:
    assert windows(text, [], TOKENIZER) == ()


def test_a_later_window_begins_with_the_first_sentences_of_the_text() -> None:
    text = "A truce began. " + "One man said so. " * 20
    sentences = [(0, 14), *((start, start + 16) for start in range(15, len(text) - 1, 17))]
    found = windows(text, sentences, TOKENIZER, max_tokens=24, lead_tokens=4, context_tokens=6)
    assert all([text[a:b] for a, b in w.offsets[1:5]] == ["A", "truce", "began", "."] for w in found)
    assert all(w.sentence[1:6].tolist() == [0, 0, 0, 0, w.sentence[w.own] - 1] for w in found[1:])


def test_what_two_windows_share_is_not_repeated_within_one() -> None:
    text = "One man said so. " * 3
    sentences = [(start, start + 16) for start in range(0, len(text), 17)]
    *_, last = windows(text, sentences, TOKENIZER, max_tokens=14, lead_tokens=64, context_tokens=64)
    assert last.sentence[1:-1].tolist() == sorted(last.sentence[1:-1].tolist())
    assert len(set(map(tuple, last.offsets[1:-1].tolist()))) == len(last.offsets) - 2
