"""What is known of an article beside its words, and who says so."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from trucewatch.records.document import DateSource, Document
from trucewatch.reports.terminal.escaping import plain

BY = {
    DateSource.CALLER: "given by the caller",
    DateSource.PRINTED: "printed in the report",
    DateSource.METADATA: "by the report's metadata",
}
UNKNOWN = "unknown"


def header(document: Document, *, versions: str) -> Table:
    """Give title, publisher, day and who says so, language, notes and what read it."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for name, value in _lines(document, versions):
        grid.add_row(Text(name, style="dim"), plain(value, style="bold" if name == "title" else ""))
    return grid


def _lines(document: Document, versions: str) -> Iterator[tuple[str, str]]:
    metadata = document.metadata
    yield "title", metadata.title or UNKNOWN
    yield "publisher", metadata.publisher or UNKNOWN
    yield "published", published(document)
    if metadata.url:
        yield "address", metadata.url
    yield "language", metadata.language or UNKNOWN
    yield "name", document.name
    yield "read by", versions
    for number, note in enumerate(document.notes):
        yield "" if number else "notes", note


def published(document: Document) -> str:
    """Say the day of publication, who gives it, and who gives another."""
    said = document.metadata.published
    if said.day is None or said.source is None:
        return f"{UNKNOWN}: days that hang on it stay untold"
    others = "".join(f"; {day} {BY[source]}" for source, day in said.disagreeing)
    return f"{said.day}, {BY[said.source]}{others}"
