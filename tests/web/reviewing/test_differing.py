"""Two reviewers blind to each other differ; a third settles it; their agreement is told."""

import io
import json
import re
import zipfile

import pytest
from starlette.testclient import TestClient

from tests.web.accounts.conftest import SignIn
from tests.web.made_up import NAME
from tests.web.reviewing.conftest import COPY, OTHER, TOLL, decide, judgements
from tests.web.seen import Seen, seen
from tests.web.sending import send
from trucewatch.ledger import Ledger
from trucewatch.situation.judging import laid

PAGE = "/review/differences"
HIDDEN = "as I happen to know"


def choices(page: Seen) -> list[str]:
    return [str(box["value"]) for box in page.of("input") if box.get("name") == "choice"]


@pytest.fixture
def differing(sign_in: SignIn) -> None:
    """The reviewers judge one claim otherwise."""
    decide(sign_in("rae"), "reject", reason=HIDDEN)
    decide(sign_in("sam"), "correct", **{"payload.quantity.low": "49", "payload.quantity.high": "49"})


@pytest.mark.parametrize("address", [f"/review/{TOLL.id}?conflict={NAME}", f"/claim/{TOLL.id}"])
def test_a_reviewer_sees_anothers_judgement_only_after_their_own(sign_in: SignIn, address: str) -> None:
    decide(sign_in("rae"), "reject", reason=HIDDEN)
    sam = sign_in("sam")
    before = sam.get(address).text
    assert HIDDEN not in before
    assert "1 person judged it; you see how once you have judged it yourself" in seen(before).text
    decide(sam, "accept")
    assert HIDDEN in sam.get(address).text
    assert HIDDEN in sign_in("ben").get(f"/claim/{TOLL.id}").text


@pytest.mark.parametrize(
    "address",
    [
        f"/conflict?name={NAME}&as-of=2021-03-07",
        f"/conflict/part?section=judged&name={NAME}&as-of=2021-03-07",
        f"/conflict/report.html?name={NAME}&as-of=2021-03-07",
        f"/conflict/report.md?name={NAME}&as-of=2021-03-07",
        f"/api/v1/situation?conflict={NAME}&as-of=2021-03-07",
    ],
)
def test_a_conflict_tells_a_reviewer_no_more_than_a_claim_does(sign_in: SignIn, address: str) -> None:
    decide(sign_in("rae"), "reject", reason=HIDDEN)
    for name, sees in (("ben", True), ("sam", False), ("rae", True), ("ana", False)):
        told = sign_in(name).get(address).text
        assert (HIDDEN in told) is sees, name
        assert sees or address.startswith("/api") or " of others: who reviews" in told
    decide(sign_in("sam"), "accept")
    assert HIDDEN in sign_in("sam").get(address).text


@pytest.mark.parametrize("address", ["/search/claims.csv", f"/conflict/claims.csv?name={NAME}"])
def test_a_table_tells_a_reviewer_no_more_than_a_claim_does(sign_in: SignIn, address: str) -> None:
    decide(sign_in("rae"), "reject", reason=HIDDEN)
    for name, sees in (("ben", True), ("sam", False), ("rae", True), ("ana", False)):
        assert ("rejected by rae" in sign_in(name).get(address).text) is sees, name
    decide(sign_in("sam"), "accept")
    told = sign_in("sam").get(address).text
    assert "rejected by rae, on which people differ; accepted by sam, on which people differ" in told


@pytest.mark.usefixtures("differing")
def test_while_they_differ_what_was_read_stands(sign_in: SignIn, team: Ledger) -> None:
    over = laid(team.holdings().judgements)
    assert (over.rejected, dict(over.instead)) == (frozenset(), {})
    shown = seen(sign_in("ben").get(f"/conflict?name={NAME}&as-of=2021-03-07").text).text
    assert "reviewers differ, so what was read stands" in shown


@pytest.mark.usefixtures("differing")
def test_those_who_differ_do_not_settle_it_but_an_admin_does(sign_in: SignIn, team: Ledger) -> None:
    for name in ("rae", "sam"):
        page = seen(sign_in(name).get(PAGE).text)
        assert choices(page) == []
        assert "somebody else settles it" in page.text
        sent = {"question": TOLL.id, "choice": "as-read", "reason": "mine"}
        assert send(sign_in(name), f"/review/{TOLL.id}", PAGE, sent).status_code == 403
    ana = sign_in("ana")
    rejecting = choices(seen(ana.get(PAGE).text))[0]
    sent = {"question": TOLL.id, "choice": rejecting, "reason": "rae reads it right"}
    assert send(ana, PAGE, PAGE, sent).status_code == 303
    assert laid(team.holdings().judgements).rejected == {TOLL.id}
    assert judgements(team)[-1] == ("ana", "adjudication")
    page = seen(ana.get(PAGE).text)
    assert "0 differences to settle, 1 settled" in page.text
    assert "settles a difference" in seen(sign_in("ben").get(f"/claim/{TOLL.id}").text).text


@pytest.mark.usefixtures("differing")
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"choice": "as-read", "reason": " "}, 400),
        ({"choice": "999999", "reason": "so"}, 400),
        ({"choice": "", "reason": "so"}, 400),
        ({"question": OTHER.id, "choice": "as-read", "reason": "so"}, 400),
        ({"question": "0" * 32, "choice": "as-read", "reason": "so"}, 404),
        ({"question": "", "choice": "as-read", "reason": "so"}, 404),
    ],
)
def test_what_settles_nothing_is_refused(
    sign_in: SignIn, team: Ledger, sent: dict[str, str], status: int
) -> None:
    count = len(judgements(team))
    answer = send(sign_in("ana"), PAGE, PAGE, {"question": TOLL.id, **sent})
    assert answer.status_code == status
    assert len(judgements(team)) == count


def test_whether_two_claims_are_one_is_settled_too(sign_in: SignIn, team: Ledger) -> None:
    decide(sign_in("rae"), "merge", **{"with": OTHER.id})
    decide(sign_in("sam"), "split", **{"with": OTHER.id})
    ana = sign_in("ana")
    page = seen(ana.get(PAGE).text)
    assert "One thing or two?" in page.text
    question = next(str(box["value"]) for box in page.of("input") if box.get("name") == "question")
    sent = {"question": question, "choice": choices(page)[1], "reason": "two days lie between"}
    assert send(ana, PAGE, PAGE, sent).status_code == 303
    assert list(laid(team.holdings().judgements).pairs.values()) == [False]


@pytest.mark.usefixtures("differing")
def test_agreement_is_told_with_what_it_was_measured_on(sign_in: SignIn) -> None:
    for name in ("rae", "sam"):
        decide(sign_in(name), "accept", OTHER.id)
    shown = seen(sign_in("rae").get(PAGE).text).text
    assert "rae and sam 2 1 (50%) 0.40 1 (50%) 0.40" in shown


def test_a_sheet_tells_a_reviewer_no_more_than_a_claim_does(sign_in: SignIn) -> None:
    (claim,) = COPY.claims
    decide(sign_in("rae"), "correct", claim.id, **{"payload.quantity.low": "50"})
    assert sheet_of(sign_in("rae")) != sheet_of(sign_in("ana"))
    sam = sign_in("sam")
    assert sheet_of(sam) == sheet_of(sign_in("ana"))
    assert "1 of 1 claim, 1 not by you 0 no" in seen(sam.get("/review/sheets").text).text
    decide(sam, "correct", claim.id, **{"payload.quantity.low": "50"})
    assert sheet_of(sam) == sheet_of(sign_in("rae"))


def sheet_of(client: TestClient) -> bytes:
    return client.get(f"/review/sheets.zip?report={COPY.document.id}").content


def test_sheets_are_taken_when_every_claim_is_judged(sign_in: SignIn) -> None:
    rae = sign_in("rae")
    assert "No report is reviewed whole yet" in seen(rae.get("/review/sheets").text).text
    (claim,) = COPY.claims
    decide(rae, "correct", claim.id, **{"payload.quantity.low": "50", "payload.quantity.high": "50"})
    assert "1 of 1 claim 0 yes" in seen(rae.get("/review/sheets").text).text
    answer = rae.get("/review/sheets.zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="reviewed-sheets.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        (name,) = (name for name in archive.namelist() if re.fullmatch(r"copy-.*\.json", name))
        sheet = json.loads(archive.read(name))
    assert [row["low"] for row in sheet["casualties"]] == [50]
    assert rae.get(f"/review/sheets.zip?report={COPY.document.id}").content == answer.content
    assert rae.get("/review/sheets.zip?report=nowhere").status_code == 404
