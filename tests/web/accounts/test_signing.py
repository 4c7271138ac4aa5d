"""Signing in and out, and what somebody gets who tries to do it for another."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.accounts.conftest import PASSWORD, Clock
from tests.web.accounts.conftest import SignIn, browser, log
from tests.web.conftest import BASE
from tests.web.made_up import HOSTILE
from tests.web.seen import seen
from tests.web.sending import mark_on, send
from trucewatch.accounts.noting import noted
from trucewatch.accounts.sessions import IDLE
from trucewatch.accounts.trying import MOST_FOR_A_NAME, WINDOW
from trucewatch.ledger import Ledger
from trucewatch.web.app import workspace
from trucewatch.web.entrance.team import Team
from trucewatch.web.pages.accounts.signing import own_address
from trucewatch.web.safety.forms import FIELD
from trucewatch.web.safety.headers import HEADERS, SECURE_FOR, UNKEPT
from trucewatch.web.safety.hosts import Served

RIGHT = {"name": "ben", "password": PASSWORD}


def test_signing_in_leads_to_where_one_wanted_to_go(guest: TestClient, team: Ledger) -> None:
    asked = guest.get("/search?words=soldiers&side=Talia")
    assert (asked.status_code, asked.headers["location"]) == (
        303,
        "/sign-in?to=%2Fsearch%3Fwords%3Dsoldiers%26side%3DTalia",
    )
    page = seen(guest.get(asked.headers["location"]).text)
    (to,) = [field["value"] for field in page.of("input") if field.get("name") == "to"]
    led = send(guest, asked.headers["location"], "/sign-in", {**RIGHT, "to": str(to)})
    assert (led.status_code, led.headers["location"]) == (303, "/search?words=soldiers&side=Talia")
    assert guest.get(led.headers["location"]).status_code == 200
    assert log(team) == [("ben", "signed in", "")]


def test_a_name_is_taken_as_people_type_it(guest: TestClient) -> None:
    assert send(guest, "/sign-in", "/sign-in", {"name": " Ben ", "password": PASSWORD}).status_code == 303


@pytest.mark.parametrize(
    ("name", "password"),
    [("ben", "wrong"), ("eve", "wrong"), ("eve", PASSWORD), ("", ""), ("a" * 400, "b" * 400)],
)
def test_a_wrong_name_and_a_wrong_password_get_one_answer(
    guest: TestClient, name: str, password: str
) -> None:
    answer = send(guest, "/sign-in", "/sign-in", {"name": name, "password": password})
    assert answer.status_code == 401
    assert "No account has this name and this password." in seen(answer.text).text
    assert "set-cookie" not in answer.headers
    assert not password or password not in answer.text


def test_the_two_answers_differ_in_the_name_alone(guest: TestClient) -> None:
    known, unknown = (
        send(guest, "/sign-in", "/sign-in", {"name": name, "password": "wrong"}) for name in ("ben", "eve")
    )
    assert known.text.replace('value="ben"', 'value="eve"') == unknown.text
    assert sorted(known.headers) == sorted(unknown.headers)


@pytest.mark.parametrize("name", ["ben", "eve"])
def test_who_tries_too_often_is_told_to_wait(
    guest: TestClient, team: Ledger, clock: Clock, name: str
) -> None:
    for _ in range(MOST_FOR_A_NAME):
        assert send(guest, "/sign-in", "/sign-in", {"name": name, "password": "wrong"}).status_code == 401
    held = send(guest, "/sign-in", "/sign-in", {"name": name, "password": PASSWORD})
    assert held.status_code == 429
    assert int(held.headers["retry-after"]) == WINDOW.total_seconds()
    assert "Wait 15 minutes, then try again." in seen(held.text).text
    again = browser(team)  # as after a new start of the server
    assert send(again, "/sign-in", "/sign-in", {"name": name, "password": PASSWORD}).status_code == 429
    clock.goes_on(timedelta(seconds=int(held.headers["retry-after"])))
    assert send(guest, "/sign-in", "/sign-in", {**RIGHT}).status_code == 303


def test_the_cookie_is_for_this_server_alone(guest: TestClient) -> None:
    answer = send(guest, "/sign-in", "/sign-in", RIGHT)
    name, *traits = answer.headers["set-cookie"].split("; ")
    assert name.startswith("trucewatch=")
    assert sorted(trait.lower() for trait in traits) == ["httponly", "path=/", "samesite=strict"]


def test_by_https_the_cookie_goes_by_https_alone(team: Ledger) -> None:
    app = workspace(team, Served("127.0.0.1", 8000, is_secure=True), entrance=Team(team))
    base = "https://127.0.0.1:8000"
    client = TestClient(app, base_url=base, follow_redirects=False)
    data = {FIELD: mark_on(client, "/sign-in"), **RIGHT}
    answer = client.post("/sign-in", data=data, headers={"origin": base})
    name, *traits = answer.headers["set-cookie"].split("; ")
    assert name.startswith("__Host-trucewatch=")
    assert sorted(trait.lower() for trait in traits) == ["httponly", "path=/", "samesite=strict", "secure"]
    assert answer.headers["strict-transport-security"] == SECURE_FOR
    assert client.get("/").status_code == 200
    assert client.post("/sign-in", data=data, headers={"origin": BASE}).status_code == 403


def test_a_session_that_another_fixed_is_none(guest: TestClient, team: Ledger) -> None:
    guest.cookies.set("trucewatch", "chosen-by-another")
    assert guest.get("/account").status_code == 303
    answer = send(guest, "/sign-in", "/sign-in", RIGHT)
    secret = answer.headers["set-cookie"].partition("=")[2].partition(";")[0]
    assert secret != "chosen-by-another"  # noqa: S105 - nobody's
    assert len(secret) >= 43
    other = browser(team)
    other.cookies.set("trucewatch", "chosen-by-another")
    assert other.get("/account").status_code == 303


def test_signing_in_again_ends_the_session_before(sign_in: SignIn, team: Ledger) -> None:
    client = sign_in("ben")
    before = client.cookies["trucewatch"]
    assert send(client, "/sign-in", "/sign-in", {"name": "rae", "password": PASSWORD}).status_code == 303
    assert client.cookies["trucewatch"] != before
    assert "rae" in seen(client.get("/account").text).text
    old = browser(team)
    old.cookies.set("trucewatch", before)
    assert old.get("/account").status_code == 303


def test_signing_out_ends_the_session_on_the_server(sign_in: SignIn, team: Ledger) -> None:
    client = sign_in("ben")
    secret = client.cookies["trucewatch"]
    answer = send(client, "/account", "/sign-out", {})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?done=out")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert "trucewatch" not in client.cookies
    assert "You are signed out." in client.get("/sign-in?done=out").text
    client.cookies.set("trucewatch", secret)
    assert client.get("/account").status_code == 303
    assert log(team)[-1][:2] == ("ben", "signed out")


def test_a_session_that_is_left_alone_asks_to_sign_in(sign_in: SignIn, clock: Clock) -> None:
    client = sign_in("ben")
    for _ in range(4):
        clock.goes_on(IDLE / 2)
        assert client.get("/account").status_code == 200
    clock.goes_on(IDLE)
    assert client.get("/account").headers["location"] == "/sign-in?to=%2Faccount"
    late = client.post("/account/password", data={}, headers={"origin": BASE})
    assert late.status_code == 401
    assert "Nobody is signed in" in late.text


@pytest.mark.parametrize(
    ("said", "led"),
    [
        ("/search?words=a%20b&x=%2F", "/search?words=a%20b&x=%2F"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/a\\b", "/"),
        ("/\t/evil.example", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/é", "/"),
    ],
)
def test_nobody_is_led_elsewhere(guest: TestClient, said: str, led: str) -> None:
    assert own_address(said) == led
    answer = send(guest, "/sign-in", "/sign-in", {**RIGHT, "to": said})
    assert (answer.status_code, answer.headers["location"]) == (303, led)
    assert answer.headers.get_list("set-cookie") == [answer.headers["set-cookie"]]


@given(st.text() | st.text("/\\\t\n.:@?#ae", max_size=8))
def test_whatever_is_asked_for_is_an_address_of_this_server(said: str) -> None:
    led = urlsplit(own_address(said))
    assert (led.scheme, led.netloc, led.path[:1], led.path[1:2] != "/") == ("", "", "/", True)


def test_what_no_database_holds_is_dropped(guest: TestClient, team: Ledger) -> None:
    answer = send(guest, "/sign-in", "/sign-in", {"name": "be\0n", "password": f"\0{PASSWORD}"})
    assert answer.status_code == 303
    assert log(team) == [("ben", "signed in", "")]


def test_what_is_typed_is_escaped(guest: TestClient) -> None:
    for answer in (
        send(guest, "/sign-in", "/sign-in", {"name": HOSTILE, "password": "x", "to": HOSTILE}),
        guest.get("/sign-in", params={"to": HOSTILE, "done": HOSTILE}),
    ):
        page = seen(answer.text)
        assert "<script" not in answer.text.lower()
        assert page.wrong == []


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_no_other_site_signs_anybody_in(guest: TestClient, origin: str) -> None:
    data = {FIELD: mark_on(guest, "/sign-in"), **RIGHT}
    answer = guest.post("/sign-in", data=data, headers={"origin": origin} if origin else {})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_link_of_another_site_leads_on_in_two_steps(guest: TestClient) -> None:
    came = guest.get("/sign-in?to=/search", headers={"sec-fetch-site": "cross-site"})
    assert {"href": "/search"} in seen(came.text).of("a")
    assert {"href": "/search"} not in seen(guest.get("/sign-in?to=/search").text).of("a")


def test_no_answer_is_for_another_origin(guest: TestClient, sign_in: SignIn) -> None:
    for client, address in ((guest, "/sign-in"), (sign_in("ben"), "/"), (sign_in("ben"), "/style.css")):
        answer = client.get(address, headers={"origin": "https://evil.example"})
        assert [name for name in answer.headers if name.startswith("access-control")] == []
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_nobody_chooses_the_address_they_are_counted_by(guest: TestClient, team: Ledger) -> None:
    told = {"x-forwarded-for": "203.0.113.7", "x-real-ip": "203.0.113.7", "forwarded": "for=203.0.113.7"}
    guest.headers.update(told)
    send(guest, "/sign-in", "/sign-in", {"name": "ben", "password": "wrong"})
    with team.looking() as connection:
        assert noted(connection, limit=1)[0].address == "testclient"


def test_a_password_manager_knows_the_fields(guest: TestClient, sign_in: SignIn) -> None:
    pages = guest.get("/sign-in"), sign_in("ben").get("/account")
    shown = [field for page in pages for field in seen(page.text).of("input")]
    purposes = {
        (field["name"], field["autocomplete"], field.get("type", "text"))
        for field in shown
        if field.get("name") in {"name", "password", "new", "again"}
    }
    assert purposes == {
        ("name", "username", "text"),
        ("password", "current-password", "password"),
        ("new", "new-password", "password"),
        ("again", "new-password", "password"),
    }


def test_nothing_of_a_shared_workspace_is_kept_by_a_browser(sign_in: SignIn, guest: TestClient) -> None:
    for client, address in ((guest, "/sign-in"), (sign_in("ana"), "/"), (sign_in("ana"), "/account")):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == UNKEPT
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)
    (style,) = [
        link["href"] for link in seen(guest.get("/sign-in").text).of("link") if link["rel"] == "stylesheet"
    ]
    assert "immutable" in guest.get(str(style)).headers["cache-control"]
