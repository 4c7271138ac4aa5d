"""Files, folders, JSON Lines and standard input, one after the other; one that fails ends no other."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from trucewatch.documents.caller import NOTHING_SAID, CallerLookup, CallerMetadata
from trucewatch.documents.decoding import too_large
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.documents.reading import read_bytes
from trucewatch.documents.streams import (
    LINES,
    PAGES,
    TEXTS,
    Told,
    begins_lines,
    lines_of,
    read_lines,
    read_stream,
)
from trucewatch.errors import DocumentError
from trucewatch.records.document import Document

STANDARD_INPUT = "-"
"""How the caller names standard input."""

STANDARD_INPUT_NAME = "stdin"
"""How a report from standard input is named."""

_Read = Document | DocumentError


@dataclass(frozen=True, slots=True)
class _Batch:
    """What holds for all inputs of one call."""

    told: Told
    stdin: BinaryIO


def read_inputs(
    inputs: Iterable[str | Path],
    meta: Mapping[str, CallerMetadata],
    stdin: BinaryIO,
    *,
    of_all: CallerMetadata = NOTHING_SAID,
    today: date | None = None,
) -> Iterator[Document | DocumentError]:
    """Read every input, in order, as it comes.

    Shape:   files, folders (all below them, sorted; .txt, .html, .jsonl and their like) and "-";
             `meta` is by name, `of_all` fills what `meta` leaves open
    Errors:  none raised; an input or line that can't be read comes out as its DocumentError
    """
    batch = _Batch(Told(CallerLookup(meta, of_all), today), stdin)
    names: Counter[str] = Counter()
    for item in inputs:
        for outcome in _read_one(item, batch):
            yield _named_apart(outcome, names) if isinstance(outcome, Document) else outcome


def count_reports(inputs: Iterable[str | Path]) -> int | None:
    """Count the reports of the inputs without reading them: files, and lines of JSON Lines.

    Shape: None where standard input is among them; an input that can't be opened counts as one
    """
    total = 0
    for item in inputs:
        if str(item) == STANDARD_INPUT:
            return None
        try:
            total += (
                sum(map(_count_file, _reports_below(Path(item))))
                if Path(item).is_dir()
                else _count_file(item)
            )
        except (OSError, ValueError):
            total += 1
    return total


def _count_file(path: str | Path) -> int:
    if Path(path).suffix.lower() not in LINES:
        return 1
    with Path(path).open("rb") as stream:
        return sum(1 for line in lines_of(stream) if line.strip())


def _named_apart(document: Document, names: Counter[str]) -> Document:
    """Give a later report of the same name a number, for sheets are filed by name."""
    name, number = document.name, 1
    while names[name]:
        number += 1
        name = f"{document.name}-{number}"
    names[name] += 1
    if number == 1:
        return document
    return replace(
        document, name=name, notes=(*document.notes, f"an earlier input is named {document.name!r} too")
    )


def _read_one(item: str | Path, batch: _Batch) -> Iterator[_Read]:
    try:
        if str(item) == STANDARD_INPUT:
            yield from _read_standard_input(batch)
        elif Path(item).is_dir():
            yield from _read_folder(Path(item), batch)
        else:
            yield from _read_file(Path(item), batch)
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        what = f"cannot be read: {reason}"
        yield DocumentError(what, where=str(item), advice="check the path and its rights")


def _read_folder(folder: Path, batch: _Batch) -> Iterator[_Read]:
    paths = sorted(_reports_below(folder))
    if not paths:
        what = "holds no .txt, .html or .jsonl file"
        raise DocumentError(what, where=str(folder), advice="give a folder with reports")
    for path in paths:
        yield from _read_one(path, batch)


def _reports_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if Path(name).suffix.lower() in PAGES | LINES | TEXTS and not name.startswith("."):
                yield Path(root, name)


def _read_file(path: Path, batch: _Batch) -> Iterator[_Read]:
    if not stat.S_ISREG(path.stat().st_mode):
        what = "is not a file"
        raise DocumentError(what, where=str(path), advice="give a file, a folder or -")
    with path.open("rb") as stream:
        yield from read_stream(stream, path, str(path), batch.told)


def _read_standard_input(batch: _Batch) -> Iterator[_Read]:
    """Read JSON Lines when the first line is an object, else one report."""
    stream, name = batch.stdin, STANDARD_INPUT_NAME
    lines = lines_of(stream)
    first = next(lines, b"")
    if begins_lines(first):
        yield from read_lines(chain([first], lines), name, name, batch.told)
        return
    content = first + stream.read(LARGEST_INPUT + 1)
    if len(content) > LARGEST_INPUT:
        too_large(None, where=name)
    yield read_bytes(content, name, batch.told.callers.of(name), today=batch.told.today)
