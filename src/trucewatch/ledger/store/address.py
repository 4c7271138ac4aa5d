"""Where a ledger is: its address, and the engine that reaches it."""

import os
import sqlite3
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError

from trucewatch.errors import LedgerError
from trucewatch.settings import LEDGER_VARIABLE

FILE = "ledger.sqlite"
"""The ledger's name in the user's data directory."""

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""

BETWEEN_TRIES = 0.05
"""Seconds before a locked file is tried again."""

WRITES = "trucewatch_writes"
"""The execution option that a writing connection carries."""

_CACHE_KIB = 65_536
_SESSION = "-c timezone=UTC -c plan_cache_mode=force_custom_plan"  # a rare word's plan serves no common one
_SUPPORTED = "give sqlite:///PATH or postgresql://USER@HOST/NAME"


def default_ledger() -> str:
    """Give the address that the environment names, else one file in the user's data directory."""
    if said := os.environ.get(LEDGER_VARIABLE):
        return said
    from platformdirs import user_data_path  # noqa: PLC0415 - most commands are told

    return f"sqlite:///{user_data_path('trucewatch', appauthor=False) / FILE}"


def parsed(address: str) -> URL:
    """Give an address as a URL with the driver that serves it.

    Errors: LedgerError on another kind of database, or where PostgreSQL's driver is not installed
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise LedgerError("is no address of a ledger", where=address, advice=_SUPPORTED) from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url
    if kind in {"postgresql", "postgres"}:
        if find_spec("psycopg") is None:
            what = "PostgreSQL needs a driver that is not installed"
            advice = 'run `pip install "trucewatch[postgresql]"`'
            raise LedgerError(what, where=shown(url), advice=advice)
        return url.set(drivername="postgresql+psycopg")
    raise LedgerError("is no address of a ledger", where=shown(url), advice=_SUPPORTED)


def shown(url: URL) -> str:
    """Give an address to print, without its password."""
    return url.difference_update_query(["password"]).render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Give the file of an SQLite ledger."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def engine_for(url: URL) -> Engine:
    """Give an engine whose commits are durable and whose writers stand in line."""
    if file_of(url) is None:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"options": _SESSION})
    else:
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own record
    connection.isolation_level = None  # this module begins its transactions itself
    _write_ahead(connection)
    for setting in (
        "synchronous = FULL",  # a commit returns only when it is on the disk
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        f"cache_size = -{_CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep the file's changes in a log beside it; for this alone SQLite does not wait for another writer."""
    last_try = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last_try:
                raise
            time.sleep(BETWEEN_TRIES)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes takes its turn at once, so that none fails half-way."""
    writes = connection.get_execution_options().get(WRITES, False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('trucewatch ledger'))")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
