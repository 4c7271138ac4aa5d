from typing import Any

import pytest

from trucewatch.errors import CodebookError
from trucewatch.records.values import Feature, PlacePrecision
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.places.regions import load_borders, load_regions, load_standard_names, read_region

GOOD: dict[str, Any] = {"name": "Nowhere", "feature": "region", "country": "SY", "at": [1.0, 2.0]}


def test_covers_the_world() -> None:
    places = {place.key: place for found in load_regions().values() for place in found}
    assert len(places) >= 250
    assert len({code for place in places.values() for code in place.countries}) >= 80


def test_disputed_areas_belong_to_no_state() -> None:
    disputed = [p for found in load_regions().values() for p in found if p.feature is Feature.DISPUTED]
    assert disputed
    assert all(place.country is None and place.claimants for place in disputed)


KNOWN = """
Nagorno-Karabakh|Crimea|Donbas|Eastern Ghouta|Rojava|Golan Heights|Gaza Strip|West Bank|Kashmir
Line of Control|Abkhazia|South Ossetia|Transnistria|Tigray
Darfur|Kivu|Casamance|Western Sahara|Mindanao|Rakhine|Bougainville
Kurdistan Region|Sinai|Durand Line|DMZ|Blue Line|Black Sea|Castello Road
"""


@pytest.mark.parametrize("name", KNOWN.strip().replace("\n", "|").split("|"))
def test_known_regions_are_there(name: str) -> None:
    assert Gazetteer.load().named(name)


def test_borders_have_two_sides_that_are_countries() -> None:
    gazetteer = Gazetteer.load()
    borders = load_borders()
    assert len(borders) >= 20
    for sides, border in borders.items():
        assert len(sides) == 2, border.name
        assert all(gazetteer.country(code) for code in sides), border.name


def test_codes_are_countries_and_points_lie_near_them() -> None:
    gazetteer = Gazetteer.load()
    codes = {code for found in load_regions().values() for place in found for code in place.countries}
    assert sorted(code for code in codes if gazetteer.country(code) is None and code != "EH") == []


def test_standard_names_belong_to_places() -> None:
    gazetteer = Gazetteer.load()
    for number, name in load_standard_names().items():
        found = [c for c in (*gazetteer.named(name), *gazetteer.resembling(name)) if c.geonames_id == number]
        assert [c.name for c in found[:1]] == [name], (number, name)


def test_precision_follows_the_feature() -> None:
    assert read_region(GOOD).precision is PlacePrecision.LARGER
    assert read_region(GOOD | {"feature": "settlement"}).precision is PlacePrecision.EXACT
    assert read_region(GOOD | {"precision": 3}).precision is PlacePrecision.ADMIN2


@pytest.mark.parametrize(
    "wrong",
    [
        {"feature": "planet"},
        {"at": [91.0, 0.0]},
        {"at": [0.0, 181.0]},
        {"colour": "red"},
        {"disputed": True},
        {"claimants": ["AM", "AZ"]},
        {"disputed": True, "claimants": ["AM", "AZ"]},
    ],
    ids=str,
)
def test_broken_entries_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CodebookError, match="Nowhere"):
        read_region(GOOD | wrong)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(CodebookError):
        read_region({"name": "Nowhere", "feature": "region"})
