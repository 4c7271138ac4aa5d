"""The words of a text as they are searched: the same on every database, with where they stand."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

LONGEST_WORD = 64
"""Letters of a word that are searched; what is longer is no word."""

MOST_WORDS = 40_000
"""Different words of one text that are searched; PostgreSQL's index of one text ends at a million bytes."""

MARK = "\ue000"
"""Begins a mark, so that no word of a text or of a search can be one: no letter is in private use."""

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")


def places(text: str, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
    """Give where words without capitals and accents stand in a text, in order; half-open code points.

    Example: the words s and elite stand in "Sukhumi's élite" at (8, 9) and (10, 15)
    """
    if text.isascii() and 0 < max(map(len, wanted), default=0) < LONGEST_WORD:  # longer ones were cut
        one = "|".join(map(re.escape, wanted))
        return (found.span() for found in re.finditer(rf"(?<![^\W_])(?:{one})(?![^\W_])", text.lower()))
    return (found.span() for found in _WORD.finditer(text) if _folded(found.group()) in wanted)


def folded_words(*texts: str | None) -> list[str]:
    """Give the different words of some texts, in order."""
    found: dict[str, None] = {}
    for text in texts:
        if text and text.isascii():  # lowered at once, which is what most texts need
            found |= dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(text.lower()))
        elif text:
            found |= dict.fromkeys(map(_folded, _WORD.findall(text)))
    return list(found)[:MOST_WORDS]


def mark(kind: str, value: str) -> str:
    """Give a word that stands for a value of a filter.

    Example: every claim of the side Armenia carries the mark of ("side", "armenia")
    """
    return MARK + _digest(kind, value.casefold())


@lru_cache(maxsize=65_536)
def _digest(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}\0{value}".encode()).hexdigest()[:12]


@lru_cache(maxsize=65_536)
def _folded(raw: str) -> str:
    if raw.isascii():
        return raw.lower()[:LONGEST_WORD]
    apart = unicodedata.normalize("NFKD", raw)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
    return "".join(letter for letter in bare if letter.isalnum())[:LONGEST_WORD] or raw[:LONGEST_WORD]
