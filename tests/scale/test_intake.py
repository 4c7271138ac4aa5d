"""Many documents into a ledger: read once, acknowledged once safe, whatever goes wrong with one of them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.scale.readers import load_nothing, load_plain
from trucewatch.documents import read_text
from trucewatch.errors import DocumentError, LedgerError, ReaderError
from trucewatch.ledger import Counts, Ledger, open_ledger
from trucewatch.records.document import Document
from trucewatch.scale import intake as intakes
from trucewatch.scale.batch import Event, Outcome
from trucewatch.scale.intake import Intake, Versions

BROKEN = DocumentError("is empty", where="empty.txt", advice="give words")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterable[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as opened:
        yield opened


def documents(*texts: str) -> list[Document | DocumentError]:
    return [read_text(text, f"d{number}") for number, text in enumerate(texts)]


def take(
    ledger: Ledger,
    inputs: Iterable[Document | DocumentError],
    *,
    jobs: int = 1,
    reader: str = "reader-1",
    make: Callable[[], Callable[[Document], tuple[()]]] = load_plain,
) -> tuple[Intake, list[Outcome]]:
    heard: list[Outcome] = []
    intake = Intake(ledger, Versions(reader, "codebook-1"), make, jobs, heard.append, "tester")
    intake.take(inputs)
    return intake, heard


def names(ledger: Ledger) -> list[str]:
    return sorted(report.name for report in ledger.holdings().reports.values())


MIXED = ("Five died.", "BREAK this.", "Six died.", "REFUSE this.", "Seven died.")


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_article_ends_no_other(ledger: Ledger, jobs: int) -> None:
    intake, heard = take(ledger, [BROKEN, *documents(*MIXED)], jobs=jobs)
    assert names(ledger) == ["d0", "d2", "d4"]
    assert {failure.where for failure in intake.tally.failures} == {"empty.txt", "d1", "d3"}
    assert sorted(outcome.event for outcome in heard) == [*[Event.ADDED] * 3, *[Event.FAILED] * 3]
    assert intake.counts == Counts(documents=3, readings=3)


def test_what_is_there_is_not_read_again_unless_by_another_version(ledger: Ledger) -> None:
    take(ledger, documents("Five died.", "Six died."))
    again, heard = take(ledger, documents("Five died.", "Six died.", "Seven died."))
    assert again.counts == Counts(documents=1, readings=1, already=2)
    assert [outcome.event for outcome in heard] == [Event.ALREADY, Event.ALREADY, Event.ADDED]
    anew, _ = take(ledger, documents("Five died."), reader="reader-2")
    assert anew.counts == Counts(readings=1)


def test_nothing_is_loaded_where_all_is_there(ledger: Ledger) -> None:
    take(ledger, documents("Five died."))
    take(ledger, documents("Five died."), make=load_nothing)
    with pytest.raises(ReaderError):
        take(ledger, documents("Six died."), make=load_nothing)


def test_one_that_no_database_can_hold_fails_alone(ledger: Ledger) -> None:
    unfit = read_text("Six died.", "nul\0name")
    intake, _ = take(ledger, [*documents("Five died."), unfit, *documents("Seven died.")])
    assert len(names(ledger)) == 2
    assert [failure.where for failure in intake.tally.failures] == ["nul\0name"]


def test_stopped_it_writes_what_was_read_first(ledger: Ledger) -> None:
    with pytest.raises(KeyboardInterrupt):
        take(ledger, documents("Five died.", "Six died.", "STOP here.", "Seven died."))
    assert names(ledger) == ["d0", "d1"]


def test_nothing_is_acknowledged_before_it_is_safe(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise LedgerError("the disk is full", where="ledger", advice="make room")

    monkeypatch.setattr(intakes, "AT_ONCE", 2)
    monkeypatch.setattr("trucewatch.ledger.ledger.writing.add", full)
    heard: list[Outcome] = []
    intake = Intake(ledger, Versions("r", "c"), load_plain, 1, heard.append, "tester")
    with pytest.raises(LedgerError, match="the disk is full"):
        intake.take(documents("Five died.", "Six died.", "Seven died."))
    assert heard == []


def test_little_is_written_after_a_while_too(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intakes, "AT_LEAST_EVERY", 0.0)
    seen: list[int] = []
    intake = Intake(
        ledger, Versions("r", "c"), load_plain, 1, lambda _: seen.append(len(names(ledger))), "tester"
    )
    intake.take(documents("Five died.", "Six died."))
    assert seen == [1, 2]
