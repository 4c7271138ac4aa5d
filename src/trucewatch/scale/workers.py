"""Worker processes that each load what they need once, and what to do when one of them dies."""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from trucewatch.errors import ReaderError, TrucewatchError
from trucewatch.records.document import Document

QUEUED_FOR_EACH = 3
"""Documents that wait for each worker: none idles, and memory holds few documents."""

ADVICE = "report it with the article if it happens again"


@dataclass(frozen=True, slots=True)
class Coded:
    """A document's sheet as bytes, with how many claims it is made of and how many values stay untold."""

    sheet: bytes
    claims: int
    untold: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document has no sheet; the fields are those of a TrucewatchError, which no process can send."""

    where: str
    what: str
    advice: str


Made = TypeVar("Made")
"""What is made of a document: a sheet, or its claims."""

Work = Callable[[Document], Made]
MakeWork = Callable[[], Work[Made]]
"""Loads what the work needs; a function of a module, for workers find it by name."""

Coder = Work[Coded]
MakeCoder = MakeWork[Coded]

_of_this_worker: list[Work[Any] | Failure] = []


def code_one(coder: Work[Made], document: Document) -> Made | Failure:
    """Code a document; whatever goes wrong in it is told, not raised."""
    try:
        return coder(document)
    except TrucewatchError as error:
        return Failure(error.where, error.what, error.advice)
    except Exception as error:  # noqa: BLE001 - one bad article never ends the run
        return Failure(document.name, f"could not be read: {type(error).__name__}: {error}", ADVICE)


class Pool(Generic[Made]):
    """Workers on `jobs` cores.

    Errors: ReaderError when they can't load what they need
    """

    def __init__(self, make: MakeWork[Made], jobs: int) -> None:
        self._make = make
        self._jobs = jobs
        self._waiting: dict[Future[Made | Failure], Document] = {}
        self._executor = self._started(jobs)

    def code(self, documents: Iterator[Document]) -> Iterator[tuple[Document, Made | Failure]]:
        """Do the work on documents as they come, the first done first; few are held at a time."""
        for document in documents:
            yield from self._submit(document)
            if len(self._waiting) >= self._jobs * QUEUED_FOR_EACH:
                yield from self._collect()
        while self._waiting:
            yield from self._collect()

    def close(self) -> None:
        """Let the documents at hand end and drop those that wait; a second Ctrl-C changes nothing."""
        with interrupts_ignored():
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, document: Document) -> Iterator[tuple[Document, Made | Failure]]:
        try:
            self._waiting[self._executor.submit(_code, document)] = document
        except BrokenProcessPool:
            yield from self._one_by_one([document])

    def _collect(self) -> Iterator[tuple[Document, Made | Failure]]:
        done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
        died: list[Document] = []
        for future in done:
            document = self._waiting.pop(future)
            try:
                outcome = future.result()
            except BrokenProcessPool:
                died.append(document)
                continue
            yield document, outcome
        if died:
            yield from self._one_by_one(died)

    def _one_by_one(self, died: list[Document]) -> Iterator[tuple[Document, Made | Failure]]:
        """Code what was at hand when a worker died, alone, so that only the one at fault fails."""
        again = [*died, *self._waiting.values()]
        self._waiting.clear()
        for document in again:
            lone = self._started(1)
            try:
                yield document, lone.submit(_code, document).result()
            except BrokenProcessPool:
                yield (
                    document,
                    Failure(document.name, "ended the process that read it", "check the memory at hand"),
                )
            finally:
                lone.shutdown(wait=True, cancel_futures=True)
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._started(self._jobs)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        # spawned, not forked: the parent has threads (progress bar, model runtime) that a fork would break
        executor = ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), initializer=_load, initargs=(self._make,)
        )
        with interrupts_ignored():  # so that the workers inherit no Ctrl-C and only the parent answers it
            ready = [executor.submit(_ready) for _ in range(jobs)]
        try:
            _raise_failure(ready[0])
        except BaseException:  # also Ctrl-C while the workers load
            with interrupts_ignored():
                executor.shutdown(wait=True, cancel_futures=True)
            raise
        return executor


def work_through(
    make: MakeWork[Made], jobs: int, documents: Iterator[Document]
) -> Iterator[tuple[Document, Made | Failure]]:
    """Do the work on all documents, drawn as there is room, on as many cores as there are jobs.

    Errors: ReaderError when what the work needs can't be loaded
    """
    first = next(documents, None)
    if first is None:
        return
    second = next(documents, None) if jobs > 1 else None
    if second is None:  # one document, or one job: no process is worth its start
        work = make()
        yield from ((document, code_one(work, document)) for document in chain([first], documents))
        return
    pool = Pool(make, jobs)
    try:
        yield from pool.code(chain([first, second], documents))
    finally:
        pool.close()


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Let Ctrl-C pass for a while: what is half-way through must end, or its processes never do."""
    if threading.current_thread() is not threading.main_thread():  # no other thread hears of signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _raise_failure(ready: Future[Failure | None]) -> None:
    """Wait for a worker to be ready, and raise the ReaderError that says why it is not."""
    try:
        failure = ready.result()
    except BrokenProcessPool:
        advice = "check the memory or take fewer --jobs"
        failure = Failure("worker", "a worker process could not start", advice)
    if failure is not None:
        raise ReaderError(failure.what, where=failure.where, advice=failure.advice)


def _load(make: MakeWork[Any]) -> None:
    try:
        _of_this_worker.append(make())
    except TrucewatchError as error:
        _of_this_worker.append(Failure(error.where, error.what, error.advice))


def _ready() -> Failure | None:
    loaded = _of_this_worker[0]
    return loaded if isinstance(loaded, Failure) else None


def _code(document: Document) -> Any:  # noqa: ANN401 - whatever this worker makes
    loaded = _of_this_worker[0]
    return loaded if isinstance(loaded, Failure) else code_one(loaded, document)
