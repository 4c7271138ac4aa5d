"""What is handed in waits in its order, on both databases, until it is finished once."""

import pytest

from trucewatch.documents import CallerMetadata
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, intake
from trucewatch.ledger.intake import HandedIn
from trucewatch.records.upload import Outcome, Refusal, UploadState

ABOUT = CallerMetadata(publisher="The Courier", language="en")
REFUSED = Outcome((), (Refusal("a.txt", "is empty", "give a report"),), 1)


def receive(ledger: Ledger, *names: str, body: bytes = b"\x00\xffwords") -> tuple[str, ...]:
    with ledger.writing() as connection:
        return intake.receive(connection, [HandedIn(name, ABOUT, body) for name in names], "a reviewer")


def finish(ledger: Ledger, upload_id: str, outcome: Outcome) -> None:
    with ledger.writing() as connection:
        intake.finish(connection, upload_id, outcome)


def test_what_is_received_comes_back_as_it_was(ledger: Ledger) -> None:
    (only,) = receive(ledger, "a.txt")
    with ledger.looking() as connection:
        assert intake.handed_in(connection, only) == (
            HandedIn("a.txt", ABOUT, b"\x00\xffwords"),
            "a reviewer",
        )
        waits = intake.upload(connection, only)
        assert waits is not None
        assert (waits.name, waits.size, waits.state, waits.outcome) == (
            "a.txt",
            7,
            UploadState.WAITING,
            Outcome(),
        )
        assert intake.upload(connection, "0" * 32) is None


def test_the_first_received_is_read_first(ledger: Ledger) -> None:
    ids = (*receive(ledger, "c", "b", "a"), *receive(ledger, "0"))
    for place, one in enumerate(ids):
        with ledger.looking() as connection:
            assert intake.next_waiting(connection) == one
            told = [intake.upload(connection, each) for each in ids[place:]]
            assert [intake.waiting_before(connection, each) for each in told if each] == list(
                range(len(told))
            )
        finish(ledger, one, REFUSED)
    with ledger.looking() as connection:
        assert intake.next_waiting(connection) is None
        assert [one.id for one in intake.latest(connection, 3)] == list(reversed(ids))[:3]


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (REFUSED, UploadState.REFUSED),
        (Outcome(("0" * 32,)), UploadState.READ),
        (Outcome(("0" * 32,), REFUSED.refused, 1), UploadState.READ),
    ],
)
def test_what_is_finished_stays_so_and_its_bytes_go(
    ledger: Ledger, outcome: Outcome, state: UploadState
) -> None:
    (only,) = receive(ledger, "a.txt")
    finish(ledger, only, outcome)
    finish(ledger, only, Outcome(("1" * 32,)))
    with ledger.looking() as connection:
        assert intake.handed_in(connection, only) is None
        finished = intake.upload(connection, only)
    assert finished is not None
    assert (finished.state, finished.outcome, finished.size) == (state, outcome, 0)
    assert finished.finished_at is not None


def test_no_more_is_kept_waiting_than_there_is_room_for(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_WAITING", 2)
    monkeypatch.setattr(intake, "MOST_BYTES", 20)
    first, _ = receive(ledger, "a", "b")
    with pytest.raises(LedgerError, match="more waits to be read than is kept waiting"):
        receive(ledger, "c")
    finish(ledger, first, REFUSED)
    with pytest.raises(LedgerError, match="send it when some of it is read"):
        receive(ledger, "c", body=b"x" * 14)
    receive(ledger, "c")
