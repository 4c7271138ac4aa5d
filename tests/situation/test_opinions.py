"""What stands of what people decide: agreement, difference, adjudication."""

from dataclasses import replace

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.claim import Casualty, Claim
from trucewatch.records.entry import Verdict
from trucewatch.records.situation import Weight
from trucewatch.records.values import Quantity
from trucewatch.situation import situation
from trucewatch.situation.judging import Laid, laid
from trucewatch.situation.opinions import matters

ARLAND = ("Arland",)


def told() -> tuple[World, Claim, Claim]:
    world = World()
    report = world.report(1, "Wire")
    return (
        world,
        report.toll(40, side=ARLAND, when=on(1)),
        world.report(2, "Post").toll(5, side=ARLAND, when=on(1)),
    )


def corrected(claim: Claim, low: int) -> Claim:
    assert isinstance(claim.payload, Casualty)
    return replace(claim, payload=replace(claim.payload, quantity=Quantity(low, low, str(low))))


def weights(laid_over: Laid) -> list[tuple[str, Weight]]:
    return [(judged.by, judged.weight) for judged in laid_over.listed]


def test_one_persons_judgement_stands() -> None:
    world, claim, _ = told()
    world.judge(Verdict.REJECT, claim, by="one")
    assert laid(world.judgements).rejected == {claim.id}


def test_a_person_changes_only_their_own_mind() -> None:
    world, claim, _ = told()
    world.judge(Verdict.REJECT, claim, by="one")
    world.judge(Verdict.ACCEPT, claim, by="one")
    assert laid(world.judgements).rejected == frozenset()
    world.judge(Verdict.REJECT, claim, by="other")
    (matter,) = matters(world.judgements).values()
    assert [opinion.by for opinion in matter.opinions] == ["one", "other"]


def test_while_people_differ_the_machines_reading_stands() -> None:
    world, claim, _ = told()
    world.judge(Verdict.REJECT, claim, by="one")
    world.judge(Verdict.CORRECT, claim, instead=corrected(claim, 4), by="other")
    over = laid(world.judgements)
    assert (over.rejected, dict(over.instead)) == (frozenset(), {})
    assert weights(over) == [("one", Weight.DIFFERS), ("other", Weight.DIFFERS)]
    assert [judged.weight for judged in situation(world.holdings(), CONFLICT, day(2)).judged] == [
        Weight.DIFFERS,
        Weight.DIFFERS,
    ]


@pytest.mark.parametrize(("figure", "differs"), [(4, False), (5, True)])
def test_two_corrections_agree_when_they_read_the_same(figure: int, differs: bool) -> None:  # noqa: FBT001
    world, claim, _ = told()
    world.judge(Verdict.CORRECT, claim, instead=corrected(claim, 4), by="one")
    other = replace(corrected(claim, figure), id="typed by hand")
    world.judge(Verdict.CORRECT, claim, instead=other, by="other")
    (matter,) = matters(world.judgements).values()
    assert matter.differs is differs
    assert (claim.id in laid(world.judgements).instead) is not differs


def test_an_adjudication_settles_and_overrules() -> None:
    world, claim, _ = told()
    world.judge(Verdict.REJECT, claim, by="one")
    world.judge(Verdict.ACCEPT, claim, by="other")
    world.adjudicate(Verdict.REJECT, claim)
    over = laid(world.judgements)
    assert over.rejected == {claim.id}
    assert weights(over) == [
        ("one", Weight.STANDS),
        ("other", Weight.OVERRULED),
        ("third", Weight.SETTLES),
    ]
    assert not next(iter(matters(world.judgements).values())).is_open


def test_who_differs_from_an_adjudication_later_opens_it_again_but_it_stands() -> None:
    world, claim, _ = told()
    world.judge(Verdict.REJECT, claim, by="one")
    world.judge(Verdict.ACCEPT, claim, by="other")
    world.adjudicate(Verdict.REJECT, claim)
    world.judge(Verdict.CORRECT, claim, instead=corrected(claim, 4), by="fourth")
    (matter,) = matters(world.judgements).values()
    assert matter.is_open
    assert laid(world.judgements).rejected == {claim.id}


def test_people_differ_on_a_pair_and_agree_on_another() -> None:
    world, one, other = told()
    third = world.report(3, "Echo").toll(5, side=ARLAND, when=on(1))
    world.judge(Verdict.MERGE, one, other, third, by="one")
    world.judge(Verdict.SPLIT, one, other, by="other")
    over = laid(world.judgements)
    differing = tuple(sorted((one.id, other.id)))
    assert differing not in over.pairs
    assert set(over.pairs.values()) == {True}
    assert len(over.pairs) == 2
    assert weights(over) == [("one", Weight.DIFFERS), ("other", Weight.DIFFERS)]


def test_whether_claims_are_one_is_another_question_than_how_each_is_read() -> None:
    world, one, other = told()
    world.judge(Verdict.MERGE, one, other, by="one")
    world.judge(Verdict.REJECT, one, by="other")
    assert not any(matter.differs for matter in matters(world.judgements).values())
