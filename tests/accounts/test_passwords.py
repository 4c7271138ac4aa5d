"""Which passwords are taken, and what is kept of them."""

import pytest
from argon2 import Type, extract_parameters

from tests.accounts.conftest import OTHER, PASSWORD
from trucewatch.accounts import passwords
from trucewatch.accounts.passwords import LONGEST, hashed, is_right
from trucewatch.errors import AccountError


@pytest.mark.parametrize(
    "password",
    [PASSWORD, "Öl auf 3 Booten, nie", "نهر هادئ وطويل جدا", "tulip-anvil-93", "purple 7 zither cloud " * 9],
)
def test_words_of_any_script_and_any_signs_are_taken(password: str) -> None:
    kept = hashed(password, "ana")
    assert is_right(kept, password)
    assert not is_right(kept, password[:-1])
    assert not is_right(kept, f"{password} ")
    assert password not in kept


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("", "has 0 characters"),
        ("tulip anvil", "has 11 characters; give 12 to 200"),
        ("tulip anvil " * 17, "has 204 characters"),
        ("passwordpassword", "is easily guessed"),
        ("qwertyuiop123", "is easily guessed"),
        ("aaaaaaaaaaaaaaaa", "is easily guessed"),
        ("trucewatch2026", "is easily guessed"),
        ("anastasiaanastasia", "is easily guessed"),
        ("123456789012", "is easily guessed"),
    ],
)
def test_what_is_easily_guessed_is_refused(password: str, complaint: str) -> None:
    with pytest.raises(AccountError, match=complaint) as refused:
        hashed(password, "anastasia")
    assert not password or password not in str(refused.value)


def test_the_longest_is_taken_whole() -> None:
    longest = "tulip anvil harbour seven lanterns. " * 6
    kept = hashed(longest[: LONGEST - 1] + "a", "ana")
    assert is_right(kept, longest[: LONGEST - 1] + "a")
    assert not is_right(kept, longest[: LONGEST - 1] + "b")


def test_one_password_is_one_however_its_letters_are_written() -> None:
    assert is_right(hashed("caf\u00e9 tulip anvil", "ana"), "cafe\u0301 tulip anvil")


def test_nobody_has_the_password_of_nobody() -> None:
    assert not is_right(None, "nobody has this password")
    assert not is_right("no hash at all", PASSWORD)


def test_the_same_password_is_kept_differently_each_time() -> None:
    assert hashed(PASSWORD, "ana") != hashed(PASSWORD, "ana")


def test_a_hash_costs_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the cheap hashes
    told = extract_parameters(hashed(OTHER, "ana"))
    assert (told.type, told.memory_cost, told.time_cost) == (Type.ID, 46 * 1024, 2)
    assert passwords._HASHER.salt_len >= 16  # noqa: SLF001 - what it is made of
