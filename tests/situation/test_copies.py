"""The same words in copies of one text are told once, however each copy was read; near misses are not."""

from typing import Any

import pytest

from tests.situation.worlds import CONFLICT, Told, World, day, on
from trucewatch.records.entry import Verdict
from trucewatch.records.situation import Situation
from trucewatch.records.vocabulary import IncidentKind, Scope, TruceState
from trucewatch.situation import situation

BY_BERGIA = {"actor": ("Bergia",), "target": ("Arland",)}
FULL = {"kind": IncidentKind.SHELLING, **BY_BERGIA, "when": on(1), "where": "Lowick"}


def seen(world: World) -> Situation:
    return situation(world.holdings(), CONFLICT, day(28))


def two_copies() -> tuple[World, Told, Told]:
    world = World()
    return world, world.report(2, "Wire", story="one"), world.report(2, "Post", story="one")


@pytest.mark.parametrize(
    "other",
    [
        FULL | {"kind": IncidentKind.ABDUCTION, "where": None},
        FULL | {"where": "Farholm", "target": ()},
        FULL | {"actor": (), "target": ("Bergia",)},
        FULL | {"when": None, "by": "witnesses", "target": ()},
        FULL | {"where": "Nosuch", "when": on(3)},
    ],
    ids=["kind", "place", "sides", "voice and day", "place and another day"],
)
def test_one_sentence_of_two_copies_is_one_event_as_the_fullest_reads_it(other: dict[str, Any]) -> None:
    world, wire, post = two_copies()
    less, full = post.incident(**other), wire.incident(**FULL)
    world.in_same_words(less, full)
    (event,) = seen(world).events
    assert set(event.claims) == {full.id, less.id}
    assert (event.kind, event.actors, event.targets) == (IncidentKind.SHELLING, ("Bergia",), ("Arland",))
    assert (event.where and event.where.name, event.when, event.sources) == ("Lowick", on(1), 1)
    assert not event.by_person


def test_the_fullest_stands_where_it_was_published_later_too() -> None:
    world = World()
    less = world.report(2, "Post", story="one").incident(IncidentKind.ABDUCTION, actor=("Bergia",))
    full = world.report(4, "Wire", story="one").incident(**FULL)  # type: ignore[arg-type]
    world.in_same_words(less, full)
    (event,) = seen(world).events
    assert (event.kind, event.claims) == (IncidentKind.SHELLING, (less.id, full.id))


def other_story(world: World, wire: Told, _: Told) -> None:
    world.in_same_words(wire.incident(**FULL), world.report(2, "Echo").incident(**FULL | _ELSEWHERE))


def other_sentence(world: World, wire: Told, post: Told) -> None:
    world.in_same_words(wire.incident(**FULL))
    world.in_same_words(post.incident(**FULL | _ELSEWHERE), mark="another sentence")


def other_words(world: World, wire: Told, post: Told) -> None:
    world.in_same_words(wire.incident(**FULL))
    world.in_same_words(post.incident(**FULL | _ELSEWHERE), first=3)


def same_report(world: World, wire: Told, _: Told) -> None:
    world.in_same_words(wire.incident(**FULL), wire.incident(**FULL | _ELSEWHERE))


def unmarked(_: World, wire: Told, post: Told) -> None:
    wire.incident(**FULL)
    post.incident(**FULL | _ELSEWHERE)


def parted(world: World, wire: Told, post: Told) -> None:
    one, other = wire.incident(**FULL), post.incident(**FULL | _ELSEWHERE)
    world.in_same_words(one, other)
    world.judge(Verdict.SPLIT, one, other)


_ELSEWHERE: dict[str, Any] = {"where": "Farholm"}


@pytest.mark.parametrize(
    "tell",
    [other_story, other_sentence, other_words, same_report, unmarked, parted],
    ids=lambda tell: tell.__name__,
)
def test_near_misses_are_two_events(tell: Any) -> None:  # noqa: ANN401 - one of the functions above
    world, wire, post = two_copies()
    tell(world, wire, post)
    assert sorted(event.where.name for event in seen(world).events if event.where) == ["Farholm", "Lowick"]


def test_two_events_of_one_sentence_stay_two_in_all_copies() -> None:
    world, wire, post = two_copies()
    for report, kinds in ((wire, ("SHELLING", "ABDUCTION")), (post, ("SIEGE", "CLASH"))):
        for place, kind in enumerate(kinds):
            where = "Lowick" if report is wire else None
            claim = report.incident(IncidentKind[kind], **BY_BERGIA, when=on(1), where=where)
            world.in_same_words(claim, first=place * 3)
    events = seen(world).events
    assert sorted(event.kind for event in events) == [IncidentKind.ABDUCTION, IncidentKind.SHELLING]
    assert {len(event.claims) for event in events} == {2}


def test_a_rejected_reading_stands_for_nothing_and_a_corrected_one_for_all() -> None:
    world, wire, post = two_copies()
    less, full = post.incident(IncidentKind.SIEGE, actor=("Bergia",)), wire.incident(**FULL)  # type: ignore[arg-type]
    world.in_same_words(less, full)
    world.judge(Verdict.REJECT, full)
    (event,) = seen(world).events
    assert (event.kind, event.claims) == (IncidentKind.SIEGE, (less.id,))
    again, wire, post = two_copies()
    less, full = post.incident(IncidentKind.SIEGE, actor=("Bergia",)), wire.incident(**FULL)  # type: ignore[arg-type]
    again.in_same_words(less, full)
    instead = post.incident(IncidentKind.AIR_STRIKE, actor=("Bergia",), where="Farholm")
    post.claims.remove(instead)
    again.judge(Verdict.CORRECT, less, instead=instead)
    (event,) = seen(again).events
    assert (event.kind, event.where and event.where.name) == (IncidentKind.AIR_STRIKE, "Farholm")


def test_a_count_of_one_sentence_is_one_figure_of_the_event_that_either_copy_tells() -> None:
    world, wire, post = two_copies()
    wire.incident(**FULL)  # type: ignore[arg-type]
    full = wire.toll(5, by="Monitor", side=("Arland",), when=on(1), where="Lowick", together=True)
    less = post.toll(5, by="Monitor", scope=Scope.BACKGROUND)  # the copy was cut before the shelling
    world.in_same_words(full, less)
    found = seen(world)
    (toll,), (row,) = found.tolls, found.tolls[0].rows
    assert (found.background, set(row.claims)) == ((), {full.id, less.id})
    assert (row.by.name, row.side, set(row.latest.claims)) == ("Monitor", ("Arland",), {full.id, less.id})
    assert (row.earlier, row.beside) == ((), ())
    assert toll.label.endswith("2022-09-01")


def test_a_count_without_day_or_place_follows_its_copy_to_the_event() -> None:
    world, wire, post = two_copies()
    wire.incident(**FULL)  # type: ignore[arg-type]
    one = wire.toll(5, by="Monitor", side=("Arland",), together=True)
    other = post.toll(5, by="Monitor", side=("Arland",))
    assert len(seen(world).tolls) == 2
    world.in_same_words(one, other)
    (toll,) = seen(world).tolls
    assert set(toll.claims) == {one.id, other.id}


def test_a_step_of_one_sentence_is_one_step_of_one_truce() -> None:
    world, wire, post = two_copies()
    full = wire.truce(TruceState.AGREED, when=on(1), brokers=("Corland",))
    less = post.truce(TruceState.PROPOSED, parties=("Bergia",), brokers=("Dorland",), number=1)
    assert len(seen(world).truces) == 2
    world.in_same_words(full, less)
    (truce,) = seen(world).truces
    (step,) = truce.transitions
    assert (step.state, set(step.claims)) == (TruceState.AGREED, {full.id, less.id})
    assert truce.brokers == ("Corland",)


def test_a_day_before_the_fuller_copy_came_is_told_by_the_other() -> None:
    world = World()
    less = world.report(2, "Post", story="one").incident(IncidentKind.SIEGE, actor=("Bergia",))
    world.in_same_words(less, world.report(4, "Wire", story="one").incident(**FULL))  # type: ignore[arg-type]
    (before,) = situation(world.holdings(), CONFLICT, day(3)).events
    assert (before.kind, before.claims) == (IncidentKind.SIEGE, (less.id,))
