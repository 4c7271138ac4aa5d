"""Accounts: made, given roles and passwords, disabled; none is deleted, for names stand in the ledger."""

import re
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from trucewatch.accounts import clock, sessions, tokens
from trucewatch.accounts.noting import note
from trucewatch.errors import AccountError
from trucewatch.ledger.store.team import account
from trucewatch.records.account import Account, Deed, Doer, Role

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
"""What a name may be: small letters of English, so that no two look alike."""

_TOLD = account.c["name", "role", "made_at", "password_at", "disabled_at"]


def add(connection: Connection, name: str, role: Role, kept: str, by: Doer) -> Account:
    """Make an account; `kept` is the hash of its password.

    Errors: AccountError on a name that is taken, or none
    """
    refuse_unfit(name)
    refuse_taken(connection, name)
    now = clock.now()
    new = Account(name, role, now, now, None)
    row = {"name": name, "role": role.value, "password": kept, "made_at": now, "password_at": now}
    connection.execute(insert(account).values(row))
    note(connection, by, Deed.ACCOUNT_MADE, f"{name}, {role}")
    return new


def refuse_unfit(name: str) -> None:
    """Refuse what can't name an account.

    Errors: AccountError on it
    """
    if not NAME.fullmatch(name):
        advice = "take small letters of English, digits, dots, hyphens and underscores, at most 40"
        raise AccountError("is no name of an account", where=repr(name), advice=advice)


def refuse_taken(connection: Connection, name: str) -> None:
    """Refuse a name that somebody has.

    Errors: AccountError on it
    """
    if account_called(connection, name) is not None:
        raise AccountError("has an account", where=name, advice="take another name")


def people(connection: Connection) -> tuple[Account, ...]:
    """Give every account, by name."""
    found = connection.execute(select(*_TOLD).order_by(account.c.name)).mappings()
    return tuple(_account(row) for row in found)


def account_called(connection: Connection, name: str) -> Account | None:
    """Give the account of a name, None where there is none."""
    row = connection.execute(select(*_TOLD).where(account.c.name == name)).mappings().first()
    return None if row is None else _account(row)


def account_of(connection: Connection, name: str) -> Account:
    """Give the account of a name.

    Errors: AccountError where there is none
    """
    found = account_called(connection, name)
    if found is None:
        raise AccountError("has no account", where=name, advice="list them with `trucewatch user list`")
    return found


def kept_of(connection: Connection, name: str) -> str | None:
    """Give the hash of a password, None where nobody of this name may sign in."""
    asked = select(account.c.password).where(account.c.name == name, account.c.disabled_at.is_(None))
    found: str | None = connection.execute(asked).scalar()
    return found


def set_role(connection: Connection, name: str, role: Role, by: Doer) -> None:
    """Give somebody another role.

    Errors: AccountError where there is no such account, or no admin would be left
    """
    known = account_of(connection, name)
    if role is not Role.ADMIN:
        _refuse_last(connection, known)
    connection.execute(update(account).where(account.c.name == name).values(role=role.value))
    note(connection, by, Deed.ROLE_CHANGED, f"{name}, {known.role} to {role}")


def set_password(connection: Connection, name: str, kept: str, by: Doer) -> None:
    """Keep another password, and end the sessions and tokens that the old one began.

    Errors: AccountError where there is no such account
    """
    account_of(connection, name)
    changed = {"password": kept, "password_at": clock.now()}
    connection.execute(update(account).where(account.c.name == name).values(changed))
    sessions.end_all(connection, name)
    tokens.revoke_all(connection, name)
    note(connection, by, Deed.PASSWORD_CHANGED, name)


def sign_out(connection: Connection, name: str, by: Doer) -> None:
    """End all of somebody's sessions.

    Errors: AccountError where there is no such account
    """
    account_of(connection, name)
    sessions.end_all(connection, name)
    note(connection, by, Deed.SESSIONS_ENDED, name)


def disable(connection: Connection, name: str, by: Doer) -> None:
    """Let somebody in no more, and end their tokens for good; what they did stays under their name.

    Errors: AccountError where there is no such account, or no admin would be left
    """
    _refuse_last(connection, account_of(connection, name))
    connection.execute(update(account).where(account.c.name == name).values(disabled_at=clock.now()))
    sessions.end_all(connection, name)
    tokens.revoke_all(connection, name)
    note(connection, by, Deed.DISABLED, name)


def enable(connection: Connection, name: str, by: Doer) -> None:
    """Let somebody in again.

    Errors: AccountError where there is no such account
    """
    account_of(connection, name)
    connection.execute(update(account).where(account.c.name == name).values(disabled_at=None))
    note(connection, by, Deed.ENABLED, name)


def _account(row: RowMapping) -> Account:
    told: dict[str, Any] = {**row, "role": Role(row["role"])}
    return Account(**told)


def _refuse_last(connection: Connection, known: Account) -> None:
    """Refuse to take away the last admin."""
    admins = account.c.role == Role.ADMIN.value, account.c.disabled_at.is_(None)
    left = select(func.count()).where(*admins, account.c.name != known.name)
    if known.role is Role.ADMIN and not connection.execute(left).scalar():
        raise AccountError("is the last admin", where=known.name, advice="give somebody else that role first")
