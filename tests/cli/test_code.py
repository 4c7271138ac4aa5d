"""`trucewatch code`: a folder of good and bad inputs, in which none that is bad costs another its sheet."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ended, Run, run_apart
from trucewatch.documents import read_bytes
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.records.document import Document
from trucewatch.records.sheet import Sheet, misquotes, read_sheet

ARABIC = "قالت وزارة الدفاع يوم الأربعاء إن اثني عشر جنديا قتلوا في قصف على البلدة. " * 4
HEBREW = "משרד הביטחון אמר ביום רביעי כי שנים עשר חיילים נהרגו בהפגזה על העיר. " * 4
OTHER = (
    "The mayor of Vardenis said on Friday that five houses burned after shelling from across the border. "
    "Doctors at the hospital said that two farmers were wounded, and that one of them died at night."
)
TAGS = f"""<html><head><title>Truce breaks down</title><script>document.write("<p>9 killed</p>")</script>
<style>p {{ color: red }}</style></head><body onload="steal()"><div><p>{OTHER}<p>{REPORT}</b></i></div>
<script src="http://tracker.example/x.js"></script><p>The ministry said <b>three men were hurt.</p></html"""

GOOD: dict[str, bytes] = {
    "plain.txt": REPORT.encode(),
    "copy.txt": REPORT.encode(),
    "capitals.txt": REPORT.upper().encode(),
    "no-commas.txt": REPORT.replace(",", "").encode(),
    "windows.txt": REPORT.replace("Goris", "“Goris”").encode("cp1252"),
    "page.html": TAGS.encode(),
    "impossible-day.txt": f"Published 31 February 2022\n\n{OTHER}".encode(),
    "right-to-left.txt": ARABIC.encode(),
    "right-to-left.html": f'<html dir="rtl"><body><p>{HEBREW}</p><p>{HEBREW}</p></body></html>'.encode(),
    "turned\u202eround.txt": REPORT.replace("on Wednesday", "\u202eon Wednesday\u202c").encode(),
    "long.txt": " ".join([REPORT.replace("\n", " "), OTHER] * 96).encode(),
}
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty; give a report with words in it"),
    "binary.txt": (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "NUL bytes"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "is a picture, not text"),
    "encoding.txt": (bytes(range(128, 256)) * 10, "in an encoding that cannot be told; save it as UTF-8"),
    "nothing.html": (
        b"<html><body><nav>Home News</nav><script>x()</script></body></html>",
        "a page without a report",
    ),
    "future.txt": (OTHER.encode(), "2999-01-01, is still to come; give the day on which"),
}
LINES = [
    json.dumps({"id": "wire-a", "text": OTHER}),
    '{"id": "wire-b", "text": "cut',
    json.dumps({"id": "wire-c", "text": OTHER}),
]
META = [
    {"doc_id": "plain", "published_on": "2022-09-14", "publisher": "The Ledger"},
    {"doc_id": "future", "published_on": "2999-01-01"},
]
LARGE = 50_000_000


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zoo")
    for name, content in GOOD.items():
        (folder / name).write_bytes(content)
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "wire.jsonl").write_text("\n".join(LINES))
    (folder / "large.txt").write_bytes(b"The army said so. " * (LARGE // 18))
    (folder / "meta.json").write_text(json.dumps(META))
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets") / "new"


@pytest.fixture(scope="module")
def ended(zoo: Path, out: Path) -> Ended:
    return run_apart(["code", zoo, "--out", out, "--meta", zoo / "meta.json", "--jobs", "2"])


def sheets(folder: Path) -> dict[str, Sheet]:
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return {path.name: read_sheet(path) for path in sorted(found)}


def stored(zoo: Path, name: str) -> Document:
    path = zoo / name
    return read_bytes(path.read_bytes(), path.stem, is_html=True if path.suffix == ".html" else None)


def test_it_says_that_something_failed(ended: Ended) -> None:
    assert ended.code == 1


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, (_, words) in BAD.items()])
def test_each_bad_input_has_one_line_that_says_where_what_and_what_to_do(
    name: str, words: str, ended: Ended, zoo: Path
) -> None:
    (line,) = [line for line in ended.err.splitlines() if line.startswith(f"{zoo / name}: ")]
    assert words in line
    assert "; " in line


def test_a_text_too_large_is_not_read(ended: Ended, zoo: Path) -> None:
    (line,) = [line for line in ended.err.splitlines() if line.startswith(f"{zoo / 'large.txt'}: ")]
    assert f"beyond the limit of {LARGEST_INPUT:,} bytes (20 MB); split it" in line


def test_a_broken_line_is_named_by_its_number(ended: Ended, zoo: Path, out: Path) -> None:
    (line,) = [line for line in ended.err.splitlines() if "wire.jsonl" in line]
    assert line.startswith(f"{zoo / 'wire.jsonl'}, line 2: is not JSON")
    assert {"wire-a.json", "wire-c.json"} <= set(sheets(out))


def test_nothing_else_is_said_of_what_went_wrong(ended: Ended) -> None:
    assert len(ended.err.splitlines()) == len(BAD) + 2


def test_every_good_input_has_its_sheet(ended: Ended, out: Path) -> None:
    assert ended.out
    names = {sheet.doc_id for sheet in sheets(out).values()}
    expected = {name.rpartition(".")[0] for name in GOOD} | {"wire-a", "wire-c"}
    assert names - {"right-to-left-2"} == expected


@pytest.mark.parametrize("name", [name for name in GOOD if name != "right-to-left.html"])
def test_every_sheet_is_strict_and_verbatim(name: str, ended: Ended, zoo: Path, out: Path) -> None:
    assert ended.out
    stem = name.rpartition(".")[0]
    (sheet,) = [sheet for sheet in sheets(out).values() if sheet.doc_id == stem]
    if name != "right-to-left.txt":
        assert misquotes(sheet, stored(zoo, name).text) == ()


def test_what_scripts_write_is_not_read(zoo: Path) -> None:
    text = stored(zoo, "page.html").text
    assert OTHER in text
    assert "9 killed" not in text
    assert "tracker" not in text


def test_other_languages_have_empty_sheets(ended: Ended, out: Path) -> None:
    assert "in a language the reader was not made for, sheets left empty: " in ended.out
    found = [sheet for sheet in sheets(out).values() if sheet.doc_id.startswith("right-to-left")]
    assert len(found) == 2
    assert not any(sheet.statements or sheet.casualties or sheet.incidents for sheet in found)


def test_the_meta_file_is_heard_and_is_no_article(ended: Ended, out: Path) -> None:
    assert ended.out
    found = sheets(out)
    assert str(found["plain.json"].published_on) == "2022-09-14"
    assert found["copy.json"].published_on is None
    assert found["impossible-day.json"].published_on is None


def test_the_summary_says_what_was_read_and_dropped_and_why(ended: Ended) -> None:
    count = len(GOOD) + 2
    assert f"sheets: {count} written, 0 there already, {len(BAD) + 2} failed" in ended.out
    assert "failed: 1, is empty" in ended.out
    assert "without a day of publication" in ended.out


def test_the_same_story_twice_is_told_and_both_are_kept(ended: Ended, out: Path) -> None:
    (line,) = [line for line in ended.out.splitlines() if line.startswith("told alike: ") and "copy" in line]
    assert {"copy", "plain", "capitals", "no-commas"} <= set(
        line.removeprefix("told alike: ").replace(" (", ", ").split(", ")
    )
    assert "told alike: impossible-day, wire-a, wire-c (" in ended.out
    assert {"copy.json", "plain.json"} <= set(sheets(out))


def test_run_again_nothing_is_written_twice(ended: Ended, zoo: Path, out: Path) -> None:
    assert ended.code == 1
    before = {name: (out / name).stat().st_mtime_ns for name in sheets(out)}
    again = run_apart(["code", zoo, "--out", out, "--meta", zoo / "meta.json"])
    assert f"sheets: 0 written, {len(GOOD) + 2} there already, {len(BAD) + 2} failed" in again.out
    assert again.err.splitlines() == ended.err.splitlines()
    assert {name: (out / name).stat().st_mtime_ns for name in sheets(out)} == before


def test_one_core_and_two_write_the_same_sheets(
    ended: Ended, zoo: Path, out: Path, run: Run, tmp_path: Path
) -> None:
    assert ended.out
    few = tmp_path / "few"
    few.mkdir()
    for name in ("plain.txt", "copy.txt", "capitals.txt", "page.html"):
        shutil.copy(zoo / name, few / name)
    run("code", few, "--out", tmp_path / "one", "--meta", zoo / "meta.json", "--jobs", "1")
    for path in (tmp_path / "one").glob("*.json"):
        if not path.name.startswith("."):
            assert path.read_bytes() == (out / path.name).read_bytes()


def test_what_hides_in_a_name_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\x1b[2J.txt").write_bytes(b"")
    ended = run("code", tmp_path / "in", "--out", tmp_path / "out")
    assert "\x1b" not in ended.out + ended.err
    assert "a\\x1b[2J.txt: is empty" in ended.err


@pytest.mark.parametrize(
    "identity", ["../../escaped", "/etc/escaped", "a/b", "..", "x" * 400, "nul\x00", "con.", " "]
)
def test_no_id_leaves_the_folder(identity: str, run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        json.dumps({"id": identity, "text": "Wasaaradda ayaa sheegtay in la dilay laba askari."})
    )
    ended = run("code", lines, "--out", tmp_path / "deep" / "out")
    assert ended.code == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != lines]
    assert Counter(path.parent for path in files) == {tmp_path / "deep" / "out": 2}
    (sheet,) = [path for path in files if not path.name.startswith(".")]
    assert read_sheet(sheet).doc_id == identity


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ("[", "cannot be read as JSON"),
        ("{}", "is not a JSON list"),
        ('[{"doc_id": "a", "published_on": "2022-02-31"}]', "the day '2022-02-31' is not in the calendar"),
        ('[{"doc_id": "a"}, {"doc_id": "a"}]', "a second time"),
    ],
)
def test_a_broken_meta_file_is_told_before_anything_is_read(
    meta: str, words: str, run: Run, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "meta.json"
    path.write_text(meta)
    ended = run("code", article, "--meta", path, "--out", tmp_path / "out")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert words in ended.err
    assert not (tmp_path / "out").exists()


def test_lines_on_standard_input(run: Run, tmp_path: Path) -> None:
    stdin = "\n".join([json.dumps({"id": "a", "text": OTHER}), "{", json.dumps({"text": OTHER})])
    ended = run("code", "-", "--out", tmp_path, "--jobs", "1", stdin=stdin.encode())
    assert ended.code == 1
    assert ended.err.startswith("stdin, line 2: is not JSON")
    assert set(sheets(tmp_path)) == {"a.json", "stdin-3.json"}
