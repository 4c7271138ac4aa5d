"""Truces across articles: identity, where they stand according to whom, days held, what broke them."""

from datetime import date

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.cell import VoiceKind
from trucewatch.records.claim import Modality
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.situation import GapKind, Situation
from trucewatch.records.truce import Truce
from trucewatch.records.values import Interval
from trucewatch.records.vocabulary import IncidentKind, Stance, TruceState, TruceStatus
from trucewatch.situation import situation

AGREED, IN_EFFECT, HOLDING = TruceState.AGREED, TruceState.IN_EFFECT, TruceState.HOLDING
FAILED, VIOLATED = TruceState.FAILED, TruceState.VIOLATED


def as_of(world: World, number: int) -> Situation:
    return situation(world.holdings(), CONFLICT, day(number))


def truces(world: World, number: int = 28) -> tuple[Truce, ...]:
    return as_of(world, number).truces


def test_one_truce_of_three_articles_with_its_transitions_and_claims() -> None:
    world = World()
    one = world.report(3, "Wire").truce(AGREED, when=on(2), brokers=("Corland",))
    other = world.report(3, "Post").truce(AGREED, when=on(2), brokers=("Corland",))
    later = world.report(5, "Echo").truce(HOLDING, when=on(5))
    (truce,) = truces(world)
    assert truce.claims == (one.id, other.id, later.id)
    assert [(step.state, step.on, len(step.by)) for step in truce.transitions] == [
        (AGREED, day(2), 2),
        (HOLDING, day(5), 1),
    ]
    assert (truce.first_on, truce.brokers, truce.status) == (day(2), ("Corland",), TruceStatus.HOLDING)
    assert truce.label == "Corland-brokered cease-fire of 2022-09-02"


@pytest.mark.parametrize(
    "other",
    [
        {"when": on(9), "brokers": ("Corland",)},
        {"when": on(2), "brokers": ("Dorland",)},
        {"when": on(2), "parties": ("Bergia", "Ebland")},
        {"when": on(2), "where": "Lowick"},
    ],
    ids=["another day", "another broker", "other parties", "one town only"],
)
def test_near_misses_are_other_truces(other: dict[str, object]) -> None:
    world = World()
    world.report(9, "Wire").truce(AGREED, when=on(2), parties=("Arland", "Bergia"), brokers=("Corland",))
    world.report(9, "Post").incident(IncidentKind.CLASH, actor=("Arland", "Bergia"))
    world.reports[-1].truce(AGREED, **{"brokers": ("Corland",), **other})  # type: ignore[arg-type]
    found = truces(world)
    assert all(len(truce.claims) == 1 for truce in found)


def test_a_truce_told_without_a_day_is_the_latest_before_the_report() -> None:
    world = World()
    world.report(2, "Wire").truce(AGREED, when=on(1))
    second = world.report(11, "Wire").truce(AGREED, when=on(10))
    told = world.report(12, "Post").truce(HOLDING)
    newest, _ = truces(world)
    assert newest.claims == (second.id, told.id)


@pytest.mark.parametrize(
    ("earlier", "number", "states", "count"),
    [
        ([(AGREED, on(2)), (FAILED, on(8))], 10, [AGREED], 2),
        ([(AGREED, on(2)), (FAILED, on(8))], 10, [TruceState.PROPOSED], 2),
        ([(AGREED, on(2))], 20, [AGREED], 2),
        ([(AGREED, on(2)), (FAILED, None)], 10, [AGREED], 2),
        ([(AGREED, on(2))], 10, [AGREED], 1),
        ([(AGREED, on(2)), (FAILED, on(8))], 8, [AGREED], 1),
        ([(AGREED, on(2)), (FAILED, on(8))], 10, [HOLDING], 1),
        ([(AGREED, on(2)), (FAILED, on(8))], 10, [AGREED, FAILED], 1),
        ([(AGREED, on(2))], 20, [AGREED, HOLDING], 1),
    ],
    ids=[
        "made after it failed",
        "proposed after it failed",
        "made weeks later",
        "made after a failure without a day",
        "told again soon",
        "told on the day of its failure",
        "another still says that it holds",
        "looked back on",
        "told of as running",
    ],
)
def test_a_new_truce_of_the_same_parties_is_not_the_earlier_one(
    earlier: list[tuple[TruceState, Interval | None]], number: int, states: list[TruceState], count: int
) -> None:
    world = World()
    old = world.report(min(number, 9), "Wire")
    for state, when in earlier:
        old.truce(state, when=when)
    new = world.report(number, "Post")
    for state in states:
        new.truce(state)
    assert len(truces(world)) == count


@pytest.mark.parametrize(
    ("others", "brokers", "count"),
    [
        (("Arland", "Ebland"), (), 2),
        (("Arland",), (), 1),
        (("Arland", "Bergia", "Ebland"), (), 1),
        (("Arland", "Ebland"), ("Ebland",), 1),
    ],
    ids=["another dyad", "one of both", "both and a third", "the broker read as a party"],
)
def test_truces_of_other_dyads_are_others(
    others: tuple[str, ...], brokers: tuple[str, ...], count: int
) -> None:
    world = World()
    world.report(3, "Wire").truce(AGREED, when=on(2))
    world.report(3, "Post").truce(AGREED, when=on(2), parties=others, brokers=brokers)
    three = Conflict("war", ("Arland", "Bergia", "Ebland"))
    assert len(situation(world.holdings(), three, day(28)).truces) == count


def test_the_state_is_told_for_each_side_and_contested_where_they_differ() -> None:
    world = World()
    report = world.report(5, "Wire")
    report.truce(IN_EFFECT, when=on(4))
    report.truce(HOLDING, by="Aide of Arland", when=on(5))
    report.truce(FAILED, by="Spokesman of Bergia", when=on(5))
    (truce,) = truces(world)
    by_side = {one.by.name: one.state for one in truce.standings}
    assert by_side == {"Arland": HOLDING, "Bergia": FAILED, "Wire": IN_EFFECT}
    assert [one.by.kind for one in truce.standings] == [VoiceKind.PARTY, VoiceKind.PARTY, VoiceKind.ARTICLE]
    assert truce.contested
    assert truce.status is TruceStatus.UNKNOWN


def test_what_one_said_before_the_others_news_is_no_contradiction() -> None:
    world = World()
    world.report(4, "Wire").truce(HOLDING, by="Aide of Arland", when=on(4))
    world.report(9, "Wire").truce(FAILED, by="Spokesman of Bergia", when=on(9))
    (truce,) = truces(world)
    assert not truce.contested
    assert truce.status is TruceStatus.FAILED


def test_a_side_speaks_with_one_voice_its_latest_with_what_it_said_before() -> None:
    world = World()
    world.report(4, "Wire").truce(HOLDING, by="Aide of Arland", when=on(4))
    world.report(6, "Wire").truce(VIOLATED, by="Premier of Arland", when=on(6))
    (truce,) = truces(world)
    (standing,) = truce.standings
    assert (standing.by.kind, standing.by.name, standing.state) == (VoiceKind.PARTY, "Arland", VIOLATED)
    assert standing.earlier == (HOLDING,)


def test_what_is_wanted_denied_or_to_come_makes_no_state() -> None:
    world = World()
    report = world.report(4, "Wire")
    report.truce(IN_EFFECT, by="Envoy", when=on(9), modality=Modality.ASSERTED)
    report.truce(HOLDING, by="Aide of Arland", modality=Modality.DEMANDED)
    report.truce(FAILED, by="Spokesman of Bergia", stance=Stance.DENIES)
    (truce,) = truces(world, 4)
    assert truce.status is TruceStatus.UNKNOWN
    assert truce.held is None
    assert not truce.endings
    assert GapKind.STATE_UNKNOWN in {gap.kind for gap in as_of(world, 4).gaps}


def test_a_truce_only_called_for_comes_after_one_that_somebody_says_where_it_stands() -> None:
    world = World()
    world.report(2, "Wire").truce(HOLDING, when=on(2), brokers=("Corland",))
    world.report(4, "Post").truce(TruceState.CALLED_FOR, when=on(4), brokers=("Davia",))
    first, second = truces(world, 5)
    assert first.status is TruceStatus.HOLDING
    assert second.status is TruceStatus.PROPOSED


def test_silence_and_refusals_are_told() -> None:
    world = World()
    report = world.report(4, "Wire")
    report.truce(HOLDING, when=on(4))
    report.declines("Government of Bergia")
    (truce,) = truces(world)
    (declined,) = [one for one in truce.standings if one.state is None]
    assert declined.by.side == "Bergia"
    assert truce.unheard == ("Arland",)
    gaps = {gap.kind: gap.about for gap in as_of(world, 4).gaps}
    assert gaps[GapKind.NO_COMMENT] == "Bergia"
    assert gaps[GapKind.SIDE_UNHEARD] == "Arland"


@pytest.mark.parametrize(
    ("steps", "number", "expected"),
    [
        ([(IN_EFFECT, 2)], 12, (2, None, 0)),
        ([(IN_EFFECT, 2), (HOLDING, 7)], 12, (2, None, 5)),
        ([(IN_EFFECT, 2), (FAILED, 6)], 12, (2, 6, 4)),
        ([(HOLDING, 3), (HOLDING, 5)], 12, (3, None, 2)),
        ([(AGREED, 2)], 12, None),
        ([(IN_EFFECT, 2), (HOLDING, 4), (FAILED, 6)], 5, (2, None, 2)),
        ([(FAILED, 1), (IN_EFFECT, 2), (HOLDING, 4)], 5, (2, None, 2)),
    ],
    ids=[
        "heard of once",
        "running",
        "failed",
        "holding only",
        "only agreed",
        "before it failed",
        "failed before it began",
    ],
)
def test_days_held(
    steps: list[tuple[TruceState, int]], number: int, expected: tuple[int, int | None, int] | None
) -> None:
    world = World()
    for state, when in steps:
        world.report(when, "Wire").truce(state, when=on(when))
    newest = truces(world, number)[0]
    if expected is None:
        assert newest.held is None
    else:
        since, until, days = expected
        held = newest.held
        assert held is not None
        assert (held.since, held.until, held.days) == (day(since), until and day(until), days)
        assert held.claims


def test_claimed_violations_stand_apart_from_possible_ones() -> None:
    world = World()
    report = world.report(6, "Wire")
    report.truce(IN_EFFECT, when=on(4))
    event = report.incident(
        IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), when=on(5), where="Lowick"
    )
    report.truce(VIOLATED, by="Aide of Arland", when=on(5), together=True)
    report.truce(VIOLATED, by="Spokesman of Bergia", when=on(5), stance=Stance.DENIES)
    report.incident(IncidentKind.PROTEST, actor=("Arland",), target=("Bergia",), when=on(5))
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), when=on(4), where="Farholm")
    (truce,) = truces(world)
    claimed, possible = truce.violations
    assert (claimed.derived, claimed.on, claimed.blamed, claimed.event) == (
        False,
        day(5),
        ("Bergia",),
        event.id,
    )
    assert [one.name for one in claimed.by] == ["Aide"]
    assert [one.name for one in claimed.denied_by] == ["Spokesman"]
    assert (possible.derived, possible.on, possible.event) == (True, day(5), event.id)


def test_what_happens_after_a_truce_failed_violates_it_no_more() -> None:
    world = World()
    report = world.report(9, "Wire")
    report.truce(IN_EFFECT, when=on(4))
    report.truce(FAILED, when=on(6))
    report.incident(IncidentKind.SHELLING, actor=("Bergia",), target=("Arland",), when=on(8), where="Lowick")
    (truce,) = truces(world)
    assert truce.violations == ()
    assert [(step.state, step.on) for step in truce.endings] == [(FAILED, day(6))]


def test_a_person_joins_and_parts_truces() -> None:
    world = World()
    one = world.report(2, "Wire").truce(AGREED, when=on(2))
    other = world.report(20, "Post").truce(AGREED, when=on(20))
    third = world.report(20, "Echo").truce(AGREED, when=on(20))
    world.judge(Verdict.MERGE, one, other)
    world.judge(Verdict.SPLIT, other, third)
    told = {frozenset(truce.claims) for truce in truces(world)}
    assert told == {frozenset((one.id, other.id)), frozenset((third.id,))}


def test_without_any_truce_that_is_said() -> None:
    world = World()
    world.report(2, "Wire").incident(IncidentKind.CLASH, actor=("Arland", "Bergia"))
    assert [gap.kind for gap in as_of(world, 2).gaps] == [GapKind.NO_TRUCE]
    assert isinstance(as_of(world, 2).last_report, date)


def test_a_broker_that_is_read_as_a_party_too_is_no_party() -> None:
    world = World()
    world.report(3, "Wire").truce(
        AGREED, when=on(2), parties=("Arland", "Bergia", "Corland"), brokers=("Corland",)
    )
    found = situation(world.holdings(), Conflict("war", ("Arland", "Bergia", "Corland")), day(9))
    (truce,) = found.truces
    assert truce.parties == truce.unheard == ("Arland", "Bergia")
