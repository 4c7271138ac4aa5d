"""A rule: a pattern, and how its match becomes an expression."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from trucewatch.records.values import Modifier
from trucewatch.resolve.times.expressions import Expression
from trucewatch.resolve.times.taken import Taken

HOW_MANY = "how many is not said"
RECURS = "recurs"

Read = Callable[[re.Match[str]], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of expression is recognised; `read` gives None for a near miss."""

    name: str
    pattern: re.Pattern[str]
    read: Read


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


def matches(rule: Rule, text: str) -> list[Atom]:
    """Every place where `rule` fires; a near miss is passed by one character at a time."""
    found: list[Atom] = []
    position = 0
    while (match := rule.pattern.search(text, position)) is not None:
        expression = rule.read(match)
        if expression is None:
            position = match.start() + 1
            continue
        found.append(Atom(match.start(), match.end(), rule.name, expression))
        position = match.end()
    return found


def longest(atoms: list[Atom]) -> list[Atom]:
    """The longest atoms of each clash, in the order of the text."""
    taken = Taken()
    kept = [
        atom
        for atom in sorted(atoms, key=lambda found: (-found.length, found.start, found.rule))
        if taken.take(atom.start, atom.end)
    ]
    return sorted(kept, key=lambda found: found.start)
