"""Accounts are made, changed and disabled, never deleted, and an admin is always left."""

import pytest

from tests.accounts.conftest import DESK, OTHER, PASSWORD, add
from trucewatch.accounts import people, sessions, tokens
from trucewatch.accounts.noting import noted
from trucewatch.accounts.passwords import hashed, is_right
from trucewatch.errors import AccountError
from trucewatch.ledger import Ledger
from trucewatch.records.account import Role


def told(ledger: Ledger) -> dict[str, tuple[str, bool]]:
    with ledger.looking() as connection:
        return {one.name: (one.role.value, one.disabled_at is None) for one in people.people(connection)}


def log(ledger: Ledger) -> list[tuple[str | None, str, str, str]]:
    with ledger.looking() as connection:
        return [(one.who, one.what, one.about, one.address) for one in reversed(noted(connection))]


def test_an_account_has_a_role_and_no_readable_password(team: Ledger) -> None:
    assert told(team) == {"ana": ("admin", True), "ben": ("reader", True)}
    with team.looking() as connection:
        kept = people.kept_of(connection, "ana")
    assert kept is not None
    assert PASSWORD not in kept
    assert is_right(kept, PASSWORD)
    assert log(team)[0] == ("an admin", "made an account", "ana, admin", "192.0.2.7")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ana",
        "ana ",
        "an\u0430",
        "-ana",
        ".ana",
        "a" * 41,
        "ana\n",
        "a/b",
        "../x",
        "=ana",
        "<b>",
        "ana\u202e",
    ],
)
def test_a_name_is_of_small_letters_that_look_like_no_other(ledger: Ledger, name: str) -> None:
    with pytest.raises(AccountError, match="is no name of an account"):
        add(ledger, name, Role.READER)
    assert told(ledger) == {}


@pytest.mark.parametrize("name", ["a", "ana.b", "ana-b_2", "0", "a" * 40])
def test_plain_names_are_taken(ledger: Ledger, name: str) -> None:
    add(ledger, name, Role.READER)
    assert told(ledger) == {name: ("reader", True)}


def test_no_name_is_given_twice_even_where_the_first_is_disabled(team: Ledger) -> None:
    with team.writing() as connection:
        people.disable(connection, "ben", DESK)
    with pytest.raises(AccountError, match="ben: has an account"):
        add(team, "ben", Role.ADMIN)
    assert told(team)["ben"] == ("reader", False)


def test_a_role_is_changed_and_noted(team: Ledger) -> None:
    with team.writing() as connection:
        people.set_role(connection, "ben", Role.REVIEWER, DESK)
    assert told(team)["ben"] == ("reviewer", True)
    assert log(team)[-1][1:3] == ("changed a role", "ben, reader to reviewer")


def test_an_admin_is_always_left(team: Ledger) -> None:
    for change in (
        lambda connection: people.set_role(connection, "ana", Role.REVIEWER, DESK),
        lambda connection: people.disable(connection, "ana", DESK),
    ):
        with pytest.raises(AccountError, match="ana: is the last admin"), team.writing() as connection:
            change(connection)
    with team.writing() as connection:
        people.set_role(connection, "ana", Role.ADMIN, DESK)
        people.set_role(connection, "ben", Role.ADMIN, DESK)
        people.disable(connection, "ben", DESK)
    with pytest.raises(AccountError, match="is the last admin"), team.writing() as connection:
        people.disable(connection, "ana", DESK)


def test_who_is_disabled_is_let_in_by_nothing_until_enabled(team: Ledger) -> None:
    with team.writing() as connection:
        session = sessions.begin(connection, "ben", "192.0.2.9")
        token = tokens.make(connection, "ben", "a script", Role.READER, 9, DESK)
        people.disable(connection, "ben", DESK)
    with team.looking() as connection:
        assert people.kept_of(connection, "ben") is None
        assert sessions.found(connection, session) is None
        assert tokens.found(connection, token) is None
    with team.writing() as connection:
        people.enable(connection, "ben", DESK)
    with team.looking() as connection:
        assert people.kept_of(connection, "ben") is not None
        assert sessions.found(connection, session) is None
        assert tokens.found(connection, token) is None
    assert [line[1] for line in log(team)][-2:] == ["disabled an account", "enabled an account"]


def test_another_password_ends_what_the_old_one_began(team: Ledger) -> None:
    with team.writing() as connection:
        secrets = [sessions.begin(connection, "ben", "192.0.2.9") for _ in range(3)]
        others = sessions.begin(connection, "ana", "192.0.2.9")
        made = [tokens.make(connection, who, "a script", Role.READER, 9, DESK) for who in ("ben", "ana")]
        people.set_password(connection, "ben", hashed(OTHER, "ben"), DESK)
    with team.looking() as connection:
        lives = [sessions.found(connection, secret) is not None for secret in (*secrets, others)]
        assert lives == [False, False, False, True]
        assert [tokens.found(connection, secret) is not None for secret in made] == [False, True]
        assert is_right(people.kept_of(connection, "ben"), OTHER)
        assert not is_right(people.kept_of(connection, "ben"), PASSWORD)


def test_who_has_no_account_is_told(team: Ledger) -> None:
    for change in (
        lambda connection: people.set_role(connection, "eve", Role.ADMIN, DESK),
        lambda connection: people.set_password(connection, "eve", "x", DESK),
        lambda connection: people.disable(connection, "eve", DESK),
        lambda connection: people.enable(connection, "eve", DESK),
        lambda connection: people.sign_out(connection, "eve", DESK),
        lambda connection: tokens.make(connection, "eve", "a", Role.READER, 1, DESK),
    ):
        with pytest.raises(AccountError, match="eve: has no account"), team.writing() as connection:
            change(connection)
