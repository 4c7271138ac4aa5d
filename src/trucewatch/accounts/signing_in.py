"""Signing in: the same answer, after the same work, whether a name is unknown or a password wrong."""

from dataclasses import dataclass

from trucewatch.accounts import people, sessions, trying
from trucewatch.accounts.noting import note
from trucewatch.accounts.passwords import is_right
from trucewatch.ledger import Ledger
from trucewatch.records.account import Deed, Doer


@dataclass(frozen=True, slots=True)
class Answer:
    """The secret of a new session, or None and, where tries are used up, the seconds to wait."""

    secret: str | None
    wait: int = 0


def sign_in(ledger: Ledger, name: str, password: str, address: str) -> Answer:
    """Begin a session where the password is that of the account, which is not disabled."""
    tried = proved(ledger, name, password, address)
    if tried.wait or not tried.is_right:
        return Answer(None, tried.wait)
    with ledger.writing() as connection:
        if people.kept_of(connection, name) is None:  # disabled this very moment
            return Answer(None)
        note(connection, Doer(name, address), Deed.SIGNED_IN)
        return Answer(sessions.begin(connection, name, address))


@dataclass(frozen=True, slots=True)
class Proved:
    """Whether a password is right, or the seconds to wait until it may be tried."""

    is_right: bool
    wait: int = 0


def proved(ledger: Ledger, name: str, password: str, address: str) -> Proved:
    """Tell whether a password is that of an account, and note where it is not."""
    with ledger.writing() as connection:
        made = trying.take(connection, name, address)
        kept = people.kept_of(connection, name)
        known = Doer(name if people.account_called(connection, name) else None, address)
        if made.is_last:
            note(connection, known, Deed.HELD_BACK)
    if made.wait:
        return Proved(is_right=False, wait=made.wait)
    right = is_right(kept, password)
    with ledger.writing() as connection:
        if right:
            trying.give_back(connection, made, name)
        else:
            note(connection, known, Deed.WRONG_PASSWORD)
    return Proved(right)
