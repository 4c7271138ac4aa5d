"""A reviewer sees another's judgement only after giving their own on the same question."""

import pytest

from tests.situation.worlds import World
from trucewatch.records.entry import Verdict
from trucewatch.reviewing.blindness import seen_among, seen_by
from trucewatch.situation.judging import laid


@pytest.fixture
def world() -> World:
    world = World()
    report = world.report(1, "Wire")
    one, other = report.toll(3, side=("Arland",)), report.toll(4, side=("Arland",))
    world.judge(Verdict.ACCEPT, one, by="ana")
    world.judge(Verdict.REJECT, one, by="ben")
    world.judge(Verdict.MERGE, one, other, by="ana")
    world.adjudicate(Verdict.REJECT, one)
    world.judge(Verdict.ACCEPT, other, by="cleo")
    return world


@pytest.mark.parametrize(
    ("name", "shown", "hidden"),
    [
        ("dan", [], 4),
        ("ana", ["ana", "ben", "ana", "third"], 1),
        ("ben", ["ana", "ben", "third"], 2),
        ("cleo", ["cleo"], 3),
        ("third", ["third"], 3),
        (None, ["ana", "ben", "ana", "third", "cleo"], 0),
    ],
)
def test_who_sees_what(world: World, name: str | None, shown: list[str], hidden: int) -> None:
    seen = seen_by(name, world.judgements)
    assert [entry.recorded_by for entry in seen.entries] == shown
    assert seen.hidden == hidden


@pytest.mark.parametrize("name", ["dan", "ana", "ben", "cleo", "third"])
def test_what_a_situation_lists_is_seen_by_the_same_rule(world: World, name: str) -> None:
    among = seen_among(name, laid(world.judgements).listed)
    assert [one.by for one in among] == [one.recorded_by for one in seen_by(name, world.judgements).entries]
