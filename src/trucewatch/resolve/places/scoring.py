"""How well each place that bears a name fits the document, part by part."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from trucewatch.records.values import Feature
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.context import Context
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.geodesy import distance_km
from trucewatch.resolve.places.grammar import Wanted, read

# Set by hand on the project's training corpus: a document's country outweighs any population,
# an explicit "in X" outweighs both, and nearness decides between namesakes of one country.
CONTEXT, COMPANY, CONTAINMENT, NEARNESS, POPULATION = 5.0, 1.5, 12.0, 3.0, 1.0
NEAR_KM, CITY_PEOPLE, VILLAGE_PEOPLE = 100.0, 10_000, 8_000
_KINDS = {
    Kind.COUNTRY: 8.0,
    Kind.CODEBOOK: 9.0,
    Kind.CAPITAL: 3.0,
    Kind.ADMIN1_SEAT: 1.0,
    Kind.SEAT: 0.3,
    Kind.QUARTER: -0.7,
    Kind.GONE: -0.7,
    Kind.ADMIN1: -0.3,
    Kind.ADMIN2: -1.5,
}


class Likeness(float, Enum):
    """What the words have of a place's names, and how much that speaks for it."""

    PRIMARY = 2.0
    """Its first name."""
    TRANSLITERATED = 1.5
    """One of its names, and its first one spelt otherwise."""
    ALTERNATE = 0.0
    """Another name of its own."""
    SIMILAR = -2.0
    """None of its names, but one spelt otherwise."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it, by the name of the rule."""

    candidate: Candidate
    parts: Mapping[str, float]

    @property
    def total(self) -> float:
        """All that speaks for it."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Setting:
    """What the candidates of one name are weighed against.

    `company` says how many of the document's names each country has; `anchors` are places decided
    already; `holders` the phrases said to hold this place.
    """

    gazetteer: Gazetteer
    context: Context
    company: Mapping[str, float]
    anchors: Sequence[Candidate]
    holders: tuple[str, ...]
    wanted: Wanted

    def spoken_of(self, candidate: Candidate) -> float:
        """How much the document's countries speak for the candidate."""
        return CONTEXT * self.context.strength * self.context.weight(candidate)

    def contradicts(self, candidate: Candidate) -> bool:
        """Whether a state is said to hold this place, and it is not the candidate's."""
        if candidate.kind in {Kind.COUNTRY, Kind.CAPITAL, Kind.CODEBOOK}:
            return False
        named = {code for holder in self.holders for code in self.gazetteer.states.named(fold(holder))}
        return bool(named) and not named & set(candidate.countries)


def score(candidate: Candidate, setting: Setting, likeness: Likeness) -> Scored:
    """What speaks for `candidate`: its country, its company, its size, its nearness, its spelling."""
    company = max((setting.company.get(code, 0.0) for code in candidate.countries), default=0.0)
    return Scored(
        candidate,
        {
            "country context": setting.spoken_of(candidate) + COMPANY * company,
            "containment": CONTAINMENT * is_held(candidate, setting.holders, setting.gazetteer),
            "nearness": NEARNESS * _nearness(candidate, setting.anchors),
            "population": _size(candidate, setting.wanted),
            "feature": _standing(candidate, primary=likeness is Likeness.PRIMARY)
            + _fit(candidate, setting.wanted),
            "spelling": likeness.value,
        },
    )


def is_held(candidate: Candidate, holders: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Whether some place that `holders` name holds the candidate, or some adjective says whose it is."""
    return any(_holds(holder, candidate, gazetteer) for holder in holders)


def _holds(holder: str, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    code = gazetteer.states.adjectives.get(fold(holder))
    if code and code in candidate.countries:
        return True
    reading = read(holder)
    return any(_lies_in(candidate, place) for place in gazetteer.named(reading.name))


def _lies_in(candidate: Candidate, place: Candidate) -> bool:
    if not set(candidate.countries) & set(place.countries):
        return False
    if place.kind is Kind.COUNTRY:
        return True
    if place.kind is Kind.ADMIN1 and candidate.kind is not Kind.CODEBOOK:
        return candidate.admin1 == place.admin1
    distance = distance_km(candidate, place)
    reach = {Feature.SETTLEMENT: 60, Feature.DISTRICT: 60, Feature.ADMIN: 200}.get(place.feature, 500)
    return distance is not None and distance <= reach


def _nearness(candidate: Candidate, anchors: Sequence[Candidate]) -> float:
    """1 at the nearest two of the document's other places, falling off over some 100 km."""
    others = [anchor for anchor in anchors if anchor.key != candidate.key]
    distances = sorted(d for d in (distance_km(candidate, anchor) for anchor in others) if d is not None)
    if not distances:
        return 0.0
    nearest = distances[:2]
    return math.exp(-sum(nearest) / len(nearest) / NEAR_KM)


def _standing(candidate: Candidate, *, primary: bool) -> float:
    """What its rank brings; a capital is known everywhere by its own name only."""
    if candidate.kind is Kind.CAPITAL and not primary:
        return 0.0
    return _KINDS.get(candidate.kind, 0.0)


def _size(candidate: Candidate, wanted: Wanted) -> float:
    weight = POPULATION / 4 if wanted is Wanted.VILLAGE else POPULATION
    return weight * math.log10(candidate.population + 100)


def _fit(candidate: Candidate, wanted: Wanted) -> float:
    """How well the size answers to "city", "town" or "village"; an unknown size answers to all."""
    if not candidate.is_settlement or not candidate.population:
        return 0.0
    if wanted is Wanted.CITY:
        return 3.0 if candidate.population >= CITY_PEOPLE else -1.0
    if wanted is Wanted.VILLAGE:
        return 2.0 if candidate.population <= VILLAGE_PEOPLE else -2.0
    return 0.0
