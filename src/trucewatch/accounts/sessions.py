"""Sessions: browsers that are signed in, until they sign out, are left alone, or a day's work is over."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from trucewatch.accounts import clock
from trucewatch.accounts.secret_words import hash_of, new_id, new_secret
from trucewatch.ledger.store.team import account, session
from trucewatch.records.account import Role, Session

IDLE = timedelta(minutes=30)
"""How long a session lives from one request to the next."""

LONGEST = timedelta(hours=12)
"""How long a session lives at all."""

SEEN_EVERY = timedelta(minutes=5)
"""How often it is written down that a session was seen."""

_TOLD = session.c["id", "account", "begun_at", "seen_at", "address"]


def begin(connection: Connection, name: str, address: str) -> str:
    """Begin a session and give its secret; sessions that are over are swept away."""
    now = clock.now()
    over = (session.c.begun_at <= now - LONGEST) | (session.c.seen_at <= now - IDLE)
    connection.execute(delete(session).where(over))
    secret = new_secret()
    row = {"id": new_id(), "hash": hash_of(secret), "account": name, "address": address}
    connection.execute(insert(session).values(**row, begun_at=now, seen_at=now))
    return secret


def found(connection: Connection, secret: str) -> tuple[Session, Role] | None:
    """Give the session of a secret with its person's role, None where it is over or was none."""
    asked = (
        select(*_TOLD, account.c.role)
        .join(account, account.c.name == session.c.account)
        .where(session.c.hash == hash_of(secret), account.c.disabled_at.is_(None), _lives())
    )
    row = connection.execute(asked).mappings().first()
    if row is None:
        return None
    told = {name: value for name, value in row.items() if name != "role"}
    return Session(**told), Role(row["role"])


def see(connection: Connection, session_id: str) -> None:
    """Write down that a session was seen."""
    connection.execute(update(session).where(session.c.id == session_id).values(seen_at=clock.now()))


def of(connection: Connection, name: str) -> tuple[Session, ...]:
    """Give somebody's sessions, the newest first."""
    asked = select(*_TOLD).where(session.c.account == name, _lives()).order_by(session.c.begun_at.desc())
    return tuple(Session(**row) for row in connection.execute(asked).mappings())


def end(connection: Connection, name: str, session_id: str) -> bool:
    """End a session of somebody's own; False where they have none of this id."""
    ended = delete(session).where(session.c.id == session_id, session.c.account == name)
    return connection.execute(ended).rowcount > 0


def end_all(connection: Connection, name: str, *, but: str | None = None) -> int:
    """End somebody's sessions, but the one of this id, and count them."""
    ended = delete(session).where(session.c.account == name)
    return connection.execute(ended if but is None else ended.where(session.c.id != but)).rowcount


def _lives() -> ColumnElement[bool]:
    now = clock.now()
    return and_(session.c.begun_at > now - LONGEST, session.c.seen_at > now - IDLE)
