"""What a database complains of, in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DatabaseError, DBAPIError, SQLAlchemyError

from trucewatch.errors import LedgerError
from trucewatch.ledger.store.address import BUSY_SECONDS, shown

_DAMAGED = (
    "the file is damaged",
    "run `trucewatch ledger salvage`, or go back to a backup with `trucewatch ledger restore`",
)
_TOLD = (
    ("disk is full", "the disk is full", "make room and run it again; what was added stays"),
    ("no space left", "the disk is full", "make room and run it again; what was added stays"),
    ("disk i/o error", "the disk cannot be written or read", "check the disk and its room"),
    (
        "locked",
        f"another program has been writing for {BUSY_SECONDS} seconds",
        "wait for it and run it again",
    ),
    ("lock timeout", f"another program has been writing for {BUSY_SECONDS} seconds", "wait and run it again"),
    ("readonly", "cannot be written", "check the rights of the file and its folder"),
    ("read-only", "cannot be written", "check the rights of the file and its folder"),
    ("unable to open", "cannot be opened", "check the path and its rights"),
    ("malformed", *_DAMAGED),
    ("not a database", *_DAMAGED),
    ("corrupt", *_DAMAGED),
    ("server closed the connection", "the connection is lost", "check the server; what was added stays"),
    ("connection refused", "no server answers there", "check the address and the server"),
    ("append-only", "refuses to change what it holds", "append a judgement instead"),
)


@contextmanager
def plainly(url: URL) -> Iterator[None]:
    """Turn whatever the database complains of into a LedgerError that names the ledger."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise told(error, url) from error


def told(error: Exception, url: URL) -> LedgerError:
    """Give an error of the database in plain words."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = " ".join(str(cause).split())
    low = said.lower()
    for sign, what, advice in _TOLD:
        if sign in low:
            return LedgerError(what, where=shown(url), advice=advice)
    if isinstance(error, DatabaseError) and error.connection_invalidated:
        return LedgerError("the connection is lost", where=shown(url), advice="check the server")
    return LedgerError(said, where=shown(url), advice="check the address and the server")
