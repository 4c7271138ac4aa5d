"""`trucewatch code` on a full disk, without the right to write, and stopped by Ctrl-C and run again."""

import io
import os
import pty
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, REPORT, Ended, Run, run_apart
from trucewatch.records.sheet import read_sheet

MANY = 10
SOON = 60


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(MANY):
        report = REPORT.replace("Goris", f"Goris-{number}").replace("12", str(number + 2))
        (folder / f"a{number}.txt").write_text(report, encoding="utf-8")
    return folder


def names(out: Path) -> set[str]:
    return {path.stem for path in out.glob("*.json") if not path.name.startswith(".")}


def whole(out: Path) -> bool:
    """Whether every sheet is whole and no half of one is left."""
    return all(read_sheet(out / f"{name}.json").doc_id == name for name in names(out)) and not list(
        out.glob(".*.part")
    )


def interrupted(articles: Path, out: Path, *, after: int, presses: int = 1) -> Ended:
    """Press Ctrl-C, as a terminal does to all of the command's processes, once so many sheets are there."""
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "code", articles, "--out", out, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with command:
        until = time.monotonic() + SOON
        while not (out.exists() and len(names(out)) >= after) and time.monotonic() < until:
            time.sleep(0.02)
        for _ in range(presses):
            with suppress(ProcessLookupError):
                os.killpg(command.pid, signal.SIGINT)
            time.sleep(0.1 if presses > 1 else 0)
        said, complained = command.communicate(timeout=SOON)
    return Ended(command.returncode, said, complained)


STOPPED = "stopped; the finished sheets stay, run it again to go on\n"


def test_stopped_in_the_middle_it_ends_clean_and_goes_on_where_it_was(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = interrupted(articles, out, after=3)
    assert (ended.code, ended.out, ended.err) == (130, "", STOPPED)
    done = names(out)
    assert 3 <= len(done) < MANY
    assert whole(out)
    before = {name: (out / f"{name}.json").stat().st_mtime_ns for name in done}
    again = run_apart(["code", articles, "--out", out, "--jobs", "2"])
    assert (again.code, again.err) == (0, "")
    assert f"sheets: {MANY - len(done)} written, {len(done)} there already, 0 failed" in again.out
    assert len(names(out)) == MANY
    assert whole(out)
    assert {name: (out / f"{name}.json").stat().st_mtime_ns for name in done} == before


@pytest.mark.parametrize("after", [0, 2], ids=["while it loads", "while it reads"])
def test_pressed_again_and_again_it_still_ends_clean(articles: Path, after: int, tmp_path: Path) -> None:
    ended = interrupted(articles, tmp_path / "out", after=after, presses=4)
    assert (ended.code, ended.out, ended.err) == (130, "", STOPPED)
    assert whole(tmp_path / "out")


def test_killed_outright_no_half_sheet_is_left_and_it_goes_on(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "code", articles, "--out", out, "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with command:
        until = time.monotonic() + SOON
        while len(names(out)) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(command.pid, signal.SIGKILL)
    assert all(read_sheet(out / f"{name}.json").doc_id == name for name in names(out))
    again = run_apart(["code", articles, "--out", out])
    assert again.code == 0
    assert len(names(out)) == MANY
    assert whole(out)


def test_a_terminal_sees_how_far_it_is(article: Path, tmp_path: Path) -> None:
    near, far = pty.openpty()
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "code", article, tmp_path / "none.txt", "--out", tmp_path / "out", "--jobs", "1"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=far,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(far)
    with os.fdopen(near, "rb", buffering=0) as screen, command:
        seen = read_all(screen)
        said, _ = command.communicate(timeout=SOON)
    assert command.returncode == 1
    assert b"2/2" in seen
    assert b"1 coded, 1 failed" in seen
    assert b"none.txt: cannot be read: No such file or directory" in seen
    assert b"sheets: 1 written" in said


def read_all(screen: io.FileIO) -> bytes:
    seen = b""
    with suppress(OSError):  # a terminal whose other end is closed says so
        while more := screen.read(4096):
            seen += more
    return seen


NO_FOLDERS = ["file", "file/sheets", "/proc/sheets"]


@pytest.mark.parametrize("place", NO_FOLDERS)
def test_where_nothing_can_be_written_nothing_is_read(
    place: str, run: Run, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = run("code", article, "--out", tmp_path / place)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert ended.err.startswith(f"{tmp_path / place}: cannot be written: ")
    assert ended.err.endswith("check the rights and the room left\n")


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 KiB, where this machine lets one be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False)  # noqa: S603 - the tests' own words
    except OSError:
        pytest.skip("no mount here")
    if made.returncode:
        pytest.skip("no right to mount a disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # noqa: S603, S607 - the same


def test_a_disk_that_cannot_be_written_is_told(run: Run, article: Path, mounted: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)  # noqa: S603, S607 - as above
    ended = run("code", article, "--out", mounted / "sheets")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "cannot be written: Read-only file system" in ended.err


def test_a_disk_that_fills_up_keeps_the_finished_sheets(articles: Path, mounted: Path) -> None:
    ended = run_apart(["code", articles, "--out", mounted / "sheets"])
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "cannot be written: No space left on device; check the rights and the room left" in ended.err
    done = names(mounted / "sheets")
    assert 0 < len(done) < MANY
    assert whole(mounted / "sheets")
    subprocess.run(["mount", "-o", "remount,size=8m", str(mounted)], check=True)  # noqa: S603, S607 - as above
    again = run_apart(["code", articles, "--out", mounted / "sheets"])
    assert (again.code, again.err) == (0, "")
    assert names(mounted / "sheets") == {f"a{number}" for number in range(MANY)}


def test_a_file_that_may_grow_no_further_is_a_full_disk(article: Path, tmp_path: Path) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

    ended = run_apart(["code", article, "--out", tmp_path / "out", "--jobs", "1"], limit=small_files_only)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert f"{tmp_path / 'out' / 'goris.json'}: cannot be written: File too large" in ended.err
    assert names(tmp_path / "out") == set()
    assert whole(tmp_path / "out")
