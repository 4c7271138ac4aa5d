"""A claim is accepted, rejected, corrected, merged and split from its page; each once."""

import pytest

from tests.web.accounts.conftest import SignIn
from tests.web.made_up import HOSTILE, NAME
from tests.web.reviewing.conftest import OTHER, PAGE, STEP, TOLL, decide, judgements
from tests.web.seen import seen
from trucewatch.ledger import Ledger, lookup
from trucewatch.ledger.views import View
from trucewatch.records.claim import Casualty, TruceStep
from trucewatch.records.entry import Judgement, Verdict, judgement_in
from trucewatch.records.values import Party


def last(ledger: Ledger, claim: str = TOLL.id) -> Judgement:
    with ledger.looking() as connection:
        entries = lookup.history_of(connection, claim, View.at(connection, None, None))
    judgement = judgement_in(entries[-1])
    assert judgement is not None
    return judgement


@pytest.mark.parametrize(
    ("verdict", "said", "claims"),
    [
        ("accept", {}, (TOLL.id,)),
        ("reject", {}, (TOLL.id,)),
        ("merge", {"with": OTHER.id}, (TOLL.id, OTHER.id)),
        ("split", {"more": f" {OTHER.id}  {STEP.id} "}, (TOLL.id, OTHER.id, STEP.id)),
    ],
)
def test_a_decision_is_kept(
    sign_in: SignIn, team: Ledger, verdict: str, said: dict[str, str], claims: tuple[str, ...]
) -> None:
    rae = sign_in("rae")
    answer = decide(rae, verdict, **said)
    assert answer.status_code == 303
    assert last(team) == Judgement(Verdict(verdict), claims, None, "read it")
    shown = seen(rae.get(answer.headers["location"]).text).text
    assert "Recorded as entry" in shown
    assert "by rae" in shown


def test_a_correction_shows_both_readings(sign_in: SignIn, team: Ledger) -> None:
    rae = sign_in("rae")
    answer = decide(rae, "correct", **{"payload.quantity.low": "49", "payload.quantity.high": "49"})
    instead = last(team).instead
    assert instead is not None
    assert isinstance(instead.payload, Casualty)
    assert (instead.payload.quantity.low, instead.payload.effect) == (49, "killed")
    shown = seen(rae.get(answer.headers["location"]).text).text
    assert "quantity, at least 105 49" in shown
    assert "105 killed" in shown
    assert "Read instead: 49 killed" in shown
    assert "quantity, at least 105 49" in seen(rae.get(f"/claim/{TOLL.id}").text).text


def test_another_broker_alone_is_seen(sign_in: SignIn, team: Ledger) -> None:
    rae = sign_in("rae")
    new = {"payload.brokers.0.name": "Dara Velan", "payload.brokers.0.kind": "person"}
    assert decide(rae, "correct", STEP.id, **new, **{"payload.brokers.0.text": "it"}).status_code == 303
    instead = last(team, STEP.id).instead
    assert instead is not None
    assert isinstance(instead.payload, TruceStep)
    (broker,) = instead.payload.brokers
    assert isinstance(broker, Party)
    assert "Dara Velan" in seen(rae.get(f"/claim/{STEP.id}").text).text


def test_a_second_correction_goes_on_from_ones_own_first(sign_in: SignIn, team: Ledger) -> None:
    rae, sam = sign_in("rae"), sign_in("sam")
    new = {"payload.brokers.0.name": "Dara Velan", "payload.brokers.0.kind": "person"}
    decide(rae, "correct", STEP.id, **new, **{"payload.brokers.0.text": "it"})
    page = seen(rae.get(f"/review/{STEP.id}").text)
    form = {str(one["name"]): str(one["value"]) for one in page.of("input") if one.get("value")}
    assert form["payload.brokers.0.name"] == "Dara Velan"
    more = {"base": form["base"], "payload.label": "the Tarvos truce"}
    for _ in range(2):
        assert decide(rae, "correct", STEP.id, **more).status_code == 303
    instead = last(team, STEP.id).instead
    assert instead is not None
    assert isinstance(instead.payload, TruceStep)
    assert (instead.payload.label, len(instead.payload.brokers)) == ("the Tarvos truce", 1)
    assert len(judgements(team)) == 3
    decide(sam, "correct", STEP.id, **more)
    instead = last(team, STEP.id).instead
    assert instead is not None
    assert isinstance(instead.payload, TruceStep)
    assert instead.payload.brokers == ()  # what rae corrected is no base for sam


def test_the_same_form_sent_twice_is_one_entry_and_says_so(sign_in: SignIn, team: Ledger) -> None:
    rae = sign_in("rae")
    first, again = decide(rae, "reject"), decide(rae, "reject")
    assert judgements(team)[1:] == [("rae", "judgement")]
    assert "again=yes" not in first.headers["location"]
    assert "again=yes" in again.headers["location"]
    assert "nothing was added" in seen(rae.get(again.headers["location"]).text).text


def test_judging_again_is_a_change_of_mind(sign_in: SignIn, team: Ledger) -> None:
    rae = sign_in("rae")
    decide(rae, "reject")
    shown = seen(rae.get(decide(rae, "accept", reason="").headers["location"]).text).text
    assert "replaced by entry" in shown
    assert last(team).reason == "the words say so"


@pytest.mark.parametrize(
    ("verdict", "said", "told_is"),
    [
        ("reject", {"reason": "  "}, "the reason is missing"),
        ("reject", {"reason": "x" * 401}, "the reason is too long"),
        ("burn", {}, "'burn' is no decision"),
        ("correct", {}, "the correction changes nothing"),
        ("correct", {"payload.quantity.low": "some"}, "quantity, at least 'some' can't be read"),
        ("correct", {"evidence": HOSTILE}, "does not stand in the report"),
        ("merge", {}, "the other claims are missing"),
        ("merge", {"more": "../../etc"}, "the other claims are not here"),
        ("split", {"with": "0" * 32}, "the other claims are not here"),
        ("split", {"with": TOLL.id}, "the other claims are missing"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(
    sign_in: SignIn, team: Ledger, verdict: str, said: dict[str, str], told_is: str
) -> None:
    answer = decide(sign_in("rae"), verdict, **said)
    assert answer.status_code == 400
    shown = seen(answer.text)
    assert "Nothing was recorded." in shown.text
    assert told_is in shown.text
    assert "<script>alert" not in answer.text
    typed = {field.get("value") for field in shown.of("input")}
    assert verdict == "burn" or said.get("payload.quantity.low", said.get("more", "")) in typed | {""}
    assert len(judgements(team)) == 1


def test_readers_do_not_review(sign_in: SignIn, team: Ledger) -> None:
    ben = sign_in("ben")
    for address in ("/review", PAGE, "/review/differences", "/review/sheets", "/review/sheets.zip"):
        assert ben.get(address).status_code == 403, address
    assert "Review" not in seen(ben.get(f"/claim/{TOLL.id}").text).text
    assert ben.post(PAGE, data={"verdict": "reject", "reason": "no"}).status_code == 403
    assert len(judgements(team)) == 1


def test_a_form_from_elsewhere_is_not_taken(sign_in: SignIn, team: Ledger) -> None:
    rae = sign_in("rae")
    sent = {"verdict": "reject", "reason": "no"}
    assert rae.post(PAGE, data=sent).status_code == 403
    assert rae.post(PAGE, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert len(judgements(team)) == 1


@pytest.mark.parametrize(
    "address", [f"/review/{'0' * 32}", "/review/none", "/review?report=x", "/review?report=" + "0" * 32]
)
def test_what_is_not_there_is_not_found(sign_in: SignIn, address: str) -> None:
    assert sign_in("rae").get(address).status_code == 404


def test_every_key_that_is_listed_does_something(sign_in: SignIn) -> None:
    page = seen(sign_in("rae").get(f"/review/{OTHER.id}?conflict={NAME}").text)
    keys = {one["data-key"] for _, one in page.elements if "data-key" in one}
    words = page.text.partition("Single letters do something on this page")[2]
    assert keys <= {"a", "r", "c", "m", "n", "p", "q"}
    assert all(f" {key} " in words for key in keys)
    assert "hidden" in next(one for one in page.of("details") if one.get("id") == "keys")
