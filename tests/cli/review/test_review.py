"""Two people differ, a third settles it, and the reviewed sheet is written, all at the terminal."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from training.examples import load_reports
from trucewatch.ledger import open_ledger
from trucewatch.ledger.codec import encode
from trucewatch.records.claim import Casualty
from trucewatch.records.values import Quantity

REPORT = told(44)
TOLL, SAYING = REPORT.claims


@pytest.fixture
def ledger(tmp_path: Path) -> tuple[str, str]:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as made:
        made.add([REPORT], "tester")
    return "--ledger", address


def corrected(folder: Path) -> Path:
    assert isinstance(TOLL.payload, Casualty)
    path = folder / "instead.json"
    path.write_text(encode(replace(TOLL, payload=replace(TOLL.payload, quantity=Quantity(45, 45, "44")))))
    return path


def test_a_difference_is_settled_and_the_sheet_is_written(
    run: Run, ledger: tuple[str, str], tmp_path: Path
) -> None:
    why = ("--reason", "I read it", *ledger)
    made = run("review", "correct", TOLL.id, "--instead", corrected(tmp_path), "--by", "ana", *why)
    assert "quantity, at least: 44 -> 45" in made.out
    early = run("review", "adjudicate", "reject", TOLL.id, "--by", "cleo", *why)
    assert (early.code, early.out) == (1, "")
    assert "no two people differ about these claims; judge them instead" in early.err
    assert run("review", "reject", TOLL.id, "--by", "ben", *why).code == 0
    assert run("review", "accept", SAYING.id, "--by", "ben", *why).code == 0
    assert "0 sheets" in run("review", "export", tmp_path / "out", *ledger).out
    settled = run(
        "review", "adjudicate", "correct", TOLL.id, "--instead", corrected(tmp_path), "--by", "cleo", *why
    )
    assert "adjudication by cleo" in settled.out
    assert "1 sheet in" in run("review", "export", tmp_path / "out", *ledger).out
    (read,) = load_reports([tmp_path / "out"])
    assert [row.low for row in read.sheet.casualties] == [45]


def test_a_report_is_written_as_asked_though_nobody_judged_it(
    run: Run, ledger: tuple[str, str], tmp_path: Path
) -> None:
    asked = ("--report", REPORT.document.id, "--json")
    done = json.loads(run("review", "export", tmp_path / "out", *asked, *ledger).out)
    assert (len(done["sheets"]), done["not_whole"]) == (1, 0)
    missing = run("review", "export", tmp_path / "out", "--report", "0" * 32, *ledger)
    assert (missing.code, "holds no report" in missing.err) == (1, True)


def test_a_word_that_is_no_verdict_is_refused(run: Run, ledger: tuple[str, str]) -> None:
    done = run("review", "adjudicate", "burn", TOLL.id, "--reason", "so", "--by", "ana", *ledger)
    assert (done.code, "'burn' is none of accept, reject, correct, merge, split" in done.err) == (2, True)


def test_a_folder_that_cannot_be_written_is_named(run: Run, ledger: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("review", "export", tmp_path / "file", "--report", REPORT.document.id, *ledger)
    assert (done.code, "cannot be written" in done.err) == (1, True)
