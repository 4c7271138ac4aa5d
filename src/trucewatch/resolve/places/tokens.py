"""The words of a text with what their capitals can tell."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.words import load_words

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`´ʻʿʾ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)]*\s|\n")
_JOIN = re.compile(r"(?:['’ʼ][sS])?(?:[ \u00a0]|[ ]?[-‐‑–][ ]?)")
_DOT = re.compile(r"\. ?")
_ABBREVIATED = 2
_MOSTLY = 0.85
_FEWEST = 4


class Token(NamedTuple):  # made by the hundred in every text, four times as fast as a dataclass
    """A word of a text.

    `gap` is what stands between it and the word before; `capital` whether its first letter is one;
    `shouted` whether the whole line is in capitals, so that they say nothing; `first` whether it
    opens a sentence; `joined` whether it may belong to one name with the word before.
    """

    start: int
    end: int
    text: str
    folded: str
    gap: str
    capital: bool
    shouted: bool
    first: bool
    joined: bool

    @property
    def spaced(self) -> bool:
        """Whether no more than white space parts it from the word before."""
        return self.gap.strip() in {"", "(", "“", '"', "‘"} and "\n" not in self.gap


@lru_cache(maxsize=8)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; a final "'s" is left to the gap that follows."""
    found: list[Token] = []
    at = 0
    for line in re.finditer(r"[^\n]+", text):
        shouted = _is_shouted(line[0])
        for match in _WORD.finditer(text, line.start(), line.end()):
            words = match[0]
            if words[-1] in "sS":
                words = _POSSESSIVE.sub("", words)
            gap = text[at : match.start()]
            at = match.start() + len(words)
            joined, first = True, not found
            if gap != " ":
                dotted = bool(found) and len(found[-1].text) <= _ABBREVIATED and _DOT.fullmatch(gap)
                joined = bool(_JOIN.fullmatch(gap) or dotted)
                ended = _SENTENCE_END.search(gap) and not joined
                first = bool(not found or ended or gap.strip() in {'"', "“"})
            found.append(
                Token(match.start(), at, words, fold(words), gap, _is_capital(words), shouted, first, joined)
            )
    return tuple(found)


def is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether tokens[at] is the lower-case article that opens a name, as in "al-Bab" or "ar-Rastan"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].capital or not tokens[at + 1].joined:
        return False
    evidence = load_words().evidence
    group = "articles" if tokens[at + 1].gap.strip() else "free_articles"
    return tokens[at].folded in evidence[group]


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].istitle()


def _is_shouted(line: str) -> bool:
    letters = "".join(filter(str.isalpha, line))
    upper = sum(map(str.isupper, letters))
    return upper >= _MOSTLY * len(letters) and len(_WORD.findall(line)) >= _FEWEST
