"""Copies of a whole ledger, from either database into one file and back into either."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from tests.ledger.made_up import told
from trucewatch.errors import LedgerError, OutputError
from trucewatch.ledger import Filters, Ledger, open_ledger
from trucewatch.ledger.store.tables import Instant
from trucewatch.ledger.store.team import COPIED, PASSING
from trucewatch.ledger.upkeep.backup import backup, restore
from trucewatch.ledger.upkeep.check import check
from trucewatch.ledger.upkeep.info import info
from trucewatch.records.entry import Conflict, Judgement, Verdict

NOON = datetime(2021, 3, 4, 12, tzinfo=UTC)
WORDS = "The mill burned and nobody came, the miller said, while the road stayed closed until the evening."


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add([told(number, words=WORDS) for number in range(1, 6)], by="tester")
    ledger.add([told(1, words=WORDS, reader="reader-2")], by="tester")
    claim = told(2, words=WORDS).claims[0].id
    ledger.judge(Judgement(Verdict.REJECT, (claim,), None, "misread"), by="editor")
    ledger.name_conflict(Conflict("war", ("Lorian", "Vastria")), by="editor")
    return ledger


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_backup_restored_is_the_same_ledger(
    filled: Ledger, into: str, bare_postgresql: str, tmp_path: Path
) -> None:
    backup(filled, tmp_path / "copy.sqlite")
    before = (tmp_path / "copy.sqlite").read_bytes()
    address = bare_postgresql if into == "postgresql" else f"sqlite:///{tmp_path / 'again.sqlite'}"
    with open_ledger(address) as again:
        restore(tmp_path / "copy.sqlite", again)
        assert list(again.entries()) == list(filled.entries())
        assert again.holdings() == filled.holdings()
        ids = list(filled.holdings().reports)
        assert again.documents(ids) == filled.documents(ids)
        for asked in ("killed", "mill road", ""):
            assert again.search(asked) == filled.search(asked)
        assert again.search("", Filters(side="lorian")) == filled.search("", Filters(side="lorian"))
        with again.looking() as connection:
            assert list(check(connection)) == []
        more = told(9, words=WORDS)
        assert again.add([more], by="tester") == filled.add([more], by="tester")
    assert (tmp_path / "copy.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []


def test_a_ledger_and_its_copies_are_their_owners_to_read(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as ledger:
        ledger.add([told(1)], by="tester")
        backup(ledger, tmp_path / "copy.sqlite")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert {"ledger.sqlite", "ledger.sqlite-wal", "copy.sqlite"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_a_backup_is_made_while_another_writes(filled: Ledger, tmp_path: Path) -> None:
    with filled.writing():
        backup(filled, tmp_path / "copy.sqlite")
    with open_ledger(f"sqlite:///{tmp_path / 'copy.sqlite'}", create=False) as copied:
        assert copied.holdings() == filled.holdings()


def test_a_backup_goes_over_no_file(filled: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there.sqlite").write_text("mine")
    with pytest.raises(OutputError, match="is there already"):
        backup(filled, tmp_path / "there.sqlite")
    with pytest.raises(OutputError, match="its folder is not there"):
        backup(filled, tmp_path / "nowhere" / "copy.sqlite")
    assert (tmp_path / "there.sqlite").read_text() == "mine"


def test_only_an_empty_ledger_is_restored_into(filled: Ledger, tmp_path: Path) -> None:
    backup(filled, tmp_path / "copy.sqlite")
    with pytest.raises(LedgerError, match="holds something already"):
        restore(tmp_path / "copy.sqlite", filled)


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_people_and_files_that_wait_go_with_a_copy_and_sessions_do_not(
    ledger: Ledger, into: str, bare_postgresql: str, tmp_path: Path
) -> None:
    people = rows_of_a_team()
    with ledger.writing() as connection:
        for table in (*COPIED, *PASSING):
            connection.execute(insert(table).values(people[table.name]))
    backup(ledger, tmp_path / "copy.sqlite")
    address = bare_postgresql if into == "postgresql" else f"sqlite:///{tmp_path / 'again.sqlite'}"
    with open_ledger(address) as again:
        restore(tmp_path / "copy.sqlite", again)
        with again.looking() as connection:
            for table in COPIED:
                assert [dict(row) for row in connection.execute(select(table)).mappings()] == [
                    people[table.name]
                ]
            for table in PASSING:
                assert connection.execute(select(table)).all() == []
        with pytest.raises(LedgerError, match="holds something already"):
            restore(tmp_path / "copy.sqlite", again)


def rows_of_a_team() -> dict[str, dict[str, object]]:
    """A row of each table beside the ledger's own."""
    values: dict[str, object] = {"account": "an-editor", "seq": 1, "body": b"\x00\xff", "name": "an-editor"}
    return {
        table.name: {
            column.name: values.get(column.name, NOON if isinstance(column.type, Instant) else "words")
            for column in table.columns
        }
        for table in (*COPIED, *PASSING)
    }


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_is_no_backup_restores_nothing(ledger: Ledger, content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "copy.sqlite").write_bytes(content)
    with pytest.raises(LedgerError):
        restore(tmp_path / "copy.sqlite", ledger)
    assert list(ledger.entries()) == []


def test_counts(filled: Ledger) -> None:
    with filled.looking() as connection:
        counted = info(connection)
    entries = list(filled.entries())
    assert (counted.documents, counted.earlier, sum(counted.claims.values())) == (5, 2, 10)
    assert counted.claims == {"casualty": 5, "statement": 5}
    assert counted.readers == {
        "reader reader-1, codebook codebook-1": 4,
        "reader reader-2, codebook codebook-1": 1,
    }
    assert (counted.first, counted.last) == (entries[0].recorded_at, entries[-1].recorded_at)
    assert sum(counted.entries.values()) == len(entries)
    assert counted.size > 50_000


def test_an_empty_ledger_is_counted_too(ledger: Ledger) -> None:
    with ledger.looking() as connection:
        counted = info(connection)
        assert list(check(connection)) == []
    assert (counted.documents, counted.claims, counted.first) == (0, {}, None)


def test_a_copy_of_an_open_file_holds_its_last_entry(empty_sqlite: str, tmp_path: Path) -> None:
    with open_ledger(empty_sqlite) as ledger:
        ledger.add([told(1)], by="tester")
        backup(ledger, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copied:
        assert copied.execute("SELECT count(*) FROM claim").fetchone() == (2,)
