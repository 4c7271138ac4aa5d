"""`trucewatch export` on a ledger of made-up reports."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from starlette.testclient import TestClient

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from tests.web.conftest import BASE, SERVED
from trucewatch.errors import LedgerError
from trucewatch.exports.claims_table import COLUMNS
from trucewatch.ledger import open_ledger
from trucewatch.records.entry import Judgement, Verdict
from trucewatch.web.app import workspace
from trucewatch.web.telling.table import Part, Table

REPORTS = (told(1), told(2), told(3, side="Kaspia", enemy="Ostrava"), told(4, day=None))
EVERY = [claim.id for report in REPORTS for claim in report.claims]
NAME = "Lorian-Vastria"


@pytest.fixture
def address(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as ledger:
        ledger.add(REPORTS, by="tester")
        ledger.judge(Judgement(Verdict.REJECT, (EVERY[0],), None, "no"), by="Ada")
    return address


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def ids(content: bytes) -> list[str]:
    return [row["claim"] for row in rows(content)]


def test_every_claim_is_written_in_the_order_of_adding(run: Run, address: str, out: Path) -> None:
    ended = run("export", "--ledger", address, "--out", out)
    assert (ended.code, ended.out, ended.err) == (0, f"8 claims in {out}\n", "")
    table = rows(out.read_bytes())
    assert [row["claim"] for row in table] == EVERY
    assert list(table[0]) == list(COLUMNS)
    assert (table[0]["quote"], table[0]["publisher"]) == ("1 soldiers were killed", "Lorian Wire")
    assert [row["decided"] for row in table] == ["rejected by Ada", *[""] * 7]
    assert [row["published_on"] for row in table[-2:]] == ["", ""]


def test_standard_output_gets_the_table_and_nothing_else(run: Run, address: str, out: Path) -> None:
    assert run("export", "--ledger", address, "--out", out).code == 0
    ended = run("export", "--ledger", address, "--out", "-")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.encode() == out.read_bytes()


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (["--family", "casualty"], (0, 2, 4, 6)),
        (["--side", "Kaspia"], (4, 5)),
        (["--source", "Lorian ministry", "--stance", "asserts", "--words", "killed"], (0, 2, 6)),
        (["--place", "Tarvos", "--min-confidence", "0.75"], (0, 2, 4, 6)),
        (["--party", "Kaspia", "--party", "Ostrava"], (4, 5)),
        (["--from", "2021-03-05"], ()),
        (["--to", "2021-03-04"], (0, 2, 4, 6)),
        (["--as-of", "2021-03-04"], (0, 1, 2, 3, 4, 5)),
        (["--as-of", "2021-03-03"], ()),
        (["--known-at", "1990-01-01T00:00:00"], ()),
        (["--words", "!?"], ()),
        ([NAME], (0, 1, 2, 3)),
        ([NAME, "--as-of", "2021-03-04", "--words", "2"], (2,)),
    ],
)
def test_it_takes_what_is_asked_for(
    run: Run, address: str, out: Path, asked: list[str], places: tuple[int, ...]
) -> None:
    assert run("export", *asked, "--ledger", address, "--out", out).code == 0
    assert ids(out.read_bytes()) == [EVERY[place] for place in places]


def test_a_decision_that_was_not_yet_made_is_not_told(run: Run, address: str, out: Path) -> None:
    with open_ledger(address) as ledger:
        added = max(entry.recorded_at for entry in ledger.entries() if entry.kind.value == "reading")
    run("export", "--known-at", added.isoformat(), "--ledger", address, "--out", out)
    assert [row["decided"] for row in rows(out.read_bytes())] == [""] * 8


def test_a_conflict_is_the_same_table_as_in_the_workspace(run: Run, address: str, out: Path) -> None:
    assert run("export", NAME, "--as-of", "2021-03-05", "--ledger", address, "--out", out).code == 0
    with open_ledger(address) as ledger:
        client = TestClient(workspace(ledger, SERVED), base_url=BASE)
        answer = client.get(f"/conflict/claims.csv?name={NAME}&as-of=2021-03-05")
    assert ids(answer.content) == ids(out.read_bytes()) == EVERY[:4]


def test_a_table_that_breaks_off_leaves_what_was_there(
    run: Run, address: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Table) -> Iterator[Part]:
        yield Part("half", 1, 1)
        raise LedgerError("is gone", where="ledger", advice="look for it")

    out.write_bytes(b"older")
    monkeypatch.setattr(Table, "parts", broken)
    ended = run("export", "--ledger", address, "--out", out)
    assert (ended.code, ended.err) == (1, "ledger: is gone; look for it\n")
    assert out.read_bytes() == b"older"
    assert [path.name for path in out.parent.iterdir() if "table" in path.name] == [out.name]


def test_a_bar_tells_how_far_it_is(
    run: Run, address: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Console(force_terminal=True, no_color=True, file=io.StringIO())
    monkeypatch.setattr("trucewatch.cli.exports.writing.console", lambda **_: screen)
    assert run("export", "--ledger", address, "--out", out).code == 0
    assert isinstance(screen.file, io.StringIO)
    assert "8/8" in screen.file.getvalue()


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ([], 2, "Missing option '--out'"),
        (["--out", "table.xlsx"], 1, "table.xlsx: is no kind of table that can be written; let its name end"),
        (
            ["--out", "missing/table.csv"],
            1,
            "missing/table.csv: cannot be written: No such file or directory",
        ),
        (["Nowhere", "--out", "-"], 1, "Nowhere: no report tells of this conflict"),
        (["--as-of", "9999-01-01", "--out", "-"], 1, "9999-01-01: is a day to come"),
        (["--family", "war", "--out", "-"], 2, "'war' is none of casualty"),
        (["--stance", "shouts", "--out", "-"], 2, "'shouts' is none of asserts"),
        ([NAME, "--party", "Kaspia", "--out", "-"], 2, "give CONFLICT or --party, not both"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, address: str, asked: list[str], code: int, told: str) -> None:
    ended = run("export", *asked, "--ledger", address)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err


def test_there_must_be_a_ledger(run: Run, tmp_path: Path, out: Path) -> None:
    ended = run("export", "--ledger", f"sqlite:///{tmp_path / 'none.sqlite'}", "--out", out)
    assert ended.code == 1
    assert "is not there; run `trucewatch add` first" in ended.err
    assert not out.exists()
