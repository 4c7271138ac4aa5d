"""A rule: a pattern, and how its match becomes an expression."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from trucewatch.records.values import Modifier
from trucewatch.resolve.spelling import spelt, whole
from trucewatch.resolve.times.expressions import Expression
from trucewatch.resolve.times.taken import Taken

HOW_MANY = "how many is not said"
RECURS = "recurs"
_BLANK = re.compile(r"\n\s*\n")
_LETTERS = re.compile(r"[^\W\d_]+")

Read = Callable[[re.Match[str]], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of expression is recognised; `read` gives None for a near miss.

    `pattern` is sought as whole words, capitals aside, inside a paragraph. Every text that it can match has
    a word, letters only, of each set of `needs`, so that in most paragraphs most rules are not even tried.
    """

    name: str
    pattern: str
    read: Read
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Atom:
    """Words of a text at [start, end) recognised as a time, not yet worked out."""

    start: int
    end: int
    rule: str
    expression: Expression
    modifier: Modifier = Modifier.NONE

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start


def last_of(phrases: Iterable[str], *, possessive: bool = False) -> frozenset[str]:
    """The words that a pattern for one of `phrases` needs: the last of each, however it is spelt."""
    words: set[str] = set()
    for phrase in phrases:
        pieces = _LETTERS.findall(spelt(phrase.rpartition(" ")[2]))
        words |= {"".join(pieces[at:]) for at in range(len(pieces))}
    return frozenset(words | {f"{word}s" for word in words}) if possessive else frozenset(words)


def matches(rule: Rule, text: str) -> list[Atom]:
    """Every place where `rule` fires; a near miss is passed by one character at a time."""
    found: list[Atom] = []
    for start, end, words in _paragraphs(text):
        if any(map(words.isdisjoint, rule.needs)):
            continue
        position = start
        while (match := _compiled(rule.pattern).search(text, position, end)) is not None:
            expression = rule.read(match)
            if expression is None:
                position = match.start() + 1
                continue
            found.append(Atom(match.start(), match.end(), rule.name, expression))
            position = match.end()
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return whole(pattern)


@lru_cache(maxsize=8)
def _paragraphs(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """Each paragraph's start and end, with every run of letters in it, as `spelt` has it."""
    blanks = [blank.span() for blank in _BLANK.finditer(text)]
    starts, ends = [0, *(end for _, end in blanks)], [*(start for start, _ in blanks), len(text)]
    return tuple(
        (start, end, frozenset(_LETTERS.findall(spelt(text[start:end]))))
        for start, end in zip(starts, ends, strict=True)
    )


def longest(atoms: list[Atom]) -> list[Atom]:
    """The longest atoms of each clash, in the order of the text."""
    taken = Taken()
    kept = [
        atom
        for atom in sorted(atoms, key=lambda found: (-found.length, found.start, found.rule))
        if taken.take(atom.start, atom.end)
    ]
    return sorted(kept, key=lambda found: found.start)
