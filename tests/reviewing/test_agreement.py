"""Alpha against published values; two reviewers on the claims that both judged."""

from collections.abc import Sequence

import pytest

from tests.situation.worlds import World
from trucewatch.records.entry import Verdict
from trucewatch.reviewing.agreement import agreements, alpha
from trucewatch.situation.opinions import matters


def units(coders: Sequence[str]) -> list[list[str]]:
    width = max(map(len, coders))
    rows = [row.ljust(width, ".") for row in coders]
    return [[row[at] for row in rows if row[at] != "."] for at in range(width)]


@pytest.mark.parametrize(
    ("coders", "published"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["two coders, two values", "two coders, five values", "four coders with gaps"],
)
def test_alpha_is_as_published(coders: Sequence[str], published: float) -> None:
    """Examples A, B and C of Krippendorff (2011)."""
    assert alpha(units(coders)) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize("given", [[], [["a"]], [["a", "a"], ["a", "a"]]], ids=["none", "one", "one value"])
def test_alpha_is_not_told_where_chance_is_not(given: list[list[str]]) -> None:
    assert alpha(given) is None


def test_only_claims_that_both_judged_count() -> None:
    world = World()
    report = world.report(1, "Wire")
    claims = [report.toll(number, side=("Arland",)) for number in (3, 4, 5)]
    for claim, verdict in zip(claims, (Verdict.ACCEPT, Verdict.REJECT, Verdict.ACCEPT), strict=True):
        world.judge(verdict, claim, by="ana")
    world.judge(Verdict.ACCEPT, claims[0], by="ben")
    world.judge(Verdict.CORRECT, claims[1], instead=claims[0], by="ben")
    world.judge(Verdict.MERGE, *claims, by="ben")
    (found,) = agreements(matters(world.judgements).values())
    assert (found.people, found.both, found.same, found.reading) == (("ana", "ben"), 2, 1, 1)


def test_two_corrections_that_read_otherwise_are_one_verdict_but_two_readings() -> None:
    world = World()
    report = world.report(1, "Wire")
    claims = [report.toll(number, side=("Arland",)) for number in (3, 4)]
    world.judge(Verdict.CORRECT, claims[0], instead=claims[1], by="ana")
    world.judge(Verdict.CORRECT, claims[0], instead=claims[0], by="ben")
    (found,) = agreements(matters(world.judgements).values())
    assert (found.same, found.reading, found.alpha) == (1, 0, None)
