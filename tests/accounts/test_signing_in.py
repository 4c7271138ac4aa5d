"""Who guesses learns nothing, not even who has an account, and is soon held back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.conftest import DESK, PASSWORD, Clock
from trucewatch.accounts import passwords, people, sessions
from trucewatch.accounts.noting import noted
from trucewatch.accounts.signing_in import Answer, sign_in
from trucewatch.accounts.trying import MOST_FOR_A_NAME, MOST_FROM_AN_ADDRESS, WINDOW
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.store.team import attempt
from trucewatch.records.account import Role

WRONG = "tulip anvil harbor"
HERE = "192.0.2.9"


def log(ledger: Ledger) -> list[tuple[str | None, str]]:
    with ledger.looking() as connection:
        return [(line.who, line.what) for line in reversed(noted(connection))][2:]


def test_the_right_password_begins_a_session(team: Ledger) -> None:
    answer = sign_in(team, "ben", PASSWORD, HERE)
    assert answer.secret is not None
    with team.looking() as connection:
        told = sessions.found(connection, answer.secret)
    assert told is not None
    assert (told[0].account, told[0].address, told[1]) == ("ben", HERE, Role.READER)
    assert log(team) == [("ben", "signed in")]


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ben", WRONG),
        ("ben", ""),
        ("ben", "é"),
        ("eve", PASSWORD),
        ("", ""),
        ("BEN", PASSWORD),
        ("ben' --", PASSWORD),
    ],
)
def test_wrong_is_wrong_whatever_is_wrong(team: Ledger, name: str, password: str) -> None:
    assert sign_in(team, name, password, HERE) == Answer(None)
    assert log(team) == [("ben" if name == "ben" else None, "gave a wrong password")]


def test_who_is_disabled_gets_the_same_answer(team: Ledger) -> None:
    with team.writing() as connection:
        people.disable(connection, "ben", DESK)
    assert sign_in(team, "ben", PASSWORD, HERE) == sign_in(team, "eve", PASSWORD, HERE) == Answer(None)


@pytest.mark.parametrize("name", ["ben", "eve", "off"])
def test_the_work_is_the_same_for_a_name_that_is_unknown(
    team: Ledger, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    hasher = passwords._HASHER  # noqa: SLF001 - to count what it does
    compared: list[str] = []

    class Counting:
        def hash(self, password: str) -> str:
            return hasher.hash(password)

        def verify(self, kept: str, password: str) -> bool:
            compared.append(kept.rpartition("$")[0].rpartition("$")[0])
            return hasher.verify(kept, password)

    with team.writing() as connection:
        people.add(connection, "off", Role.READER, passwords.hashed(PASSWORD, "off"), DESK)
        people.disable(connection, "off", DESK)
    monkeypatch.setattr(passwords, "_HASHER", Counting())
    sign_in(team, name, WRONG, HERE)
    assert compared == ["$argon2id$v=19$m=8,t=1,p=1"]


@pytest.mark.parametrize("name", ["ben", "eve"])
def test_a_name_is_tried_so_often_and_then_held_back(team: Ledger, clock: Clock, name: str) -> None:
    begun = clock.instant
    for number in range(MOST_FOR_A_NAME):
        assert sign_in(team, name, WRONG, f"198.51.100.{number}") == Answer(None)
        clock.goes_on(timedelta(seconds=10))
    held = sign_in(team, name, PASSWORD, "203.0.113.5")
    assert held == Answer(None, wait=int((begun + WINDOW - clock.instant).total_seconds()))
    assert log(team).count(("ben" if name == "ben" else None, "was held back after many tries")) == 1
    assert len(log(team)) == MOST_FOR_A_NAME + 1
    clock.goes_on(timedelta(seconds=held.wait))
    assert (sign_in(team, name, PASSWORD, HERE).secret is not None) is (name == "ben")


def test_an_address_may_not_try_many_names(team: Ledger) -> None:
    for number in range(MOST_FROM_AN_ADDRESS):
        assert sign_in(team, f"name-{number}", WRONG, "2001:db8::1").wait == 0
    assert sign_in(team, "ben", PASSWORD, "2001:db8::ffff").wait > 0
    assert sign_in(team, "ben", PASSWORD, "2001:db8:0:1::1").secret is not None


def test_being_held_back_outlives_the_server(team: Ledger, address: str) -> None:
    for _ in range(MOST_FOR_A_NAME):
        sign_in(team, "ben", WRONG, HERE)
    with open_ledger(address) as again:
        assert sign_in(again, "ben", PASSWORD, HERE).wait > 0


def test_many_at_once_are_no_way_round(team: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: sign_in(team, "ben", WRONG, HERE), range(2 * MOST_FOR_A_NAME)))
    assert sum(answer.wait == 0 for answer in answers) == MOST_FOR_A_NAME


def test_a_right_password_clears_what_was_mistyped(team: Ledger) -> None:
    for _ in range(3):
        for _ in range(MOST_FOR_A_NAME - 1):
            sign_in(team, "ben", WRONG, HERE)
        assert sign_in(team, "ben", PASSWORD, HERE).secret is not None


def test_a_password_typed_where_the_name_belongs_is_kept_nowhere(team: Ledger) -> None:
    sign_in(team, PASSWORD, "", HERE)
    with team.looking() as connection:
        rows = [*connection.execute(select(attempt)).all(), *noted(connection)]
    assert not any(PASSWORD in str(row) for row in rows)
