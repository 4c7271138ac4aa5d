"""A town is told from the province around it, and from what only lies near."""

import pytest

from trucewatch.claims.towns import is_town_in
from trucewatch.records.values import Feature, Place, PlacePrecision, Unresolved

EXACT, NEAR, PROVINCE = PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADMIN1


def place(name: str, feature: Feature, precision: PlacePrecision, north: float, country: str = "AR") -> Place:
    return Place(name, feature, country, north, 30.0, precision, 1, name)


LOWICK = place("Lowick", Feature.SETTLEMENT, EXACT, 50.0)
LOWSHIRE = place("Lowshire", Feature.ADMIN, PROVINCE, 50.5)


@pytest.mark.parametrize(
    ("town", "around", "told"),
    [
        (LOWICK, LOWSHIRE, True),
        (place("Lowick", Feature.SETTLEMENT, NEAR, 50.0), LOWSHIRE, True),
        (LOWICK, place("Hill district", Feature.ADMIN, PlacePrecision.ADMIN2, 50.2), True),
        (LOWSHIRE, LOWICK, False),
        (LOWICK, place("Farshire", Feature.ADMIN, PROVINCE, 53.0), False),
        (LOWICK, place("Otherland", Feature.ADMIN, PROVINCE, 50.5, "BE"), False),
        (LOWICK, place("Arland", Feature.COUNTRY, PlacePrecision.COUNTRY, 50.5), False),
        (LOWICK, place("Low plain", Feature.REGION, PROVINCE, 50.5), False),
        (LOWICK, place("Nearby", Feature.SETTLEMENT, EXACT, 50.1), False),
        (place("Low river", Feature.NATURAL, EXACT, 50.0), LOWSHIRE, False),
        (LOWICK, place("Lowick", Feature.ADMIN, PROVINCE, 50.1), False),
        (Unresolved("Lowick", "two bear it"), LOWSHIRE, False),
        (LOWICK, Unresolved("Lowshire", "not in the gazetteer"), False),
    ],
)
def test_a_town_in_a_province(town: Place | Unresolved, around: Place | Unresolved, *, told: bool) -> None:
    assert is_town_in(town, around) is told
