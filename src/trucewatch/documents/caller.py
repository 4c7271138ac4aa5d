"""What the caller says about the inputs, and what an input declares about itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from trucewatch.errors import DocumentError


@dataclass(frozen=True, slots=True)
class CallerMetadata:
    """What the caller knows about one report; None where nothing is said."""

    published_on: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def filled_from(self, other: "CallerMetadata") -> "CallerMetadata":
        """Give this with its gaps filled from `other`."""
        gaps = [field.name for field in fields(self) if getattr(self, field.name) is None]
        return replace(self, **{name: getattr(other, name) for name in gaps})


@dataclass(frozen=True, slots=True)
class Declared:
    """What an input says about itself: a page's meta tags, a JSON line's other fields."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


NOTHING_SAID = CallerMetadata()
NOTHING_DECLARED = Declared()
_FIELDS = frozenset({"published_on", "publisher", "title", "url"})


@dataclass(frozen=True, slots=True)
class CallerLookup:
    """What the caller says about each input by name, and about all of them."""

    by_name: Mapping[str, CallerMetadata]
    of_all: CallerMetadata = NOTHING_SAID

    def of(self, name: str) -> CallerMetadata:
        """Give what is said about one name, its gaps filled with what is said about all."""
        return self.by_name.get(name, NOTHING_SAID).filled_from(self.of_all)


def caller_day(words: str, *, where: str) -> date:
    """Read an ISO day as the caller wrote it.

    Errors:  DocumentError on a day that is not in the calendar or not written YYYY-MM-DD
    Example: "2022-09-14" gives that day; "2022-02-31" is refused
    """
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        what = f"the day {words!r} is not in the calendar"
        raise DocumentError(what, where=where, advice="give a day as YYYY-MM-DD") from error


def load_meta(path: str | Path) -> dict[str, CallerMetadata]:
    """Read what the caller knows about many reports, by their names.

    Shape:   a JSON list of objects with `doc_id` and any of published_on, publisher, title, url;
             other fields are for other readers and passed over
    Errors:  DocumentError when the file can't be read, is no such list, names a report twice, or
             gives a day that is not in the calendar
    """
    where = str(path)
    try:
        rows: Any = json.loads(Path(path).read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        _refuse(f"cannot be read as JSON: {error}", where)
    if not isinstance(rows, list):
        _refuse("is not a JSON list", where)
    found: dict[str, CallerMetadata] = {}
    for number, row in enumerate(rows, start=1):
        name = row.get("doc_id") if isinstance(row, Mapping) else None
        if not isinstance(name, str) or not name:
            _refuse(f"entry {number} has no doc_id", where)
        if name in found:
            _refuse(f"entry {number} names {name!r} a second time", where)
        found[name] = _caller(row, where=f"{where}, {name}")
    return found


def _caller(row: Mapping[str, Any], *, where: str) -> CallerMetadata:
    said = {key: row[key] for key in _FIELDS if row.get(key) is not None}
    for key, value in said.items():
        if not isinstance(value, str):
            _refuse(f"{key} is not text", where)
    day = said.pop("published_on", None)
    return CallerMetadata(published_on=caller_day(day, where=where) if day else None, **said)


def _refuse(what: str, where: str) -> NoReturn:
    raise DocumentError(what, where=where, advice="give a JSON list of objects, each with a doc_id")
