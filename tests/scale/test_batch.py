"""A batch on one core and on several: nothing is lost to what goes wrong, and nothing is done twice."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.scale.coders import load_nothing, load_plain
from trucewatch.documents import read_text
from trucewatch.errors import DocumentError, ReaderError
from trucewatch.records.document import Document
from trucewatch.records.sheet import read_sheet
from trucewatch.scale.batch import Batch, Event, Outcome
from trucewatch.scale.filing import Edition, Folder
from trucewatch.scale.workers import MakeCoder

EDITION = Edition("1", "reader-1", "codebook-1")
BROKEN = DocumentError("is empty", where="empty.txt", advice="give words")


def documents(*texts: str) -> list[Document | DocumentError]:
    return [read_text(text, f"d{number}") for number, text in enumerate(texts)]


def run(
    place: Path,
    inputs: Iterable[Document | DocumentError],
    *,
    jobs: int = 1,
    make: MakeCoder = load_plain,
    again: bool = False,
) -> tuple[Batch, list[Document], list[Outcome]]:
    heard: list[Outcome] = []
    batch = Batch(Folder.open(place, EDITION, again=again), make, jobs, heard.append)
    return batch, list(batch.documents(inputs)), heard


def sheets(place: Path) -> list[str]:
    return sorted(path.stem for path in place.glob("*.json") if not path.name.startswith("."))


MIXED = ("Five died.", "BREAK this.", "Six died.", "REFUSE this.", "Seven died.")


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_article_ends_no_other(jobs: int, tmp_path: Path) -> None:
    batch, passed_on, heard = run(tmp_path, [BROKEN, *documents(*MIXED)], jobs=jobs)
    assert sheets(tmp_path) == ["d0", "d2", "d4"]
    assert [document.name for document in passed_on] == ["d0", "d1", "d2", "d3", "d4"]
    failures = {failure.where: failure.what for failure in batch.tally.failures}
    assert failures == {
        "empty.txt": "is empty",
        "d1": "could not be read: ValueError: two\nlines",
        "d3": "refused",
    }
    assert sorted(outcome.event for outcome in heard) == [*[Event.CODED] * 3, *[Event.FAILED] * 3]
    assert (batch.tally.coded, batch.tally.claims, batch.tally.untold) == (3, 6, 3)


def test_every_sheet_is_whole_and_its_own(tmp_path: Path) -> None:
    run(tmp_path, documents(*MIXED))
    assert [read_sheet(tmp_path / f"{name}.json").doc_id for name in sheets(tmp_path)] == ["d0", "d2", "d4"]


def test_an_article_that_ends_its_process_fails_alone(tmp_path: Path) -> None:
    batch, _, _ = run(tmp_path, documents("Five died.", "DIE now.", *["Six died."] * 6), jobs=2)
    assert [failure.where for failure in batch.tally.failures] == ["d1"]
    assert "ended the process" in batch.tally.failures[0].what
    assert sheets(tmp_path) == ["d0", *(f"d{number}" for number in range(2, 8))]


@pytest.mark.parametrize("jobs", [1, 2])
def test_without_a_reader_nothing_is_coded(jobs: int, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no weights"):
        run(tmp_path, documents(*MIXED), jobs=jobs, make=load_nothing)
    assert sheets(tmp_path) == []


def test_run_again_it_reads_only_what_is_new(tmp_path: Path) -> None:
    run(tmp_path, documents("Five died.", "Six died."))
    before = (tmp_path / "d0.json").stat().st_mtime_ns
    batch, passed_on, _ = run(tmp_path, documents("Five died.", "Six were hurt.", "Seven died."))
    assert (batch.tally.already, batch.tally.coded) == (1, 2)
    assert (tmp_path / "d0.json").stat().st_mtime_ns == before
    assert len(passed_on) == 3


def test_nothing_new_needs_no_reader(tmp_path: Path) -> None:
    run(tmp_path, documents("Five died."))
    batch, _, _ = run(tmp_path, documents("Five died."), make=load_nothing)
    assert (batch.tally.already, batch.tally.coded) == (1, 0)


def test_again_writes_all_anew(tmp_path: Path) -> None:
    run(tmp_path, documents("Five died."))
    batch, _, _ = run(tmp_path, documents("Five died."), again=True)
    assert (batch.tally.already, batch.tally.coded) == (0, 1)


def test_stopped_in_the_middle_what_is_done_stays_done(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, documents("Five died.", "STOP here.", "Six died."))
    batch, _, _ = run(tmp_path, documents("Five died.", "Seven died.", "Six died."))
    assert (batch.tally.already, batch.tally.coded) == (1, 2)
    assert sheets(tmp_path) == ["d0", "d1", "d2"]


def test_what_was_noticed_is_counted(tmp_path: Path) -> None:
    russian = "Министерство обороны сообщило о гибели троих военнослужащих ночью на границе."
    batch, _, _ = run(tmp_path, documents(russian, "Share this — Facebook Twitter\nFive soldiers died."))
    assert batch.tally.other_languages == {"ru": 1}
    assert (batch.tally.undated, batch.tally.trimmed) == (2, 1)


def test_no_inputs_are_no_work(tmp_path: Path) -> None:
    batch, passed_on, heard = run(tmp_path, [], make=load_nothing)
    assert (batch.tally.coded, passed_on, heard) == (0, [], [])
