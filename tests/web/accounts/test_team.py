"""Without a name nothing is answered, and what people send is noted."""

import re
from collections.abc import Mapping

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.accounts.conftest import Clock
from tests.web.accounts.conftest import SignIn, log
from tests.web.accounts.test_own import text_of
from tests.web.conftest import BASE, SERVED
from tests.web.made_up import NAME
from tests.web.made_up import told as reports
from tests.web.seen import seen
from tests.web.sending import mark_on, send
from trucewatch.accounts import people, sessions, tokens
from trucewatch.accounts.sessions import IDLE
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger
from trucewatch.records.account import Doer, Role
from trucewatch.web import app
from trucewatch.web.entrance.team import Team
from trucewatch.web.safety.forms import FIELD
from trucewatch.web.visitor import form_of, refuse_below

DOCUMENT = reports()[0].document.id
PAGES = (
    "/",
    "/search?words=soldiers",
    "/sources",
    "/method",
    f"/conflict?name={NAME}",
    f"/conflict/report.html?name={NAME}",
    f"/conflict/report.md?name={NAME}",
    f"/conflict/claims.csv?name={NAME}",
    "/search/claims.csv",
    f"/document/{DOCUMENT}",
    f"/document/{DOCUMENT}/original",
    f"/claim/{reports()[0].claims[0].id}",
    "/account",
    "/admin",
    "/admin/audit",
    "/api",
    "/add",
    "/review",
    "/review/sheets.zip",
    "/nowhere",
    "//evil.example/",
    "/sign-in/../admin",
    "/sign-in%2F..%2Fadmin",
    "/scripts",
    "/style.css/../admin",
)

SENT = {route.path for route in app.ROUTES if "POST" in (route.methods or ())}
OWN_LIST = "/watch"
"""What is sent there only changes what the sender's own browser keeps."""


async def decided(request: Request) -> Response:
    await form_of(request)
    refuse_below(request, Role.REVIEWER)
    return PlainTextResponse("", 303, {"location": "/"})


async def asked(request: Request) -> Response:
    return PlainTextResponse(refuse_below(request, Role.REVIEWER).name)


@pytest.fixture
def with_more(team: Ledger, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A workspace with a page that takes forms, and an address for programs."""
    more = [
        Route("/review", decided, methods=["POST"]),
        Route("/api/one", asked, methods=["GET", "POST"]),
    ]
    monkeypatch.setattr(app, "ROUTES", (*app.ROUTES, *more))
    made = app.workspace(team, SERVED, entrance=Team(team))
    return TestClient(made, base_url=BASE, follow_redirects=False)


def token_for(ledger: Ledger, name: str, role: Role) -> Mapping[str, str]:
    with ledger.writing() as connection:
        secret = tokens.make(connection, name, "a script", role, 9, Doer("root", "terminal"))
    return {"authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("address", PAGES)
def test_who_is_not_signed_in_sees_nothing(guest: TestClient, address: str) -> None:
    answer = guest.get(address)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")
    assert answer.text == ""
    assert guest.head(address).status_code == 303


@pytest.mark.parametrize("cookie", ["", "x", "a" * 4000, "' OR 1=1 --", "../../x"])
def test_a_made_up_cookie_lets_nobody_in(guest: TestClient, cookie: str) -> None:
    answer = guest.get("/", headers={"cookie": f"trucewatch={cookie}"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize("to", ["/admin/role", "/account/password", "/sign-out", "/", "/nowhere"])
def test_who_is_not_signed_in_sends_nothing(guest: TestClient, to: str) -> None:
    answer = guest.post(to, data={"name": "ben", "role": "admin"}, headers={"origin": BASE})
    assert answer.status_code == 401
    page = seen(answer.text)
    assert "Sign in and ask again." in page.text
    assert "/sign-in" in [link["href"] for link in page.of("a")]


def test_the_sign_in_page_tells_nothing_of_the_ledger(guest: TestClient) -> None:
    page = seen(guest.get("/sign-in").text)
    assert not page.of("nav")
    assert NAME not in page.text
    assert [form["action"] for form in page.of("form")] == ["/sign-in"]


def test_pages_are_as_they_are_for_one_reader(sign_in: SignIn) -> None:
    client = sign_in("ben")
    for address in PAGES[:10]:
        assert client.get(address).status_code == 200
    assert client.get("/nowhere").status_code == 404
    assert "ben" in text_of(client, "/")


@pytest.mark.parametrize(("name", "status"), [("ben", 403), ("rae", 303), ("ana", 303)])
def test_what_is_sent_is_noted_with_what_came_of_it(
    with_more: TestClient, team: Ledger, sign_in: SignIn, name: str, status: int
) -> None:
    with_more.cookies.set("trucewatch", sign_in(name).cookies["trucewatch"])
    assert send(with_more, "/account", "/review", {}).status_code == status
    decided = ("decided about claims", "POST /review, 303")
    deed = ("was refused", "POST /review") if status == 403 else decided
    assert log(team)[-1] == (name, *deed)


def test_what_was_written_outlives_the_session(with_more: TestClient, sign_in: SignIn, clock: Clock) -> None:
    with_more.cookies.set("trucewatch", sign_in("rae").cookies["trucewatch"])
    mark = mark_on(with_more, "/account")
    clock.goes_on(IDLE)
    written = {FIELD: mark, "reason": "long and careful"}
    assert with_more.post("/review", data=written, headers={"origin": BASE}).status_code == 401
    with_more.cookies.set("trucewatch", sign_in("rae").cookies["trucewatch"])
    assert with_more.post("/review", data=written, headers={"origin": BASE}).status_code == 303
    with_more.cookies.set("trucewatch", sign_in("ana").cookies["trucewatch"])
    assert with_more.post("/review", data=written, headers={"origin": BASE}).status_code == 403


def test_a_long_address_is_noted_in_short(sign_in: SignIn, team: Ledger) -> None:
    client = sign_in("ben")
    address = "/nowhere/%00" + "a" * 500
    assert client.post(address, headers={"origin": BASE}).status_code == 404
    assert log(team)[-1] == ("ben", "sent", f"POST /nowhere/{'a' * 191}, 404")


def test_where_nobody_can_be_looked_up_nobody_is_let_in(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise LedgerError("the file is damaged", where="x.sqlite", advice="go back to a backup")

    client = sign_in("ana")
    monkeypatch.setattr(sessions, "found", breaks)
    answer = client.get("/admin")
    assert answer.status_code == 503
    assert "x.sqlite: the file is damaged." in answer.text
    assert "rae" not in answer.text


@pytest.mark.parametrize("to", sorted(SENT - {OWN_LIST}))
def test_who_only_reads_sends_nothing_anywhere(sign_in: SignIn, team: Ledger, to: str) -> None:
    client = sign_in("ben")
    filled = re.sub(r"\{\w+\}", "0" * 32, to)
    assert send(client, "/account", filled, {}).status_code == 403
    assert log(team)[-1] == ("ben", "was refused", f"POST {filled}")


def test_what_is_only_looked_at_is_not_noted(sign_in: SignIn, team: Ledger) -> None:
    client = sign_in("ben")
    before = log(team)
    for address in ("/", "/search?words=soldiers", "/account", "/nowhere"):
        client.get(address)
    assert log(team) == before


def test_a_program_brings_a_token(with_more: TestClient, team: Ledger) -> None:
    headers = token_for(team, "rae", Role.REVIEWER)
    assert with_more.get("/api/one", headers=headers).text == "rae"
    assert with_more.post("/api/one", headers=headers).text == "rae"
    assert log(team)[-2:] == [("rae", "used a token", "a script"), ("rae", "sent", "POST /api/one, 200")]
    assert with_more.get("/api/one", headers=token_for(team, "rae", Role.READER)).status_code == 403


def test_what_a_program_decides_and_hands_in_is_noted(with_more: TestClient, team: Ledger) -> None:
    headers = token_for(team, "rae", Role.REVIEWER)
    decision = {"verdict": "reject", "claims": [reports()[0].claims[0].id], "reason": "nobody says so"}
    assert with_more.post("/api/v1/judgements", json=decision, headers=headers).status_code == 201
    assert with_more.post("/api/v1/uploads", json={"text": "words"}, headers=headers).status_code == 202
    assert log(team)[-2:] == [
        ("rae", "decided about claims", "POST /api/v1/judgements, 201"),
        ("rae", "handed in reports", "POST /api/v1/uploads, 202"),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer "},
        {"authorization": "Bearer trucewatch_x"},
        {"authorization": "Basic YW5hOnR1bGlw"},
        {"authorization": "Bearer é".encode()},
    ],
)
def test_a_program_without_a_good_token_is_told_so(with_more: TestClient, headers: Mapping[str, str]) -> None:
    answer = with_more.get("/api/one", headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert "send a token" in answer.json()["advice"]


def test_a_token_opens_no_page(with_more: TestClient, team: Ledger) -> None:
    headers = token_for(team, "ana", Role.ADMIN)
    for address in ("/", "/account", "/admin", "/apiary"):
        assert with_more.get(address, headers=headers).status_code == 303


def test_the_token_of_somebody_who_is_out_is_none(with_more: TestClient, team: Ledger) -> None:
    headers = token_for(team, "rae", Role.REVIEWER)
    with team.writing() as connection:
        people.disable(connection, "rae", Doer("root", "terminal"))
    assert with_more.get("/api/one", headers=headers).status_code == 401


def test_another_site_sends_nothing_to_programs_addresses(with_more: TestClient, sign_in: SignIn) -> None:
    with_more.cookies.set("trucewatch", sign_in("rae").cookies["trucewatch"])
    assert with_more.post("/api/one", headers={"origin": BASE}).status_code == 200
    assert with_more.post("/api/one", headers={"origin": "https://evil.example"}).status_code == 403
    assert with_more.post("/api/one", headers={"sec-fetch-site": "cross-site"}).status_code == 403
