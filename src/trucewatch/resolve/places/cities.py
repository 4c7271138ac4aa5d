"""Which city a quarter is part of that is named without it: "the Zyx district", "a district of the city"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.geodesy import distance_km
from trucewatch.resolve.places.shortlist import SAME_SPOT_KM
from trucewatch.resolve.places.words import load_words

QUARTERED = 100_000
"""People of a town whose quarters are named without it."""

_REACH = 80
_CAPITAL = re.compile(r"[\s\-][A-Z]")
_BREAK = re.compile(r"[.!?]['\"”’)]*\s|\n")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text names a place, and which."""

    start: int
    end: int
    place: Candidate


def is_city(place: Candidate) -> bool:
    """Whether a place is large enough to have quarters with names of their own."""
    return place.is_settlement and (place.population >= QUARTERED or place.kind is Kind.CAPITAL)


def the_city(start: int, named: Sequence[Named]) -> Candidate | None:
    """The city that "the city" means for what is named at `start`: the last one named before it."""
    before = [other for other in named if other.start < start and is_city(other.place)]
    return max(before, key=lambda other: other.start).place if before else None


def only_city(text: str, start: int, named: Sequence[Named]) -> Candidate | None:
    """The only city that things happen in, by the sentence about `start`, else by the whole text.

    Shape:   None where there are several or none; by the whole text also where things happen elsewhere
    """
    scenes = [other for other in named if is_scene(text, other.start, other.end)]
    first, last = _sentence(text, start)
    own = _only(other.place for other in scenes if first <= other.start < last and is_city(other.place))
    city = own or _only(other.place for other in scenes if is_city(other.place))
    if city is None or (own is None and any(_is_elsewhere(other.place, city) for other in scenes)):
        return None
    return city


def is_scene(text: str, start: int, end: int) -> bool:
    """Whether a text puts something in the place text[start:end]: "in [Homs]", not "in [Bab] Zyx"."""
    goes_on = _CAPITAL.match(text, end)
    return goes_on is None and bool(_into().search(text[max(0, start - _REACH) : start]))


def _is_elsewhere(place: Candidate, city: Candidate) -> bool:
    apart = distance_km(place, city)
    return apart is None or apart > SAME_SPOT_KM


def _only(cities: Iterable[Candidate]) -> Candidate | None:
    apart = {city.key: city for city in cities}
    return next(iter(apart.values())) if len(apart) == 1 else None


def _sentence(text: str, start: int) -> tuple[int, int]:
    breaks = [match.end() for match in _BREAK.finditer(text)]
    first = max((at for at in breaks if at <= start), default=0)
    return first, min((at for at in breaks if at > start), default=len(text))


@cache
def _into() -> re.Pattern[str]:
    kinds = load_words().one_of("cities", "towns")
    return re.compile(
        r"\b(?:in|inside|within|across|throughout)\s(?:the\s)?"
        rf"(?:(?:[\w\-]+\s){{0,4}}?{kinds}\sof\s|(?:[\w\-]+[a-z]\s){{0,2}})$",
        re.IGNORECASE,
    )
