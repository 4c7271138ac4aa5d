# ruff: noqa: INP001 - a script of `make docs`, no part of a package
"""README's picture, as an SVG: the first tables that `trucewatch read` prints of one sample.

Usage: python docs/picture.py
"""

import io
import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from trucewatch.cli.read import only_document
from trucewatch.codebook.version import codebook_version
from trucewatch.documents import CallerMetadata
from trucewatch.pipeline import Pipeline
from trucewatch.reports.terminal.article import article_report

ROOT = Path(__file__).parents[1]
SAMPLE = Path("samples/georgia-3-agency-truce.txt")
PUBLISHED, PUBLISHER = date(2011, 10, 12), "Black Sea Wire"
PICTURE = ROOT / "docs" / "images" / "read.svg"
COLUMNS = 106
"""Width of the terminal drawn."""

DRAWN_UP_TO = "Incidents ("
"""The heading before which the picture ends, for a whole report is too long for README."""

REMOTE = re.compile(r"\s*(?:@font-face\s*\{.*?\}|<!--.*?-->)", re.DOTALL)
"""What Rich writes of remote hosts: fonts, and its own address; the viewer's own monospaced font serves."""

PAPER = TerminalTheme(
    (255, 255, 255),
    (30, 30, 30),
    [(60, 60, 60), (160, 0, 0), (0, 110, 0), (130, 90, 0), (0, 60, 160), (120, 0, 120), (0, 100, 110)],
)


def main() -> None:
    """Read the sample and draw what is printed."""
    screen = Console(record=True, file=io.StringIO(), width=COLUMNS, force_terminal=True, highlight=False)
    screen.print(Text.from_ansi(printed()), end="")
    drawn = screen.export_svg(
        title=f"trucewatch read {SAMPLE.name} --published {PUBLISHED}", theme=PAPER, unique_id="read"
    )
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(REMOTE.sub("", drawn), encoding="utf-8")


def printed() -> str:
    """What the command prints up to `DRAWN_UP_TO`, colours and all."""
    caller = CallerMetadata(published_on=PUBLISHED, publisher=PUBLISHER)
    told = Pipeline.load().tell(only_document(str(ROOT / SAMPLE), caller))
    screen = Console(record=True, file=io.StringIO(), width=COLUMNS, force_terminal=True, highlight=False)
    versions = {"reader_version": told.reading.reader_version, "codebook": codebook_version()}
    screen.print(article_report(told.document, told.claims, **versions))
    lines = screen.export_text(styles=True).splitlines()
    end = next((number for number, line in enumerate(lines) if DRAWN_UP_TO in line), len(lines))
    return "\n".join(lines[:end]).rstrip()


if __name__ == "__main__":
    main()
