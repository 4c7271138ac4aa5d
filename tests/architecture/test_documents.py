"""What the pages for people promise: links that lead somewhere, every closed word defined, still pictures."""

import json
import re
import tomllib
from datetime import date
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

import pytest

from trucewatch.records import vocabulary
from trucewatch.records.claim import Family
from trucewatch.records.values import Interval, Quantity, Unresolved
from trucewatch.resolve.quantities.reading import quantity
from trucewatch.resolve.times import find_times

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "samples" / "README.md"])
PICTURES = sorted((ROOT / "docs" / "images").glob("*.svg"))
CLOSED = [
    kind
    for kind in vars(vocabulary).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind not in {StrEnum, vocabulary.TruceStatus}
]
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
REMOTE = re.compile(r"(?:href|src)\s*=|url\(|@import|@font-face")
MARKS = re.compile(r"<!-- (/?)(\w+) -->")
HOME = re.compile(r"(?<![\w.])/(?:home|root|tmp|work|usr|Users)/")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    here = [link for link in LINK.findall(text_of(page)) if "://" not in link]
    assert [link for link in here if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_place_on_somebodys_machine(page: Path) -> None:
    assert HOME.findall(text_of(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_marks_for_what_is_filled_in_come_in_pairs(page: Path) -> None:
    marks = MARKS.findall(text_of(page))
    opened, closed = marks[::2], marks[1::2]
    assert [f"/{name}" for _, name in opened] == [f"{slash}{name}" for slash, name in closed]


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_the_method_defines_every_word_of_the_closed_lists(kind: type[StrEnum]) -> None:
    told = text_of(ROOT / "docs" / "method.md")
    assert [word.value for word in kind if f"`{word.value}`" not in told] == []


def rows_under(heading: str) -> list[list[str]]:
    """The rows of the table of `docs/method.md` that opens with this heading."""
    lines = text_of(ROOT / "docs" / "method.md").partition(heading)[2].splitlines()[2:]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in takewhile(bool, lines)]


@pytest.mark.parametrize(("words", "low", "high"), rows_under("| words | low | high |"))
def test_numbers_come_to_what_the_method_says(words: str, low: str, high: str) -> None:
    found = quantity(words)
    if low == "no count":
        assert isinstance(found, Unresolved)
    else:
        assert isinstance(found, Quantity)
        assert [f"{found.low:,}", "open" if found.high is None else f"{found.high:,}"] == [low, high]


@pytest.mark.parametrize(("words", "first", "last"), rows_under("| words | first day | last day |"))
def test_days_come_to_what_the_method_says(words: str, first: str, last: str) -> None:
    (found,) = find_times(f"Two soldiers died {words}.", date(2022, 9, 15))
    if first == "unresolved":
        assert isinstance(found.value, Unresolved)
    else:
        assert isinstance(found.value, Interval)
        assert [str(found.value.start), str(found.value.end or "open")] == [first, last]


def test_the_glossary_names_every_family() -> None:
    told = text_of(ROOT / "docs" / "glossary.md")
    assert [family.value for family in Family if family.value not in told] == []


def test_the_architecture_lists_the_layers_of_the_contract() -> None:
    contracts = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    told = "\n".join(f"    {layer}" for layer in layers)
    assert told in text_of(ROOT / "docs" / "architecture.md")


def test_readme_has_its_picture() -> None:
    assert ROOT / "docs" / "images" / "read.svg" in PICTURES


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_fetches_nothing(picture: Path) -> None:
    drawn = text_of(picture)
    assert re.findall(r"https?://[^\s\"')]+", drawn.replace("http://www.w3.org/2000/svg", "")) == []
    assert [found for found in REMOTE.findall(drawn) if found != "url("] == []
    assert re.findall(r"url\((?!#)", drawn) == []


def test_the_demo_gives_each_sample_its_own_day_and_publisher() -> None:
    script = text_of(ROOT / "samples" / "demo.sh")
    told = re.findall(r'^tell (\S+) --published (\S+) --publisher "([^"]+)"$', script, re.MULTILINE)
    known = json.loads(text_of(ROOT / "samples" / "meta.json"))
    files = [row for row in known if not row["file"].endswith(".jsonl")]
    assert told == [(row["file"], row["published_on"], row["publisher"]) for row in files]
    lines = re.findall(r"^sed .*\.jsonl \| tell -", script, re.MULTILINE)
    assert len(told) + len(lines) == len(known)
