"""Reads the codebook's TOML files and holds them to the rules that every word list keeps."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NoReturn

from trucewatch.errors import CodebookError


@cache
def load_toml(name: str) -> dict[str, Any]:
    """The tables of one codebook file, such as `calendar.toml`.

    Shape:  parsed once and then shared by all who ask, so nobody changes them
    Errors: CodebookError when the file is missing, is not TOML or holds nothing, or when a list
    anywhere in it is empty, repeats an entry (capitals aside), or has an entry that could never
    match a text: an empty one, or one with spaces at its ends or doubled.
    """
    try:
        raw = resources.files("trucewatch.codebook").joinpath(name).read_bytes()
    except OSError as error:
        raise CodebookError(
            f"cannot be read: {error}", where=f"codebook/{name}", advice="install trucewatch again"
        ) from error
    return parse_toml(raw, where=f"codebook/{name}")


def parse_toml(raw: bytes, *, where: str) -> dict[str, Any]:
    """The tables in `raw`, held to the same rules as `load_toml`.

    Errors: CodebookError that names `where` and the table at fault.
    """
    try:
        tables = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        refuse(f"is not TOML: {error}", where=where)
    _check_table(tables, path="", where=where)
    return tables


def refuse(what: str, *, where: str) -> NoReturn:
    """Raise the CodebookError that a file earns by `what`."""
    raise CodebookError(what, where=where, advice="mend the file")


def check_words(words: Iterable[str], *, path: str, where: str) -> None:
    """Hold one group of words to the rules: not empty, no repeats, each able to match.

    Errors: CodebookError that names the group by `path`.
    """
    seen: set[str] = set()
    for word in words:
        if not word or word != " ".join(word.split()):
            refuse(f"{path}: {word!r} can never match", where=where)
        folded = word.casefold()
        if folded in seen:
            refuse(f"{path}: {word!r} stands twice", where=where)
        seen.add(folded)
    if not seen:
        refuse(f"{path}: is empty", where=where)


def _check_table(table: Mapping[str, Any], *, path: str, where: str) -> None:
    if not table:
        refuse(f"{path or 'the file'}: is empty", where=where)
    for key, value in table.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            _check_table(value, path=here, where=where)
        elif isinstance(value, list):
            _check_list(value, path=here, where=where)
        elif isinstance(value, str):
            check_words((value,), path=here, where=where)


def _check_list(items: list[Any], *, path: str, where: str) -> None:
    if all(isinstance(item, str) for item in items):
        check_words(items, path=path, where=where)
        return
    for number, item in enumerate(items):
        if isinstance(item, Mapping):
            _check_table(item, path=f"{path}[{number}]", where=where)
