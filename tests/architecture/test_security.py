"""What `docs/security.md` says is shown by a test is shown by one that is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TOLD.partition("## Item by item")[2].partition("\n## ")[0].splitlines()
    if re.match(r"\| \d", line)
]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TOLD)))
LAST_CHAPTER = 17


@cache
def named_in(path: str) -> set[str]:
    parsed = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in parsed.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_test_that_is_named_is_there(path: str, name: str) -> None:
    assert name in named_in(path)


def test_each_item_has_a_test_that_is_named_whole() -> None:
    assert len(ROWS) > 40
    for items, _, _, tests in ROWS:
        named = tests.split(", ")
        assert all(re.fullmatch(r"`tests/[\w/]+\.py::test_\w+`", each) for each in named), items


def test_items_are_numbered_as_the_standard_numbers_them() -> None:
    for items, *_ in ROWS:
        for item in items.split(", "):
            assert re.fullmatch(r"\d+\.\d+\.\d+", item), items
            assert 1 <= int(item.partition(".")[0]) <= LAST_CHAPTER


def test_no_item_is_both_met_and_not_met() -> None:
    met = {item for items, *_ in ROWS for item in items.split(", ")}
    after = TOLD.partition("## Not met")[2]
    assert met & set(re.findall(r"\b\d+\.\d+\.\d+\b", after.partition("## Does not apply")[0])) == set()
