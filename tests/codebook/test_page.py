"""The page of the codebook is what the TOML says, and all of it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from trucewatch.codebook.page import codebook_page

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "codebook.md"
FILES = sorted((ROOT / "src/trucewatch/codebook").glob("*.toml"))


def test_the_page_is_what_the_codebook_says() -> None:
    assert PAGE.exists(), "run `make docs`"
    assert PAGE.read_text(encoding="utf-8") == codebook_page(), "run `make docs`"


def words(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, dict):
        yield from (word for item in value.values() for word in words(item))
    elif isinstance(value, list):
        yield from (word for item in value for word in words(item))
    else:
        yield str(value)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_word_of_every_file_stands_in_its_chapter(path: Path) -> None:
    chapter = codebook_page().partition(f"\n## {path.stem}\n")[2].partition("\n## ")[0]
    shown = chapter.replace("\\", "").replace("&lt;", "<")
    assert [
        word for word in words(tomllib.loads(path.read_text(encoding="utf-8"))) if word not in shown
    ] == []
