"""A session lives while it is used, for half a day at most, and its secret is kept nowhere."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.conftest import DESK, Clock
from trucewatch.accounts import people, sessions
from trucewatch.accounts.sessions import IDLE, LONGEST
from trucewatch.ledger import Ledger
from trucewatch.ledger.store.team import session
from trucewatch.records.account import Role

MOMENT = timedelta(seconds=1)


def begin(ledger: Ledger, name: str) -> str:
    with ledger.writing() as connection:
        return sessions.begin(connection, name, "192.0.2.9")


def lives(ledger: Ledger, secret: str) -> bool:
    with ledger.looking() as connection:
        return sessions.found(connection, secret) is not None


def test_a_session_is_found_by_its_secret_which_is_not_kept(team: Ledger, clock: Clock) -> None:
    secret = begin(team, "ben")
    with team.looking() as connection:
        told = sessions.found(connection, secret)
        rows = connection.execute(select(session)).mappings().all()
    assert told is not None
    assert (told[0].account, told[0].begun_at, told[1]) == ("ben", clock.instant, Role.READER)
    assert len(secret) >= 43
    assert not any(secret in str(value) for row in rows for value in row.values())


def test_no_two_secrets_are_alike(team: Ledger) -> None:
    assert len({begin(team, "ben") for _ in range(8)}) == 8


@pytest.mark.parametrize("secret", ["", "x", "é", "' OR 1=1 --", "0" * 64])
def test_what_is_no_secret_finds_nothing(team: Ledger, secret: str) -> None:
    begin(team, "ben")
    assert not lives(team, secret)


def test_the_hash_itself_lets_nobody_in(team: Ledger) -> None:
    begin(team, "ben")
    with team.looking() as connection:
        (kept,) = connection.execute(select(session.c.hash)).scalars()
    assert not lives(team, kept)


@pytest.mark.parametrize(("waits", "alive"), [(IDLE - MOMENT, True), (IDLE, False)])
def test_a_session_that_is_left_alone_ends(
    team: Ledger,
    clock: Clock,
    waits: timedelta,
    alive: bool,  # noqa: FBT001 - what is expected
) -> None:
    secret = begin(team, "ben")
    clock.goes_on(waits)
    assert lives(team, secret) is alive


def test_a_session_that_is_used_ends_too(team: Ledger, clock: Clock) -> None:
    secret = begin(team, "ben")
    begun = clock.instant
    while clock.instant - begun < LONGEST - IDLE / 2:
        with team.writing() as connection:
            told = sessions.found(connection, secret)
            assert told is not None
            sessions.see(connection, told[0].id)
        clock.goes_on(IDLE / 2)
    clock.instant = begun + LONGEST - MOMENT
    assert lives(team, secret)
    clock.goes_on(MOMENT)
    assert not lives(team, secret)


def test_sessions_that_are_over_are_swept_away(team: Ledger, clock: Clock) -> None:
    begin(team, "ben")
    clock.goes_on(IDLE)
    begin(team, "ana")
    with team.looking() as connection:
        assert connection.execute(select(session.c.account)).scalars().all() == ["ana"]


def test_a_role_that_changes_holds_at_once(team: Ledger) -> None:
    secret = begin(team, "ben")
    with team.writing() as connection:
        people.set_role(connection, "ben", Role.REVIEWER, DESK)
        told = sessions.found(connection, secret)
    assert told is not None
    assert told[1] is Role.REVIEWER


def test_only_ones_own_sessions_are_listed_and_ended(team: Ledger) -> None:
    own, other = begin(team, "ben"), begin(team, "ana")
    with team.writing() as connection:
        (listed,) = sessions.of(connection, "ben")
        (of_ana,) = sessions.of(connection, "ana")
        assert not sessions.end(connection, "ben", of_ana.id)
        assert sessions.end(connection, "ben", listed.id)
        assert not sessions.end(connection, "ben", listed.id)
    assert (lives(team, own), lives(team, other)) == (False, True)


def test_all_of_somebodys_sessions_are_ended_at_once(team: Ledger) -> None:
    secrets = [begin(team, "ben") for _ in range(3)]
    other = begin(team, "ana")
    with team.writing() as connection:
        assert sessions.end_all(connection, "ben") == 3
    assert [lives(team, secret) for secret in (*secrets, other)] == [False, False, False, True]
