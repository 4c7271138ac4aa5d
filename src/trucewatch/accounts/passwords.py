"""Passwords: which are taken, what is kept of them, and whether one is right."""

import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from trucewatch.errors import AccountError

SHORTEST, LONGEST = 12, 200
"""Characters of a password."""

HARD_TO_GUESS = 3
"""The least, of 0 to 4, that zxcvbn gives: it counts the guesses of somebody who knows how people choose."""

MOST_JUDGED = 72
"""Characters that zxcvbn looks at."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=46 * 1024, parallelism=1)
_ROOM = BoundedSemaphore(4)  # each takes 46 MiB


def hashed(password: str, name: str) -> str:
    """Give what is kept of a new password.

    Errors: AccountError on one that is short, long or easily guessed
    """
    said = _written(password)
    _refuse_weak(said, name)
    with _ROOM:
        return _HASHER.hash(said)


def is_right(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one that was kept; where none is, it takes as long and is not."""
    nobody = _nobody()
    with _ROOM:
        try:
            return _HASHER.verify(kept or nobody, _written(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def _written(password: str) -> str:
    """One password however a keyboard writes its letters."""
    return unicodedata.normalize("NFKC", password)


def _refuse_weak(said: str, name: str) -> None:
    if not SHORTEST <= len(said) <= LONGEST:
        what = f"has {len(said)} characters"
        raise AccountError(what, where="this password", advice=f"give {SHORTEST} to {LONGEST}")
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words are long

    judged = zxcvbn(said[:MOST_JUDGED], user_inputs=[name, "trucewatch"])
    if judged["score"] < HARD_TO_GUESS:
        advice = "give some words that have nothing to do with each other"
        raise AccountError("is easily guessed", where="this password", advice=advice)


@cache
def _nobody() -> str:
    """What a password is compared with where there is no account."""
    return _HASHER.hash("nobody has this password")
