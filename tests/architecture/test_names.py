"""What no file of the project is called, and what none of them says."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
HOSTS = re.compile(r"py[p]i\.org|python[h]osted|registry\.n[p]mjs|deb\.d[e]bian\.org")


FOLDERS = ("src", "tests", "training", "benchmarks", "docs", "samples", "requirements", ".ci")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project: what git knows, or all in its folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607
    names = listed.stdout.decode().split("\0")
    if listed.returncode:
        found = [*ROOT.glob("*"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))]
        names = [str(path) for path in found if "__pycache__" not in path.parts]
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def test_files_are_listed() -> None:
    assert len(tracked()) > 50


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [
        path
        for path in tracked()
        if EMPTY_NAMES & {part.split(".")[0] for part in path.relative_to(ROOT).parts}
    ] == []


@pytest.mark.parametrize("suffix", [".py", ".toml", ".txt", ".md", ".json", ""])
def test_no_file_names_a_package_registry(suffix: str) -> None:
    texts = [path for path in tracked() if path.suffix == suffix]
    assert [path for path in texts if HOSTS.search(path.read_text(encoding="utf-8", errors="replace"))] == []
