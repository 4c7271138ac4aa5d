"""The codebook as a page for people, made from the TOML files themselves."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
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
    comment = []
    for line in source.splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.lstrip("# "))
    lines = [f"## {name.removesuffix('.toml')}", "", " ".join(comment), ""]
    lines += [f"- **{group}**: {words}" for group, words in _groups(tomllib.loads(source), "")]
    return "\n".join([*lines, ""])


def _groups(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Each list or value with the path of tables that leads to it; a list of tables gives a line each."""
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping | list)}
    if plain:
        yield path or "values", "; ".join(f"{key} = {_escaped(str(value))}" for key, value in plain.items())
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _groups(value, here)
        elif isinstance(value, list) and all(isinstance(item, Mapping) for item in value):
            yield here, "; ".join(_row(item) for item in value)
        elif isinstance(value, list):
            yield here, ", ".join(_escaped(str(item)) for item in value)


def _row(item: Mapping[str, Any]) -> str:
    parts = [", ".join(map(str, v)) if isinstance(v, list) else str(v) for v in item.values()]
    return _escaped(" | ".join(parts))


def _escaped(words: str) -> str:
    return words.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
