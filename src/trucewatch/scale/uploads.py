"""Uploads read into the ledger by a process of its own, which owns the reader and ends with its server."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from trucewatch.documents import read_upload
from trucewatch.errors import DocumentError, TrucewatchError
from trucewatch.ledger import Ledger, intake, open_ledger
from trucewatch.records.document import Document
from trucewatch.records.upload import Outcome, Refusal
from trucewatch.scale.batch import Outcome as Heard
from trucewatch.scale.intake import Claims, Intake, Versions
from trucewatch.scale.workers import Failure, MakeWork, Work

MOST_TOLD = 100
"""Refused reports of one upload whose reasons are kept; all are counted."""

READY = "ready"
READ = "read"
FINISHED = "finished"
"""What the process says: that it can begin, that one report is through, that an upload is."""

EMPTY = Refusal("the file", "holds no report", "give text, a page or JSON Lines with words in it")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads: its versions, and what loads it, a function of a module."""

    versions: Versions
    make: MakeWork[Claims]


def attend(address: str, reading: Reading, line: Connection) -> None:
    """Read the uploads that are named on a line, until nobody is at its other end.

    Shape: what can't go on at all is said as a Failure; what was begun is read again by whoever comes after
    """
    try:
        _attend(address, reading, line)
    except TrucewatchError as error:
        line.send(Failure(error.where, error.what, error.advice))
    except (EOFError, OSError):  # the server is gone, and what is not finished waits for the next
        return


def read_waiting(
    ledger: Ledger, upload_id: str, versions: Versions, work: Work[Claims], hear: Callable[[Heard], None]
) -> None:
    """Read one upload into the ledger, each report of it once, and note what came of it.

    Errors: LedgerError when the ledger can't be written; then the upload waits on
    """
    with ledger.looking() as connection:
        found = intake.handed_in(connection, upload_id)
    if found is None:
        return
    file, by = found
    ids: dict[str, None] = {}
    run = Intake(ledger, versions, lambda: work, 1, hear, by)
    run.take(_noted(read_upload(file.body, file.name, file.caller), ids))
    held = tuple(one for one in ids if ledger.has(one, versions.reader, versions.codebook))
    refused = [Refusal(one.where, one.what, one.advice) for one in run.tally.failures]
    if not held and not refused:
        refused = [EMPTY]
    with ledger.writing() as connection:
        intake.finish(connection, upload_id, Outcome(held, tuple(refused[:MOST_TOLD]), len(refused)))


def _attend(address: str, reading: Reading, line: Connection) -> None:
    work = reading.make()
    with open_ledger(address, create=False) as ledger:
        line.send(READY)
        while True:
            upload_id: str = line.recv()
            read_waiting(ledger, upload_id, reading.versions, work, lambda _: line.send(READ))
            line.send(FINISHED)


def _noted(
    inputs: Iterator[Document | DocumentError], ids: dict[str, None]
) -> Iterator[Document | DocumentError]:
    for one in inputs:
        if isinstance(one, Document):
            ids[one.id] = None
        yield one
