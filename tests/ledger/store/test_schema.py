"""Versions of the tables: made whole, brought up, and refused where they are not this code's."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, insert, text, update

from tests.ledger.made_up import told
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, open_ledger, writing
from trucewatch.ledger.dyads import dyads
from trucewatch.ledger.lookup import server_key
from trucewatch.ledger.store.address import engine_for, parsed
from trucewatch.ledger.store.schema import KNOWN, NEWEST, upgrade, version_of
from trucewatch.ledger.store.tables import dyad_told, metadata
from trucewatch.ledger.store.team import COPIED, PASSING, audit, secret
from trucewatch.ledger.upkeep.check import check

KEPT_LEDGERS = Path(__file__).parents[2] / "golden" / "ledgers"
CLAIMS = {"1": 325, "2": 327, "3": 327, "4": 321}
"""What the readers of their days found in the samples."""

WORDS = ("_words", "_words_config", "_words_content", "_words_data", "_words_docsize", "_words_idx")


def test_migrations_make_the_tables_that_the_code_knows(ledger: Ledger) -> None:
    def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return kind != "table" or not str(name).endswith(WORDS)

    with ledger.looking() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_a_new_ledger_is_of_the_newest_version(bare_postgresql: str, tmp_path: Path) -> None:
    for address in (bare_postgresql, f"sqlite:///{tmp_path / 'new' / 'folder' / 'ledger.sqlite'}"):
        with open_ledger(address) as ledger, ledger.looking() as connection:
            assert version_of(connection) == NEWEST
            assert ledger.brought_up_from is None


@pytest.mark.parametrize("version", KNOWN)
def test_a_ledger_of_every_version_is_kept_and_still_opens_whole(version: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(KEPT_LEDGERS / f"version-{version}.sqlite", path)
    with open_ledger(f"sqlite:///{path}") as ledger:
        assert ledger.brought_up_from == (None if version == NEWEST else version)
        with ledger.looking() as connection:
            assert version_of(connection) == NEWEST
            assert list(check(connection)) == []
        held = ledger.holdings()
        assert len(held.reports) == 12
        assert len({report.story for report in held.reports.values()}) == 10
        assert len(held.claims) == CLAIMS[version]
        assert len(held.judgements) == 1
        assert [conflict.name for conflict in held.conflicts] == ["Georgia-South Ossetia"]
        assert ledger.search("killed")
        assert ledger.add([told(1)], by="tester").claims == 2


def test_a_postgresql_of_version_1_is_brought_up_with_all_that_it_holds(bare_postgresql: str) -> None:
    engine = engine_for(parsed(bare_postgresql))
    with engine.begin() as connection:
        upgrade(connection)
        writing.add(connection, [told(1)], "tester")
        later = ", ".join(table.name for table in (dyad_told, *COPIED, *PASSING, secret))
        connection.execute(text(f"DROP TABLE {later} CASCADE"))
        connection.execute(text("UPDATE alembic_version SET version_num = '1'"))
    engine.dispose()
    with open_ledger(bare_postgresql) as ledger, ledger.looking() as connection:
        assert ledger.brought_up_from == "1"
        assert version_of(connection) == NEWEST
        assert list(check(connection)) == []
        assert len(ledger.holdings().claims) == 2
        assert len(server_key(connection, "forms")) == 32
        assert [one.parties for one in dyads(connection, ledger.view(), {})] == [("Lorian", "Vastria")]


def test_the_audit_log_cannot_be_changed(ledger: Ledger) -> None:
    noted = {"seq": 1, "recorded_at": datetime.now(UTC), "what": "signed in", "about": "", "address": ""}
    with ledger.writing() as connection:
        connection.execute(insert(audit).values(noted))
    for change in (update(audit).values(what="x"), delete(audit)):
        with (
            pytest.raises(LedgerError, match="refuses to change what it holds"),
            ledger.writing() as connection,
        ):
            connection.execute(change)


def test_each_ledger_has_a_key_of_its_own(bare_postgresql: str, tmp_path: Path) -> None:
    keys = set()
    for address in (
        bare_postgresql,
        f"sqlite:///{tmp_path / 'a.sqlite'}",
        f"sqlite:///{tmp_path / 'b.sqlite'}",
    ):
        with open_ledger(address) as ledger, ledger.looking() as connection:
            keys.add(server_key(connection, "forms"))
    assert len(keys) == 3


def test_an_older_ledger_is_brought_up_and_says_from_where(
    empty_sqlite: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(Path(open_ledger.__code__.co_filename).parent / "store" / "migrations", migrations)
    (migrations / "versions" / "next.py").write_text(
        "from alembic import op\n"
        "revision, down_revision, branch_labels, depends_on = 'next', '4', None, None\n"
        "def upgrade():\n    op.execute('CREATE TABLE later (number INTEGER)')\n"
    )
    with open_ledger(empty_sqlite) as ledger:
        ledger.add([told(1)], by="tester")
    monkeypatch.setattr("trucewatch.ledger.store.schema._MIGRATIONS", migrations)
    monkeypatch.setattr("trucewatch.ledger.store.schema.NEWEST", "next")
    monkeypatch.setattr("trucewatch.ledger.store.schema.upgrade.__defaults__", ("next",))
    with open_ledger(empty_sqlite) as ledger, ledger.looking() as connection:
        assert ledger.brought_up_from == "4"
        assert version_of(connection) == "next"
        assert connection.execute(text("SELECT count(*) FROM later")).scalar() == 0
        assert len(ledger.holdings().claims) == 2
    with open_ledger(empty_sqlite) as again:
        assert again.brought_up_from is None


def test_a_ledger_of_a_newer_code_is_refused_and_left_alone(address: str) -> None:
    with open_ledger(address) as ledger, ledger.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    try:
        with pytest.raises(LedgerError, match=r"written by a newer trucewatch \(version 99"):
            open_ledger(address)
    finally:
        _set_back(address)


def _set_back(address: str) -> None:
    engine = engine_for(parsed(address))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": NEWEST})
    engine.dispose()


def test_a_database_of_something_else_is_refused(bare_postgresql: str, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(LedgerError, match="is a database of something else"):
        open_ledger(f"sqlite:///{path}")
    with open_ledger(bare_postgresql) as ledger, ledger.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(LedgerError, match="is a database of something else"):
        open_ledger(bare_postgresql)


def test_where_there_is_none_none_is_made_unless_asked_for(bare_postgresql: str, tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    for address, complaint in (
        (bare_postgresql, "holds no ledger yet"),
        (f"sqlite:///{path}", "is not there"),
    ):
        with pytest.raises(LedgerError, match=complaint):
            open_ledger(address, create=False)
    assert not path.exists()
