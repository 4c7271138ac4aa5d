"""From degrees to places on a sheet: a plain map that is true to scale at its middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trucewatch.reports.map.base import Ring

KM_A_DEGREE = 111.32
"""Kilometres of a degree of latitude."""

SMALLEST_KM = 110.0
"""How much of the world a map shows at least, from side to side."""

ROOM = 1.4
"""How much larger the map is than the stretch in which its incidents lie."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A crop of the world on a sheet of a width and height."""

    longitude: float
    latitude: float
    km_a_point: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point of the world stands on the sheet."""
        scale = KM_A_DEGREE / self.km_a_point
        narrowed = math.cos(math.radians(self.latitude))
        x = self.width / 2 + (longitude - self.longitude) * narrowed * scale
        return x, self.height / 2 - (latitude - self.latitude) * scale

    def places(self, ring: Ring) -> Ring:
        """Where the points of a line stand on the sheet."""
        scale = KM_A_DEGREE / self.km_a_point
        narrowed = math.cos(math.radians(self.latitude))
        x = self.width / 2 + (ring[:, 0] - self.longitude) * narrowed * scale
        y = self.height / 2 - (ring[:, 1] - self.latitude) * scale
        return np.column_stack([x, y])

    @property
    def degrees(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The longitudes and the latitudes between which the sheet lies."""
        high = self.height / 2 * self.km_a_point / KM_A_DEGREE
        wide = self.width / 2 * self.km_a_point / KM_A_DEGREE / math.cos(math.radians(self.latitude))
        west, east = self.longitude - wide, self.longitude + wide
        return (west, east), (self.latitude - high, self.latitude + high)


def around(points: Sequence[tuple[float, float, float]], width: float, height: float) -> Projection:
    """Crop the world so that all points and what lies around them are seen.

    Shape: each point is longitude, latitude and kilometres around it; at least one
    """
    west, east, south, north = _box(points)
    middle = (south + north) / 2
    across = (east - west) * KM_A_DEGREE * math.cos(math.radians(middle))
    down = (north - south) * KM_A_DEGREE
    km = max(across * ROOM / width, down * ROOM / height, SMALLEST_KM / width)
    return Projection((west + east) / 2, middle, km, width, height)


def _box(points: Sequence[tuple[float, float, float]]) -> tuple[float, float, float, float]:
    sides = []
    for longitude, latitude, km in points:
        high = km / KM_A_DEGREE
        wide = high / max(math.cos(math.radians(latitude)), 0.1)
        sides.append((longitude - wide, longitude + wide, latitude - high, latitude + high))
    west, east, south, north = zip(*sides, strict=True)
    return min(west), max(east), min(south), max(north)
