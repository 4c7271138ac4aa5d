"""`trucewatch report` on a ledger of made-up reports."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from tests.reports.made_up_dossier import dossier, empty_dossier
from trucewatch.ledger import open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as made:
        made.add([told(number) for number in (3, 5)], "tester")
    return address


def test_a_page_is_written_and_named(run: Run, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    ended = run("report", "lorian-vastria", "--as-of", "2021-03-05", "--ledger", ledger, "--out", out)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.replace("\n", "") == str(out)
    page = out.read_text(encoding="utf-8")
    assert "<h1" in page
    assert "3 soldiers were killed" in page


def test_markdown_is_written_where_the_name_says_so(run: Run, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "page.md"
    assert run("report", "Lorian-Vastria", "--ledger", ledger, "--out", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("# Lorian-Vastria, as of ")


def test_an_unknown_conflict_is_told_which_are_known(run: Run, ledger: str, tmp_path: Path) -> None:
    ended = run("report", "Nowhere", "--ledger", ledger, "--out", tmp_path / "page.html")
    assert ended.code == 1
    assert ended.err == (
        "Nowhere: no report tells of this conflict; the conflicts told of are Lorian-Vastria\n"
    )


def test_a_day_to_come_is_refused(run: Run, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    ended = run("report", "Lorian-Vastria", "--as-of", "9999-01-01", "--ledger", ledger, "--out", out)
    assert ended.code == 1
    assert ended.err.startswith(
        "9999-01-01: is a day to come, of which nothing is told yet; give a day up to "
    )
    assert not out.exists()


@pytest.mark.parametrize("name", ["page.pdf", "page"])
def test_another_kind_of_file_is_refused(run: Run, ledger: str, tmp_path: Path, name: str) -> None:
    ended = run("report", "Lorian-Vastria", "--ledger", ledger, "--out", tmp_path / name)
    assert ended.code == 1
    assert "let its name end in .html, .md, .svg or .png" in ended.err


def test_a_file_that_cannot_be_written_is_named(run: Run, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "page.html"
    ended = run("report", "Lorian-Vastria", "--ledger", ledger, "--out", out)
    assert ended.code == 1
    assert (
        ended.err == f"{out}: cannot be written: No such file or directory; check the path and its rights\n"
    )


def test_there_must_be_a_ledger(run: Run, tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path / 'none.sqlite'}"
    ended = run("report", "Lorian-Vastria", "--ledger", missing, "--out", tmp_path / "page.html")
    assert ended.code == 1
    assert "is not there" in ended.err


@pytest.mark.parametrize(("ending", "begins"), [(".svg", b"<svg "), (".png", b"\x89PNG")])
def test_each_chart_is_a_file(
    run: Run, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    monkeypatch.setattr("trucewatch.cli.report.gathered", lambda *_: dossier())
    ended = run("report", "Lorian-Vastria", "--ledger", ledger, "--out", tmp_path / f"chart{ending}")
    assert (ended.code, ended.err) == (0, "")
    written = {path.name: path.read_bytes() for path in tmp_path.glob(f"chart-*{ending}")}
    assert sorted(written) == [
        f"chart-{key}{ending}" for key in ("incident-map", "toll-1-dots", "truce-1-strip")
    ]
    assert all(content.startswith(begins) for content in written.values())


def test_where_there_is_nothing_to_draw_that_is_said(
    run: Run, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.cli.report.gathered", lambda *_: empty_dossier())
    ended = run("report", "Lorian-Vastria", "--ledger", ledger, "--out", tmp_path / "chart.svg")
    assert ended.code == 1
    assert "there is nothing to draw" in ended.err


def test_pictures_need_their_package(
    run: Run, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.cli.report.gathered", lambda *_: dossier())
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ended = run("report", "Lorian-Vastria", "--ledger", ledger, "--out", tmp_path / "chart.png")
    assert ended.code == 1
    assert "install trucewatch[png], or write .svg" in ended.err
