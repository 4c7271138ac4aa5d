"""How near two claims' places are: the same, close, one inside the other, apart, or not to be told."""

from enum import StrEnum
from functools import lru_cache

from trucewatch.records.values import Feature, Place, PlacePrecision, Unresolved
from trucewatch.resolve.places import distance_km

SAME_KM = 3.0
CLOSE_KM = 15.0
"""Two points of one place, and of a place and what lies beside it."""

NAMED_ALIKE_KM = 50.0
"""Within this a name that holds another's, "Mount Sinjar" beside "Sinjar", is of what lies beside it."""

REACH_KM = {
    PlacePrecision.EXACT: 25.0,
    PlacePrecision.NEAR: 25.0,
    PlacePrecision.ADMIN2: 60.0,
    PlacePrecision.ADMIN1: 150.0,
    PlacePrecision.LARGER: 300.0,
    PlacePrecision.COUNTRY: 1500.0,
    PlacePrecision.WATER_OR_AIR: 300.0,
}
"""How far from its middle a place of each precision is taken to reach; UCDP's where_prec."""

AREAS = frozenset({Feature.ADMIN, Feature.COUNTRY, Feature.REGION, Feature.DISPUTED, Feature.BORDER})
"""Features that hold towns."""

Where = Place | Unresolved | None


class Nearness(StrEnum):
    """What two places are to each other."""

    SAME = "same"
    CLOSE = "close"
    INSIDE = "inside"
    APART = "apart"
    UNKNOWN = "unknown"


def nearness(one: Where, other: Where) -> Nearness:
    """What two places are to each other; UNKNOWN where one is not told or has no coordinates.

    Shape: INSIDE for two of one province or country, which may be anywhere in it
    """
    if one is None or other is None:
        return Nearness.UNKNOWN
    if _words(one) == _words(other):
        return Nearness.INSIDE if is_area(one) or is_area(other) else Nearness.SAME
    if isinstance(one, Unresolved) or isinstance(other, Unresolved):
        return Nearness.CLOSE if _names_within(one.text, other.text) else Nearness.UNKNOWN
    near = _between(one, other)
    vague = near in {Nearness.APART, Nearness.UNKNOWN}
    return Nearness.CLOSE if vague and _is_by_name(one, other) else near


def is_area(where: Where) -> bool:
    """Whether a place is larger than a town."""
    return isinstance(where, Place) and (where.feature in AREAS or where.precision > PlacePrecision.ADMIN2)


def _is_put(place: Place) -> bool:
    """Whether the gazetteer lacks a place, so that it stands at the town or province said to hold it."""
    return place.geonames_id is None and place.precision is not PlacePrecision.EXACT


def ground(where: Where) -> str:
    """A key for one ground: a place's name with its country, else the words in lower case."""
    if isinstance(where, Place):
        return f"{where.name}/{where.country or ''}"
    return where.text.casefold() if where else ""


@lru_cache(maxsize=100_000)
def _between(one: Place, other: Place) -> Nearness:
    far = distance_km(one, other)
    if far is None:
        return Nearness.UNKNOWN
    if is_area(one) or is_area(other):
        return _with_area(one, other, far)
    if _is_put(one) or _is_put(other):
        return Nearness.UNKNOWN if far <= REACH_KM[PlacePrecision.NEAR] else Nearness.APART
    if far <= SAME_KM:
        return Nearness.SAME
    return Nearness.CLOSE if far <= CLOSE_KM else Nearness.APART


def _with_area(one: Place, other: Place, far: float) -> Nearness:
    reach = max(REACH_KM[place.precision] for place in (one, other) if is_area(place))
    countries = {one.country, other.country} - {None}
    whole = Feature.COUNTRY in {one.feature, other.feature}
    if whole and len(countries) > 1:
        return Nearness.APART
    return Nearness.INSIDE if far <= reach or (whole and countries) else Nearness.APART


def _is_by_name(one: Place, other: Place) -> bool:
    """Whether two places a day's walk apart bear one name, such as a town and the mountain over it."""
    far = distance_km(one, other)
    return far is not None and far <= NAMED_ALIKE_KM and _names_within(one.name, other.name)


def _words(where: Place | Unresolved) -> str:
    return where.text.casefold() if isinstance(where, Unresolved) else ground(where)


def _names_within(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return bool(words) and (words <= others or others <= words)
