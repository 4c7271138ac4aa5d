"""How words are sought in text that may have lost its capitals, commas, apostrophes or straight quotes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

V = TypeVar("V")

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]?\n(?!\s*\n))"
"""What stands between two words of one paragraph."""

POSSESSIVE = r"(?:['’ʼ]?s)"
"""The possessive, apostrophe or not."""

FLAGS = re.IGNORECASE

_DOTTED = str.maketrans("İı", "ii")  # "i" matches both when capitals are let vary
_VARYING = re.compile(r"[-‐‑'’ʼ\s]")
_WORD_BEHIND = re.compile(rf"{GAP}\w")
_OPENING = 3
_LETTERS = re.compile(rf"[a-z]{{1,{_OPENING}}}")
_WORD_START = re.compile(r"(?<!\w)[^\W\d_]")


class Listed:
    """A long list of phrases as one pattern would find them, compiled only for the openings that texts have.

    Shape: `build` makes the pattern of some of the phrases, in their order; each phrase opens with a
           small letter of a to z, and the pattern with the same letters, capitals aside
    """

    def __init__(self, phrases: Sequence[str], build: Callable[[list[str]], re.Pattern[str]]) -> None:
        self._build = build
        self._phrases = [(_opening_of(phrase), phrase) for phrase in phrases]
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each match that opens a word, the first first, none overlapping."""
        position = 0
        while (opened := _WORD_START.search(text, position)) is not None:
            start = opened.start()
            pattern = self._pattern(text[start : start + _OPENING])
            match = pattern.match(text, start) if pattern else None
            position = match.end() if match else opened.end()
            if match:
                yield match

    def _pattern(self, letters: str) -> re.Pattern[str] | None:
        """The pattern of those phrases that may open with `letters`."""
        opening = letters.translate(_DOTTED).casefold()
        if opening not in self._patterns:
            fit = [phrase for own, phrase in self._phrases if opening.startswith(own)]
            self._patterns[opening] = self._build(fit) if fit else None
        return self._patterns[opening]


def _opening_of(phrase: str) -> str:
    letters = _LETTERS.match(phrase)
    if letters is None:
        message = f"{phrase!r} opens with no small letter"
        raise ValueError(message)
    return letters.group()


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, spaces as any gap and apostrophes as any or none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_pattern_of(word) for word in ordered) + ")"


def whole(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled to match only whole words, capitals aside."""
    return re.compile(rf"(?<![\w])(?:{pattern})(?![\w])", FLAGS)


def ending(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled to match whole words that end where the searched text ends."""
    return re.compile(rf"(?<![\w])(?:{pattern})\Z", FLAGS)


def before(text: str, position: int, reach: int = 60) -> str:
    """The `reach` characters that stand before `position`."""
    return text[max(0, position - reach) : position]


def spelt(words: str) -> str:
    """Matched words as the codebook spells them: small letters, single spaces."""
    return " ".join(words.translate(_DOTTED).casefold().split())


def key_of(words: str) -> str:
    """Matched words without the spaces, hyphens and apostrophes that `one_of` lets vary."""
    return _VARYING.sub("", spelt(words))


def keyed(table: Mapping[str, V]) -> dict[str, V]:
    """A table of the codebook to be asked by `key_of` of what `one_of` matched."""
    return {key_of(word): value for word, value in table.items()}


def goes_on(match: re.Match[str]) -> bool:
    """Whether a word follows a match at once, so that its closing "before" or "after" is a preposition."""
    return _WORD_BEHIND.match(match.string, match.end()) is not None


def _pattern_of(word: str) -> str:
    spaced = GAP.join(re.escape(part) for part in word.split(" "))
    return spaced.replace("'", "['’ʼ]?").replace(r"\-", r"[-‐‑ ]?")
