"""Whether one place is a town in another."""

from trucewatch.records.values import Feature, Place, PlacePrecision, Unresolved
from trucewatch.resolve.places import distance_km

PROVINCES = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})

REACH_KM = 150.0
"""How far from a province's middle its towns are taken to lie."""


def is_town_in(place: Place | Unresolved, around: Place | Unresolved) -> bool:
    """Whether a town lies in a province; by country and nearness, for borders of provinces are not known."""
    if isinstance(place, Unresolved) or isinstance(around, Unresolved):
        return False
    is_town = place.feature is Feature.SETTLEMENT and place.precision not in PROVINCES
    is_province = around.feature is Feature.ADMIN and around.precision in PROVINCES
    far = distance_km(place, around)
    same = place.country == around.country and place.name != around.name
    return is_town and is_province and same and far is not None and far <= REACH_KM
