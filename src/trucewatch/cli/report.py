"""`trucewatch report`: the situation of one conflict as a file for people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from trucewatch.cli.console import console
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import OutputError, SituationError
from trucewatch.ledger import Ledger
from trucewatch.records.entry import Conflict
from trucewatch.reports.chart_files import ChartFile, png_files, svg_files
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.markdown.writing import markdown_page
from trucewatch.reports.page.writing import html_page
from trucewatch.reports.sections.blocks import Section
from trucewatch.reports.sections.contents import contents
from trucewatch.reports.terminal.escaping import plain
from trucewatch.situation import conflicts_in, situation

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

MOST_NAMED = 12
"""Conflicts named in an error, at most."""


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
    day = _day(as_of)
    with opened(ledger) as held:
        dossier = _dossier(held, conflict, day, known_at)
    for path, content in _files(dossier, out, ending):
        _write(path, content)
        console().print(plain(str(path)), soft_wrap=True)


def _day(as_of: date | None) -> date:
    today = datetime.now(tz=UTC).date()
    if as_of is not None and as_of > today:
        advice = f"give a day up to today, {today}"
        raise SituationError(
            "is a day to come, of which nothing is told yet", where=str(as_of), advice=advice
        )
    return as_of or today


def _dossier(ledger: Ledger, name: str, day: date, known_at: datetime | None) -> Dossier:
    """Ask the ledger for a conflict's reports, and fold them."""
    named = next((one for one in ledger.conflicts(known_at=known_at) if _is_called(one, name)), None)
    if named is not None:
        held = ledger.holdings(parties=named.parties, places=named.places, known_at=known_at)
    else:
        held = ledger.holdings(known_at=known_at)
        named = _found(name, conflicts_in(held, day))
    told = situation(held, named, day)
    claims = {claim.id: claim for claim in held.claims}
    judged = (claims[each].provenance.doc_id for one in told.judged for each in one.claims if each in claims)
    texts = {doc_id: ledger.text(doc_id) for doc_id in dict.fromkeys([*told.reports, *judged])}
    return Dossier(told, claims, held.reports, texts)


def _found(name: str, known: Sequence[Conflict]) -> Conflict:
    """Find a conflict that nobody named, among those that reports tell of."""
    for conflict in known:
        if _is_called(conflict, name):
            return conflict
    names = ", ".join(conflict.name for conflict in known[:MOST_NAMED])
    advice = f"the conflicts told of are {names}" if names else "add reports first with `trucewatch add`"
    raise SituationError("no report tells of this conflict", where=name, advice=advice)


def _is_called(conflict: Conflict, name: str) -> bool:
    """Compare names, capitals or not."""
    return conflict.name.casefold() == name.casefold()


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
        what = f"cannot be written: {error.strerror or error}"
        raise OutputError(what, where=str(path), advice="check the path and its rights") from error
