"""Tolls per claimant: tables, revisions, ranges over independent sources, arithmetic."""

import pytest

from tests.situation.worlds import CONFLICT, Told, World, day, on
from trucewatch.records.entry import Verdict
from trucewatch.records.toll import CheckKind, Stands, Toll, TollKind
from trucewatch.records.vocabulary import Effect, IncidentKind, Scope, TruceState, Victims
from trucewatch.reports.phrases import backed
from trucewatch.situation import situation

ARLAND, BERGIA = ("Arland",), ("Bergia",)


def tolls(world: World, number: int = 28) -> tuple[Toll, ...]:
    return situation(world.holdings(), CONFLICT, day(number)).tolls


def shelling(report: Told, number: int = 1, where: str = "Lowick") -> None:
    report.incident(IncidentKind.SHELLING, actor=BERGIA, target=ARLAND, when=on(number), where=where)


def test_one_row_for_each_claimant_and_effect_and_none_merged_across_speakers() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    report.toll(5, by="Aide of Arland", side=ARLAND, when=on(1), where="Lowick", together=True)
    report.toll(9, by="Monitor", side=ARLAND, when=on(1), where="Lowick", together=True)
    report.toll(12, side=ARLAND, effect=Effect.WOUNDED, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert [(row.by.name, row.effect, row.latest.low) for row in toll.rows] == [
        ("Aide", Effect.KILLED, 5),
        ("Monitor", Effect.KILLED, 9),
        ("Wire", Effect.WOUNDED, 12),
    ]
    killed, wounded = toll.ranges
    assert (killed.low, killed.high, killed.sources, killed.contested) == (5, 9, 1, True)
    assert (wounded.low, wounded.high, wounded.contested) == (12, 12, False)


def test_copies_of_one_wire_count_once_but_each_publisher_is_a_claimant() -> None:
    world = World()
    for publisher in ("Wire", "Post"):
        report = world.report(2, publisher, story="one")
        shelling(report)
        report.toll(5, side=ARLAND, when=on(1), where="Lowick", together=True)
        report.toll(7, by="witnesses", side=ARLAND, when=on(1), where="Lowick", together=True)
        report.toll(6, by="Monitor", side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert [row.by.name for row in toll.rows] == [
        "Monitor",
        "witnesses (Post)",
        "witnesses (Wire)",
        "Post",
        "Wire",
    ]
    assert toll.ranges[0].sources == 3


def test_a_range_says_who_of_those_in_it_is_of_neither_side() -> None:
    world = World()
    for publisher, story in (("Wire", "one"), ("Post", "one"), ("Echo", None)):
        report = world.report(2, publisher, story=story)
        shelling(report)
        report.toll(8, side=ARLAND, when=on(1), where="Lowick", together=True)
    for speaker in ("Aide of Arland", "Doctor of Arland", "Spokesman of Bergia"):
        report.toll(6, by=speaker, side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    (found,) = toll.ranges
    assert [(tuple(by.name for by in one.by), one.stands) for one in found.backing] == [
        (("Aide", "Doctor"), Stands.OWN_SIDE),
        (("Spokesman",), Stands.OTHER_SIDE),
        (("Echo",), Stands.NEITHER_SIDE),
        (("Post", "Wire"), Stands.NEITHER_SIDE),
    ]
    assert (found.low, found.high, found.sources) == (6, 8, 2)
    assert backed(found) == "2 independent sources, the own side and the other side"


def test_a_range_of_parties_alone_says_that_nobody_else_is_in_it() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    report.toll(6, by="Aide of Arland", side=ARLAND, when=on(1), where="Lowick", together=True)
    (found,) = tolls(world)[0].ranges
    assert (found.sources, backed(found)) == (0, "the own side; no source of neither side")


@pytest.mark.parametrize(
    ("kind", "side", "expected"),
    [
        (IncidentKind.CLASH, ((), ()), []),
        (IncidentKind.CLASH, (("Arland",), ("Bergia",)), [(5, 5), (9, 9)]),
        (IncidentKind.CLASH, (("Arland",), ("Arland",)), [(5, 9)]),
        (IncidentKind.SHELLING, ((), ()), [(5, 9)]),
    ],
    ids=["whose is not told", "each its own", "both on one side's", "only one side suffers it"],
)
def test_figures_of_two_parties_make_a_range_only_of_one_group_of_dead(
    kind: IncidentKind, side: tuple[tuple[str, ...], tuple[str, ...]], expected: list[tuple[int, int]]
) -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(kind, actor=("Bergia",), target=ARLAND, when=on(1), where="Lowick")
    for by, count, whose in zip(("Aide of Arland", "Aide of Bergia"), (5, 9), side, strict=True):
        report.toll(count, by=by, side=whose, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert sorted((one.low, one.high) for one in toll.ranges) == expected
    assert [row.latest.low for row in toll.rows] == [5, 9]


def test_parties_that_may_count_different_people_do_not_contradict_each_other() -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(IncidentKind.CLASH, actor=("Bergia",), target=ARLAND, when=on(1), where="Lowick")
    for by, count in (("Aide of Arland", 5), ("Officer of Bergia", 9)):
        report.toll(count, by=by, when=on(1), where="Lowick", together=True)
    fares = {one.by.name: one.contradicted for one in situation(world.holdings(), CONFLICT, day(28)).sources}
    assert (fares["Aide"], fares["Officer"]) == (0, 0)


def test_people_without_a_name_in_two_stories_are_two_sources() -> None:
    world = World()
    for publisher in ("Wire", "Post"):
        report = world.report(2, publisher)
        shelling(report)
        report.toll(7, by="witnesses", side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert toll.ranges[0].sources == 2


def test_a_figure_is_revised_from_day_to_day_and_parts_stand_beside() -> None:
    world = World()
    for published, figures in ((2, (5,)), (3, (5,)), (4, (9, 2))):
        report = world.report(published, "Wire")
        shelling(report)
        for figure in figures:
            report.toll(figure, by="Monitor", side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    (row,) = toll.rows
    assert (row.latest.low, row.latest.told_on) == (9, day(4))
    assert [(figure.low, figure.told_on, len(figure.claims)) for figure in row.earlier] == [(5, day(3), 2)]
    assert [figure.low for figure in row.beside] == [2]
    assert tolls(world, 3)[0].rows[0].earlier == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((23, 23), (25, None), (23, None, True)),
        ((20, None), (25, 25), (20, 25, False)),
        ((24, 30), (28, 28), (24, 30, False)),
        ((0, 10), (12, 12), (0, 12, True)),
        ((70, None), (80, None), (70, None, False)),
    ],
)
def test_ranges_keep_bounds_open_and_tell_what_cannot_both_be(
    one: tuple[int, int | None], other: tuple[int, int | None], expected: tuple[int, int | None, bool]
) -> None:
    world = World()
    for publisher, (low, high) in (("Wire", one), ("Post", other)):
        report = world.report(2, publisher)
        shelling(report)
        report.toll(low, high=high, side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert (toll.ranges[0].low, toll.ranges[0].high, toll.ranges[0].contested) == expected


def test_sides_effects_and_kinds_of_victims_never_mix_in_a_range() -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(IncidentKind.CLASH, actor=("Arland", "Bergia"), when=on(1), where="Lowick")
    for side, victims in (
        (ARLAND, Victims.CIVILIAN),
        (ARLAND, Victims.COMBATANT),
        (BERGIA, Victims.COMBATANT),
    ):
        report.toll(5, side=side, victims=victims, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert len(toll.ranges) == 3


def test_a_figure_of_another_event_is_never_in_the_table() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    here = report.toll(5, side=ARLAND, when=on(1), where="Lowick", together=True)
    shelling(report, 1, "Farholm")
    far = report.toll(6, side=ARLAND, when=on(1), where="Farholm", together=True)
    nowhere = report.toll(7, side=ARLAND)
    assert {toll.claims for toll in tolls(world)} == {(here.id,), (far.id,), (nowhere.id,)}


def test_counts_of_two_days_are_no_revision_of_each_other() -> None:
    world = World()
    for published in (2, 3):
        report = world.report(published, "Wire")
        report.incident(IncidentKind.AIR_STRIKE, actor=BERGIA, target=ARLAND, where="Lowick")
        report.toll(
            20 + published, by="Monitor", side=ARLAND, when=on(published), where="Lowick", together=True
        )
    assert [[row.earlier for row in toll.rows] for toll in tolls(world)] == [[()], [()]]


def test_a_total_over_two_events_is_of_neither() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    total = report.toll(10, side=ARLAND, when=on(1), together=True)
    here = report.toll(6, side=ARLAND, when=on(1), where="Lowick", together=True)
    shelling(report, 1, "Farholm")
    far = report.toll(4, side=ARLAND, when=on(1), where="Farholm", together=True)
    assert {toll.claims for toll in tolls(world)} == {(total.id,), (here.id,), (far.id,)}


def test_the_dead_of_those_who_shell_are_of_another_event() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    own = report.toll(19, side=BERGIA, when=on(1), where="Lowick", together=True)
    assert [(toll.claims, toll.about) for toll in tolls(world)] == [((own.id,), "")]


def test_a_count_told_far_from_an_event_needs_place_words_and_day() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    for _ in range(2):
        report.declines("Aide of Arland")
    same = report.toll(3, side=ARLAND, when=on(1), where="Lowick")
    near_by = report.toll(4, side=ARLAND, where="Lowick Mill")
    about = {toll.claims: toll.about != "" for toll in tolls(world)}
    assert about == {(same.id,): True, (near_by.id,): False}


def test_a_publisher_that_quotes_itself_is_one_source() -> None:
    world = World()
    report = world.report(2, "Wire")
    shelling(report)
    report.toll(5, side=ARLAND, when=on(1), where="Lowick", together=True)
    report.toll(5, by="WIRE", side=ARLAND, when=on(1), where="Lowick", together=True)
    (toll,) = tolls(world)
    assert (len(toll.rows), toll.ranges[0].sources) == (2, 1)


def test_a_count_beside_no_event_of_its_report_joins_the_only_one_of_that_day_and_place() -> None:
    world = World()
    shelling(world.report(2, "Wire"))
    count = world.report(2, "Post").toll(5, side=ARLAND, when=on(1), where="Lowick")
    late = world.report(2, "Echo").toll(5, side=ARLAND, when=on(2), where="Lowick")
    by_claims = {toll.claims: toll for toll in tolls(world)}
    assert by_claims[count.id,].about != ""
    assert by_claims[late.id,].about == ""


def test_a_named_sources_figure_of_one_day_told_by_two_stories_is_one_toll() -> None:
    world = World()
    for publisher in ("Wire", "Post"):
        report = world.report(2, publisher)
        report.toll(49, by="Ministry of Arland", side=ARLAND, when=on(1))
        report.toll(3, by="officers", side=ARLAND, when=on(2))
    by_size = sorted((len(toll.claims), toll.rows[0].latest.low) for toll in tolls(world))
    assert by_size == [(1, 3), (1, 3), (2, 49)]


def test_a_running_total_is_one_table_while_its_end_moves() -> None:
    world = World()
    for published, figure in ((4, 49), (5, 105)):
        world.report(published, "Wire").toll(
            figure, by="Premier of Arland", side=ARLAND, scope=Scope.PERIOD, when=on(3, since=True)
        )
    world.report(5, "Wire").toll(
        60, by="Premier of Arland", side=ARLAND, scope=Scope.PERIOD, when=on(4, since=True)
    )
    (first, second) = sorted(tolls(world), key=lambda toll: len(toll.rows[0].earlier), reverse=True)
    assert first.kind is TollKind.PERIOD
    assert ([figure.low for figure in first.rows[0].earlier], first.rows[0].latest.low) == ([49], 105)
    assert second.rows[0].latest.low == 60


def test_killed_since_the_truce_is_a_table_of_its_own() -> None:
    world = World()
    world.report(4, "Wire").truce(TruceState.IN_EFFECT, when=on(4))
    count = world.report(6, "Wire").toll(7, side=ARLAND, scope=Scope.PERIOD, when=on(4, since=True))
    before = world.report(6, "Wire").toll(90, side=ARLAND, scope=Scope.PERIOD, when=on(1, 6))
    found = situation(world.holdings(), CONFLICT, day(6))
    by_kind = {toll.kind: toll for toll in found.tolls}
    assert by_kind[TollKind.SINCE_TRUCE].claims == (count.id,)
    assert by_kind[TollKind.SINCE_TRUCE].about == found.truces[0].id
    assert by_kind[TollKind.PERIOD].claims == (before.id,)


def test_figures_that_may_count_different_things_make_no_range() -> None:
    world = World()
    shelling(report := world.report(2, "Wire"))
    report.toll(66, by="Club", scope=Scope.BACKGROUND)
    report.toll(6, scope=Scope.BACKGROUND)
    found = situation(world.holdings(), CONFLICT, day(2))
    assert [(len(toll.rows), toll.ranges) for toll in found.background] == [(2, ())]


def test_background_stands_apart() -> None:
    world = World()
    shelling(report := world.report(2, "Wire"))
    old = report.toll(6700, high=None, scope=Scope.BACKGROUND)
    found = situation(world.holdings(), CONFLICT, day(2))
    assert found.tolls == ()
    assert [toll.claims for toll in found.background] == [(old.id,)]


def sums(*counts: dict[str, object]) -> list[tuple[CheckKind, list[int], int]]:
    world = World()
    report = world.report(5, "Wire")
    for count in counts:
        report.toll(**{"scope": Scope.PERIOD, "when": on(1, 4), **count})  # type: ignore[arg-type]
    return [
        (check.kind, [part.low for part in check.parts], check.total.low)
        for toll in tolls(world)
        for check in toll.checks
    ]


OF_ARLAND = {"low": 105, "side": ARLAND, "by": "Premier of Arland"}
OF_BERGIA = {"low": 71, "side": BERGIA, "by": "Ministry of Bergia"}


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ({"low": 176}, [(CheckKind.ADDS_UP, [105, 71], 176)]),
        ({"low": 176, "side": (*ARLAND, *BERGIA)}, [(CheckKind.ADDS_UP, [105, 71], 176)]),
        ({"low": 176, "scope": Scope.BACKGROUND, "when": None}, [(CheckKind.ADDS_UP, [105, 71], 176)]),
        ({"low": 180, "side": (*ARLAND, *BERGIA)}, [(CheckKind.DOES_NOT, [105, 71], 180)]),
        ({"low": 180}, []),
        ({"low": 176, "effect": Effect.WOUNDED}, []),
        ({"low": 176, "high": None}, []),
        ({"low": 176, "side": ARLAND}, []),
    ],
    ids=[
        "of no side",
        "of both",
        "called background",
        "of both, wrong",
        "of no side, other",
        "wounded",
        "open",
        "one side",
    ],
)
def test_two_sides_dead_against_a_total(total: dict[str, object], expected: list[object]) -> None:
    assert sums(OF_ARLAND, OF_BERGIA, total) == expected


def test_civilians_and_combatants_make_up_all() -> None:
    parts = [
        {"low": 4, "side": ARLAND, "victims": Victims.CIVILIAN},
        {"low": 6, "side": ARLAND, "victims": Victims.COMBATANT},
    ]
    assert sums(*parts, {"low": 10, "side": ARLAND, "victims": Victims.MIXED}) == [
        (CheckKind.ADDS_UP, [4, 6], 10)
    ]


def test_a_part_larger_than_its_total_is_told_of_one_claimant() -> None:
    larger = [
        {"low": 12, "side": ARLAND, "victims": Victims.CIVILIAN},
        {"low": 10, "side": ARLAND, "victims": Victims.MIXED},
    ]
    assert sums(*larger) == [(CheckKind.PART_LARGER, [12], 10)]
    assert sums(larger[0], {**larger[1], "by": "Monitor"}) == []


def test_a_sum_names_who_says_its_parts_and_carries_their_claims() -> None:
    world = World()
    report = world.report(5, "Wire")
    told = [
        report.toll(**{"scope": Scope.PERIOD, "when": on(1, 4), **count})  # type: ignore[arg-type]
        for count in (OF_ARLAND, OF_BERGIA, {"low": 176})
    ]
    (check,) = [check for toll in tolls(world) for check in toll.checks]
    assert [by.name for by in check.parts_by] == ["Premier", "Ministry"]
    assert check.claims == tuple(claim.id for claim in told)


def test_a_person_joins_and_parts_tolls() -> None:
    world = World()
    report = world.report(2, "Wire")
    one, other = report.toll(5, side=ARLAND, when=on(1)), report.toll(6, side=BERGIA, when=on(1))
    far = world.report(3, "Post").toll(7, side=ARLAND, when=on(2), where="Farholm")
    assert {toll.claims for toll in tolls(world)} == {(one.id, other.id), (far.id,)}
    world.judge(Verdict.SPLIT, one, other)
    world.judge(Verdict.MERGE, one, far)
    assert {toll.claims for toll in tolls(world)} == {(one.id, far.id), (other.id,)}
