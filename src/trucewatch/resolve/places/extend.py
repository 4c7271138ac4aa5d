"""What belongs to a place's name around it: "northern X", "X province", "outskirts of X", "X air base"."""

from collections.abc import Sequence

from trucewatch.resolve.places.tokens import Token
from trucewatch.resolve.places.words import load_words, nouns

_FARTHEST = 3
_AFTER = ("provinces", "districts", "quarters", "countryside", "facilities", "lines", "borders", "natural")
_OUTSKIRTS = ("around", "quarters", "countryside")


def extend(tokens: Sequence[Token], run: tuple[int, int]) -> tuple[int, int]:
    """The characters of tokens[run] with the words around it that make one place of them.

    Example: in "the southern outskirts of Homs", from "Homs" back to "southern"
    """
    first, last = run
    return tokens[_backward(tokens, first)].start, tokens[_forward(tokens, last) - 1].end


def _forward(tokens: Sequence[Token], last: int) -> int:
    """Past the unit, building or border that the name belongs to."""
    words = load_words()
    end = last
    for _ in range(_FARTHEST):
        if end >= len(tokens) or not tokens[end].joined:
            return last
        word = tokens[end].folded
        following = tokens[end + 1].folded if end + 1 < len(tokens) and tokens[end + 1].joined else ""
        if word == "front":
            return end + 2 if following in {"line", "lines"} else last
        if word in nouns("borders") and following in words.evidence["border_staff"]:
            return last
        if word in nouns(*_AFTER):
            return end + 1
        if word not in words.evidence["between"] and word not in words.grammar["directions"]:
            return last
        end += 1
    return last


def _backward(tokens: Sequence[Token], first: int) -> int:
    """Back over directions and "outskirts of"."""
    start = _over_directions(tokens, first)
    back = start - 1
    if back > 0 and tokens[back].folded == "the":
        back -= 1
    if back > 0 and tokens[back].folded == "of" and tokens[back - 1].folded in nouns(*_OUTSKIRTS):
        return _over_directions(tokens, back - 1)
    return start


def _over_directions(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at].joined and tokens[at - 1].folded in load_words().grammar["directions"]:
        at -= 1
    return at
