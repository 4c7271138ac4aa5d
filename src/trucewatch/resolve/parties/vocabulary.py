"""The small words around mentions, from codebook/mentions.toml, as sets to ask."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that shape a mention without naming anybody."""

    articles: frozenset[str]
    quantifiers: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    belonging: frozenset[str]
    place_prepositions: frozenset[str]
    state_places: frozenset[str]
    acting: frozenset[str]
    dealing_with: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    bound_particles: frozenset[str]
    past: frozenset[str]
    verbs_of_speech: frozenset[str]
    naming: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words that, bound to a party's name, make of it a mere colour, a master or an enemy."""

    loose: frozenset[str]
    unbound: frozenset[str]
    seated: frozenset[str]
    tied: frozenset[str]
    sources: frozenset[str]
    against: frozenset[str]


@cache
def small_words() -> SmallWords:
    """The small words.

    Errors: CodebookError when the file breaks the rules of the codebook.
    """
    return SmallWords(**_sets(load_toml("mentions.toml")["small"]))


@cache
def compounds() -> Compounds:
    """The words of compounds.

    Errors: CodebookError when the file breaks the rules of the codebook.
    """
    return Compounds(**_sets(load_toml("mentions.toml")["compounds"]))


@cache
def abbreviated() -> frozenset[str]:
    """Titles whose full stop ends no sentence."""
    return frozenset(load_toml("mentions.toml")["abbreviated"]["titles"])


def _sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in table.items()}
