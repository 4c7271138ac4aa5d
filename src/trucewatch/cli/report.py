"""`trucewatch report`: the situation of one conflict as a file for people."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from trucewatch.cli.console import console
from trucewatch.cli.ledger.opening import opened
from trucewatch.cli.outputs import unwritable
from trucewatch.errors import OutputError
from trucewatch.reports.chart_files import ChartFile, png_files, svg_files
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import gathered, refuse_to_come, today
from trucewatch.reports.markdown.writing import markdown_page
from trucewatch.reports.page.writing import html_page
from trucewatch.reports.sections.blocks import Section
from trucewatch.reports.sections.contents import contents
from trucewatch.reports.terminal.escaping import plain

PAGES: Mapping[str, Callable[[Dossier], str]] = {
    ".html": html_page,
    ".htm": html_page,
    ".md": markdown_page,
}
"""What is written as one file, by the ending of its name."""

CHARTS: Mapping[str, Callable[[tuple[Section, ...]], Iterable[ChartFile]]] = {
    ".svg": svg_files,
    ".png": png_files,
}
"""What is written as a file for each chart."""


def write_report(
    conflict: str, *, as_of: date | None, known_at: datetime | None, ledger: str | None, out: Path
) -> None:
    """Write a report and say where it is.

    Errors: OutputError on a file of another kind, or one that can't be written; SituationError on a
            conflict that is not known or a day to come; LedgerError where there is no ledger
    """
    ending = out.suffix.lower()
    if ending not in {*PAGES, *CHARTS}:
        advice = "let its name end in .html, .md, .svg or .png"
        raise OutputError("is no kind of report that can be written", where=str(out), advice=advice)
    day = as_of or today()
    refuse_to_come(day)
    with opened(ledger) as held:
        dossier = gathered(held, conflict, day, known_at)
    for path, content in _files(dossier, out, ending):
        _write(path, content)
        console().print(plain(str(path)), soft_wrap=True)


def _files(dossier: Dossier, out: Path, ending: str) -> Iterable[tuple[Path, bytes]]:
    if ending in PAGES:
        yield out, PAGES[ending](dossier).encode()
        return
    charts = list(CHARTS[ending](contents(dossier)))
    if not charts:
        what = "there is nothing to draw: no truce, toll or incident with several things to compare"
        raise OutputError(what, where=str(out), advice="write .html or .md instead")
    for chart in charts:
        yield out.with_name(f"{out.stem}-{chart.key}{out.suffix}"), chart.content


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise unwritable(path, error) from error
