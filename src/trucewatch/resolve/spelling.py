"""How words are sought in text that may have lost its capitals, commas, apostrophes or straight quotes."""

import re
from collections.abc import Iterable

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]?\n(?!\s*\n))"
"""What stands between two words of one paragraph."""

POSSESSIVE = r"(?:['’ʼ]?s)"
"""The possessive, apostrophe or not."""

FLAGS = re.IGNORECASE


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, spaces as any gap and apostrophes as any or none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_spelt(word) for word in ordered) + ")"


def whole(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled to match only whole words, capitals aside."""
    return re.compile(rf"(?<![\w])(?:{pattern})(?![\w])", FLAGS)


def ending(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled to match whole words that end where the searched text ends."""
    return re.compile(rf"(?<![\w])(?:{pattern})\Z", FLAGS)


def before(text: str, position: int, reach: int = 60) -> str:
    """The `reach` characters that stand before `position`."""
    return text[max(0, position - reach) : position]


def _spelt(word: str) -> str:
    spaced = GAP.join(re.escape(part) for part in word.split(" "))
    return spaced.replace("'", "['’ʼ]?").replace(r"\-", r"[-‐‑ ]?")
