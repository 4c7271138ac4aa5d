"""Which conflicts claims tell of, and which claims are of which."""

import pytest

from tests.situation.conflicts_of_holdings import conflicts_in
from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.claim import Incident
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.vocabulary import DealingKind, IncidentKind, Stance, TruceState
from trucewatch.situation import situation


def names(world: World) -> list[str]:
    return [conflict.name for conflict in conflicts_in(world.holdings())]


def test_a_dyad_is_found_by_what_is_done_and_named_alphabetically() -> None:
    world = World()
    world.report(1, "Wire").incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    assert conflicts_in(world.holdings()) == (CONFLICT,)


def test_tolls_and_truces_make_dyads_too() -> None:
    world = World()
    world.report(1, "Wire").toll(3, side=("Arland",), blamed=("Bergia",))
    world.report(1, "Post").truce(TruceState.AGREED, parties=("Corland", "Dorland"))
    assert names(world) == ["Arland-Bergia", "Corland-Dorland"]


def test_sides_that_fight_each_other_as_actors_are_a_dyad_and_allies_are_none() -> None:
    world = World()
    world.report(1, "Wire").incident(IncidentKind.CLASH, actor=("Arland", "Bergia"))
    world.report(1, "Wire").incident(
        IncidentKind.SHELLING, actor=("Corland", "Dorland"), target=("civilians",)
    )
    assert names(world) == ["Arland-Bergia"]


def test_two_sides_joined_in_one_name_are_two() -> None:
    world = World()
    world.report(1, "Wire").incident(IncidentKind.CLASH, actor=("Arland and Bergia",))
    assert names(world) == ["Arland-Bergia"]


def test_whoever_only_accuses_watches_or_mediates_is_no_party() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), by="Envoy of Corland", stance=Stance.ACCUSES)
    report.truce(TruceState.AGREED, parties=("Arland", "Bergia", "Corland"), brokers=("Corland",))
    report.toll(5, by="Monitor", side=("Arland",), blamed=("civilians",))
    assert names(world) == ["Arland-Bergia"]


def truces(world: World, count: int, *parties: str) -> None:
    for number in range(count):
        world.report(1, f"Wire {number}").truce(TruceState.AGREED, parties=parties)


@pytest.mark.parametrize(
    ("kind", "receivers", "is_conflict"),
    [
        (DealingKind.OFFER, ("Arland", "Bergia"), False),  # to host talks
        (DealingKind.REQUEST, ("Arland", "Bergia"), False),
        (DealingKind.MEDIATION, ("Arland",), False),
        (DealingKind.MEDIATION, ("Corland and Arland",), False),
        (DealingKind.OFFER, ("Arland",), True),  # a party offers something to the other
        (DealingKind.OFFER, ("Arland", "Corland"), True),
        (DealingKind.DEMAND, ("Arland", "Bergia"), True),
        (DealingKind.SANCTION, ("Arland", "Bergia"), True),
    ],
)
def test_whoever_stands_between_two_is_no_party_by_a_truce_alone(
    kind: DealingKind, receivers: tuple[str, ...], *, is_conflict: bool
) -> None:
    world = World()
    truces(world, 1, "Arland", "Corland")
    world.report(2, "Post").dealing(kind, "Corland", *receivers)
    assert ("Arland-Corland" in names(world)) is is_conflict


def test_a_broker_in_one_report_is_no_party_by_a_truce_in_another() -> None:
    world = World()
    truces(world, 1, "Arland", "Corland")
    world.report(2, "Post").truce(TruceState.AGREED, brokers=("Corland",))
    assert names(world) == ["Arland-Bergia"]


def test_a_broker_that_fights_is_a_party() -> None:
    world = World()
    truces(world, 1, "Arland", "Corland")
    report = world.report(2, "Post")
    report.truce(TruceState.AGREED, brokers=("Corland",))
    report.incident(IncidentKind.SHELLING, actor=("Corland",), target=("Arland",))
    assert names(world) == ["Arland-Corland", "Arland-Bergia"]


def test_who_is_told_more_often_as_a_party_than_as_a_broker_is_one() -> None:
    world = World()
    truces(world, 2, "Arland", "Corland")
    world.report(2, "Post").truce(TruceState.AGREED, brokers=("Corland",))
    assert names(world) == ["Arland-Corland", "Arland-Bergia"]


def test_what_is_denied_makes_nobody_a_broker() -> None:
    world = World()
    truces(world, 1, "Arland", "Corland")
    told = world.report(2, "Post")
    told.dealing(DealingKind.MEDIATION, "Corland", "Arland", by="Aide", stance=Stance.DENIES)
    assert names(world) == ["Arland-Corland"]


def test_an_accuser_that_fights_is_a_party() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    report.incident(IncidentKind.SHELLING, actor=("Corland",), target=("Arland",))
    report.incident(IncidentKind.SHELLING, actor=("Corland",), by="Envoy of Bergia", stance=Stance.ACCUSES)
    assert "Bergia-Corland" in names(world)


def test_what_is_denied_and_what_people_reject_makes_no_dyad() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(
        IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), by="Aide", stance=Stance.DENIES
    )
    wrong = report.incident(IncidentKind.SHELLING, actor=("Corland",), target=("Arland",))
    world.judge(Verdict.REJECT, wrong)
    assert names(world) == []


def test_a_named_conflict_comes_first_and_takes_the_dyads_of_its_parties() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    report.incident(IncidentKind.SHELLING, actor=("Dorland",), target=("Corland",))
    world.conflicts.append(Conflict("The hill war", ("Arland", "Bergia", "Ebland")))
    assert names(world) == ["The hill war", "Corland-Dorland"]


def test_only_reports_up_to_the_day_are_asked() -> None:
    world = World()
    world.report(5, "Wire").incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    assert conflicts_in(world.holdings(), day(4)) == ()
    assert conflicts_in(world.holdings(), day(5)) == (CONFLICT,)


def test_nothing_of_another_conflict_in_the_same_report() -> None:
    world = World()
    report = world.report(1, "Wire")
    own = report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), when=on(1))
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Corland",), when=on(1))
    report.toll(9, side=("Corland",), when=on(1))
    found = situation(world.holdings(), CONFLICT, day(1))
    assert [event.claims for event in found.events] == [(own.id,)]
    assert found.tolls == ()


def test_a_claim_of_nobody_goes_where_its_report_tells_most() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), where="Lowick")
    report.incident(IncidentKind.CLASH, actor=("Arland", "Bergia"), where="Farholm")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Corland",))
    nobodys = report.toll(7)
    hill = situation(world.holdings(), CONFLICT, day(1))
    other = situation(world.holdings(), Conflict("Bergia-Corland", ("Bergia", "Corland")), day(1))
    assert [toll.claims for toll in hill.tolls] == [(nobodys.id,)]
    assert other.tolls == ()


def test_of_two_conflicts_told_alike_neither_takes_what_names_nobody() -> None:
    world = World()
    report = world.report(1, "Wire")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",))
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Corland",))
    report.toll(7)
    assert situation(world.holdings(), CONFLICT, day(1)).tolls == ()


def test_a_named_conflict_keeps_to_its_places() -> None:
    world = World()
    report = world.report(1, "Wire")
    inside = report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), where="Lowick")
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), where="Farholm")
    hill = Conflict("Hill", ("Arland", "Bergia"), ("Lowick",))
    world.conflicts.append(hill)
    found = situation(world.holdings(), hill, day(1))
    assert [event.claims for event in found.events] == [(inside.id,)]
    assert isinstance(inside.payload, Incident)


def test_what_names_nobody_is_of_a_named_conflict_where_it_lies_inside_its_places() -> None:
    world = World()
    report = world.report(1, "Wire")
    inside, _ = report.toll(5, where="Lowick"), report.toll(6, where="Farholm")
    hill = Conflict("Hill", ("Arland", "Bergia"), ("Lowick",))
    assert [toll.claims for toll in situation(world.holdings(), hill, day(1)).tolls] == [(inside.id,)]
