"""A stored document: clean text, what it came from, and the role of each of its parts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trucewatch.records.span import Span


class SegmentRole(StrEnum):
    """What a part of a page is for; only body, headline, deck and caption hold claims."""

    HEADLINE = "headline"
    DECK = "deck"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"


class DateSource(StrEnum):
    """Who gave the day of publication, strongest first."""

    CALLER = "caller"
    PRINTED = "printed"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a document's text and its role."""

    span: Span
    role: SegmentRole


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """The day a document was published, and who says so.

    `day` is None when nobody says. `disagreeing` holds days that lost to a stronger source.
    """

    day: date | None
    source: DateSource | None
    disagreeing: tuple[tuple[DateSource, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """What was handed in, untouched: its bytes, their SHA-256 in hex, and where clean text came from.

    `offsets[i]` is the code point of the decoded original at which character i of the stored text
    stood, or -1 for a character that the cleaning put there.
    """

    content: bytes
    sha256: str
    encoding: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document beside its words; None where nobody said."""

    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    published: PublicationDate
    retrieved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as stored.

    `id` hashes the clean text and title, never the time of retrieval; `name` is the caller's own
    name for it (a file's stem, a line's id). `notes` say what was noticed while cleaning: a date
    conflict, dropped furniture, a language that the reader was not made for.
    """

    id: str
    name: str
    text: str
    segments: tuple[Segment, ...]
    metadata: Metadata
    original: Original
    sentences: tuple[Span, ...]
    notes: tuple[str, ...] = ()

    @property
    def published_on(self) -> date | None:
        """The day of publication as decided, None when unknown."""
        return self.metadata.published.day
