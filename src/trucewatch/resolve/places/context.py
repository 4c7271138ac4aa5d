"""Which countries a document speaks of, and how much."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.resolve.places.candidate import Candidate
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.tokens import Token, tokenise
from trucewatch.resolve.places.words import load_words

_ABBREVIATION = 3
_SIZEABLE = 50_000
_PLACE_WEIGHT = 3.0
_MORE_THAN_IN_PASSING = 1.5
_NAME, _ADJECTIVE, _CAPITAL, _HINT, _REGION, _PUBLISHER = 1.0, 0.6, 0.5, 0.8, 1.0, 0.5


SPOKEN_OF_MOST = 1.0
"""The weight of the country that a document speaks of most."""


@dataclass(frozen=True, slots=True)
class PlaceHints:
    """What is known of a document beside its text: codes of its publisher's country and of its subject."""

    publisher_country: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """How much a document speaks of each country, 1 for the one it speaks of most.

    `strength` is 1 where it does so more than in passing.
    """

    weights: Mapping[str, float]
    strength: float = 1.0

    def weight(self, candidate: Candidate) -> float:
        """How much the document speaks of a candidate's country, the best of several."""
        return max((self.weights.get(code, 0.0) for code in candidate.countries), default=0.0)

    def __bool__(self) -> bool:
        return bool(self.weights)


def read_context(text: str, hints: PlaceHints) -> Context:
    """The countries that `text` names, by state, adjective, people, capital, region or known town.

    A state that stands after "in", "near" or a direction counts for more than one that acts.
    """
    counts = defaultdict(float, _counts(text))
    most = max(counts.values(), default=1.0)
    for code in hints.countries:
        counts[code] += max(most, _MORE_THAN_IN_PASSING)
    if hints.publisher_country:
        counts[hints.publisher_country] += _PUBLISHER
    most = max(counts.values(), default=1.0)
    weights = {code: (count / most) ** 0.5 for code, count in counts.items()}
    return Context(weights, min(1.0, (most / _MORE_THAN_IN_PASSING) ** 0.5))


@lru_cache(maxsize=8)
def _counts(text: str) -> tuple[tuple[str, float], ...]:
    counts: dict[str, float] = defaultdict(float)
    tokens, known, longest_from = tokenise(text), _known(), _longest_from()
    at = 0
    while at < len(tokens):
        longest = longest_from.get(tokens[at].folded.partition(" ")[0], 0)
        for size in range(min(longest, len(tokens) - at), 0, -1):
            run = tokens[at : at + size]
            meaning = known.get(" ".join(token.folded for token in run))
            if meaning and _may_name(run):
                factor = _PLACE_WEIGHT if at and _is_place_word(tokens[at - 1]) else 1.0
                for code, weight in meaning:
                    counts[code] += weight * factor
                at += size - 1
                break
        at += 1
    return tuple(sorted(counts.items()))


def _may_name(run: Sequence[Token]) -> bool:
    first = run[0]
    if len(run) == 1 and len(first.text) <= _ABBREVIATION:
        return first.text.isupper() and not first.shouted
    return first.capital


def _is_place_word(token: Token) -> bool:
    return token.folded in load_words().evidence["strong"]


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Every word that speaks for a country, with how much."""
    gazetteer = Gazetteer.load()
    states = gazetteer.states
    known: dict[str, tuple[tuple[str, float], ...]] = {}
    for spelling, places in gazetteer.regions.items():
        codes = [code for place in places for code in place.countries]
        if codes:
            known[spelling] = tuple((code, _REGION / len(codes)) for code in codes)
    for group, weight in (
        (_telling(gazetteer, states.hints), _HINT),
        (_telling(gazetteer, states.capitals), _CAPITAL),
        (states.adjectives, _ADJECTIVE),
        (states.names, _NAME),
    ):
        known.update({fold(word): ((code, weight),) for word, code in group.items()})
    return known


@lru_cache(maxsize=1)
def _longest_from() -> Mapping[str, int]:
    """How many words the longest of the known phrases has that opens with a word."""
    longest: dict[str, int] = {}
    for phrase in _known():
        words = phrase.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _telling(gazetteer: Gazetteer, towns: Mapping[str, str]) -> dict[str, str]:
    """The towns whose name does not stand for a sizeable one of another country too, as Tripoli does."""
    return {
        name: code
        for name, code in towns.items()
        if all(
            code in c.countries
            for c in gazetteer.named(name)
            if c.is_settlement and c.population >= _SIZEABLE
        )
    }
