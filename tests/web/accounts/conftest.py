"""A workspace of three people, ana an admin, rae a reviewer and ben a reader, over the made-up ledger."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from tests.accounts.conftest import PASSWORD, Clock, cheap_hashes, clock  # noqa: F401 - fixtures
from tests.web.conftest import BASE, SERVED
from tests.web.made_up import fill
from tests.web.sending import send
from trucewatch.accounts import people
from trucewatch.accounts.noting import noted
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.account import Doer, Role
from trucewatch.web.app import workspace
from trucewatch.web.entrance.team import Team

PEOPLE = {"ana": Role.ADMIN, "rae": Role.REVIEWER, "ben": Role.READER}

SignIn = Callable[[str], TestClient]


@pytest.fixture(scope="session")
def kept_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with people, to copy."""
    path = tmp_path_factory.mktemp("team") / "ledger.sqlite"
    kept = PasswordHasher(1, 8, 1).hash(PASSWORD)
    with open_ledger(f"sqlite:///{path}") as made:
        fill(made)
        with made.writing() as connection:
            for name, role in PEOPLE.items():
                people.add(connection, name, role, kept, Doer("root", "terminal"))
    return path


@pytest.fixture
def team(kept_team: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copy(kept_team, tmp_path / "ledger.sqlite")
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as opened:
        yield opened


@pytest.fixture
def guest(team: Ledger) -> TestClient:
    """A browser that nobody signed in with."""
    return browser(team)


@pytest.fixture
def sign_in(team: Ledger) -> SignIn:
    """Give a browser in which somebody is signed in."""

    def signed_in(name: str) -> TestClient:
        client = browser(team)
        answer = send(client, "/sign-in", "/sign-in", {"name": name, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return client

    return signed_in


def browser(ledger: Ledger) -> TestClient:
    app = workspace(ledger, SERVED, entrance=Team(ledger))
    return TestClient(app, base_url=BASE, follow_redirects=False)


def log(ledger: Ledger) -> list[tuple[str | None, str, str]]:
    """What was done since the people had their accounts, the oldest first."""
    with ledger.looking() as connection:
        return [(line.who, line.what, line.about) for line in reversed(noted(connection))][len(PEOPLE) :]
