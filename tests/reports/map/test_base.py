"""The packaged base map holds what it must, and draws disputed ground as disputed."""

from importlib import resources

import numpy as np
import pytest

from trucewatch.reports.map.base import ARCHIVE, base_map

DISPUTED = [
    *("Abkhazia", "Crimea", "Gaza", "Golan", "Kashmir", "Kosovo", "Nagorno-Karabakh", "Northern Cyprus"),
    *("Somaliland", "South Ossetia", "Transnistria", "West Bank", "Western Sahara"),
]
MOST_BYTES = 400_000


def test_every_disputed_area_is_there_as_disputed() -> None:
    assert [area.name for area in base_map().disputed] == DISPUTED


@pytest.mark.parametrize("name", DISPUTED)
def test_a_disputed_area_has_an_outline_or_a_point(name: str) -> None:
    (area,) = [one for one in base_map().disputed if one.name == name]
    assert bool(area.rings) != (area.at is not None)


@pytest.mark.parametrize("name", ["Kosovo", "Northern Cyprus", "Somaliland", "Western Sahara", "Palestine"])
def test_no_disputed_area_is_named_as_a_country(name: str) -> None:
    assert name not in {country.name for country in base_map().countries}


@pytest.mark.parametrize(
    ("name", "longitude", "latitude"),
    [
        ("Crimea", 34.1, 45.2),
        ("Abkhazia", 41.0, 43.1),
        ("Gaza", 34.4, 31.4),
        ("Nagorno-Karabakh", 46.8, 39.8),
    ],
)
def test_an_outline_lies_around_its_middle(name: str, longitude: float, latitude: float) -> None:
    (area,) = [one for one in base_map().disputed if one.name == name]
    points = np.concatenate(area.rings)
    assert points.min(axis=0)[0] < longitude < points.max(axis=0)[0]
    assert points.min(axis=0)[1] < latitude < points.max(axis=0)[1]


def test_the_layer_is_small_enough_to_carry() -> None:
    assert len(resources.files("trucewatch").joinpath(ARCHIVE).read_bytes()) < MOST_BYTES


def test_all_lines_lie_on_the_globe() -> None:
    for country in base_map().countries:
        for ring in country.rings:
            assert np.abs(ring[:, 0]).max() <= 180.01
            assert np.abs(ring[:, 1]).max() <= 90.01
