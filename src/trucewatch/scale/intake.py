"""Many documents into the ledger: read on all cores, written together, each acknowledged once it is safe."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from trucewatch.errors import DocumentError
from trucewatch.ledger import Counts, Ledger, ReadDocument
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.scale.batch import Event, Outcome, Tallied
from trucewatch.scale.filing import writable_name
from trucewatch.scale.workers import Failure, MakeWork, interrupts_ignored, work_through

AT_ONCE = 32
"""Documents of one transaction; more make it little faster, and a kill loses more that was read."""

AT_LEAST_EVERY = 2.0
"""Seconds after which what was read is written, however little it is."""

Claims = tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What reads; what the ledger has of these versions is not read again."""

    reader: str
    codebook: str


@dataclass(slots=True)
class Intake:
    """One run of many inputs into a ledger, in the name of `by`; `watch` hears what is safe."""

    ledger: Ledger
    versions: Versions
    make: MakeWork[Claims]
    jobs: int
    watch: Callable[[Outcome], None]
    by: str
    tally: Tallied = field(default_factory=Tallied)
    counts: Counts = field(default_factory=Counts)
    _held: list[ReadDocument] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def take(self, inputs: Iterable[Document | DocumentError]) -> None:
        """Read and add every input that is not there yet; one that fails ends no other.

        Errors: LedgerError when the ledger can't be written, ReaderError when the reader can't be loaded;
                on Ctrl-C what was read is written first
        """
        try:
            for document, outcome in work_through(self.make, self.jobs, self._new(inputs)):
                self._hold(document, outcome)
        except KeyboardInterrupt:
            with interrupts_ignored():
                self._write()
            raise
        self._write()

    def _new(self, inputs: Iterable[Document | DocumentError]) -> Iterator[Document]:
        """Pass on the documents that these versions have not read."""
        for item in inputs:
            if isinstance(item, DocumentError):
                self._fail(item)
                continue
            document = replace(item, name=writable_name(item.name))
            self.tally.notice(document)
            if self.ledger.has(document.id, self.versions.reader, self.versions.codebook):
                self.counts += Counts(already=1)
                self.watch(Outcome(Event.ALREADY, document.name))
            else:
                yield document

    def _hold(self, document: Document, outcome: Claims | Failure) -> None:
        if isinstance(outcome, Failure):
            self._fail(DocumentError(outcome.what, where=outcome.where, advice=outcome.advice))
            return
        self._held.append(ReadDocument(document, outcome, self.versions.reader, self.versions.codebook))
        if len(self._held) >= AT_ONCE or time.monotonic() - self._since >= AT_LEAST_EVERY:
            self._write()

    def _write(self) -> None:
        """Write what is held; where one of them is refused, each alone, so that only that one fails."""
        held, self._held = self._held, []
        try:
            if held:
                self._acknowledge(held)
        except DocumentError:
            for one in held:
                try:
                    self._acknowledge([one])
                except DocumentError as error:
                    self._fail(error)
        self._since = time.monotonic()

    def _acknowledge(self, held: list[ReadDocument]) -> None:
        self.counts += self.ledger.add(held, self.by)
        for one in held:
            self.watch(Outcome(Event.ADDED, one.document.name))

    def _fail(self, error: DocumentError) -> None:
        failure = Failure(error.where, error.what, error.advice)
        self.tally.failures.append(failure)
        self.watch(Outcome(Event.FAILED, error.where, failure))
