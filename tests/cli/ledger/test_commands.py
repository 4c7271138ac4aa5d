"""The commands of the ledger, from an article to a search, a judgement, a copy and a check."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, REPORT, Run, run_apart
from trucewatch.ledger import open_ledger
from trucewatch.ledger.upkeep.check import check

MANY = 150
"""Reports that take far longer to read than a signal takes to arrive."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name a new ledger in the environment."""
    path = tmp_path / "kept" / "ledger.sqlite"
    monkeypatch.setenv("TRUCEWATCH_LEDGER", f"sqlite:///{path}")
    return path


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(4):
        report = REPORT.replace("Goris", f"Goris-{number}").replace("12", str(number + 2))
        (folder / f"a{number}.txt").write_text(report, encoding="utf-8")
    return folder


def test_from_an_article_to_a_judgement_a_copy_and_a_check(
    run: Run, articles: Path, place: Path, tmp_path: Path
) -> None:
    ended = run("add", articles, "no-such-file", "--published", "2022-09-14", "--jobs", "1")
    assert ended.code == 1
    assert "reports: 4 added, 0 there already, 1 failed; in sqlite:///" in ended.out
    assert "told alike: " in ended.out
    assert (
        ended.err
        == "no-such-file: cannot be read: No such file or directory; check the path and its rights\n"
    )
    again = json.loads(run("add", articles, "--published", "2022-09-14", "--json").out)
    assert (again["documents"], again["already"], again["failed"]) == (0, 4, [])

    hits = json.loads(run("search", "killed", "--family", "casualty", "--json").out)
    assert {hit["published_on"] for hit in hits} == {"2022-09-14"}
    claims = [hit["claim"]["id"] for hit in hits]
    assert len(claims) >= 2
    shown = run("search", "killed", "--party", "Armenia", "--party", "Azerbaijan").out
    assert claims[0] in shown
    assert "a0" in shown

    said = ("--reason", "reads so", "--by", "An Editor")
    assert run("review", "accept", claims[0], *said).out.endswith("judgement by An Editor\n")
    rejected = json.loads(run("review", "reject", claims[0], *said, "--json").out)
    assert rejected["payload"]["verdict"] == "reject"
    assert rejected["supersedes"] == rejected["seq"] - 1
    assert run("review", "merge", *claims[:2], *said).code == 0
    assert run("review", "split", *claims[:2], *said).code == 0
    (tmp_path / "claim.json").write_text(json.dumps(hits[0]["claim"]))
    corrected = run("review", "correct", claims[0], "--instead", tmp_path / "claim.json", *said)
    assert (corrected.code, corrected.err) == (0, "")

    named = run("conflict", "add", "Armenia-Azerbaijan", "--party", "Armenia", "--party", "Azerbaijan")
    assert named.code == 0
    assert json.loads(run("conflict", "list", "--json").out) == [
        {"name": "Armenia-Azerbaijan", "parties": ["Armenia", "Azerbaijan"], "places": []}
    ]
    assert "Armenia, Azerbaijan" in run("conflict", "list").out

    seen = json.loads(run("situation", "armenia-azerbaijan", "--as-of", "2022-09-14", "--json").out)
    assert seen["conflict"]["name"] == "Armenia-Azerbaijan"
    assert len(seen["reports"]) == 4
    assert all(row["claims"] for toll in seen["tolls"] for row in toll["rows"])
    before = run("situation", "Armenia-Azerbaijan", "--as-of", "2022-09-13").out
    assert "Armenia-Azerbaijan, as of 13 Sep 2022" in before
    assert "named by people" in run("situation").out
    missing = run("situation", "Arland-Bergia")
    assert (missing.code, missing.out) == (1, "")
    assert "Arland-Bergia: no report tells of this conflict" in missing.err

    copy = tmp_path / "copy.sqlite"
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    assert run("ledger", "backup", copy).out == f"copied to {copy}\n"
    assert run("ledger", "restore", copy, "--ledger", other).out == f"restored into {other}\n"
    for asked in ((), ("--ledger", other)):
        assert run("ledger", "check", *asked).out.endswith(": whole\n")
    counted = json.loads(run("ledger", "info", "--ledger", other, "--json").out)
    assert (counted["documents"], counted["entries"]["judgement"]) == (4, 5)
    assert "judgement" in run("ledger", "info").out
    saved = json.loads(run("ledger", "salvage", tmp_path / "saved.jsonl", "--json").out)
    assert (saved["documents"], saved["entries"], saved["lost"]) == (4, 6, 0)
    assert place.exists()


def test_a_damaged_ledger_is_told_and_the_command_fails(run: Run, article: Path, place: Path) -> None:
    assert run("add", article, "--jobs", "1").code == 0
    with closing(sqlite3.connect(place)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE document SET sha256 = 'x'")
        connection.commit()
    ended = run("ledger", "check")
    assert ended.code == 1
    assert "its original is not the one that was added" in ended.out
    assert ended.out.endswith("not whole: 1 problems\n")
    assert json.loads(run("ledger", "check", "--json").out)["whole"] is False


@pytest.mark.parametrize(
    ("asked", "code", "complaint"),
    [
        (("ledger", "info"), 1, "is not there; run `trucewatch add` first"),
        (("search", "x", "--ledger", "mysql://host/x"), 1, "is no address of a ledger"),
        (("search", "x", "--family", "quarrel"), 2, "'quarrel' is none of casualty, truce,"),
        (("search", "x", "--as-of", "2022-02-31"), 2, "is no day of the calendar"),
        (("search", "x", "--known-at", "soon"), 2, "is no instant written"),
        (("review", "accept", "x", "--reason", "y"), 2, "Missing option '--by'"),
        (
            ("ledger", "salvage", "out", "--ledger", "postgresql://h/d"),
            1,
            "is no file; salvage is for SQLite",
        ),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, place: Path, asked: tuple[str, ...], code: int, complaint: str
) -> None:
    ended = run(*asked)
    assert ended.code == code
    assert complaint in " ".join(ended.err.replace("│", " ").split())
    assert not place.exists()


def test_nothing_found_is_said(run: Run, article: Path, place: Path) -> None:
    run("add", article, "--jobs", "1")
    assert run("search", "zeppelin").out == f"nothing found in sqlite:///{place}\n"
    assert run("search", "killed", "--known-at", "1990-01-01T00:00:00").out.startswith("nothing found")
    assert run("conflict", "list").out == f"no conflict is named in sqlite:///{place}\n"


@pytest.mark.usefixtures("place")
def test_a_search_in_a_conflict_is_one_in_its_parties(run: Run, articles: Path) -> None:
    run("add", articles, "--jobs", "1")
    run("conflict", "add", "Border war", "--party", "Armenia", "--party", "Azerbaijan")
    by_party = run("search", "killed", "--party", "Armenia", "--party", "Azerbaijan")
    assert run("search", "killed", "--conflict", "border war").out == by_party.out
    unknown = run("search", "killed", "--conflict", "Arland-Bergia")
    assert unknown.code == 1
    assert "Arland-Bergia" in unknown.err


def test_a_file_that_may_grow_no_further_is_a_full_disk(article: Path, place: Path) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    ended = run_apart(["add", article, "--jobs", "1"], limit=small_files_only)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "disk" in ended.err
    again = run_apart(["add", article, "--jobs", "1"])
    assert (again.code, again.err) == (0, "")
    with open_ledger(f"sqlite:///{place}") as ledger, ledger.looking() as connection:
        assert list(check(connection)) == []
        assert len(ledger.holdings().reports) == 1


def test_a_full_disk_under_a_copy_is_told_with_the_place_of_the_copy(
    run: Run, article: Path, place: Path, tmp_path: Path
) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    run("add", article, "--jobs", "1")
    ended = run_apart(["ledger", "backup", tmp_path / "copy.sqlite"], limit=small_files_only)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert ended.err.startswith(f"{tmp_path / 'copy.sqlite'}: the disk ")
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == []
    assert run("ledger", "check").out == f"sqlite:///{place}: whole\n"


def test_stopped_with_ctrl_c_what_was_added_stays_and_it_goes_on(tmp_path: Path, place: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        report = REPORT.replace("Goris", f"Goris-{number}")
        (folder / f"a{number}.txt").write_text(report, encoding="utf-8")
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "add", folder, "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with command:
        until = time.monotonic() + 60
        while not _holds_some(place) and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(command.pid, signal.SIGINT)
        _, complained = command.communicate(timeout=60)
    assert command.returncode == 130
    assert complained == "stopped; what was added stays, run it again to go on\n"
    again = run_apart(["add", folder, "--jobs", "1"])
    assert again.code == 0
    with open_ledger(f"sqlite:///{place}") as ledger, ledger.looking() as connection:
        assert list(check(connection)) == []
        assert len(ledger.holdings().reports) == MANY


def _holds_some(place: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("select count(*) from document").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return False
