"""Records as rows of the ledger's tables, and rows as records."""

import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Row

from trucewatch.ledger.codec import decode, encode
from trucewatch.ledger.words import folded_words, mark
from trucewatch.records.claim import Claim, PartyValue, Voice
from trucewatch.records.document import Document, Metadata, Original, Segment
from trucewatch.records.entry import (
    Added,
    Adjudication,
    Conflict,
    Entry,
    EntryKind,
    EntryPayload,
    Judgement,
    Likeness,
    Read,
)
from trucewatch.records.holdings import Report
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, PartyKind, Place

LONGEST_NAME = 200
"""Letters of a name in a column of its own; the claim's record keeps it whole."""

_PAYLOADS: Mapping[EntryKind, type[EntryPayload]] = {
    EntryKind.DOCUMENT: Added,
    EntryKind.READING: Read,
    EntryKind.LIKENESS: Likeness,
    EntryKind.JUDGEMENT: Judgement,
    EntryKind.ADJUDICATION: Adjudication,
    EntryKind.CONFLICT: Conflict,
}
_FIGHTS = frozenset({PartyKind.STATE, PartyKind.ARMED_GROUP})


def document_row(document: Document, number: int, signature: bytes) -> dict[str, Any]:
    """Give a document as a row; offsets as differences, for they mostly grow by one."""
    about = document.metadata
    offsets = np.diff(np.asarray(document.original.offsets, np.int32), prepend=0).astype("<i4")
    return {
        "number": number,
        "id": document.id,
        "name": document.name,
        "title": about.title,
        "url": about.url,
        "publisher": about.publisher,
        "published_on": document.published_on,
        "language": about.language,
        "sha256": document.original.sha256,
        "encoding": document.original.encoding,
        "original": zlib.compress(document.original.content),
        "offsets": zlib.compress(offsets.tobytes()),
        "text": document.text,
        "segments": encode(document.segments, document.id),
        "sentences": encode(document.sentences, document.id),
        "notes": encode(document.notes),
        "about": encode(about),
        "signature": signature,
    }


def document_of(row: Row[Any]) -> Document:
    """Give the document of a row, as it was added."""
    offsets = np.frombuffer(zlib.decompress(row.offsets), "<i4").cumsum(dtype=np.int64)
    content = zlib.decompress(row.original)
    return Document(
        id=row.id,
        name=row.name,
        text=row.text,
        segments=decode(row.segments, tuple[Segment, ...], row.id),
        metadata=decode(row.about, Metadata),
        original=Original(content, row.sha256, row.encoding, tuple(offsets.tolist())),
        sentences=decode(row.sentences, tuple[Span, ...], row.id),
        notes=decode(row.notes, tuple[str, ...]),
    )


def report_of(row: Row[Any], story: str) -> Report:
    """Give a document's row without its words."""
    return Report(row.id, row.name, row.title, row.url, row.publisher, row.published_on, story)


def claim_row(claim: Claim, number: int, reading: int, document: int) -> dict[str, Any]:
    """Give a claim as a row: whole, and what it is looked for by in columns."""
    when, where = claim.when, claim.where
    place = where if isinstance(where, Place) else None
    start, end = (when.start, when.end) if isinstance(when, Interval) else (None, None)
    return {
        "number": number,
        "id": claim.id,
        "reading": reading,
        "document": document,
        "family": claim.family.value,
        "source": _short(source_of(claim.voice)),
        "side": _short(side_of(claim.voice)),
        "stance": claim.voice.stance.value,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "day_start": start,
        "day_end": end,
        "place": _short(place.name) if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "confidence": claim.provenance.confidence,
        "claim": encode(claim, claim.provenance.doc_id),
    }


def claim_of(text: str, doc_id: str) -> Claim:
    """Give the claim of its stored record."""
    return decode(text, Claim, doc_id)


def claim_words_of(claim: Claim, row: Mapping[str, Any], text: str) -> list[str]:
    """Give what a claim is found by: its words, who says it, its places and parties, and its marks."""
    names = [party.name for party in parties_of(claim)]
    quote = claim.provenance.evidence.quote(text)
    marked = ("family", "stance", "source", "side", "place", "country")
    marks = (mark(name, row[name]) for name in marked if row[name] is not None)
    return [*folded_words(quote, row["source"], row["place"], *names), *marks]


def source_of(voice: Voice) -> str | None:
    """Give the name of who says it, None for the article's own voice and unresolved words."""
    return voice.speaker.name if isinstance(voice.speaker, Party) else None


def side_of(voice: Voice) -> str | None:
    """Give the side of who says it."""
    return voice.speaker.side if isinstance(voice.speaker, Party) else None


def parties_of(claim: Claim) -> Iterator[Party]:
    """Give every party that a claim names: who says it, and who fills its roles."""
    voice: Voice | None = claim.voice
    while voice is not None:
        if isinstance(voice.speaker, Party):
            yield voice.speaker
        voice = voice.via
    for field in type(claim.payload).__dataclass_fields__:
        value: PartyValue | object = getattr(claim.payload, field)
        if isinstance(value, tuple):
            yield from (party for party in value if isinstance(party, Party))


def sides_of(claim: Claim) -> Iterator[str]:
    """Give the sides that a claim names, and states and groups by their own names too."""
    for party in parties_of(claim):
        if party.side is not None:
            yield party.side[:LONGEST_NAME]
        if party.kind in _FIGHTS:
            yield party.name[:LONGEST_NAME]


def places_of(claim: Claim) -> Iterator[str]:
    """Give the place that a claim names, and its country's code."""
    if isinstance(claim.where, Place):
        yield claim.where.name[:LONGEST_NAME]
        if claim.where.country is not None:
            yield claim.where.country


def kind_of(payload: EntryPayload) -> EntryKind:
    """Give the kind of entry that records a payload."""
    return next(kind for kind, record in _PAYLOADS.items() if isinstance(payload, record))


def entry_of(row: Row[Any]) -> Entry:
    """Give the entry of a row."""
    kind = EntryKind(row.kind)
    payload = decode(row.payload, _PAYLOADS[kind])
    return Entry(row.seq, kind, row.recorded_at, row.recorded_by, payload, row.supersedes)


def in_order(report: Report) -> tuple[date, str]:
    """Give what reports are ordered by: their days, those without one last, whichever was added first."""
    return report.published_on or date.max, report.doc_id


def _short(name: str | None) -> str | None:
    return name[:LONGEST_NAME] if name is not None else None
