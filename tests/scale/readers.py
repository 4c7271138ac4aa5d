"""Readers that need no weights; worker processes find them by name."""

from trucewatch.errors import DocumentError, ReaderError
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.scale.workers import Work


def load_plain() -> Work[tuple[Claim, ...]]:
    """Give a reader that finds nothing and obeys the words that begin an article."""
    return _read


def load_nothing() -> Work[tuple[Claim, ...]]:
    """Fail as a reader without weights does."""
    raise ReaderError("no weights", where="weights", advice="train")


def _read(document: Document) -> tuple[Claim, ...]:
    match document.text.split()[0]:
        case "BREAK":
            message = "two\nlines"
            raise ValueError(message)
        case "REFUSE":
            raise DocumentError("refused", where=document.name, advice="leave it")
        case "STOP":
            raise KeyboardInterrupt
    return ()
