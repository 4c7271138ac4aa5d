"""One's own account: nobody reaches another's, and what matters asks for the password again."""

from collections.abc import Mapping

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from tests.accounts.conftest import OTHER, PASSWORD
from tests.web.accounts.conftest import SignIn, browser, log
from tests.web.conftest import BASE
from tests.web.made_up import HOSTILE
from tests.web.seen import seen
from tests.web.sending import mark_on, send
from trucewatch.accounts import sessions, tokens
from trucewatch.accounts.signing_in import sign_in as signs_in
from trucewatch.accounts.trying import MOST_FOR_A_NAME
from trucewatch.ledger import Ledger
from trucewatch.ledger.store.team import session
from trucewatch.records.account import Doer, Role
from trucewatch.web.safety.forms import FIELD, LARGEST

CONFIRMED = {"password": PASSWORD}
TOKEN = {"label": "nightly import", "role": "reader", "days": "30", **CONFIRMED}


def send_own(client: TestClient, to: str, data: Mapping[str, str]) -> int:
    return send(client, "/account", to, data).status_code


def text_of(client: TestClient, address: str) -> str:
    return seen(client.get(address).text).text


def test_another_password_signs_other_browsers_out(sign_in: SignIn, team: Ledger) -> None:
    here, there = sign_in("ben"), sign_in("ben")
    answer = send(here, "/account", "/account/password", {**CONFIRMED, "new": OTHER, "again": OTHER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?done=password")
    assert "Your password is changed" in text_of(here, "/account?done=password")
    assert there.get("/account").status_code == 303
    assert signs_in(team, "ben", PASSWORD, "192.0.2.9").secret is None
    assert signs_in(team, "ben", OTHER, "192.0.2.9").secret is not None
    assert ("ben", "changed a password", "ben") in log(team)


@pytest.mark.parametrize(
    ("to", "data"),
    [
        ("/account/password", {"new": OTHER, "again": OTHER}),
        ("/account/sessions", {"which": "others"}),
        ("/account/tokens", TOKEN),
    ],
)
def test_where_the_password_is_asked_again_the_session_is_a_new_one(
    sign_in: SignIn, team: Ledger, to: str, data: Mapping[str, str]
) -> None:
    client = sign_in("ben")
    before = client.cookies["trucewatch"]
    assert send_own(client, to, {**data, **CONFIRMED}) == 303
    assert client.cookies["trucewatch"] != before
    assert client.get("/account").status_code == 200
    old = browser(team)
    old.cookies.set("trucewatch", before)
    assert old.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"password": "wrong", "new": OTHER, "again": OTHER}, "is not the password of this account"),
        ({"new": OTHER, "again": OTHER}, "is not the password of this account"),
        ({**CONFIRMED, "new": OTHER, "again": "x"}, "is not the same both times"),
        ({**CONFIRMED, "new": "short", "again": "short"}, "has 5 characters"),
        ({**CONFIRMED, "new": "passwordpassword", "again": "passwordpassword"}, "is easily guessed"),
        (CONFIRMED, "has 0 characters"),
    ],
)
def test_a_password_is_changed_only_by_who_knows_it_to_one_that_is_good(
    sign_in: SignIn, team: Ledger, data: Mapping[str, str], told: str
) -> None:
    answer = send(sign_in("ben"), "/account", "/account/password", data)
    assert answer.status_code == 400
    assert told in seen(answer.text).text
    assert signs_in(team, "ben", PASSWORD, "192.0.2.9").secret is not None


def test_a_password_that_is_asked_for_again_is_no_way_to_guess(sign_in: SignIn) -> None:
    client = sign_in("ben")
    for _ in range(MOST_FOR_A_NAME):
        assert send_own(client, "/account/sessions", {"which": "others", "password": "wrong"}) == 400
    assert send_own(client, "/account/sessions", {"which": "others", **CONFIRMED}) == 429


def test_other_browsers_are_signed_out(sign_in: SignIn, team: Ledger) -> None:
    here, *there = (sign_in("ben") for _ in range(3))
    other = sign_in("rae")
    assert send_own(here, "/account/sessions", {"which": "others", **CONFIRMED}) == 303
    assert [client.get("/account").status_code for client in (here, *there, other)] == [200, 303, 303, 200]
    assert log(team)[-1] == ("ben", "ended sessions", "ben")


def test_one_browser_is_signed_out(sign_in: SignIn) -> None:
    here, there = sign_in("ben"), sign_in("ben")
    page = seen(here.get("/account").text)
    (which,) = [
        field["value"]
        for field in page.of("input")
        if field.get("name") == "which" and field["value"] != "others"
    ]
    assert send_own(here, "/account/sessions", {"which": str(which), **CONFIRMED}) == 303
    assert (here.get("/account").status_code, there.get("/account").status_code) == (200, 303)


def test_nobody_ends_the_session_of_another(sign_in: SignIn, team: Ledger) -> None:
    ana, ben = sign_in("ana"), sign_in("ben")
    with team.looking() as connection:
        (of_ana,) = sessions.of(connection, "ana")
        secrets = connection.execute(select(session.c.hash)).scalars().all()
    for which in (of_ana.id, *secrets, "", "' OR 1=1 --", "../ana"):
        assert send_own(ben, "/account/sessions", {"which": which, **CONFIRMED}) == 400
    assert ana.get("/account").status_code == 200
    assert of_ana.id not in ben.get("/account").text


def test_a_token_is_shown_once(sign_in: SignIn, team: Ledger) -> None:
    client = sign_in("rae")
    answer = send(client, "/account", "/account/tokens", TOKEN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?done=token")
    with team.looking() as connection:
        (made,) = tokens.of(connection, "rae")
    words = text_of(client, "/account?done=token").split()
    (secret,) = [word for word in words if word.startswith("trucewatch_")]
    with team.looking() as connection:
        assert tokens.found(connection, secret) == made
    again = client.get("/account?done=token").text
    assert secret not in again
    assert "nightly import" in again


def test_who_asks_for_the_head_alone_does_not_use_a_token_up(sign_in: SignIn) -> None:
    client = sign_in("rae")
    send(client, "/account", "/account/tokens", TOKEN)
    assert client.head("/account?done=token").status_code == 200
    assert "trucewatch_" in client.get("/account?done=token").text


def test_what_one_is_shown_once_no_other_sees(sign_in: SignIn) -> None:
    rae, other, ben = sign_in("rae"), sign_in("rae"), sign_in("ben")
    send(rae, "/account", "/account/tokens", TOKEN)
    for client in (other, ben):
        assert "trucewatch_" not in client.get("/account").text


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"role": "reviewer"}, "may do less than reviewer"),
        ({"role": "admin"}, "may do less than admin"),
        ({"role": "god"}, "has no such role or days"),
        ({"days": "366"}, "can't live 366 days"),
        ({"days": "0"}, "can't live 0 days"),
        ({"days": "-1"}, "has no such role or days"),
        ({"days": "9" * 99}, "can't live 9999 days"),
        ({"days": "³"}, "has no such role or days"),
        ({"label": ""}, "is no name of a token"),
        ({"label": "a\r\nb"}, "is no name of a token"),
        ({"password": "wrong"}, "is not the password"),
    ],
)
def test_a_token_that_cannot_be_is_not_made(
    sign_in: SignIn, team: Ledger, changed: Mapping[str, str], told: str
) -> None:
    answer = send(sign_in("ben"), "/account", "/account/tokens", {**TOKEN, **changed})
    assert answer.status_code == 400
    assert told in seen(answer.text).text
    with team.looking() as connection:
        assert tokens.of(connection) == ()


def test_nobody_sees_or_revokes_the_token_of_another(sign_in: SignIn, team: Ledger) -> None:
    with team.writing() as connection:
        tokens.make(connection, "ana", "ana's import", Role.ADMIN, 9, Doer("ana", ""))
        (of_ana,) = tokens.of(connection, "ana")
    ana, ben = sign_in("ana"), sign_in("ben")
    assert "ana's import" not in text_of(ben, "/account")
    assert send_own(ben, "/account/tokens/revoke", {"token": of_ana.id}) == 400
    with team.looking() as connection:
        assert tokens.of(connection, "ana")[0].revoked_at is None
    assert send_own(ana, "/account/tokens/revoke", {"token": of_ana.id}) == 303
    assert "The token lets nothing in any more." in text_of(ana, "/account?done=revoked")


def test_the_name_of_a_token_is_escaped(sign_in: SignIn, team: Ledger) -> None:
    with team.writing() as connection:
        label = HOSTILE.replace("\u202e", "")[:60]
        tokens.make(connection, "ana", label, Role.ADMIN, 9, Doer("ana", ""))
    client = sign_in("ana")
    for address in ("/account", "/admin", "/admin/audit"):
        answer = client.get(address)
        assert "alert(1)" in seen(answer.text).text
        assert "<script" not in answer.text.lower()
        assert seen(answer.text).wrong == []


@pytest.mark.parametrize(
    "to", ["/account/password", "/account/sessions", "/account/tokens", "/account/tokens/revoke", "/sign-out"]
)
def test_the_form_of_another_is_not_taken(sign_in: SignIn, team: Ledger, to: str) -> None:
    ana, ben = sign_in("ana"), sign_in("ben")
    marks = [mark_on(ana, "/account"), mark_on(browser(team), "/sign-in"), "", "0" * 64]
    for mark in marks:
        answer = ben.post(to, data={FIELD: mark, **TOKEN}, headers={"origin": BASE})
        assert answer.status_code == 403
        assert "This form was not taken" in answer.text
    mark = mark_on(ben, "/account")
    assert ben.post(to, data={FIELD: mark}, headers={"origin": "https://evil.example"}).status_code == 403
    assert ben.get("/account").status_code == 200


def test_a_form_that_is_too_large_is_not_taken(sign_in: SignIn) -> None:
    data = {**TOKEN, "label": "a" * LARGEST}
    answer = send(sign_in("ben"), "/account", "/account/tokens", data)
    assert answer.status_code == 413
    assert "This is too large" in answer.text


def test_a_file_in_place_of_words_is_no_word(sign_in: SignIn) -> None:
    client = sign_in("ben")
    data = {FIELD: mark_on(client, "/account"), "new": OTHER, "again": OTHER}
    sent = {"password": ("p", PASSWORD.encode())}
    answer = client.post("/account/password", data=data, files=sent, headers={"origin": BASE})
    assert answer.status_code == 400
