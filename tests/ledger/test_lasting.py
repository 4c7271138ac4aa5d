"""What was acknowledged stays and nothing is left half-written: killed, on a full disk, with two at once."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.ledger.made_up import told
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.store import address as addresses
from trucewatch.ledger.upkeep.check import check

ROOT = Path(__file__).parents[2]
KILLS = {"sqlite": 100, "postgresql": 50}
SEED = 20261128


def problems(ledger: Ledger) -> list[object]:
    with ledger.looking() as connection:
        return list(check(connection))


def killed(address: str, times: int) -> list[tuple[str, frozenset[str]]]:
    """Run the additions that are killed, and give what each said it began and had added."""
    command = [sys.executable, "-m", "tests.ledger.killed", address, str(times), str(SEED)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603 - the tests' own
    said = [line.split(" ") for line in done.stdout.splitlines()]
    return [(what, frozenset(filter(None, ids))) for what, *ids in said]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_at_any_moment_every_acknowledged_document_is_whole(
    kind: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(f"empty_{kind}")
    said = killed(address, KILLS[kind])
    assert sum(what == "killed" for what, _ in said) == KILLS[kind]
    acknowledged = {doc_id for what, ids in said if what == "added" for doc_id in ids}
    begun = [ids for what, ids in said if what == "begun" and not ids <= acknowledged]
    with open_ledger(address) as ledger:
        assert problems(ledger) == []
        held = ledger.holdings()
        there = set(held.reports) - {told(0).document.id}
        assert acknowledged <= there
        assert len(acknowledged) > KILLS[kind]
        assert all(ids <= there or ids.isdisjoint(there) for ids in begun)
        assert there <= acknowledged.union(*begun)
        assert len(held.claims) == 2 * (len(there) + 1)
        assert ledger.add([told(99_999)], by="tester").documents == 1


def fill(ledger: Ledger, numbers: Iterator[int]) -> None:
    for number in numbers:
        ledger.add([told(number)], by="tester")


def test_a_full_disk_loses_nothing_that_was_acknowledged(empty_sqlite: str) -> None:
    with open_ledger(empty_sqlite) as ledger:
        limit = {"pages": 120}

        @event.listens_for(ledger.engine, "checkout")
        def bound(connection: object, *_: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {limit['pages']}")  # type: ignore[attr-defined]

        numbers = iter(range(1, 2_000))
        with pytest.raises(LedgerError, match="the disk is full; make room and run it again"):
            fill(ledger, numbers)
        added = next(numbers) - 2  # the one before the next was refused
        assert added > 10
        assert problems(ledger) == []
        assert len(ledger.holdings().reports) == added
        limit["pages"] = 1_000_000
        ledger.add([told(added + 1)], by="tester")
        assert len(ledger.holdings().reports) == added + 1


def test_two_writers_at_once_both_add_and_nothing_twice(address: str) -> None:
    def add_all(numbers: list[int]) -> int:
        with open_ledger(address) as ledger:
            return sum(ledger.add([told(number)], by="tester").documents for number in numbers)

    every = list(range(1, 31))
    with ThreadPoolExecutor(3) as pool:
        added = list(pool.map(add_all, [every, every[::-1], every[10:20]]))
    assert sum(added) == len(every)
    with open_ledger(address) as ledger:
        assert problems(ledger) == []
        assert len(ledger.holdings().reports) == len(every)
        assert [entry.seq for entry in ledger.entries()] == list(range(1, 2 * len(every) + 1))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_that_make_the_same_ledger_at_once_make_one(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'new.sqlite'}"
    if kind == "postgresql":
        address = request.getfixturevalue("bare_postgresql")
    with ThreadPoolExecutor(3) as pool:
        for ledger in pool.map(lambda _: open_ledger(address), range(3)):
            with ledger:
                assert problems(ledger) == []


def test_a_ledger_is_opened_while_another_program_still_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with ThreadPoolExecutor(1) as pool, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        opening = pool.submit(open_ledger, f"sqlite:///{path}")
        assert not wait([opening], timeout=0.3).done
        other.execute("ROLLBACK")
        with opening.result() as ledger:
            assert problems(ledger) == []


def test_a_writer_that_waits_too_long_is_told_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "BUSY_SECONDS", 1)
    with open_ledger(address) as one, open_ledger(address) as other, one.writing():
        with pytest.raises(LedgerError, match="another program has been writing"):
            other.add([told(1)], by="tester")
        assert other.holdings().reports == {}
