"""Words for places to places: candidates in a text, and one decision for all of a document's mentions."""

from trucewatch.resolve.places.context import PlaceHints
from trucewatch.resolve.places.find import find_places
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.geodesy import distance_km
from trucewatch.resolve.places.resolve import resolve_places

__all__ = ["Gazetteer", "PlaceHints", "distance_km", "find_places", "resolve_places"]
