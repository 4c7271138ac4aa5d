"""The real command line, in this process where that is enough, in its own where signals and pipes matter."""

import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from trucewatch.cli import main

COMMAND = Path(sys.executable).with_name("trucewatch")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def run_apart(
    arguments: Sequence[str | Path],
    *,
    stdout: Path | None = None,
    limit: Callable[[], None] | None = None,
) -> Ended:
    """Run the installed command in a process of its own, its output into a file where one is given."""
    with stdout.open("wb") if stdout else nullcontext(subprocess.PIPE) as stream:
        done = subprocess.run(  # noqa: S603 - the project's own command
            [COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.PIPE,
            check=False,
            preexec_fn=limit,
            timeout=120,
        )
    return Ended(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, on a terminal of 200 columns."""
    monkeypatch.setenv("COLUMNS", "200")

    def run_here(*arguments: str | Path, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "argv", ["trucewatch", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            main()
            code = 0
        except SystemExit as ending:
            code = ending.code if isinstance(ending.code, int) else 1
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run_here


REPORT = """Truce breaks down near Goris

Armenia's Defence Ministry said on Wednesday that 12 soldiers were killed and 30 wounded when Azerbaijan \
shelled the town of Goris. Azerbaijan's Defence Ministry denied it. A cease-fire brokered by Russia was \
agreed on Tuesday but failed within hours, Armenian Prime Minister Nikol Pashinyan said. About 300 people \
fled the villages near the border, according to local officials. Azerbaijani forces hold the road to Lachin.
"""
"""An article of which any sound reader finds something; what it finds, no test says."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "goris.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
