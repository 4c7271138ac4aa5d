"""Records as programs get them, from the command line and the workspace alike: words beside spans."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import Hit
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document, Metadata, SegmentRole
from trucewatch.records.span import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place in a report's text, with the words that stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report's text and its role."""

    span: Quoted
    role: SegmentRole


@dataclass(frozen=True, slots=True)
class WholeReport:
    """A report with its text, as `trucewatch read --json` gives it."""

    id: str
    name: str
    metadata: Metadata
    sha256: str
    encoding: str
    segments: tuple[Part, ...]
    notes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with the words that say it, or a report, whose claim is null, with the words asked for."""

    doc_id: str
    name: str
    title: str | None
    published_on: date | None
    spans: tuple[Quoted, ...]
    claim: Claim | None


def found(hit: Hit, texts: Mapping[str, str]) -> Found:
    """Give what a search found, with its words out of the texts of reports."""
    text = texts[hit.doc_id]
    spans = tuple(quoted(span, text) for span in hit.spans)
    return Found(hit.doc_id, hit.name, hit.title, hit.published_on, spans, hit.claim)


def whole_report(document: Document) -> WholeReport:
    """Give a report with its text."""
    return WholeReport(
        document.id,
        document.name,
        document.metadata,
        document.original.sha256,
        document.original.encoding,
        tuple(Part(quoted(part.span, document.text), part.role) for part in document.segments),
        document.notes,
        document.text,
    )


def quoted(span: Span, text: str) -> Quoted:
    """Give a span with its words."""
    return Quoted(span.start, span.end, span.quote(text))
