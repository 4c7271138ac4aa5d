"""The bytes of one file as reports: its name or its start says if it is a text, a page or JSON Lines."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import PurePath, PureWindowsPath
from typing import BinaryIO

from trucewatch.documents.caller import NOTHING_SAID, CallerLookup, CallerMetadata
from trucewatch.documents.decoding import too_large
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.documents.reading import read_bytes, read_json_line
from trucewatch.errors import DocumentError
from trucewatch.records.document import Document

PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
TEXTS = frozenset({".txt", ".text"})
"""Endings of the names of files with reports."""

_BOM = b"\xef\xbb\xbf"
_Read = Document | DocumentError


@dataclass(frozen=True, slots=True)
class Told:
    """What is said about the reports of one call; `today` bounds the days that may be given."""

    callers: CallerLookup
    today: date | None = None


def read_upload(
    content: bytes, file_name: str, caller: CallerMetadata = NOTHING_SAID
) -> Iterator[Document | DocumentError]:
    """Read the reports of a file that is at hand as bytes; of its name only the last part counts.

    Errors: none raised; a report that can't be read comes out as its DocumentError
    """
    path = PurePath(PureWindowsPath(file_name).name or "upload")
    told = Told(CallerLookup({}, caller))
    try:
        yield from read_stream(BytesIO(content), path, path.name, told)
    except DocumentError as error:
        yield error


def read_stream(stream: BinaryIO, path: PurePath, where: str, told: Told) -> Iterator[_Read]:
    """Read the reports of an open file.

    Errors: DocumentError on a file that is no report; a broken line comes out as its DocumentError
    """
    suffix = path.suffix.lower()
    if suffix in LINES:
        yield from read_lines(lines_of(stream), path.stem, where, told)
        return
    content = stream.read(LARGEST_INPUT + 1)
    if len(content) > LARGEST_INPUT:
        too_large(stream.seek(0, os.SEEK_END), where=where)
    is_html = True if suffix in PAGES else None
    try:
        yield read_bytes(content, path.stem, told.callers.of(path.stem), is_html=is_html, today=told.today)
    except DocumentError as error:
        raise DocumentError(error.what, where=where, advice=error.advice) from error


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a stream; of one over the limit, only enough to show that it is."""
    while line := stream.readline(LARGEST_INPUT + 1):
        yield line
        while len(line) > LARGEST_INPUT and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_INPUT + 1)  # what is left of it is no line of its own


def read_lines(lines: Iterator[bytes], stem: str, where: str, told: Told) -> Iterator[_Read]:
    """Read JSON Lines; a broken line comes out as its DocumentError and ends no other."""
    for number, raw in enumerate(lines, start=1):
        line = raw.rstrip(b"\r\n")
        if not line.removeprefix(_BOM).strip():
            continue
        name, here = f"{stem}-{number}", f"{where}, line {number}"
        try:
            yield read_json_line(line, name, told.callers, where=here, today=told.today)
        except DocumentError as error:
            yield DocumentError(error.what, where=here, advice=error.advice)


def begins_lines(first: bytes) -> bool:
    """Tell whether the first line of a stream is an object, as those of JSON Lines are."""
    return first.removeprefix(_BOM).lstrip().startswith(b"{") and first.rstrip().endswith(b"}")
