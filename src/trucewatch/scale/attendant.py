"""Who sees to it that what waits is read: one upload after the other, whatever happens to its reader."""

import signal
import threading
from dataclasses import dataclass, replace

from trucewatch.errors import ReaderError, TrucewatchError
from trucewatch.ledger import Ledger, intake
from trucewatch.records.upload import Outcome, Refusal, Upload
from trucewatch.scale.reading_process import Reached, ReadingProcess, patience
from trucewatch.scale.uploads import Reading

LOOKS_EVERY = 5.0
"""Seconds after which the intake is looked at again, though nobody said that something came."""

TRIES = 2
"""How often an upload may end the process that reads it, before it is taken for the one at fault."""

SPLIT = "split it into its reports, or check the memory at hand, and send it again"
DEADLY = Refusal("the file", "ended the process that read it", SPLIT)


@dataclass(frozen=True, slots=True)
class AtHand:
    """The upload that is being read, how many of its reports are through, and the seconds one may take."""

    upload_id: str
    patience: int
    through: int = 0


class Attendant:
    """Reads what waits in a ledger, in a process that is started when something does.

    `at_hand` is what is being read, `trouble` why nothing can be.
    """

    def __init__(self, ledger: Ledger, reading: Reading) -> None:
        self.at_hand: AtHand | None = None
        self.trouble: TrucewatchError | None = None
        self._ledger = ledger
        self._reading = reading
        self._woken = threading.Event()
        self._ending = threading.Event()
        self._process: ReadingProcess | None = None
        self._thread = threading.Thread(target=self._attend, name="attendant", daemon=True)

    def start(self) -> None:
        """Begin; what waited from before is read first."""
        self._thread.start()

    def wake(self) -> None:
        """Say that something came."""
        self._woken.set()

    def stop(self) -> None:
        """Leave what is being read; it waits for the next."""
        self._ending.set()
        while self._thread.is_alive():  # a process may be just starting
            self._woken.set()
            self._let_go()
            self._thread.join(0.1)

    def _attend(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # so that the process inherits no Ctrl-C
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while not self._ending.is_set():
            self._woken.clear()
            try:
                while not self._ending.is_set() and (one := self._next()) is not None:
                    self._read(one)
                self.trouble = None
            except TrucewatchError as error:
                self._stop_over(error)
            except Exception as error:  # noqa: BLE001 - whatever it was, what waits is tried again
                what = f"stopped over {type(error).__name__}: {error}"
                advice = "it is tried again; tell us if it goes on"
                self._stop_over(ReaderError(what, where="the reading of uploads", advice=advice))
            self.at_hand = None
            self._woken.wait(LOOKS_EVERY)

    def _stop_over(self, trouble: TrucewatchError) -> None:
        self._let_go()
        self.trouble = trouble

    def _next(self) -> Upload | None:
        with self._ledger.looking() as connection:
            upload_id = intake.next_waiting(connection)
            return None if upload_id is None else intake.upload(connection, upload_id)

    def _read(self, one: Upload) -> None:
        longest, refusal = patience(one.size), DEADLY
        for _ in range(TRIES):
            self.at_hand = AtHand(one.id, longest)
            reached = self._reader().read(one.id, longest, self._count)
            if reached is Reached.END or self._ending.is_set():
                return
            refusal = DEADLY if reached is Reached.DEATH else _endless(longest)
            self._let_go()
        with self._ledger.writing() as connection:
            intake.finish(connection, one.id, Outcome((), (refusal,), 1))

    def _reader(self) -> ReadingProcess:
        """Give the process that reads, started anew where there is none.

        Errors: ReaderError where it can't load what it needs
        """
        process = self._process
        if process is None or not process.is_alive():
            address = self._ledger.engine.url.render_as_string(hide_password=False)
            self._process = process = ReadingProcess(address, self._reading)
            process.wait()
        return process

    def _count(self) -> None:
        if self.at_hand is not None:
            self.at_hand = replace(self.at_hand, through=self.at_hand.through + 1)

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()


def _endless(longest: int) -> Refusal:
    return Refusal("the file", f"was read for {longest} seconds without an end, {TRIES} times", SPLIT)
