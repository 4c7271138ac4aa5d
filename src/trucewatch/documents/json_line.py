"""One line of JSON Lines: a report with what is known about it, and where its words stand in the line."""

import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from trucewatch.documents.caller import Declared
from trucewatch.documents.stored import Stored
from trucewatch.errors import DocumentError

_SPACE = re.compile(r"[ \t\r\n]*")
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPED = re.compile(rf"{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|.", re.DOTALL)
_FIELDS = frozenset({"title", "url", "publisher", "published_at", "published_on", "language"})
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A report's words as the line's `text` or `html` gives them, placed in the line."""

    name: str | None
    words: Stored
    is_html: bool
    declared: Declared


def read_line(line: str, *, where: str) -> JsonLine:
    """Read one JSON object with a report.

    Shape:   `text` or `html`, and any of id, title, url, publisher, published_at, language; a sheet's
             own words for the same, doc_id and published_on, serve as well
    Units:   offsets are code points of the line; other fields are passed over
    Errors:  DocumentError on a line that is no such object
    """
    try:
        fields = _fields(line)
    except (ValueError, IndexError, RecursionError) as error:
        _refuse(f"is not JSON: {error}", where)
    known = {key: value for key, (value, _, _) in fields.items() if value is not None}
    for key in (_FIELDS | {"text", "html"}) & known.keys():
        if not isinstance(known[key], str):
            _refuse(f"{key} is not text", where)
    field = "text" if str(known.get("text", "")).strip() else "html"
    if field not in known:
        _refuse("has neither text nor html", where)
    _, start, end = fields[field]
    name = known.get("id") or known.get("doc_id")
    declared = Declared(
        title=known.get("title"),
        url=known.get("url"),
        publisher=known.get("publisher"),
        published=known.get("published_at") or known.get("published_on"),
        language=known.get("language"),
    )
    words = _placed(line, start, end)
    return JsonLine(str(name) if name not in {None, ""} else None, words, field == "html", declared)


def _fields(line: str) -> dict[str, tuple[Any, int, int]]:
    """Read the object's values by key, each with where it stands in the line."""
    at = _skip(line, 0)
    if line[at] != "{":
        _not("an object")
    at = _skip(line, at + 1)
    found: dict[str, tuple[Any, int, int]] = {}
    while line[at] != "}":
        if line[at] != '"':
            _not("a key in quotation marks")
        key, at = _DECODER.raw_decode(line, at)
        at = _skip(line, at)
        if line[at] != ":":
            _not("a colon behind a key")
        start = _skip(line, at + 1)
        value, end = _DECODER.raw_decode(line, start)
        found[key] = (value, start, end)
        at = _skip(line, end)
        if line[at] == ",":
            at = _skip(line, at + 1)
            if line[at] == "}":
                _not("a key behind the comma")
        elif line[at] != "}":
            _not("a comma or the end of the object")
    if line[at + 1 :].strip():
        _not("one object a line")
    return found


def _placed(line: str, start: int, end: int) -> Stored:
    """Read the string that stands at line[start:end], each character with where it stands."""
    characters: list[str] = []
    offsets: list[int] = []
    for found in _ESCAPED.finditer(line, start + 1, end - 1):
        raw = found.group()
        characters.append(raw if len(raw) == 1 else json.loads(f'"{raw}"'))
        offsets.append(found.start())
    return Stored("".join(characters), tuple(offsets))


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at


def _not(expected: str) -> NoReturn:
    message = f"expected {expected}"
    raise ValueError(message)


def _refuse(what: str, where: str) -> NoReturn:
    raise DocumentError(what, where=where, advice='give one object a line, with "text" or "html"')
