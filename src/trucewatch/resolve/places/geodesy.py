"""Distances on the globe."""

import math
from typing import Protocol

EARTH_RADIUS_KM = 6371.0088


class Located(Protocol):
    """Anything with WGS 84 degrees, either of which may be unknown."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""


def distance_km(a: Located, b: Located) -> float | None:
    """The great-circle distance of two places.

    Units:   kilometres on a sphere of the Earth's mean radius
    Errors:  None when either has no coordinates
    """
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north_a, north_b = math.radians(a.latitude), math.radians(b.latitude)
    half_north = (north_b - north_a) / 2
    half_east = math.radians(b.longitude - a.longitude) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north_a) * math.cos(north_b) * math.sin(half_east) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def midpoint(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """The point half way between two (latitude, longitude) points."""
    vectors = [_vector(point) for point in (a, b)]
    x, y, z = (sum(parts) for parts in zip(*vectors, strict=True))
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def _vector(point: tuple[float, float]) -> tuple[float, float, float]:
    north, east = math.radians(point[0]), math.radians(point[1])
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
