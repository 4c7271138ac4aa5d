"""`trucewatch doctor`: is everything in place, and which editions are these."""

import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

import typer
from rich.table import Table

import trucewatch
from trucewatch.cli.console import console, write_json
from trucewatch.cli.installed import codebook_folder, gazetteer_file, reader_version, sha256, weight_files
from trucewatch.codebook.version import codebook_version
from trucewatch.documents import read_text
from trucewatch.errors import TrucewatchError
from trucewatch.pipeline import Pipeline
from trucewatch.reader.weights import default_folder
from trucewatch.reports.terminal.escaping import plain
from trucewatch.settings import PACKAGE_VERSION

TRIAL = "The Lorian army said on Monday that shelling killed 12 people in the town. The cease-fire has ended."
"""What the trial reading reads; a sound reader finds something in it."""

UNKNOWN = "unknown"


def examine(*, as_json: bool) -> None:
    """Print versions, places and the verdict; leave with 1 when something is amiss."""
    trouble, timing = _trial()
    found = {**_versions(), **_places(), **timing}
    verdict = f"not healthy: {trouble}" if trouble else "healthy: a trial article was read"
    if as_json:
        write_json({"healthy": not trouble, "verdict": verdict, **found})
    else:
        _show(found, verdict)
    if trouble:
        raise typer.Exit(1)


def _trial() -> tuple[str | None, dict[str, str]]:
    """Load everything and read a made-up article: what is amiss, if anything, and how long it took."""
    begun = time.perf_counter()
    try:
        pipeline = Pipeline.load()
        loaded = time.perf_counter()
        told = pipeline.tell(read_text(TRIAL, "trial"))
    except TrucewatchError as error:
        return str(error), {}
    except Exception as error:  # noqa: BLE001 - whatever breaks, the doctor says so
        return f"the trial reading broke off: {type(error).__name__}: {error}", {}
    timing = {"load seconds": f"{loaded - begun:.2f}", "trial seconds": f"{time.perf_counter() - loaded:.3f}"}
    return (None if told.claims else "the reader finds nothing in a plain report"), timing


def _versions() -> dict[str, str]:
    try:
        reader = reader_version()
    except TrucewatchError:
        reader = UNKNOWN
    weights = {f"sha256 of {name}": digest for name, digest in weight_files().items()}
    gazetteer = gazetteer_file()
    return {
        "trucewatch": PACKAGE_VERSION,
        "Python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
        "reader": reader,
        **weights,
        "codebook": codebook_version(),
        "sha256 of gazetteer": sha256(gazetteer) if gazetteer.is_file() else UNKNOWN,
    }


def _places() -> dict[str, str]:
    return {
        "package in": str(Path(trucewatch.__file__).parent),
        "weights in": str(default_folder()),
        "codebook in": str(codebook_folder()),
        "Python in": sys.executable,
    }


def _show(found: dict[str, str], verdict: str) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in found.items():
        grid.add_row(plain(name, style="dim"), plain(value))
    screen = console()
    screen.print(grid)
    screen.print(plain(verdict, style="bold"), soft_wrap=True)
