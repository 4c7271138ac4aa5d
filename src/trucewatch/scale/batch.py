"""Coding sheets for many documents: resumable, on all cores, each sheet whole or absent."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trucewatch.errors import DocumentError
from trucewatch.records.document import Document, SegmentRole
from trucewatch.scale.filing import Folder, content_id, writable_name
from trucewatch.scale.workers import Coded, Failure, MakeCoder, work_through
from trucewatch.settings import LANGUAGES_READ


class Event(StrEnum):
    """What became of one input."""

    CODED = "coded"
    ADDED = "added"
    ALREADY = "already"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input's end; `failure` where there is one."""

    event: Event
    name: str
    failure: Failure | None = None


@dataclass(slots=True)
class Tallied:
    """What a run has met so far: documents by what was noticed of them, and what was read in them."""

    failures: list[Failure] = field(default_factory=list)
    coded: int = 0
    already: int = 0
    claims: int = 0
    untold: int = 0
    undated: int = 0
    trimmed: int = 0
    other_languages: Counter[str] = field(default_factory=Counter)

    def notice(self, document: Document) -> None:
        """Count what is seen of a document before it is read."""
        language = document.metadata.language
        self.undated += document.published_on is None
        self.trimmed += any(part.role is SegmentRole.FURNITURE for part in document.segments)
        if language not in {*LANGUAGES_READ, None}:
            self.other_languages[str(language)] += 1


@dataclass(slots=True)
class Batch:
    """One run over many inputs; `watch` hears each outcome as it comes."""

    folder: Folder
    make: MakeCoder
    jobs: int
    watch: Callable[[Outcome], None]
    tally: Tallied = field(default_factory=Tallied)
    _seen: deque[Document] = field(default_factory=deque)

    def documents(self, inputs: Iterable[Document | DocumentError]) -> Iterator[Document]:
        """Code every document of the inputs, passing each on as it is taken in.

        Shape:  inputs are drawn as there is room; documents of which the sheet is there are passed on too
        Errors: OutputError when a sheet can't be written, ReaderError when the reader can't be loaded
        """
        try:
            for document, outcome in work_through(self.make, self.jobs, self._new(inputs)):
                self._end(document, outcome)
                yield from self._taken()
            yield from self._taken()
        finally:
            self.folder.save()

    def _new(self, inputs: Iterable[Document | DocumentError]) -> Iterator[Document]:
        """Pass on the documents that have no sheet yet."""
        for item in inputs:
            if isinstance(item, DocumentError):
                self._fail(item.where, Failure(item.where, item.what, item.advice))
                continue
            document = replace(item, name=writable_name(item.name))
            self._seen.append(document)
            self.tally.notice(document)
            if self.folder.has(self.folder.place_for(document.name), content_id(document)):
                self.tally.already += 1
                self.watch(Outcome(Event.ALREADY, document.name))
            else:
                yield document

    def _end(self, document: Document, outcome: Coded | Failure) -> None:
        if isinstance(outcome, Failure):
            self._fail(document.name, outcome)
            return
        self.folder.put(self.folder.place_for(document.name), content_id(document), outcome.sheet)
        self.tally.coded += 1
        self.tally.claims += outcome.claims
        self.tally.untold += outcome.untold
        self.watch(Outcome(Event.CODED, document.name))

    def _fail(self, name: str, failure: Failure) -> None:
        self.tally.failures.append(failure)
        self.watch(Outcome(Event.FAILED, name, failure))

    def _taken(self) -> Iterator[Document]:
        while self._seen:
            yield self._seen.popleft()
