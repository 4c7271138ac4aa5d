"""Making and changing accounts and tokens; every change is noted with the name of who runs the command."""

import getpass
import sys
from collections.abc import Callable

from rich.text import Text
from sqlalchemy import Connection

from trucewatch.accounts import people, tokens
from trucewatch.accounts.passwords import hashed
from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.errors import AccountError
from trucewatch.records.account import Doer, Role
from trucewatch.reports.terminal.escaping import visible

HERE = "terminal"
"""From where a command is given, as the audit log has it."""


def add_account(name: str, role: Role, *, address: str | None, as_json: bool) -> None:
    """Make an account.

    Errors: AccountError on a name or password that can't be taken
    """
    people.refuse_unfit(name)
    with opened(address, create=True) as ledger:
        with ledger.looking() as connection:
            people.refuse_taken(connection, name)
        kept = hashed(_new_password(), name)
        with ledger.writing() as connection:
            made = people.add(connection, name, role, kept, _doer())
    _told({"name": made.name, "role": made.role}, f"{name} may sign in as {role}", as_json=as_json)


def change_role(name: str, role: Role, *, address: str | None, as_json: bool) -> None:
    """Give somebody another role.

    Errors: AccountError where there is no such account, or no admin would be left
    """
    _change(address, lambda connection: people.set_role(connection, name, role, _doer()))
    _told({"name": name, "role": role}, f"{name} is {role}", as_json=as_json)


def change_password(name: str, *, address: str | None, as_json: bool) -> None:
    """Give somebody another password.

    Errors: AccountError where there is no such account, or the password can't be taken
    """
    with opened(address) as ledger:
        with ledger.looking() as connection:
            people.account_of(connection, name)
        kept = hashed(_new_password(), name)
        with ledger.writing() as connection:
            people.set_password(connection, name, kept, _doer())
    _told({"name": name}, f"{name} has a new password and is signed out everywhere", as_json=as_json)


def disable_account(name: str, *, address: str | None, as_json: bool) -> None:
    """Let somebody in no more.

    Errors: AccountError where there is no such account, or no admin would be left
    """
    _change(address, lambda connection: people.disable(connection, name, _doer()))
    _told({"name": name, "disabled": True}, f"{name} is let in no more", as_json=as_json)


def enable_account(name: str, *, address: str | None, as_json: bool) -> None:
    """Let somebody in again.

    Errors: AccountError where there is no such account
    """
    _change(address, lambda connection: people.enable(connection, name, _doer()))
    _told({"name": name, "disabled": False}, f"{name} is let in again", as_json=as_json)


def make_token(name: str, label: str, role: Role, days: int, *, address: str | None, as_json: bool) -> None:
    """Make a token and print its secret.

    Errors: AccountError where there is no such account, or it may do less than the token
    """
    with opened(address) as ledger, ledger.writing() as connection:
        secret = tokens.make(connection, name, label, role, days, _doer())
    _told({"account": name, "label": label, "role": role, "token": secret}, secret, as_json=as_json)


def revoke_token(token_id: str, *, address: str | None, as_json: bool) -> None:
    """Let a token in no more.

    Errors: AccountError where there is none of this id that lives
    """
    with opened(address) as ledger, ledger.writing() as connection:
        if not tokens.revoke(connection, token_id, _doer()):
            advice = "list them with `trucewatch user tokens`"
            raise AccountError("is the id of no token", where=repr(token_id), advice=advice)
    _told({"id": token_id, "revoked": True}, f"{token_id} is let in no more", as_json=as_json)


def _change(address: str | None, change: Callable[[Connection], None]) -> None:
    with opened(address) as ledger, ledger.writing() as connection:
        change(connection)


def _new_password() -> str:
    """A password typed twice at a terminal, else the first line of standard input; never an argument."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    said = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != said:
        raise AccountError("was typed differently the second time", where="this password", advice="try again")
    return said


def _doer() -> Doer:
    return Doer(user(), HERE)


def _told(record: dict[str, object], line: str, *, as_json: bool) -> None:
    if as_json:
        write_json(record)
    else:
        console().print(Text(visible(line)), soft_wrap=True)
