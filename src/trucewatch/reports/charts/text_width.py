"""How wide words will be, roughly, for the reader's own fonts are not known here."""

import unicodedata

NARROW = frozenset("iljtfrI.,:;'|!()[] 1")
WIDE = frozenset("mwMW@%—")
AVERAGE, SLIM, BROAD, FULL = 0.62, 0.38, 0.95, 1.05
"""Parts of the font size: most letters, narrow ones, wide ones, and those of East Asian scripts."""


def text_width(words: str, size: float) -> float:
    """Estimate the width of a line, in the units of the font's size."""
    return size * sum(map(_part, words))


def fitting(words: str, size: float, room: float) -> str:
    """Give as much of the words as there is room for, with a mark where they are cut."""
    if text_width(words, size) <= room:
        return words
    cut = words
    while cut and text_width(cut + "…", size) > room:
        cut = cut[:-1]
    return cut.rstrip() + "…"


def _part(character: str) -> float:
    if character in NARROW:
        return SLIM
    if character in WIDE:
        return BROAD
    if unicodedata.combining(character):
        return 0.0
    return FULL if unicodedata.east_asian_width(character) in "WF" else AVERAGE
