"""Admins give roles and see the log; nobody else does, whatever they send."""

from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

from tests.web.accounts.conftest import SignIn, log
from tests.web.conftest import BASE
from tests.web.made_up import HOSTILE
from tests.web.seen import seen
from tests.web.sending import mark_on, send
from trucewatch.accounts import people
from trucewatch.accounts.noting import note
from trucewatch.ledger import Ledger
from trucewatch.records.account import Deed, Doer, Role
from trucewatch.web.pages.accounts.admin import AT_ONCE
from trucewatch.web.safety.forms import FIELD

CHANGES: Mapping[str, Mapping[str, str]] = {
    "/admin/role": {"name": "ben", "role": "admin"},
    "/admin/disable": {"name": "ben"},
    "/admin/sign-out": {"name": "ben"},
    "/admin/enable": {"name": "ben"},
}


def told(ledger: Ledger) -> dict[str, tuple[Role, bool]]:
    with ledger.looking() as connection:
        return {one.name: (one.role, one.disabled_at is None) for one in people.people(connection)}


def test_a_role_holds_at_once(sign_in: SignIn, team: Ledger) -> None:
    ana, ben = sign_in("ana"), sign_in("ben")
    assert ben.get("/admin").status_code == 403
    answer = send(ana, "/admin", "/admin/role", {"name": "ben", "role": "admin"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin")
    assert ben.get("/admin").status_code == 200
    assert send(ben, "/admin", "/admin/role", {"name": "ana", "role": "reader"}).status_code == 303
    assert ana.get("/admin").status_code == 403
    assert ("ben", "changed a role", "ana, admin to reader") in log(team)


def test_who_is_disabled_is_out_at_once(sign_in: SignIn, guest: TestClient, team: Ledger) -> None:
    ana, ben = sign_in("ana"), sign_in("ben")
    assert send(ana, "/admin", "/admin/disable", {"name": "ben"}).status_code == 303
    assert ben.get("/").headers["location"] == "/sign-in"
    assert "Let in again" in ana.get("/admin").text
    assert send(ana, "/admin", "/admin/enable", {"name": "ben"}).status_code == 303
    assert told(team)["ben"] == (Role.READER, True)
    assert guest.get("/").status_code == 303


def test_an_admin_signs_somebody_out_everywhere(sign_in: SignIn, team: Ledger) -> None:
    ana, *bens = sign_in("ana"), sign_in("ben"), sign_in("ben")
    assert send(ana, "/admin", "/admin/sign-out", {"name": "ben"}).status_code == 303
    assert [client.get("/").status_code for client in (ana, *bens)] == [200, 303, 303]
    assert log(team)[-1] == ("ana", "ended sessions", "ben")


@pytest.mark.parametrize("name", ["rae", "ben"])
@pytest.mark.parametrize("to", CHANGES)
def test_who_is_no_admin_changes_nobody(sign_in: SignIn, team: Ledger, name: str, to: str) -> None:
    client = sign_in(name)
    before = told(team)
    answer = send(client, "/account", to, CHANGES[to])
    assert answer.status_code == 403
    assert "Your role in this workspace does not allow it." in seen(answer.text).text
    assert told(team) == before
    assert log(team)[-1] == (name, "was refused", f"POST {to}")


@pytest.mark.parametrize("address", ["/admin", "/admin/audit", "/admin/audit?who=ben"])
@pytest.mark.parametrize("name", ["rae", "ben"])
def test_who_is_no_admin_sees_neither_people_nor_log(sign_in: SignIn, name: str, address: str) -> None:
    client = sign_in(name)
    answer = client.get(address)
    assert answer.status_code == 403
    assert "ana" not in seen(answer.text).text
    assert "/admin" not in [link["href"] for link in seen(client.get("/account").text).of("a")]


@pytest.mark.parametrize("to", CHANGES)
def test_the_form_of_another_page_is_not_taken(sign_in: SignIn, team: Ledger, to: str) -> None:
    ana, ben = sign_in("ana"), sign_in("ben")
    before = told(team)
    for data, headers in (
        ({}, {"origin": BASE}),
        ({FIELD: mark_on(ben, "/account")}, {"origin": BASE}),
        ({FIELD: mark_on(ana, "/admin")}, {"origin": "https://evil.example"}),
        ({FIELD: mark_on(ana, "/admin")}, {"sec-fetch-site": "cross-site"}),
    ):
        assert ana.post(to, data={**CHANGES[to], **data}, headers=headers).status_code == 403
    assert ana.get(to).status_code == 405
    assert told(team) == before


@pytest.mark.parametrize(
    ("to", "data", "complaint"),
    [
        ("/admin/role", {"name": "ana", "role": "reader"}, "ana: is the last admin"),
        ("/admin/disable", {"name": "ana"}, "ana: is the last admin"),
        ("/admin/role", {"name": "ben", "role": "god"}, "'god': is no role"),
        ("/admin/role", {"name": "eve", "role": "reader"}, "eve: has no account"),
        ("/admin/disable", {"name": HOSTILE}, "has no account"),
        ("/admin/role", {}, "is no role"),
    ],
)
def test_what_cannot_be_changed_is_told(
    sign_in: SignIn, team: Ledger, to: str, data: Mapping[str, str], complaint: str
) -> None:
    before = told(team)
    answer = send(sign_in("ana"), "/admin", to, data)
    assert answer.status_code == 400
    assert complaint in seen(answer.text).text
    assert "<script" not in answer.text.lower()
    assert told(team) == before


def test_the_log_is_turned_page_by_page(sign_in: SignIn, team: Ledger) -> None:
    with team.writing() as connection:
        for number in range(AT_ONCE + 5):
            note(connection, Doer("rae", "192.0.2.3"), Deed.SENT, f"number {number}.")
    client = sign_in("ana")
    first = seen(client.get("/admin/audit?who=rae").text)
    assert "number 104." in first.text
    assert "number 5." in first.text
    assert "number 4." not in first.text
    (older,) = [link["href"] for link in first.of("a") if "before=" in (link["href"] or "")]
    text = seen(client.get(str(older)).text).text
    assert "number 4." in text
    assert "number 5." not in text
    assert "Nothing is noted." in client.get("/admin/audit?who=nobody").text
    assert client.get("/admin/audit?before=x").status_code == 400


def test_what_stands_in_the_log_is_escaped(sign_in: SignIn, team: Ledger) -> None:
    with team.writing() as connection:
        note(connection, Doer(HOSTILE, HOSTILE), Deed.SENT, HOSTILE)
    client = sign_in("ana")
    for address in ("/admin", "/admin/audit"):
        answer = client.get(address)
        assert "<script" not in answer.text.lower()
        assert "\u202e" not in answer.text
        assert seen(answer.text).wrong == []
