"""Everything read from one article as plain data: spans with their words, and where each claim is from."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.reading import Statement
from trucewatch.records.span import Span


def full_record(
    document: Document, statements: Sequence[Statement], claims: Sequence[Claim]
) -> dict[str, Any]:
    """Give an article's metadata, statements and claims, keys always in the same order.

    Units: spans are half-open code points of `document.text`, each with its quote
    """
    text = document.text
    about = {
        "id": document.id,
        "name": document.name,
        "metadata": _plain(document.metadata, text),
        "sha256": document.original.sha256,
        "encoding": document.original.encoding,
        "segments": _plain(document.segments, text),
        "notes": list(document.notes),
        "text": text,
    }
    return {
        "document": about,
        "statements": _plain(tuple(statements), text),
        "claims": [_plain(claim, text) for claim in claims],
    }


def _plain(value: Any, text: str) -> Any:  # noqa: ANN401 - records of every type go in, plain data comes out
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "quote": value.quote(text)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name), text) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item, text) for item in value] if isinstance(value, tuple) else value
