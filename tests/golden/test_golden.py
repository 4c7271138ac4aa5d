"""The golden sheets are strict and verbatim, and what the reader makes of their articles keeps its promises.

What it finds in them is measured in `benchmarks/quality.py`, not here: it changes with every training.
"""

import io
import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from trucewatch.documents import CallerMetadata, read_inputs
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline, Told
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.sheet import encode_sheet, misquotes, read_sheet
from trucewatch.records.values import Unresolved

ROOT = Path(__file__).parents[2]
FOLDERS = {"samples": ROOT / "samples", "retellings": Path(__file__).parent / "retellings"}


def meta(folder: Path) -> dict[str, date | None]:
    rows = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return {row["doc_id"]: row["published_on"] and date.fromisoformat(row["published_on"]) for row in rows}


@cache
def documents(name: str, *, dated: bool) -> dict[str, Document]:
    folder = FOLDERS[name]
    known = {key: CallerMetadata(published_on=day if dated else None) for key, day in meta(folder).items()}
    found = list(read_inputs([folder], known, io.BytesIO()))
    return {item.name: item for item in found if isinstance(item, Document) and item.name != "README"}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


ARTICLES = [(name, stem) for name, folder in FOLDERS.items() for stem in sorted(meta(folder))]
IDS = [f"{name}/{stem}" for name, stem in ARTICLES]


def golden(name: str, stem: str) -> Path:
    return Path(__file__).parent / name / f"{stem}.json"


@pytest.mark.parametrize(("name", "stem"), ARTICLES, ids=IDS)
def test_every_article_has_a_strict_and_verbatim_golden_sheet(name: str, stem: str) -> None:
    sheet = read_sheet(golden(name, stem))
    assert sheet.doc_id == stem
    assert misquotes(sheet, documents(name, dated=True)[stem].text) == ()


def test_every_golden_sheet_has_its_article() -> None:
    sheets = {(name, path.stem) for name in FOLDERS for path in (Path(__file__).parent / name).glob("*.json")}
    assert {(name, stem) for name, stem in sheets if stem != "meta"} == set(ARTICLES)


def values(claim: Claim) -> list[object]:
    return [claim.when, claim.where, claim.voice.speaker]


@pytest.mark.parametrize(("name", "stem"), ARTICLES, ids=IDS)
def test_what_the_reader_makes_of_it_keeps_its_promises(name: str, stem: str, pipeline: Pipeline) -> None:
    document = documents(name, dated=True)[stem]
    told = pipeline.tell(document)
    sheet = sheet_of(told.document, told.claims)
    assert told.claims
    assert misquotes(sheet, document.text) == ()
    assert encode_sheet(sheet)
    for claim in told.claims:
        assert 0 <= claim.provenance.confidence <= 1
        assert claim.provenance.doc_id == document.id
        assert claim.provenance.evidence.end <= len(document.text)
        assert all(value.reason for value in values(claim) if isinstance(value, Unresolved))


@pytest.mark.parametrize(("name", "stem"), ARTICLES, ids=IDS)
def test_no_two_claims_have_one_id(name: str, stem: str, pipeline: Pipeline) -> None:
    claims = pipeline.tell(documents(name, dated=True)[stem]).claims
    counted = Counter(claim.id for claim in claims)
    assert [claim for claim in claims if counted[claim.id] > 1] == []


def test_what_is_told_twice_is_told_alike(pipeline: Pipeline) -> None:
    document = documents("samples", dated=True)["georgia-3-agency-truce"]
    assert pipeline.tell(document) == pipeline.tell(document)


def relative_days(told: Told) -> list[Claim]:
    """Claims whose day hangs on that of publication."""
    words = (
        "yesterday",
        "today",
        "tonight",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "sunday",
    )
    texts = [(claim, claim.when.text.lower()) for claim in told.claims if claim.when is not None]
    return [claim for claim, text in texts if text.removeprefix("on ") in words]


def test_without_a_day_of_publication_days_that_hang_on_it_are_unresolved_with_the_reason(
    pipeline: Pipeline,
) -> None:
    told = pipeline.tell(documents("samples", dated=False)["georgia-3-agency-truce"])
    assert told.document.published_on is None
    for claim in relative_days(told):
        assert isinstance(claim.when, Unresolved)
        assert "publication" in claim.when.reason
