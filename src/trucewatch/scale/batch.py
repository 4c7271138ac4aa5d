"""Coding sheets for many documents: resumable, on all cores, each sheet whole or absent."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trucewatch.errors import DocumentError
from trucewatch.records.document import Document
from trucewatch.scale.filing import Folder, content_id
from trucewatch.scale.workers import Coded, Failure, MakeCoder, Pool, code_one


class Event(StrEnum):
    """What became of one input."""

    CODED = "coded"
    ALREADY = "already"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input's end; `failure` where there is one."""

    event: Event
    name: str
    failure: Failure | None = None


@dataclass(slots=True)
class Batch:
    """One run over many inputs, and its tally as it goes on.

    `watch` hears each outcome as it comes.
    """

    folder: Folder
    make: MakeCoder
    jobs: int
    watch: Callable[[Outcome], None]
    coded: int = 0
    already: int = 0
    claims: int = 0
    untold: int = 0
    failures: list[Failure] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    def documents(self, inputs: Iterable[Document | DocumentError]) -> Iterator[Document]:
        """Code every document of the inputs, passing each on as it is taken in.

        Errors: OutputError when a sheet can't be written, ReaderError when the reader can't be loaded
        """
        files: dict[str, tuple[str, str]] = {}
        seen: list[Document] = []
        try:
            for document, outcome in self._outcomes(self._new(inputs, files, seen)):
                self._end(document, outcome, files.pop(document.name))
                yield from _emptied(seen)
            yield from _emptied(seen)
        finally:
            self.folder.save()

    def _outcomes(self, new: Iterator[Document]) -> Iterator[tuple[Document, Coded | Failure]]:
        first = next(new, None)
        if first is None:
            return
        second = next(new, None) if self.jobs > 1 else None
        if second is None:  # one document, or one job: no process is worth its start
            coder = self.make()
            yield first, code_one(coder, first)
            yield from ((document, code_one(coder, document)) for document in new)
            return
        pool = Pool(self.make, self.jobs)
        try:
            yield from pool.code(_chained(first, second, new))
        finally:
            pool.close()

    def _new(
        self,
        inputs: Iterable[Document | DocumentError],
        files: dict[str, tuple[str, str]],
        seen: list[Document],
    ) -> Iterator[Document]:
        """Pass on the documents that have no sheet yet; note where each one's goes."""
        for item in inputs:
            if isinstance(item, DocumentError):
                self._fail(item.where, Failure(item.where, item.what, item.advice))
                continue
            document = replace(item, name=_writable(item.name))
            seen.append(document)
            file, content = self.folder.place_for(document.name), content_id(document)
            for note in document.notes:
                self.notes[note] = self.notes.get(note, 0) + 1
            if self.folder.has(file, content):
                self.already += 1
                self.watch(Outcome(Event.ALREADY, document.name))
                continue
            files[document.name] = file, content
            yield document

    def _end(self, document: Document, outcome: Coded | Failure, place: tuple[str, str]) -> None:
        if isinstance(outcome, Failure):
            self._fail(document.name, outcome)
            return
        self.folder.put(*place, outcome.sheet)
        self.coded += 1
        self.claims += outcome.claims
        self.untold += outcome.untold
        self.watch(Outcome(Event.CODED, document.name))

    def _fail(self, name: str, failure: Failure) -> None:
        self.failures.append(failure)
        self.watch(Outcome(Event.FAILED, name, failure))


def _emptied(seen: list[Document]) -> Iterator[Document]:
    while seen:
        yield seen.pop(0)


def _chained(first: Document, second: Document, others: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield second
    yield from others


def _writable(name: str) -> str:
    """Write the bytes of a file name that are no text as escapes; no sheet could hold them."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
