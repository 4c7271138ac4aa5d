"""What counts for two claims of one event, each beside a near miss that differs in just that."""

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.vocabulary import IncidentKind
from trucewatch.situation import situation
from trucewatch.situation.events.placing import PLACE_TRAITS
from trucewatch.situation.events.points import POINTS, Trait

AIR_STRIKE, CLASH, SHELLING = IncidentKind.AIR_STRIKE, IncidentKind.CLASH, IncidentKind.SHELLING
BOTH = {"actor": ("Arland", "Bergia")}
ONE_SIDE = {"actor": ("Bergia",)}


def how_many(world: World) -> int:
    return len(situation(world.holdings(), CONFLICT, day(28)).events)


def test_every_trait_counts_and_places_are_counted_once() -> None:
    assert set(POINTS) == set(Trait)
    assert len(set(PLACE_TRAITS)) == len(PLACE_TRAITS)


@pytest.mark.parametrize(("dead", "expected"), [(20, 1), (14, 1), (70, 2)], ids=["equal", "near", "far"])
def test_counts_of_dead_far_from_each_other_tell_two_events(dead: int, expected: int) -> None:
    world = World()
    for published, count in ((2, 20), (3, dead)):
        report = world.report(published, "Wire")
        report.incident(SHELLING, target=("Arland",), where="Lowick")
        report.toll(count, side=("Arland",), high=count, where="Lowick", together=True)
    assert how_many(world) == expected


@pytest.mark.parametrize(("sides", "expected"), [(BOTH, 1), (ONE_SIDE, 2)], ids=["both", "one side"])
def test_a_clash_told_later_without_a_day_is_one_where_both_sides_are(
    sides: dict[str, tuple[str, ...]], expected: int
) -> None:
    world = World()
    world.report(1, "Wire").incident(CLASH, **BOTH, when=on(1), where="Lowick")
    world.report(5, "Post").incident(CLASH, **sides, where="Lowick")
    assert how_many(world) == expected


@pytest.mark.parametrize(("published", "expected"), [(2, 1), (5, 2)], ids=["one day", "three days on"])
def test_raids_without_a_day_are_one_in_reports_of_one_day(published: int, expected: int) -> None:
    world = World()
    world.report(2, "Wire").incident(AIR_STRIKE, actor=("Bergia",))
    world.report(published, "Post").incident(AIR_STRIKE, actor=("Bergia",))
    assert how_many(world) == expected
