"""How often a sign-in may be tried: for each name and from each address, whoever has it."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from math import ceil

from sqlalchemy import Connection, delete, func, insert, select

from trucewatch.accounts import clock
from trucewatch.accounts.secret_words import new_id
from trucewatch.ledger.lookup import server_key
from trucewatch.ledger.store.team import attempt

WINDOW = timedelta(minutes=15)
"""How long a try counts."""

MOST_FOR_A_NAME, MOST_FROM_AN_ADDRESS = 10, 50
"""Tries within a window."""

NETWORK = 64
"""Bits of an IPv6 address that one network has in common; who has it has them all."""


@dataclass(frozen=True, slots=True)
class Try:
    """A try that counts, or the seconds to wait for one; `is_last` where the next will be refused."""

    ids: tuple[str, ...] = ()
    wait: int = 0
    is_last: bool = False


def take(connection: Connection, name: str, address: str) -> Try:
    """Count a try before it is made, so that many at once are no way around it."""
    now = clock.now()
    connection.execute(delete(attempt).where(attempt.c.made_at <= now - WINDOW))
    limits = _limits(server_key(connection, "forms"), name, address)
    counted = {target: _counted(connection, target) for target in limits}
    for target, most in limits.items():
        count, first = counted[target]
        if count >= most and first is not None:
            return Try(wait=max(1, ceil((first + WINDOW - now).total_seconds())))
    ids = tuple(new_id() for _ in limits)
    rows = [{"id": each, "target": target, "made_at": now} for each, target in zip(ids, limits, strict=True)]
    connection.execute(insert(attempt), rows)
    return Try(ids, is_last=any(counted[target][0] + 1 == most for target, most in limits.items()))


def give_back(connection: Connection, made: Try, name: str) -> None:
    """Count a try no more, and none before it for this name: it was right."""
    target = _target(server_key(connection, "forms"), "name", name)
    connection.execute(delete(attempt).where(attempt.c.id.in_(made.ids) | (attempt.c.target == target)))


def _limits(key: bytes, name: str, address: str) -> Mapping[str, int]:
    return {
        _target(key, "name", name): MOST_FOR_A_NAME,
        _target(key, "address", network_of(address)): MOST_FROM_AN_ADDRESS,
    }


def _counted(connection: Connection, target: str) -> tuple[int, datetime | None]:
    asked = select(func.count(), func.min(attempt.c.made_at)).where(attempt.c.target == target)
    count, first = connection.execute(asked).one()
    return count, first


def _target(key: bytes, kind: str, of: str) -> str:
    """A name or address that can't be read back: people type passwords where names belong."""
    return hmac.new(key, f"{kind}\0{of}".encode(), hashlib.sha256).hexdigest()


def network_of(address: str) -> str:
    """Give what counts as one address: of IPv6 the whole network, which whoever has one address has."""
    try:
        number = ip_address(address)
    except ValueError:
        return address
    if isinstance(number, IPv6Address):
        return str(IPv6Network((number, NETWORK), strict=False))
    return address
