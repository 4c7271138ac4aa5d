"""Claims of one event come together; near misses do not; people's judgements go first."""

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.entry import Verdict
from trucewatch.records.event import Event
from trucewatch.records.vocabulary import IncidentKind, Stance
from trucewatch.situation import situation

SHELLING, AIR_STRIKE, CLASH = IncidentKind.SHELLING, IncidentKind.AIR_STRIKE, IncidentKind.CLASH
BY_BERGIA = {"actor": ("Bergia",), "target": ("Arland",)}
BY_ARLAND = {"actor": ("Arland",), "target": ("Bergia",)}


def events(world: World) -> tuple[Event, ...]:
    return situation(world.holdings(), CONFLICT, day(28)).events


def test_two_reports_of_one_shelling_are_one_event_with_both_sources() -> None:
    world = World()
    one = world.report(2, "Wire").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    other = world.report(2, "Post").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    (event,) = events(world)
    assert event.claims == (one.id, other.id)
    assert (event.sources, event.contested, event.actors) == (2, False, ("Bergia",))


def test_copies_of_one_wire_are_one_source() -> None:
    world = World()
    for publisher in ("Wire", "Post"):
        world.report(2, publisher, story="one").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    (event,) = events(world)
    assert (event.sources, len(event.accounts)) == (1, 2)


@pytest.mark.parametrize(
    "other",
    [
        {"kind": SHELLING, **BY_BERGIA, "when": on(1), "where": "Farholm"},
        {"kind": SHELLING, **BY_BERGIA, "when": on(3), "where": "Lowick"},
        {"kind": SHELLING, **BY_BERGIA, "when": on(2), "where": "Lowick Mill"},
        {"kind": SHELLING, **BY_ARLAND, "when": on(1), "where": "Lowick"},
        {"kind": IncidentKind.ABDUCTION, **BY_BERGIA, "when": on(1), "where": "Lowick"},
        {"kind": SHELLING, "actor": ("Corland",), "target": ("Arland",), "when": on(1), "where": None},
    ],
    ids=[
        "another town",
        "two days later",
        "next day, next town",
        "turned round",
        "another kind",
        "another side",
    ],
)
def test_near_misses_stay_apart(other: dict[str, object]) -> None:
    world = World()
    world.report(3, "Wire").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    world.report(3, "Post").incident(**other)  # type: ignore[arg-type] - a table of keywords
    assert all(len(event.claims) == 1 for event in events(world))


def test_two_events_of_one_report_stay_two_however_alike() -> None:
    world = World()
    report = world.report(2, "Wire")
    for where in ("Lowick", "Lowick"):
        report.incident(SHELLING, **BY_BERGIA, when=on(1), where=where)
    assert len(events(world)) == 2


def test_kin_kinds_of_one_day_and_place_are_one_event() -> None:
    world = World()
    world.report(2, "Wire").incident(CLASH, actor=("Arland", "Bergia"), when=on(1), where="Lowick")
    world.report(2, "Post").incident(IncidentKind.GROUND_ATTACK, **BY_BERGIA, when=on(1), where="Lowick")
    (event,) = events(world)
    assert {account.kind for account in event.accounts} == {CLASH, IncidentKind.GROUND_ATTACK}


def test_a_province_is_too_large_to_make_two_events_one_unless_only_one_fits() -> None:
    world = World()
    world.report(2, "Wire").incident(AIR_STRIKE, **BY_BERGIA, when=on(1), where="Lowshire")
    post = world.report(2, "Post")
    for where in ("Lowick", "Lowick Mill"):
        post.incident(AIR_STRIKE, **BY_BERGIA, when=on(1), where=where)
    found = events(world)
    assert len(found) == 3
    assert all(event.unsure for event in found)


def test_the_only_likely_one_of_the_other_report_is_the_same() -> None:
    world = World()
    world.report(2, "Wire").incident(AIR_STRIKE, **BY_BERGIA, when=on(1), where="Lowshire")
    world.report(2, "Post").incident(AIR_STRIKE, **BY_BERGIA, when=on(1), where="Lowick")
    (event,) = events(world)
    assert event.place_words == "Lowshire"
    assert event.where is not None
    assert event.where.name == "Lowick"


def test_a_denial_joins_the_event_and_contests_it() -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(SHELLING, **BY_BERGIA, by="Aide of Arland", when=on(1), where="Lowick")
    report.incident(
        SHELLING, **BY_BERGIA, by="Spokesman of Bergia", when=on(1), where="Lowick", stance=Stance.DENIES
    )
    (event,) = events(world)
    assert event.contested
    assert [denier.name for denier in event.denied_by] == ["Spokesman"]
    assert event.sources == 1


def test_people_who_tell_different_actors_contest_each_other() -> None:
    world = World()
    world.report(2, "Wire").incident(
        SHELLING, actor=("Bergia",), target=("civilians",), when=on(1), where="Lowick"
    )
    world.report(2, "Post").incident(
        SHELLING, actor=("Arland",), target=("civilians",), when=on(1), where="Lowick"
    )
    (event,) = events(world)
    assert event.contested
    assert event.actors == ("Arland", "Bergia")


def test_a_person_parts_and_joins_above_the_scorer() -> None:
    world = World()
    one = world.report(2, "Wire").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    other = world.report(2, "Post").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    far = world.report(2, "Echo").incident(SHELLING, **BY_BERGIA, when=on(1), where="Farholm")
    world.judge(Verdict.SPLIT, one, other)
    world.judge(Verdict.MERGE, one, far)
    told = {frozenset(event.claims) for event in events(world)}
    assert told == {frozenset((one.id, far.id)), frozenset((other.id,))}
    assert all(event.by_person for event in events(world))


def test_the_later_judgement_on_a_pair_stands() -> None:
    world = World()
    one = world.report(2, "Wire").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    other = world.report(2, "Post").incident(SHELLING, **BY_BERGIA, when=on(1), where="Lowick")
    world.judge(Verdict.SPLIT, one, other)
    world.judge(Verdict.MERGE, one, other)
    assert len(events(world)) == 1
