"""The version of a ledger's tables: made, compared, and brought up to this code's."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect

from trucewatch.errors import LedgerError
from trucewatch.ledger.store.address import WRITES, shown

NEWEST = "4"
"""The version that this code writes; each one is a module in `migrations/versions`."""

KNOWN = ("1", "2", "3", "4")
"""Every version that this code can bring up to the newest."""

_VERSION_TABLE = "alembic_version"
_one_at_a_time = Lock()  # Alembic keeps what it runs in one place for all threads
_MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """Give the version of a ledger's tables, None where there are no tables at all.

    Errors: LedgerError on a database of something else
    """
    tables = set(inspect(connection).get_table_names())
    if _VERSION_TABLE not in tables:
        if tables:
            what = "is a database of something else"
            raise LedgerError(what, where=shown(connection.engine.url), advice="give a ledger or a new path")
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar()  # noqa: S608 - a name of this module
    return None if found is None else str(found)


def prepare(engine: Engine, *, create: bool) -> str | None:
    """Make the tables where there are none, and bring older ones up to date.

    Shape:  gives the version that was found where it was an older one
    Errors: LedgerError on tables of a newer code, or where there is no ledger and `create` is False
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found == NEWEST:
        return None
    where = shown(engine.url)
    if found is None and not create:
        raise LedgerError("holds no ledger yet", where=where, advice="run `trucewatch add` first")
    if found is not None and found not in KNOWN:
        what = f"was written by a newer trucewatch (version {found} of the tables, this one knows {NEWEST})"
        raise LedgerError(what, where=where, advice="install the newest trucewatch")
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        if version_of(connection) != NEWEST:  # another program may have been faster
            upgrade(connection)
    return found


def upgrade(connection: Connection, version: str = NEWEST) -> None:
    """Run the migrations up to a version inside the connection's transaction."""
    from alembic import command  # noqa: PLC0415 - only a new or an older ledger needs it
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _one_at_a_time:
        command.upgrade(config, version)
