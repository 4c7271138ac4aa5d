"""`trucewatch read`: one article as tables, as JSON and as a sheet, and one clear line where it can't be."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import COMMAND, REPORT, Run, run_apart
from trucewatch.documents import read_text
from trucewatch.records.sheet import Sheet, misquotes, read_sheet

DAY = "2022-09-14"


def record(run: Run, *arguments: str | Path) -> dict[str, Any]:
    ended = run("read", *arguments, "--json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


def sheet(run: Run, path: Path, *arguments: str | Path) -> Sheet:
    ended = run("read", *arguments, "--format", "sheet")
    assert (ended.code, ended.err) == (0, "")
    path.write_text(ended.out, encoding="utf-8")
    return read_sheet(path)


def test_tables_say_who_says_it_in_which_words(run: Run, article: Path) -> None:
    ended = run("read", article, "--published", DAY, "--publisher", "The Ledger")
    assert (ended.code, ended.err) == (0, "")
    shown = " ".join(ended.out.split())
    assert "Truce breaks down near Goris" in shown
    assert "publisher The Ledger" in shown
    assert f"published {DAY}, given by the caller" in shown
    assert "according to" in shown
    assert "words" in shown


def test_every_claim_of_the_json_stands_in_the_article(run: Run, article: Path) -> None:
    found = record(run, article, "--published", DAY)
    text = found["document"]["text"]
    assert text == REPORT
    assert found["claims"]
    for claim in found["claims"]:
        evidence = claim["provenance"]["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"] != ""
        assert 0 <= claim["provenance"]["confidence"] <= 1
        assert claim["provenance"]["reader_version"] == found["reader"]
        assert claim["provenance"]["codebook_version"] == found["codebook"]


def test_the_sheet_is_strict_and_verbatim(run: Run, article: Path, tmp_path: Path) -> None:
    found = sheet(run, tmp_path / "sheet.json", article, "--published", DAY)
    assert (found.doc_id, found.published_on) == ("goris", date(2022, 9, 14))
    assert misquotes(found, read_text(REPORT, "goris").text) == ()


def test_code_writes_the_very_sheet_that_read_prints(run: Run, article: Path, tmp_path: Path) -> None:
    printed = run("read", article, "--format", "sheet").out
    assert run("code", article, "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "goris.json").read_text(encoding="utf-8").strip() == printed.strip()


def test_without_a_day_every_day_that_hangs_on_it_is_unresolved_with_the_reason(
    run: Run, article: Path
) -> None:
    found = record(run, article)
    assert found["document"]["metadata"]["published"]["day"] is None
    days = [claim["when"] for claim in found["claims"] if claim["when"] is not None]
    assert all("reason" in day and "publication" in day["reason"] for day in days)
    if days:
        assert "day of publication" in run("read", article).out


def test_only_what_the_reader_is_sure_of(run: Run, article: Path) -> None:
    everything = record(run, article)["claims"]
    sure = record(run, article, "--min-confidence", "0.6")["claims"]
    none = record(run, article, "--min-confidence", "1")["claims"]
    assert sure == [claim for claim in everything if claim["provenance"]["confidence"] >= 0.6]
    assert len(none) <= len(sure) <= len(everything)


def test_what_is_read_twice_is_read_alike(run: Run, article: Path) -> None:
    assert run("read", article, "--json").out == run("read", article, "--json").out


def test_standard_input_is_an_article(run: Run) -> None:
    ended = run("read", "-", "--json", stdin=REPORT.encode())
    assert json.loads(ended.out)["document"]["name"] == "stdin"


def test_a_page_is_an_article(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "goris.html"
    body = "".join(f"<p>{line}</p>" for line in REPORT.split("\n\n"))
    page.write_text(
        f"<html><body><script>alert('said 5 killed')</script><article>{body}</article></body></html>"
    )
    found = record(run, page)
    assert "alert" not in found["document"]["text"]
    assert found["claims"]


def test_nothing_in_an_article_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(REPORT.replace("Goris", "Go\x1b[2Jris") + "\u202e\x9b5n", encoding="utf-8")
    for shown in (run("read", hostile), run("read", hostile, "--publisher", "\x1b]0;x\x07")):
        assert shown.code == 0
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown.out + shown.err)


def test_another_language_is_kept_marked_and_not_guessed_at(run: Run, tmp_path: Path) -> None:
    arabic = tmp_path / "arabic.txt"
    arabic.write_text(
        "قالت وزارة الدفاع يوم الأربعاء إن اثني عشر جنديا قتلوا في قصف على البلدة. " * 4, encoding="utf-8"
    )
    found = record(run, arabic)
    assert (found["document"]["metadata"]["language"], found["claims"], found["statements"]) == ("ar", [], [])
    assert "the reader was made for English" in run("read", arabic).out


REFUSED = [
    ((), b"", "is empty; give a report"),
    ((), b"\x00\x01\x02", "binary"),
    ((), b"%PDF-1.7", "is a PDF"),
    ((), bytes(range(128, 256)) * 20, "encoding that cannot be told; save it as UTF-8"),
    (("--published", "2999-01-01"), REPORT.encode(), "still to come; give the day"),
    ((), b'{"text": "One died."}\n{"text": "Two died."}\n', "more than one report"),
    ((), b'{"text": 5}\n', "text is not text"),
    ((), b"<html><body><script>var a = 1;</script></body></html>", "is a page without a report"),
]


@pytest.mark.parametrize(("options", "content", "words"), REFUSED, ids=[words for *_, words in REFUSED])
def test_what_is_no_article_is_refused_in_one_line(
    options: tuple[str, ...], content: bytes, words: str, run: Run
) -> None:
    ended = run("read", "-", *options, stdin=content)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.count("\n") == 1
    assert ended.err.startswith(("stdin", "-: "))
    assert words in ended.err


def test_a_path_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "a\x1b[1m.txt"
    ended = run("read", missing)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "a\\x1b[1m.txt: cannot be read: No such file or directory; check the path" in ended.err


@pytest.mark.parametrize("day", ["2022-02-31", "yesterday", "14/09/2022", "2022-13-01", ""])
def test_a_day_that_is_none_is_wrong_usage(day: str, run: Run, article: Path) -> None:
    ended = run("read", article, "--published", day)
    assert (ended.code, ended.out) == (2, "")
    assert "is no day of the calendar written YYYY-MM-DD" in ended.err


def test_json_and_a_sheet_at_once_are_wrong_usage(run: Run, article: Path) -> None:
    ended = run("read", article, "--json", "--format", "sheet")
    assert (ended.code, ended.out) == (2, "")
    assert "not both" in ended.err


def test_weights_that_are_missing_are_told_in_one_line(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.reader.weights.default_folder", lambda: tmp_path / "none")
    ended = run("read", article)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "make train" in ended.err


def test_a_full_disk_under_the_output_is_told(article: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    ended = run_apart(["read", article, "--json"], stdout=full)
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "standard output: cannot be written: No space left on device" in ended.err


def test_output_that_nobody_reads_ends_without_a_word(article: Path) -> None:
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "read", article, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.close()
        assert command.stderr.read() == b""
