"""Accounts on both databases, with a clock that tests set and hashes that cost little."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from tests.ledger.conftest import (  # noqa: F401 - fixtures
    address,
    bare_postgresql,
    empty_postgresql,
    empty_sqlite,
    ledger,
    new_sqlite,
    server,
)
from trucewatch.accounts import passwords, people
from trucewatch.ledger import Ledger
from trucewatch.records.account import Doer, Role

PASSWORD = "tulip anvil harbour"  # noqa: S105 - nobody's
OTHER = "seven quiet lanterns"
DESK = Doer("an admin", "192.0.2.7")


@dataclass
class Clock:
    """The time that all of the accounts' code is told."""

    instant: datetime = datetime(2026, 3, 4, 6, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def goes_on(self, by: timedelta) -> None:
        self.instant += by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    told = Clock()
    monkeypatch.setattr("trucewatch.accounts.clock.now", told.now)
    return told


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    passwords._nobody.cache_clear()  # noqa: SLF001 - made by the dearer one
    yield
    passwords._nobody.cache_clear()  # noqa: SLF001 - made by the cheap one


@pytest.fixture
def team(ledger: Ledger) -> Ledger:  # noqa: F811 - the fixture above
    """A ledger with an admin and a reader, both of one password."""
    add(ledger, "ana", Role.ADMIN)
    add(ledger, "ben", Role.READER)
    return ledger


def add(ledger: Ledger, name: str, role: Role) -> None:  # noqa: F811 - as above
    with ledger.writing() as connection:
        people.add(connection, name, role, passwords.hashed(PASSWORD, name), DESK)
