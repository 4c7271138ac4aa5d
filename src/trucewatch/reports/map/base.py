"""The packaged base map: countries and disputed areas as lines on a grid.

Made from Natural Earth (public domain) by `training/build_base_map.py`.
"""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from trucewatch.errors import CodebookError

ARCHIVE = "reports/map/base_map.json.gz"
Ring = NDArray[np.float64]
"""A closed line: longitudes and latitudes in two columns."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country as Natural Earth draws it: by who rules where, which is no statement on who should.

    `name` "" where the area is named as disputed instead.
    """

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """An area that states dispute: an outline, or a point where Natural Earth has none."""

    name: str
    rings: tuple[Ring, ...]
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class BaseMap:
    """The whole world."""

    countries: tuple[Country, ...]
    disputed: tuple[Disputed, ...]


class _StoredCountry(msgspec.Struct):
    name: str
    disputed: str
    rings: list[list[int]]


class _StoredArea(msgspec.Struct):
    name: str
    rings: list[list[int]] = []
    at: tuple[int, int] | None = None


class _Stored(msgspec.Struct):
    grid: int
    arcs: list[list[int]]
    countries: list[_StoredCountry]
    disputed: list[_StoredArea]


@cache
def base_map() -> BaseMap:
    """Load the base map.

    Errors: CodebookError when it is missing or damaged
    """
    try:
        packed = resources.files("trucewatch").joinpath(ARCHIVE).read_bytes()
        stored = msgspec.json.decode(gzip.decompress(packed), type=_Stored)
    except (OSError, EOFError, msgspec.DecodeError) as error:
        advice = "install trucewatch again, or run `make basemap`"
        raise CodebookError(f"cannot be read: {error}", where=ARCHIVE, advice=advice) from error
    arcs = [_degrees(arc, stored.grid) for arc in stored.arcs]
    countries = [Country(one.name, _rings(one.rings, arcs)) for one in stored.countries]
    whole = [
        Disputed(one.disputed, _rings(one.rings, arcs), None) for one in stored.countries if one.disputed
    ]
    areas = [
        Disputed(
            one.name,
            tuple(_degrees(ring, stored.grid) for ring in one.rings),
            None if one.at is None else (one.at[0] / stored.grid, one.at[1] / stored.grid),
        )
        for one in stored.disputed
    ]
    return BaseMap(tuple(countries), tuple(sorted([*whole, *areas], key=lambda one: one.name)))


def _degrees(steps: Sequence[int], grid: int) -> Ring:
    """Add up the steps of a line."""
    return np.cumsum(np.array(steps, dtype=np.float64).reshape(-1, 2), axis=0) / grid


def _rings(rings: Sequence[Sequence[int]], arcs: Sequence[Ring]) -> tuple[Ring, ...]:
    """Join arcs to rings; ~n runs an arc backwards."""
    return tuple(np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]) for ring in rings)
