"""On PostgreSQL, which takes less than SQLite does, nothing that is typed breaks a page."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from tests.accounts.conftest import PASSWORD
from tests.ledger.conftest import empty_postgresql, server  # noqa: F401 - fixtures
from tests.web.accounts.conftest import PEOPLE, browser, log
from tests.web.sending import send
from trucewatch.accounts import people
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.account import Doer

ODD = ("\0", "a\0b", "\ud7ff\ue000", "'; --", "\\", "\u202e", "a" * 3000)


@pytest.fixture
def on_postgresql(empty_postgresql: str) -> Iterator[Ledger]:  # noqa: F811 - the fixture above
    with open_ledger(empty_postgresql) as opened:
        with opened.writing() as connection:
            kept = PasswordHasher(1, 8, 1).hash(PASSWORD)
            for name, role in PEOPLE.items():
                people.add(connection, name, role, kept, Doer("root", "terminal"))
        yield opened


@pytest.fixture
def ana(on_postgresql: Ledger) -> TestClient:
    client = browser(on_postgresql)
    assert send(client, "/sign-in", "/sign-in", {"name": "ana", "password": PASSWORD}).status_code == 303
    return client


def test_from_signing_in_to_the_log(ana: TestClient, on_postgresql: Ledger) -> None:
    assert send(ana, "/admin", "/admin/role", {"name": "ben", "role": "reviewer"}).status_code == 303
    token = {"label": "import", "role": "reader", "days": "9", "password": PASSWORD}
    assert send(ana, "/account", "/account/tokens", token).status_code == 303
    assert send(ana, "/account", "/sign-out", {}).status_code == 303
    assert [what for _, what, _ in log(on_postgresql)] == [
        "signed in",
        "changed a role",
        "made a token",
        "signed out",
    ]


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_whatever_is_typed_gets_an_answer(ana: TestClient, on_postgresql: Ledger, odd: str) -> None:
    guest = browser(on_postgresql)
    answers = [
        send(guest, "/sign-in", "/sign-in", {"name": odd, "password": odd, "to": odd}),
        send(ana, "/account", "/account/sessions", {"which": odd, "password": PASSWORD}),
        send(ana, "/account", "/account/tokens/revoke", {"token": odd}),
        send(ana, "/admin", "/admin/role", {"name": odd, "role": "reader"}),
        send(ana, "/admin", "/admin/disable", {"name": odd}),
        ana.get("/admin/audit", params={"who": odd}),
        ana.get("/account", headers={"cookie": f"trucewatch={'x' * len(odd)}"}),
    ]
    assert not {answer.status_code for answer in answers} - {200, 303, 400, 401}
