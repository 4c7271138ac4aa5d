"""The codebook as a page for people, made from the TOML files themselves."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import groupby, takewhile
from typing import Any

HEAD = """# The codebook

The field's words as trucewatch knows them, made from `src/trucewatch/codebook/*.toml` by `make docs`;
a test fails when this page is stale. Change the TOML, never this page.
"""


def codebook_page() -> str:
    """The whole page as Markdown: a chapter a file, its own comment first, then its groups and entries."""
    entries = sorted(resources.files("trucewatch.codebook").iterdir(), key=lambda item: item.name)
    chapters = [_chapter(e.name, e.read_text(encoding="utf-8")) for e in entries if e.name.endswith(".toml")]
    return "\n".join([HEAD, *chapters])


def _chapter(name: str, source: str) -> str:
    lines = [f"## {name.removesuffix('.toml')}", "", *_comment(source), ""]
    return "\n".join([*lines, *_bullets(tomllib.loads(source), ""), ""])


def _comment(source: str) -> Iterator[str]:
    """Give the comment that opens a file: its sentences as text, its list of fields as it is laid out."""
    opening = list(takewhile(lambda line: line.startswith("#"), source.splitlines()))
    told = [line.removeprefix("#").removeprefix(" ") for line in opening]
    for is_laid_out, lines in groupby(told, lambda line: line.startswith("  ")):
        if is_laid_out:
            yield from ("", "```text", *(line.strip() for line in lines), "```", "")
        else:
            yield _escaped(" ".join(lines))


def _bullets(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """Give a bullet for each list and each entry, with the path of tables that leads to it."""
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping | list)}
    if plain:
        yield f"- **{path or 'values'}**: {_fields(plain)}"
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _entry(value, here) if path and _is_entry(table) else _bullets(value, here)
        elif isinstance(value, list) and all(isinstance(item, Mapping) for item in value):
            yield f"- **{_escaped(here)}**"
            yield from (f"  - {_fields(item)}" for item in value)
        elif isinstance(value, list):
            yield f"- **{_escaped(here)}**: {_told(value)}"


def _is_entry(table: Mapping[str, Any]) -> bool:
    """Whether a table is a list of entries by their names: each a table with some value of its own."""
    entries = [value for value in table.values() if isinstance(value, Mapping)]
    return len(entries) == len(table) and any(
        isinstance(value, str) for entry in entries for value in entry.values()
    )


def _entry(entry: Mapping[str, Any], path: str) -> Iterator[str]:
    yield f"- **{_escaped(path.rpartition('.')[2])}**: {_fields(entry)}"


def _fields(entry: Mapping[str, Any]) -> str:
    return "; ".join(f"{_escaped(key)}: {_told(value)}" for key, value in entry.items())


def _told(value: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, list):
        return ", ".join(map(_told, value))
    return _fields(value) if isinstance(value, Mapping) else _escaped(str(value))


def _escaped(words: str) -> str:
    return words.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
