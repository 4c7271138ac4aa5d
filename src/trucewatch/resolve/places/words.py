"""The words by which text says that something is a place, from codebook/place_words.toml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from trucewatch.codebook.loading import load_toml, refuse

SOURCE = "codebook/place_words.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Each group of the codebook file, as a set of lower-case words or phrases."""

    grammar: Mapping[str, frozenset[str]]
    evidence: Mapping[str, frozenset[str]]
    ordinary: frozenset[str]
    personal: frozenset[str]
    codes: Mapping[str, str]

    def one_of(self, *groups: str) -> str:
        """A pattern that matches any word of the named grammar groups, longest first."""
        return alternatives(word for group in groups for word in self.grammar[group])


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first, whatever white space or hyphen joins their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        "(?:" + "|".join(r"[\s\-]".join(map(re.escape, re.split(r"[\s-]", word))) for word in ordered) + ")"
    )


@cache
def load_words() -> Words:
    """The word lists.

    Errors: CodebookError on a missing group or a word that is not in lower case
    """
    tables = load_toml("place_words.toml")
    if not tables.keys() >= {"grammar", "evidence", "names", "codes"}:
        refuse("a table is missing", where=SOURCE)
    for table in ("grammar", "evidence", "names"):
        for group, words in tables[table].items():
            wrong = [word for word in words if word != word.lower()]
            if wrong:
                refuse(f"{table}.{group}: {wrong[0]!r} has a capital and can never match", where=SOURCE)
    return Words(
        grammar={group: frozenset(words) for group, words in tables["grammar"].items()},
        evidence={group: frozenset(words) for group, words in tables["evidence"].items()},
        ordinary=frozenset(tables["names"]["ordinary"]),
        personal=frozenset(tables["names"]["personal"]),
        codes=tables["codes"],
    )


@cache
def nouns(*groups: str) -> frozenset[str]:
    """The words of several grammar groups together."""
    words = load_words()
    return frozenset(word for group in groups for word in words.grammar[group])


def is_plural(noun: str) -> bool:
    """Whether a noun of the codebook stands in the plural: "Kosovo villages" are not Kosovo."""
    return noun.lower().endswith("s")
