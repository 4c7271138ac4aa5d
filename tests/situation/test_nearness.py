"""How near two claims' places are, one of which the gazetteer may lack."""

import pytest

from trucewatch.records.values import Feature, Place, PlacePrecision, Unresolved
from trucewatch.situation.nearness import Nearness, Where, nearness

TOWN = Place("Lowick", Feature.SETTLEMENT, "AR", 50.0, 30.0, PlacePrecision.EXACT, 1, "Lowick")
SUBURB = Place("Lowick Mill", Feature.SETTLEMENT, "AR", 50.02, 30.02, PlacePrecision.EXACT, 2, "Lowick Mill")
FAR_TOWN = Place("Farholm", Feature.SETTLEMENT, "AR", 51.5, 32.0, PlacePrecision.EXACT, 3, "Farholm")
PROVINCE = Place("Lowshire", Feature.ADMIN, "AR", 50.2, 30.2, PlacePrecision.ADMIN1, 4, "Lowshire")
VILLAGE = Place("Bexley", Feature.SETTLEMENT, "AR", 50.0, 30.0, PlacePrecision.NEAR, None, "Bexley")
OTHER_VILLAGE = Place("Corsham", Feature.SETTLEMENT, "AR", 50.0, 30.0, PlacePrecision.NEAR, None, "Corsham")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TOWN, TOWN, Nearness.SAME),
        (TOWN, SUBURB, Nearness.SAME),
        (TOWN, FAR_TOWN, Nearness.APART),
        (TOWN, PROVINCE, Nearness.INSIDE),
        (VILLAGE, VILLAGE, Nearness.SAME),
        (VILLAGE, TOWN, Nearness.UNKNOWN),
        (VILLAGE, OTHER_VILLAGE, Nearness.UNKNOWN),
        (VILLAGE, FAR_TOWN, Nearness.APART),
        (VILLAGE, PROVINCE, Nearness.INSIDE),
        (Unresolved("Bexley", "not in the gazetteer"), TOWN, Nearness.UNKNOWN),
        (None, TOWN, Nearness.UNKNOWN),
    ],
)
def test_a_place_put_at_a_town_is_not_taken_for_that_town(
    one: Where, other: Where, expected: Nearness
) -> None:
    assert nearness(one, other) is expected
    assert nearness(other, one) is expected
