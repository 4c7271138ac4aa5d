"""Which places a name may mean, once names for one and the same place are put together."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from trucewatch.records.values import Feature
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.geodesy import distance_km
from trucewatch.resolve.places.grammar import Shape, Wanted

SAME_SPOT_KM = 40.0
_OWN_TOWN_KM = 80.0
_OWN_TOWN_SHARE = 0.05
_TOWNLIKE = frozenset((Wanted.CITY, Wanted.TOWN, Wanted.VILLAGE))
_UNITS = frozenset((Kind.ADMIN1, Kind.ADMIN2))
_AREAS = frozenset((Feature.ADMIN, Feature.REGION, Feature.DISPUTED))
_SHORTENED = frozenset((Shape.FACILITY, Shape.QUARTER, Shape.NATURAL))


@lru_cache(maxsize=8192)
def shortlist(
    gazetteer: Gazetteer, name: str, wanted: Wanted, shapes: tuple[Shape, ...] = ()
) -> tuple[Candidate, ...]:
    """The places on record that bear `name` and are of the kind wanted, each once.

    Shape:   where none is of that kind, all that bear the name; () where none bears it
    """
    found = gazetteer.named(name)
    if not found and _SHORTENED & set(shapes):
        found = _beginning(gazetteer, name)
    merged = _merge_curated(found)
    if wanted in _TOWNLIKE:
        return _only(merged, (c for c in merged if c.is_settlement or c.feature is Feature.DISTRICT))
    if wanted is Wanted.PROVINCE:
        return _only(merged, _units(merged, Kind.ADMIN1, Kind.ADMIN2))
    if wanted is Wanted.DISTRICT:
        return _only(merged, _units(merged, Kind.ADMIN2, Kind.ADMIN1))
    return _merge_units(merged)


def _beginning(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """What the longest beginning of `name` means: "Damascus International" -> Damascus."""
    words = name.split()
    beginnings = (gazetteer.named(" ".join(words[:size])) for size in range(len(words) - 1, 0, -1))
    return next((found for found in beginnings if found), ())


def _only(all_of_them: tuple[Candidate, ...], chosen: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(chosen) or all_of_them


def _units(found: tuple[Candidate, ...], *kinds: Kind) -> list[Candidate]:
    """The areas in `found`; of two units of one country, the one whose kind comes first."""
    curated = [c for c in found if c.kind is Kind.CODEBOOK and c.feature in _AREAS]
    units = [c for kind in kinds for c in found if c.kind is kind]
    first = {c.country: c.kind for c in reversed(units)}
    return curated + [c for c in units if first[c.country] is c.kind]


def _merge_curated(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Let the codebook's place and the index's be one: the index gives the id, the codebook the name."""
    kept = list(found)
    for curated in (c for c in found if c.kind is Kind.CODEBOOK):
        for indexed in (c for c in found if c.kind is not Kind.CODEBOOK):
            if indexed.country not in curated.countries:
                continue
            if curated.feature in _AREAS:
                if indexed.kind in _UNITS or indexed.kind is Kind.COUNTRY:
                    kept.remove(indexed) if indexed in kept else None
            elif indexed.is_settlement and _apart(curated, indexed) < SAME_SPOT_KM and curated in kept:
                kept.remove(indexed)
                place = kept.index(curated)
                kept[place] = replace(
                    curated,
                    admin1=indexed.admin1,
                    population=indexed.population,
                    geonames_id=indexed.geonames_id,
                )
                break
    return tuple(kept)


def _merge_units(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Of a town and a unit of its name, keep the town if it is the unit's own and no mere village."""
    dropped: set[str] = set()
    for unit in (c for c in found if c.kind in _UNITS):
        for town in (c for c in found if c.is_settlement and c.country == unit.country):
            if _apart(unit, town) > _OWN_TOWN_KM and not _is_seat(town):
                continue
            large = town.population >= _OWN_TOWN_SHARE * unit.population
            dropped.add(unit.key if unit.kind is Kind.ADMIN2 or _is_seat(town) or large else town.key)
        same = (c for c in found if c.kind is Kind.ADMIN1 and c.country == unit.country)
        if unit.kind is Kind.ADMIN2 and any(_apart(unit, c) < _OWN_TOWN_KM for c in same):
            dropped.add(unit.key)
    return tuple(c for c in found if c.key not in dropped)


def _is_seat(town: Candidate) -> bool:
    return town.kind in {Kind.ADMIN1_SEAT, Kind.CAPITAL}


def _apart(a: Candidate, b: Candidate) -> float:
    distance = distance_km(a, b)
    return float("inf") if distance is None else distance
