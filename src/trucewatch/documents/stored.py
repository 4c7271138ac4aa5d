"""The stored text of a plain original: its characters as they stand, with line ends made one kind."""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u180e]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_ADDED = -1


@dataclass(frozen=True, slots=True)
class Stored:
    """Text to keep and, for each of its characters, where it stood before; -1 where nowhere."""

    text: str
    offsets: tuple[int, ...]

    def then(self, later: "Stored") -> "Stored":
        """Give `later`, which was made from this text, with its offsets led back to this one's origin."""
        return Stored(later.text, tuple(_ADDED if at == _ADDED else self.offsets[at] for at in later.offsets))


def without_surrogates(text: str) -> str:
    """Give the text with halves of a surrogate pair, which no encoding can write, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def store(text: str) -> Stored:
    """Keep every character of a text; only CR LF and CR become LF, and halves of a pair U+FFFD.

    Units:   code points
    """
    whole = without_surrogates(text)
    offsets = list(range(len(whole)))
    for found in reversed(tuple(_LINE_END.finditer(whole))):
        del offsets[found.start() + 1 : found.end()]
    return Stored(_LINE_END.sub("\n", whole), tuple(offsets))


def unseen_characters(text: str, fate: str = "kept in the text") -> tuple[str, ...]:
    """Note the characters of a text that no reader sees but that change how it reads or matches."""
    kinds = (("zero-width", _ZERO_WIDTH), ("text-direction", _DIRECTION))
    counts = [(name, len(pattern.findall(text))) for name, pattern in kinds]
    return tuple(f"{count} {name} characters {fate}" for name, count in counts if count)
