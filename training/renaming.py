"""Other names for a report, so that the reader learns from the words around a name and not the name itself.

A state, a town, a person or an armed group becomes another of its kind, everywhere in the report at once.
What the sheet says of each stays tied to its place in the text.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.examples import Report
from trucewatch.codebook.loading import load_toml
from trucewatch.records.reading import Trait

KINDS = (Trait.SETTLEMENT, Trait.PERSON, Trait.ARMED_GROUP)
"""Traits of mentions that are renamed; states have their own table."""

SHORTEST = 4
"""Letters below which a word is too common to be replaced everywhere."""


@dataclass(frozen=True, slots=True)
class State:
    """A state's name, adjective and seat of government."""

    name: str
    adjective: str
    capital: str


@dataclass(frozen=True, slots=True)
class NameStock:
    """Names to choose from, by kind."""

    states: Sequence[State]
    names: dict[Trait, Sequence[str]]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> "NameStock":
        """All names of the reports and all states of the codebook that have a seat of their own name."""
        found: dict[Trait, set[str]] = {kind: set() for kind in KINDS}
        for report in reports:
            for kind in KINDS:
                found[kind].update(_names(report, kind))
        entries = load_toml("states.toml")["states"].items()
        states = [
            State(name, entry["adjective"], entry["capitals"][0])
            for name, entry in entries
            if "adjective" in entry and entry.get("capitals")
        ]
        return cls(states, {kind: sorted(names) for kind, names in found.items()})


def renamings(report: Report, stock: NameStock, rng: random.Random) -> list[tuple[int, int, str]]:
    """Each place of a name with what stands there instead, in order.

    The states that the text names change all together, as do other names, each with its own chance.
    """
    new: dict[str, str] = {}
    for kind in KINDS:
        for name in _names(report, kind):
            new[name] = rng.choice(stock.names[kind])
    new |= _other_states(report.text, stock.states, rng)
    new |= {name.upper(): other.upper() for name, other in new.items()}
    if not new:
        return []
    words = "|".join(map(re.escape, sorted(new, key=lambda name: (-len(name), name))))
    return [(*match.span(), new[match[0]]) for match in re.finditer(rf"\b(?:{words})\b", report.text)]


def _names(report: Report, kind: Trait) -> Iterator[str]:
    """Names of one kind, each once, in the order of the text; of a person the last word."""
    seen: set[str] = set()
    for mention in report.mentions:
        if kind not in mention.traits:
            continue
        name = report.text[mention.start : mention.end]
        name = name.split()[-1] if kind is Trait.PERSON else name
        if len(name) >= SHORTEST and name[0].isupper() and not name.isupper() and name not in seen:
            seen.add(name)
            yield name


def _other_states(text: str, states: Sequence[State], rng: random.Random) -> dict[str, str]:
    named = [state for state in states if state.name in text or state.adjective in text]
    new: dict[str, str] = {}
    for old, other in zip(named, rng.sample(list(states), len(named)), strict=True):
        new |= {
            old.name: other.name,
            old.adjective: other.adjective,
            f"{old.adjective}s": f"{other.adjective}s",
            old.capital: other.capital,
        }
    return new
