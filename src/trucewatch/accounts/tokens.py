"""Tokens: what programs sign in with; each is shown once, lives for some days and may be revoked."""

from datetime import timedelta

from sqlalchemy import Connection, insert, select, update

from trucewatch.accounts import clock
from trucewatch.accounts.noting import note
from trucewatch.accounts.secret_words import hash_of, new_id, new_secret
from trucewatch.errors import AccountError
from trucewatch.ledger.store.team import account, token
from trucewatch.records.account import Deed, Doer, Role, Token

USUAL_DAYS, MOST_DAYS = 90, 365
"""How long a token lives."""

LONGEST_LABEL = 60
"""Characters of what a token is called."""

BEGINS = "trucewatch_"
"""What every token begins with, so that one that was left lying about is known for what it is."""

NOTED_EVERY = timedelta(hours=1)
"""How often it is noted that a token is used."""

_TOLD = token.c["id", "account", "label", "role", "made_at", "expires_at", "used_at", "revoked_at"]


def make(connection: Connection, name: str, label: str, role: Role, days: int, by: Doer) -> str:
    """Make a token for somebody's programs and give its secret, which is shown now or never.

    Errors: AccountError on a label, role or number of days that can't be
    """
    label = label.strip()
    own = connection.execute(select(account.c.role).where(account.c.name == name)).scalar()
    if own is None:
        raise AccountError("has no account", where=name, advice="list them with `trucewatch user list`")
    if not 1 <= len(label) <= LONGEST_LABEL or not label.isprintable():
        advice = f"say in 1 to {LONGEST_LABEL} characters what it is for"
        raise AccountError("is no name of a token", where=repr(label), advice=advice)
    if not Role(own).may(role):
        raise AccountError(f"may do less than {role}", where=name, advice="give the token a lesser role")
    if not 1 <= days <= MOST_DAYS:
        raise AccountError(f"can't live {days} days", where=label, advice=f"give 1 to {MOST_DAYS}")
    secret, now = BEGINS + new_secret(), clock.now()
    row = {"id": new_id(), "hash": hash_of(secret), "account": name, "label": label, "role": role.value}
    connection.execute(insert(token).values(**row, made_at=now, expires_at=now + timedelta(days=days)))
    note(connection, by, Deed.TOKEN_MADE, f"{name}: {label}, {role}")
    return secret


def found(connection: Connection, secret: str) -> Token | None:
    """Give the token of a secret, with no more than its person's role; None where it is not good."""
    asked = (
        select(*_TOLD, account.c.role.label("most"))
        .join(account, account.c.name == token.c.account)
        .where(token.c.hash == hash_of(secret), token.c.revoked_at.is_(None))
        .where(token.c.expires_at > clock.now(), account.c.disabled_at.is_(None))
    )
    row = connection.execute(asked).mappings().first()
    if row is None:
        return None
    told = {name: value for name, value in row.items() if name != "most"}
    return Token(**{**told, "role": Role(row["role"]).within(Role(row["most"]))})


def is_to_be_noted(used: Token) -> bool:
    """Tell whether this use of a token is to be noted, for the last that was is long ago."""
    return used.used_at is None or used.used_at <= clock.now() - NOTED_EVERY


def use(connection: Connection, used: Token, address: str) -> None:
    """Note that a token is used."""
    connection.execute(update(token).where(token.c.id == used.id).values(used_at=clock.now()))
    note(connection, Doer(used.account, address), Deed.TOKEN_USED, used.label)


def of(connection: Connection, name: str | None = None) -> tuple[Token, ...]:
    """Give somebody's tokens, or everybody's, the newest first."""
    asked = select(*_TOLD).order_by(token.c.made_at.desc())
    rows = connection.execute(asked if name is None else asked.where(token.c.account == name)).mappings()
    return tuple(Token(**{**row, "role": Role(row["role"])}) for row in rows)


def revoke_all(connection: Connection, name: str) -> None:
    """Let no token of somebody's in any more."""
    own = token.c.account == name, token.c.revoked_at.is_(None)
    connection.execute(update(token).where(*own).values(revoked_at=clock.now()))


def revoke(connection: Connection, token_id: str, by: Doer, *, owner: str | None = None) -> bool:
    """Let a token in no more; False where there is none of this id, or not of this owner."""
    asked = select(token.c.account, token.c.label).where(token.c.id == token_id, token.c.revoked_at.is_(None))
    row = connection.execute(asked if owner is None else asked.where(token.c.account == owner)).first()
    if row is None:
        return False
    connection.execute(update(token).where(token.c.id == token_id).values(revoked_at=clock.now()))
    note(connection, by, Deed.TOKEN_REVOKED, f"{row.account}: {row.label}")
    return True
