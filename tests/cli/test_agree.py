"""`trucewatch agree`: figures and misses for people and programs, and one line for a folder that is none."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cases.bridge import CLAIMS, DOCUMENT, TEXT
from tests.cli.conftest import Run
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.records.sheet import encode_sheet
from trucewatch.reports.agreement import FIGURES, OVERALL


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (folder / "bridge.json").write_bytes(encode_sheet(sheet_of(DOCUMENT, CLAIMS)))
    (folder / "meta.json").write_text("[]")
    return folder


@pytest.fixture
def coded(gold: Path, tmp_path: Path) -> Path:
    return shutil.copytree(gold, tmp_path / "coded")


def test_two_coders_who_say_the_same_agree(run: Run, gold: Path, coded: Path) -> None:
    ended = run("agree", gold, coded, "--json")
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert {figure: found[figure]["f1"] for figure in FIGURES} == dict.fromkeys(FIGURES, 1.0)
    assert (found["overall"], found["missing_sheets"], found["misses"]) == (1.0, [], [])


def test_a_table_shows_each_figure_and_what_the_overall_one_is(run: Run, gold: Path, coded: Path) -> None:
    shown = run("agree", gold, coded).out
    for figure in (*FIGURES, *OVERALL, "precision", "recall"):
        assert figure in shown
    assert "missed" not in shown


def test_what_was_missed_is_listed_and_the_rest_counted(run: Run, gold: Path, coded: Path) -> None:
    few = [claim for claim in CLAIMS if claim.family not in {"casualty", "truce"}]
    (coded / "bridge.json").write_bytes(encode_sheet(sheet_of(DOCUMENT, few)))
    shown = run("agree", gold, coded, "--errors", "2").out
    assert (
        "missed toll | bridge | Dara Velan | 105 | killed | Loria | 105 Lorian soldiers were killed" in shown
    )
    assert shown.count("missed ") == 2
    assert "and 4 more; --errors 6 lists all" in shown
    assert len(json.loads(run("agree", gold, coded, "--json", "--errors", "9").out)["misses"]) == 6


def test_a_sheet_that_is_missing_counts_and_is_named(run: Run, gold: Path, coded: Path) -> None:
    (coded / "bridge.json").unlink()
    assert "sheets missing from the second folder: bridge" in run("agree", gold, coded).out
    assert json.loads(run("agree", gold, coded, "--json").out)["overall"] == 0.0


def test_a_sheet_without_its_article_is_named(run: Run, gold: Path, coded: Path) -> None:
    shutil.copy(gold / "bridge.json", gold / "orphan.json")
    assert "not compared, for their articles are missing: orphan" in run("agree", gold, coded).out


def test_nothing_in_a_sheet_reaches_the_terminal(run: Run, gold: Path, coded: Path) -> None:
    (gold / "bridge.json").write_bytes(
        (gold / "bridge.json").read_bytes().replace(b"Dara Velan", b"\\u001b[2J\\u202e")
    )
    (coded / "bridge.json").unlink()
    assert not {"\x1b", "\u202e"} & set(run("agree", gold, coded).out)


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda gold, _: shutil.rmtree(gold), "gold: is no folder; give a folder of coding sheets"),
        (lambda _, coded: shutil.rmtree(coded), "coded: is no folder; give a folder of coding sheets"),
        (lambda gold, _: (gold / "bridge.txt").unlink(), "holds no sheet with its article; put NAME.txt"),
        (lambda gold, _: (gold / "bridge.txt").write_bytes(b"\xff"), "bridge.txt: cannot be read"),
        (lambda _, coded: (coded / "bridge.json").write_text("{"), "mend the sheet by the coding rules"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    break_it: object, words: str, run: Run, gold: Path, coded: Path
) -> None:
    assert callable(break_it)
    break_it(gold, coded)
    ended = run("agree", gold, coded)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert words in ended.err
