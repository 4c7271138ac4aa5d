"""What changed since any day, and a picture of chosen claims."""

from datetime import timedelta

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.errors import SituationError
from trucewatch.records.claim import Claim, Family
from trucewatch.records.situation import ChangeKind
from trucewatch.records.vocabulary import IncidentKind, TruceState
from trucewatch.situation import situation

ARLAND, BERGIA = ("Arland",), ("Bergia",)


def world() -> World:
    """A shelling told on the 2nd, its toll revised on the 4th, a truce on the 6th."""
    made = World()
    for number, killed in ((2, 5), (4, 9)):
        report = made.report(number, "Wire")
        report.incident(IncidentKind.SHELLING, actor=BERGIA, target=ARLAND, when=on(1), where="Lowick")
        report.toll(killed, by="Aide of Arland", side=ARLAND, when=on(1), where="Lowick", together=True)
    made.report(6, "Wire").truce(TruceState.AGREED, by="Aide of Arland", when=on(6))
    return made


@pytest.mark.parametrize(
    ("since", "kinds"),
    [
        (6, set()),
        (5, {ChangeKind.NEW_TRUCE}),
        (3, {ChangeKind.NEW_TRUCE, ChangeKind.REVISED_TOLL}),
        (1, {ChangeKind.NEW_TRUCE, ChangeKind.NEW_TOLL, ChangeKind.NEW_EVENT}),
    ],
)
def test_changes_are_told_since_any_day(since: int, kinds: set[ChangeKind]) -> None:
    found = situation(world().holdings(), CONFLICT, day(7), since=day(since))
    assert {change.kind for change in found.changes} == kinds
    assert found.since == day(since)


def test_the_day_before_is_meant_where_none_is_given() -> None:
    held = world().holdings()
    assert situation(held, CONFLICT, day(6)) == situation(held, CONFLICT, day(6), since=day(5))


@pytest.mark.parametrize("later", [0, 1])
def test_since_a_day_that_is_not_before_is_refused(later: int) -> None:
    with pytest.raises(SituationError, match="is not before"):
        situation(world().holdings(), CONFLICT, day(4), since=day(4) + timedelta(days=later))


def test_only_chosen_claims_are_folded() -> None:
    def counts(claim: Claim) -> bool:
        return claim.family is Family.CASUALTY

    found = situation(world().holdings(), CONFLICT, day(7), only=counts)
    assert (found.truces, found.events) == ((), ())
    assert [row.latest.low for toll in found.tolls for row in toll.rows] == [9]


def test_what_is_of_a_conflict_is_told_by_every_claim() -> None:
    made = World()
    report = made.report(2, "Wire")
    report.incident(IncidentKind.SHELLING, actor=BERGIA, target=ARLAND, when=on(1), where="Lowick")
    lone = report.toll(5, by="Monitor", side=ARLAND, when=on(1), where="Lowick")
    found = situation(made.holdings(), CONFLICT, day(3), only=lambda claim: claim.id == lone.id)
    assert [toll.claims for toll in found.tolls] == [(lone.id,)]
