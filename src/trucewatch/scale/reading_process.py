"""The process that reads uploads, as its server sees it: started, asked, and ended."""

import multiprocessing
from collections.abc import Callable
from enum import Enum, auto

from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.errors import ReaderError
from trucewatch.scale.uploads import FINISHED, READY, Reading, attend
from trucewatch.scale.workers import Failure

SHORTEST_PATIENCE = 60
"""Seconds that the smallest report may take, on a machine with other work too."""

SLOWEST = 10_000
"""Bytes of a report that are read in a second at least; one core reads twice as many."""

NOT_STARTED = Failure("reader", "the process that reads could not start", "check the memory at hand")


def patience(size: int) -> int:
    """Give the seconds that a report of a file may take, by the file's bytes: more than a good one takes."""
    return SHORTEST_PATIENCE + min(size, LARGEST_INPUT) // SLOWEST


class Reached(Enum):
    """How the reading of an upload ended."""

    END = auto()
    DEATH = auto()
    SILENCE = auto()


class ReadingProcess:
    """A process that owns a reader, for the ledger at an address.

    Errors: ReaderError where the system has no room for it
    """

    def __init__(self, address: str, reading: Reading) -> None:
        # spawned, not forked: a fork would share the database's file and the server's sockets
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=attend, args=(address, reading, theirs), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            raise _told(NOT_STARTED) from error
        theirs.close()  # so that its end is the line's end

    def is_alive(self) -> bool:
        """Tell whether it can still be asked."""
        return self._process.is_alive()

    def wait(self) -> None:
        """Wait until it has loaded what it needs.

        Errors: ReaderError where it can't
        """
        try:
            said = self._line.recv()
        except (EOFError, OSError):
            said = NOT_STARTED
        if said != READY:
            raise _told(said)

    def read(self, upload_id: str, longest: float, hear: Callable[[], None]) -> Reached:
        """Have an upload read; `hear` is called for each report that is through.

        Shape:  DEATH where the process ended over it, SILENCE where it said nothing for the longest time
        Units:  seconds
        Errors: ReaderError where it can't go on, whatever the upload is
        """
        try:
            self._line.send(upload_id)
            while self._line.poll(longest):
                said = self._line.recv()
                if isinstance(said, Failure):
                    raise _told(said)
                if said == FINISHED:
                    return Reached.END
                hear()
        except (EOFError, OSError):
            return Reached.DEATH
        return Reached.SILENCE

    def kill(self) -> None:
        """End it, whatever it does; nothing that it finished is lost."""
        self._process.kill()
        self._process.join()


def _told(failure: Failure) -> ReaderError:
    return ReaderError(failure.what, where=failure.where, advice=failure.advice)
