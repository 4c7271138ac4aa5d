"""Who is said to hold what; how sources fare; what changed; what is not known; people's judgements."""

from dataclasses import replace

import pytest

from tests.situation.worlds import CONFLICT, World, day, on
from trucewatch.records.cell import VoiceKind
from trucewatch.records.claim import Casualty, Claim
from trucewatch.records.entry import Conflict, Verdict
from trucewatch.records.ground import Footing
from trucewatch.records.situation import ChangeKind, GapKind, Situation
from trucewatch.records.values import Quantity, Unresolved
from trucewatch.records.vocabulary import ControlChange, IncidentKind, Stance, TruceState
from trucewatch.situation import situation

ARLAND, BERGIA = ("Arland",), ("Bergia",)
TOOK, HOLDS, LOST = ControlChange.TOOK, ControlChange.HOLDS, ControlChange.LOST


def as_of(world: World, number: int) -> Situation:
    return situation(world.holdings(), CONFLICT, day(number))


def test_ground_as_claimed_as_reported_and_as_an_article_has_it() -> None:
    world = World()
    report = world.report(3, "Wire")
    report.control("Lowick", "Bergia", TOOK, by="Ministry of Bergia", when=on(2))
    report.control("Lowick", "Bergia", TOOK, by="Monitor", when=on(2))
    report.control("Lowick", "Arland", HOLDS)
    (ground,) = as_of(world, 3).grounds
    assert [(hold.footing, hold.holder) for hold in ground.holds] == [
        (Footing.CLAIMED, BERGIA),
        (Footing.REPORTED, BERGIA),
        (Footing.ARTICLE, ARLAND),
    ]
    assert ground.contested


@pytest.mark.parametrize(
    ("later", "contested"),
    [
        (("Bergia", TOOK, 9), False),
        (("Arland", LOST, 9), False),
        (("Bergia", HOLDS, None), False),
        (("Arland", HOLDS, None), False),
    ],
)
def test_news_after_what_the_other_said_is_no_contradiction(
    later: tuple[str, ControlChange, int | None],
    contested: bool,  # noqa: FBT001 - a column of the table
) -> None:
    world = World()
    world.report(3, "Wire").control("Lowick", "Arland", HOLDS, by="Monitor")
    holder, change, when = later
    world.report(9, "Post").control("Lowick", holder, change, by="Chief", when=on(when))
    (ground,) = as_of(world, 9).grounds
    assert ground.contested is contested


def test_one_holds_what_another_says_it_lost() -> None:
    world = World()
    report = world.report(9, "Post")
    report.control("Lowick", "Arland", HOLDS, by="Aide of Arland")
    report.control("Lowick", "Arland", LOST, by="Monitor", when=on(8))
    (ground,) = as_of(world, 9).grounds
    assert ground.contested


def test_the_latest_of_each_claimant_stands() -> None:
    world = World()
    world.report(3, "Wire").control("Lowick", "Arland", HOLDS, by="Monitor")
    newer = world.report(5, "Post").control("Lowick", "Bergia", TOOK, by="Monitor", when=on(4))
    (ground,) = as_of(world, 9).grounds
    assert [hold.claims for hold in ground.holds] == [(newer.id,)]


def strikes() -> World:
    """A monitor that revises its toll and is contradicted, an article that is alone."""
    world = World()
    for published, figure in ((2, 5), (3, 9)):
        report = world.report(published, "Wire")
        report.incident(IncidentKind.AIR_STRIKE, actor=BERGIA, target=ARLAND, when=on(1), where="Lowick")
        report.toll(figure, by="Monitor", side=ARLAND, when=on(1), where="Lowick", together=True)
    report = world.report(3, "Post")
    report.incident(IncidentKind.AIR_STRIKE, actor=BERGIA, target=ARLAND, when=on(1), where="Lowick")
    report.toll(4, by="Aide of Arland", side=ARLAND, when=on(1), where="Lowick", together=True)
    report.incident(IncidentKind.CLASH, actor=("Arland", "Bergia"), when=on(2), where="Farholm")
    return world


def test_each_source_with_how_often_it_is_alone_contradicted_revised() -> None:
    fares = {record.by.name: record for record in as_of(strikes(), 3).sources}
    monitor = fares["Monitor"]
    assert (monitor.told, monitor.contradicted, monitor.revised) == (1, 1, 1)
    assert monitor.contradicted_by == ("Aide",)
    assert (fares["Post"].told, fares["Post"].alone, fares["Wire"].alone) == (2, 1, 0)


def test_what_changed_since_the_day_before() -> None:
    world = strikes()
    world.report(2, "Wire").truce(TruceState.IN_EFFECT, by="Aide of Arland", when=on(2))
    world.report(3, "Wire").truce(TruceState.VIOLATED, by="Aide of Arland", when=on(3))
    changes = [(change.kind, change.before, change.after) for change in as_of(world, 3).changes]
    assert (ChangeKind.REVISED_TOLL, "5 killed", "9 killed") in changes
    assert (ChangeKind.NEW_TOLL, None, "4 killed") in changes
    assert (ChangeKind.TRUCE_STATE, "in effect", "violated") in changes
    assert (ChangeKind.CONTRADICTION, None, "claimants differ") in changes
    assert (ChangeKind.NEW_EVENT, None, "clash") in changes
    assert (ChangeKind.NEW_EVENT, None, "air strike") not in changes


def test_a_quiet_day_changes_nothing() -> None:
    assert as_of(strikes(), 3).changes != ()
    assert as_of(strikes(), 4).changes == ()


def test_a_truce_that_begins_today_as_told_before_is_a_change() -> None:
    world = World()
    world.report(2, "Wire").truce(TruceState.AGREED, when=on(2))
    world.report(2, "Post").truce(TruceState.IN_EFFECT, by="Envoy", when=on(4))
    assert as_of(world, 3).changes == ()
    assert [change.after for change in as_of(world, 4).changes] == ["in effect"]


def test_what_is_not_known_is_told_with_its_reason() -> None:
    world = World()
    report = world.report(2, "Wire")
    claim = report.incident(IncidentKind.SHELLING, actor=BERGIA, target=ARLAND, where="Nosuch")
    unknown = replace(claim, id="other", when=Unresolved("lately", "no day is named"))
    report.claims.append(unknown)
    world.report(None, "Undated").toll(5, side=ARLAND)
    gaps = {gap.kind: (gap.about, gap.reason) for gap in as_of(world, 9).gaps}
    assert gaps[GapKind.PLACE_UNRESOLVED] == ("Nosuch", "not in the gazetteer")
    assert gaps[GapKind.DAY_UNRESOLVED] == ("lately", "no day is named")
    assert gaps[GapKind.NO_REPORT_SINCE][1] == "no report after 2022-09-02"
    assert "no day of publication" in gaps[GapKind.UNDATED_REPORT][1]


def corrected(claim: Claim, low: int) -> Claim:
    payload = claim.payload
    assert isinstance(payload, Casualty)
    return replace(
        claim, id="as a person reads it", payload=replace(payload, quantity=Quantity(low, low, ""))
    )


def test_a_rejected_claim_is_hidden_and_listed() -> None:
    world = World()
    report = world.report(2, "Wire")
    wrong, right = report.toll(500, side=ARLAND, when=on(1)), report.toll(5, side=BERGIA, when=on(1))
    world.judge(Verdict.REJECT, wrong)
    found = as_of(world, 2)
    assert [toll.claims for toll in found.tolls] == [(right.id,)]
    assert [(judged.verdict, judged.claims) for judged in found.judged] == [(Verdict.REJECT, (wrong.id,))]


def test_a_corrected_claim_stands_under_its_own_id_with_both_readings_kept() -> None:
    world = World()
    wrong = world.report(2, "Wire").toll(500, side=ARLAND, when=on(1))
    world.judge(Verdict.CORRECT, wrong, instead=corrected(wrong, 5))
    found = as_of(world, 2)
    assert [row.latest.low for toll in found.tolls for row in toll.rows] == [5]
    assert found.tolls[0].claims == (wrong.id,)
    (judged,) = found.judged
    assert judged.instead == corrected(wrong, 5)


def test_the_last_judgement_on_a_claim_stands_and_acceptance_is_a_mark() -> None:
    world = World()
    claim = world.report(2, "Wire").toll(5, side=ARLAND, when=on(1))
    world.judge(Verdict.REJECT, claim)
    world.judge(Verdict.ACCEPT, claim)
    found = as_of(world, 2)
    assert [toll.claims for toll in found.tolls] == [(claim.id,)]
    assert [judged.verdict for judged in found.judged] == [Verdict.ACCEPT]


def test_a_judgement_that_another_entry_stands_in_for_is_gone() -> None:
    world = World()
    claim = world.report(2, "Wire").toll(5, side=ARLAND, when=on(1))
    world.judge(Verdict.REJECT, claim)
    world.judge(Verdict.MERGE, claim, world.report(2, "Post").toll(5, side=ARLAND, when=on(1)))
    world.judgements[1] = replace(world.judgements[1], supersedes=1)
    assert len(as_of(world, 2).tolls) == 1
    assert as_of(world, 2).tolls[0].rows


def test_judgements_on_other_conflicts_are_not_listed() -> None:
    world = World()
    report = world.report(2, "Wire")
    report.incident(IncidentKind.CLASH, actor=("Arland", "Bergia"))
    other = report.incident(
        IncidentKind.SHELLING, actor=("Corland",), target=("Dorland",), stance=Stance.ACCUSES
    )
    world.judge(Verdict.REJECT, other)
    assert as_of(world, 2).judged == ()


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("Ministry of Defence of Georgia", VoiceKind.PARTY),
        ("Ministry of Defence of Armenia", VoiceKind.ARTICLE),
        ("Georgia Today", VoiceKind.ARTICLE),
        ("Georgian State News Agency", VoiceKind.ARTICLE),
        ("European Union Monitoring Mission in Georgia", VoiceKind.ARTICLE),
    ],
)
def test_what_a_party_publishes_is_its_own_word(publisher: str, kind: VoiceKind) -> None:
    world = World()
    report = world.report(2, publisher)
    report.incident(IncidentKind.SHELLING, actor=("Russia",), target=("Georgia",), when=on(1), where="Lowick")
    found = situation(world.holdings(), Conflict("war", ("Georgia", "Russia")), day(9))
    (account,) = found.events[0].accounts
    assert account.by.kind is kind
    assert found.events[0].independent == (kind is VoiceKind.ARTICLE)
