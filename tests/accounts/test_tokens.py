"""A token is shown once, does no more than its person may, and ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.conftest import DESK, Clock
from trucewatch.accounts import people, tokens
from trucewatch.accounts.noting import noted
from trucewatch.errors import AccountError
from trucewatch.ledger import Ledger
from trucewatch.ledger.store.team import token
from trucewatch.records.account import Role


def make(ledger: Ledger, name: str = "ana", role: Role = Role.REVIEWER, days: int = 30) -> str:
    with ledger.writing() as connection:
        return tokens.make(connection, name, "nightly import", role, days, DESK)


def role_of(ledger: Ledger, secret: str) -> Role | None:
    with ledger.looking() as connection:
        told = tokens.found(connection, secret)
    return None if told is None else told.role


def test_a_token_is_found_by_its_secret_which_is_not_kept(team: Ledger) -> None:
    secret = make(team)
    assert role_of(team, secret) is Role.REVIEWER
    with team.looking() as connection:
        rows = connection.execute(select(token)).mappings().all()
    assert secret.startswith("trucewatch_")
    assert not any(secret in str(value) for row in rows for value in row.values())
    assert role_of(team, rows[0]["hash"]) is None


def test_a_token_ends_with_its_days(team: Ledger, clock: Clock) -> None:
    secret = make(team, days=30)
    clock.goes_on(timedelta(days=30) - timedelta(seconds=1))
    assert role_of(team, secret) is Role.REVIEWER
    clock.goes_on(timedelta(seconds=1))
    assert role_of(team, secret) is None


def test_a_token_may_do_no_more_than_its_person(team: Ledger) -> None:
    secret = make(team, role=Role.ADMIN)
    with team.writing() as connection:
        people.set_role(connection, "ben", Role.ADMIN, DESK)
        people.set_role(connection, "ana", Role.READER, DESK)
    assert role_of(team, secret) is Role.READER
    with pytest.raises(AccountError, match="ana: may do less than reviewer"):
        make(team, "ana", Role.REVIEWER)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_no_token_lives_for_ever(team: Ledger, days: int) -> None:
    with pytest.raises(AccountError, match=f"can't live {days} days; give 1 to 365"):
        make(team, days=days)


@pytest.mark.parametrize("label", ["", "  ", "a" * 61, "a\nb", "a\x00", "a\u202eb"])
def test_a_token_is_called_something_that_can_be_read(team: Ledger, label: str) -> None:
    with pytest.raises(AccountError, match="is no name of a token"), team.writing() as connection:
        tokens.make(connection, "ana", label, Role.READER, 1, DESK)


def test_a_revoked_token_lets_nothing_in(team: Ledger) -> None:
    secret = make(team)
    with team.writing() as connection:
        (told,) = tokens.of(connection, "ana")
        assert not tokens.revoke(connection, told.id, DESK, owner="ben")
        assert tokens.revoke(connection, told.id, DESK, owner="ana")
        assert not tokens.revoke(connection, told.id, DESK)
    assert role_of(team, secret) is None
    with team.looking() as connection:
        assert tokens.of(connection, "ben") == ()
        assert len(tokens.of(connection)) == 1
        assert noted(connection)[0].about == "ana: nightly import"


def test_use_is_noted_once_an_hour(team: Ledger, clock: Clock) -> None:
    secret = make(team)
    for _ in range(13):
        with team.writing() as connection:
            told = tokens.found(connection, secret)
            assert told is not None
            if tokens.is_to_be_noted(told):
                tokens.use(connection, told, "192.0.2.9")
        clock.goes_on(timedelta(minutes=10))
    with team.looking() as connection:
        used = [line for line in noted(connection) if line.what == "used a token"]
    assert [(line.who, line.about, line.address) for line in used] == [
        ("ana", "nightly import", "192.0.2.9")
    ] * 3
