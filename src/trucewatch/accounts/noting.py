"""The audit log: who did what, when and from where; nothing in it ever changes."""

from sqlalchemy import Connection, func, insert, select

from trucewatch.accounts import clock
from trucewatch.ledger.store.team import audit
from trucewatch.records.account import Deed, Doer, Noted


def note(connection: Connection, doer: Doer, deed: Deed, about: str = "") -> None:
    """Append a line; the connection must be a writing one, so that lines are numbered without a gap."""
    last = connection.execute(select(func.max(audit.c.seq))).scalar() or 0
    line = {"seq": last + 1, "recorded_at": clock.now(), "who": doer.name, "what": deed.value}
    connection.execute(insert(audit).values(**line, about=about, address=doer.address))


def noted(
    connection: Connection, *, who: str | None = None, before: int | None = None, limit: int = 100
) -> tuple[Noted, ...]:
    """Give lines, the newest first: those of one person or about them, those before a number."""
    asked = select(audit).order_by(audit.c.seq.desc()).limit(limit)
    if who is not None:
        asked = asked.where((audit.c.who == who) | (audit.c.about == who))
    if before is not None:
        asked = asked.where(audit.c.seq < before)
    return tuple(Noted(**row) for row in connection.execute(asked).mappings())
