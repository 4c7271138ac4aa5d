"""The seed article, where it is at hand, and three retellings of its facts with other names and figures."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.golden.telling_facts import FACTS, Telling
from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.values import Interval, Unresolved

HERE = Path(__file__).parent / "retellings"
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "dev"
SAYS = tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))
MISSED = tomllib.loads((HERE / "missed.toml").read_text(encoding="utf-8"))
"""For each telling the facts that the committed weights miss; one that is read after all fails the test."""


def text_of(name: str) -> Path:
    own = HERE / f"{name}.txt"
    return own if own.exists() else SHARED / f"{name}.txt"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load(threads=1)


@pytest.fixture(scope="module")
def tellings(pipeline: Pipeline) -> dict[str, Telling]:
    read = {}
    for name, says in SAYS.items():
        if text_of(name).exists():
            caller = CallerMetadata(published_on=says["published"])
            document = read_bytes(text_of(name).read_bytes(), name, caller)
            claims = pipeline.tell(document).claims
            read[name] = Telling(sheet_of(document, claims), claims, says)
    return read


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("name", SAYS)
def test_a_telling_is_read_as_its_gold_sheet_has_it(
    name: str, fact: str, tellings: dict[str, Telling]
) -> None:
    if name not in tellings:
        pytest.skip(f"the text of {name} is not at hand")
    read = FACTS[fact](tellings[name])
    assert read is not (fact in MISSED.get(name, [])), f"{name}: {fact}: read {read}"


def test_every_miss_that_is_listed_is_a_fact() -> None:
    assert {fact for missed in MISSED.values() for fact in missed} <= FACTS.keys()
    assert MISSED.keys() <= SAYS.keys()


@pytest.mark.parametrize("name", SAYS)
def test_without_a_day_of_publication_no_relative_day_is_known(name: str, pipeline: Pipeline) -> None:
    if not text_of(name).exists():
        pytest.skip(f"the text of {name} is not at hand")
    document = read_bytes(text_of(name).read_bytes(), name, CallerMetadata())
    times = [claim.when for claim in pipeline.tell(document).claims if claim.when is not None]
    assert all(isinstance(when, Interval | Unresolved) for when in times)
    days = {day for when in times if isinstance(when, Interval) for day in (when.start, when.end) if day}
    assert all(day.month == day.day == 1 or (day.month, day.day) == (12, 31) for day in days), days
    weekdays = [when for when in times if isinstance(when, Unresolved) and re.search(r"day\b", when.text)]
    assert weekdays
    assert {when.reason for when in weekdays} == {"relative to the day of publication, which is unknown"}
