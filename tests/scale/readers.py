"""Readers that need no weights; worker processes find them by name."""

import os
import time
from pathlib import Path

from trucewatch.errors import DocumentError, ReaderError
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.scale.workers import Work

GATE = "TRUCEWATCH_TEST_GATE"
"""The variable with the path of a file that a slow reader waits for."""


def load_slow() -> Work[tuple[Claim, ...]]:
    """Give the plain reader, that waits with each article until a file is there."""
    gate = Path(os.environ[GATE])

    def wait(document: Document) -> tuple[Claim, ...]:
        while not gate.exists():
            time.sleep(0.01)
        return _read(document)

    return wait


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
        case "WAIT":
            time.sleep(3_600)
        case "END":
            os._exit(1)
    return ()
