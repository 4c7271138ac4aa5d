"""Which country a state's name, adjective or people stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.words import load_words

CODE_LENGTH = 2


@dataclass(frozen=True, slots=True)
class States:
    """The codebook's states by ISO 3166 alpha-2 code, as far as each has one.

    `names`, `adjectives`, `capitals` and `hints` (towns that point to a state) map folded words to
    codes; `standard` a code to its name.
    """

    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    capitals: Mapping[str, str]
    hints: Mapping[str, str]
    standard: Mapping[str, str]

    def named(self, folded: str) -> tuple[str, ...]:
        """The country that an already folded name is on record for."""
        code = self.names.get(folded)
        return (code,) if code else ()

    def name_of(self, code: str) -> str | None:
        """The name that a coding sheet has for a country."""
        return self.standard.get(code)


def load_states(countries: Mapping[str, str]) -> States:
    """Join codebook/states.toml with the gazetteer's countries (folded name -> code).

    Errors: CodebookError on a code that is no pair of capitals, or is given to no state
    """
    tables, codes = _tables(), _codes()
    unknown = sorted(codes.keys() - tables.keys())
    if unknown:
        refuse(f"codes: {unknown[0]!r} is no state of states.toml", where="codebook/place_words.toml")
    names: dict[str, str] = dict(countries)
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    hints: dict[str, str] = {}
    standard: dict[str, str] = {}
    for name, entry in tables.items():
        code = codes.get(name) or countries.get(fold(name))
        if code is None:
            continue
        standard[code] = name
        names.update(dict.fromkeys(map(fold, (name, *entry.get("names", ()))), code))
        people = [entry["adjective"], *entry.get("adjectives", ()), *entry.get("people", ())]
        plurals = [f"{word}s" for word in people]
        adjectives.update(dict.fromkeys(map(fold, (*people, *plurals)), code))
        capitals.update(dict.fromkeys(map(fold, entry.get("capitals", ())), code))
        hints.update(dict.fromkeys(map(fold, entry.get("places", ())), code))
    return States(names, adjectives, capitals, hints, standard)


@cache
def state_adjectives() -> frozenset[str]:
    """The adjectives of all states of the codebook, as written there."""
    entries = _tables().values()
    return frozenset(word for entry in entries for word in (entry["adjective"], *entry.get("adjectives", ())))


@cache
def state_names() -> frozenset[str]:
    """The names of all states of the codebook, as written there."""
    return frozenset(name for state, entry in _tables().items() for name in (state, *entry.get("names", ())))


@cache
def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = load_toml("states.toml")["states"]
    return tables


def _codes() -> Mapping[str, str]:
    codes = load_words().codes
    for state, code in codes.items():
        if len(code) != CODE_LENGTH or not code.isupper():
            refuse(f"codes.{state}: {code!r} is no ISO 3166 code", where="codebook/place_words.toml")
    return codes
