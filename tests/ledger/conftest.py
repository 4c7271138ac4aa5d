"""One suite for both databases: every test that asks for `address` runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.ledger.server import execute, postgresql
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.store.tables import KEPT, claim_words, document_words
from trucewatch.ledger.store.team import COPIED, PASSING

_numbers = count(1)


EMPTY = (
    "SET session_replication_role = replica",  # so that no trigger refuses it
    f"TRUNCATE {', '.join(table.name for table in (*KEPT, *COPIED, *PASSING, document_words, claim_words))}",
)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Give a PostgreSQL with one empty ledger in it."""
    with postgresql() as address:
        execute(address, "CREATE DATABASE ledger")
        open_ledger(database(address, "ledger")).close()
        yield address


@pytest.fixture(scope="session")
def new_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of an empty ledger, to copy."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite"
    open_ledger(f"sqlite:///{path}").close()
    return path


def database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def empty_postgresql(server: str) -> str:
    """Give the one ledger, empty again."""
    address = database(server, "ledger")
    execute(address, *EMPTY)
    return address


@pytest.fixture
def bare_postgresql(server: str) -> str:
    """Give a new database without any table."""
    name = f"bare_{next(_numbers)}"
    execute(server, f"CREATE DATABASE {name}")
    return database(server, name)


@pytest.fixture
def empty_sqlite(new_sqlite: Path, tmp_path: Path) -> str:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(new_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty ledger on each database."""
    return str(request.getfixturevalue(f"empty_{request.param}"))


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with open_ledger(address) as opened:
        yield opened
