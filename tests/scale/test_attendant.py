"""What waits is read in its order, whatever happens to the process that reads it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ledger.made_up import CODEBOOK, READER
from tests.scale.readers import GATE, load_nothing, load_plain, load_slow
from trucewatch.documents import CallerMetadata
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.ledger import Ledger, intake, open_ledger
from trucewatch.ledger.intake import HandedIn
from trucewatch.records.upload import Upload, UploadState
from trucewatch.scale.attendant import AtHand, Attendant
from trucewatch.scale.intake import Claims, Versions
from trucewatch.scale.reading_process import patience
from trucewatch.scale.uploads import Reading
from trucewatch.scale.workers import MakeWork

PATIENCE = 60.0
"""Seconds after which what has not happened never will."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as opened:
        yield opened


@contextmanager
def attended(ledger: Ledger, make: MakeWork[Claims]) -> Iterator[Attendant]:
    attendant = Attendant(ledger, Reading(Versions(READER, CODEBOOK), make))
    attendant.start()
    try:
        yield attendant
    finally:
        attendant.stop()


def until(happened: Callable[[], bool]) -> None:
    given_up = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < given_up, "it did not happen"
        time.sleep(0.01)


def hand_in(ledger: Ledger, *texts: str) -> None:
    found = [HandedIn(f"{number}.txt", CallerMetadata(), text.encode()) for number, text in enumerate(texts)]
    with ledger.writing() as connection:
        intake.receive(connection, found, "tester")


def uploads(ledger: Ledger) -> list[Upload]:
    """Give what was handed in, the first first."""
    with ledger.looking() as connection:
        return list(reversed(intake.latest(connection, 100)))


def are_finished(ledger: Ledger) -> bool:
    return all(one.state is not UploadState.WAITING for one in uploads(ledger))


def report(about: str) -> str:
    return f"The {about} burned on Monday, the miller said, and nobody came until the evening."


def test_what_waited_before_and_what_comes_is_read_in_order(ledger: Ledger) -> None:
    hand_in(ledger, report("mill"), report("barn"))
    with attended(ledger, load_plain) as attendant:
        until(lambda: are_finished(ledger))
        hand_in(ledger, report("bridge"))
        attendant.wake()
        until(lambda: are_finished(ledger))
        until(lambda: attendant.at_hand is None)
    ids = [one.outcome.documents[0] for one in uploads(ledger)]
    assert [entry.payload.doc_id for entry in ledger.entries() if entry.kind == "document"] == ids  # type: ignore[union-attr]
    assert [one.size for one in uploads(ledger)] == [0, 0, 0]


def test_one_that_ends_its_reader_is_refused_and_the_others_are_read(ledger: Ledger) -> None:
    hand_in(ledger, report("mill"), "END of the mill, said the miller.", report("barn"))
    with attended(ledger, load_plain):
        until(lambda: are_finished(ledger))
    states = [one.state for one in uploads(ledger)]
    assert states == [UploadState.READ, UploadState.REFUSED, UploadState.READ]
    assert "ended the process that read it" in uploads(ledger)[1].outcome.refused[0].what


def test_one_that_keeps_its_reader_busy_is_refused_and_the_others_are_read(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trucewatch.scale.attendant.patience", lambda size: 1 if size < 50 else PATIENCE)
    hand_in(ledger, "WAIT at the mill, said the miller.", report("barn"))
    with attended(ledger, load_plain):
        until(lambda: are_finished(ledger))
    assert [one.state for one in uploads(ledger)] == [UploadState.REFUSED, UploadState.READ]
    (refusal,) = uploads(ledger)[0].outcome.refused
    assert "seconds without an end, 2 times" in refusal.what


@pytest.mark.parametrize(
    ("size", "seconds"),
    [(0, 60), (5_000, 60), (1_000_000, 160), (LARGEST_INPUT, 2_060), (3 * LARGEST_INPUT, 2_060)],
)
def test_a_larger_file_may_take_longer(size: int, seconds: int) -> None:
    assert patience(size) == seconds


def test_whatever_goes_wrong_is_told_and_what_waits_is_read_later(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(ledger, report("mill"))
    with attended(ledger, load_plain) as attendant:
        with monkeypatch.context() as broken:
            broken.setattr(intake, "next_waiting", {}.__getitem__)
            until(lambda: attendant.trouble is not None)
        assert "stopped over KeyError" in str(attendant.trouble)
        attendant.wake()
        until(lambda: are_finished(ledger))


def test_a_reader_that_can_not_be_loaded_is_told_and_everything_waits(ledger: Ledger) -> None:
    hand_in(ledger, report("mill"))
    with attended(ledger, load_nothing) as attendant:
        until(lambda: attendant.trouble is not None)
        assert str(attendant.trouble) == "weights: no weights; train"
    assert [one.state for one in uploads(ledger)] == [UploadState.WAITING]
    with attended(ledger, load_plain) as attendant:
        until(lambda: are_finished(ledger))
        until(lambda: attendant.at_hand is None)
        assert attendant.trouble is None


def test_what_is_being_read_when_it_stops_is_read_by_the_next(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(GATE, str(tmp_path / "gate"))
    hand_in(ledger, report("mill"))
    (waits,) = uploads(ledger)
    with attended(ledger, load_slow) as attendant:
        until(lambda: attendant.at_hand == AtHand(waits.id, patience(waits.size)))
    assert uploads(ledger) == [waits]
    (tmp_path / "gate").touch()
    with attended(ledger, load_slow):
        until(lambda: are_finished(ledger))
    assert [entry.kind for entry in ledger.entries()] == ["document", "reading"]
