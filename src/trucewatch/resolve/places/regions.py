"""The codebook's own layer of places: regions, disputed areas, borders, seas, villages at the front."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.records.values import Feature, PlacePrecision
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.folding import fold

SOURCE = "codebook/regions.toml"
_STANDARD = "standard"
_FIELDS = frozenset(
    ("name", "also", "feature", "country", "states", "disputed", "claimants", "at", "precision")
)
_PRECISIONS = {
    Feature.SETTLEMENT: PlacePrecision.EXACT,
    Feature.DISTRICT: PlacePrecision.NEAR,
    Feature.ADMIN: PlacePrecision.ADMIN1,
}


@cache
def load_regions() -> Mapping[str, tuple[Candidate, ...]]:
    """The codebook's places by folded name.

    Errors: CodebookError on a field that is unknown, missing or of the wrong kind, a place that two
            entries name alike, or a disputed area that is given to one state
    """
    found: dict[str, list[Candidate]] = defaultdict(list)
    for entry in _entries():
        place = read_region(entry)
        for spelling in dict.fromkeys(map(fold, (entry["name"], *entry.get("also", ())))):
            if any(other.name == place.name for other in found[spelling]):
                refuse(f"{entry['name']}: stands twice", where=SOURCE)
            found[spelling].append(place)
    return {spelling: tuple(places) for spelling, places in found.items()}


@cache
def load_borders() -> Mapping[frozenset[str], Candidate]:
    """The codebook's borders by the two states on either side."""
    places = {place.key: place for found in load_regions().values() for place in found}
    return {
        frozenset(place.claimants): place
        for place in places.values()
        if place.feature is Feature.BORDER and place.name.endswith(" border")
    }


@cache
def lower_case_names() -> frozenset[str]:
    """The folded names that a text may write without any capital, such as "line of contact"."""
    spellings = (name for entry in _entries() for name in (entry["name"], *entry.get("also", ())))
    return frozenset(fold(name) for name in spellings if name.islower())


@cache
def lower_case_openings() -> frozenset[str]:
    """The first words of those names."""
    return frozenset(name.partition(" ")[0] for name in lower_case_names())


@cache
def load_standard_names() -> Mapping[int, str]:
    """The short English names of settlements that GeoNames files under another, by GeoNames id."""
    names = _tables().get(_STANDARD, {})
    for number in names:
        if not number.isdecimal():
            refuse(f"standard.{number}: is no GeoNames id", where=SOURCE)
    return {int(number): str(name) for number, name in names.items()}


@cache
def _tables() -> Mapping[str, Any]:
    return load_toml("regions.toml")


def _entries() -> Iterator[dict[str, Any]]:
    for area, entries in _tables().items():
        if area != _STANDARD:
            yield from entries


def read_region(entry: dict[str, Any]) -> Candidate:
    """One entry of the codebook as a place.

    Errors: CodebookError that names the entry and what is wrong with it
    """
    name = entry.get("name", "an entry without a name")
    _check(entry, name)
    feature = Feature(entry["feature"])
    default = _PRECISIONS.get(feature, PlacePrecision.LARGER)
    return Candidate(
        key=f"codebook:{name}",
        name=name.partition(",")[0],
        kind=Kind.CODEBOOK,
        feature=feature,
        precision=PlacePrecision(entry["precision"]) if "precision" in entry else default,
        country=entry.get("country"),
        admin1="",
        latitude=float(entry["at"][0]),
        longitude=float(entry["at"][1]),
        population=0,
        geonames_id=None,
        claimants=tuple(entry.get("claimants") or entry.get("states") or ()),
    )


def _check(entry: dict[str, Any], name: str) -> None:
    if not entry.keys() >= {"name", "feature", "at"} or entry.keys() - _FIELDS:
        refuse(f"{name}: a field is missing or unknown", where=SOURCE)
    if entry["feature"] not in set(Feature):
        refuse(f"{name}: {entry['feature']!r} is no feature", where=SOURCE)
    disputed = entry.get("disputed", False)
    if disputed != ("claimants" in entry) or (disputed and "country" in entry):
        refuse(f"{name}: a disputed area has claimants and no country", where=SOURCE)
    latitude, longitude = entry["at"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 - the ranges of WGS 84
        refuse(f"{name}: lies nowhere on Earth", where=SOURCE)
