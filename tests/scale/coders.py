"""Coders that need no reader; worker processes find them by name."""

import os
from datetime import date

from trucewatch.errors import DocumentError, ReaderError
from trucewatch.records.document import Document
from trucewatch.records.sheet import Sheet, encode_sheet
from trucewatch.scale.workers import Coded, Coder


def load_plain() -> Coder:
    """Give a coder that fills empty sheets and obeys the words that begin an article."""
    return _code


def load_nothing() -> Coder:
    """Fail as a reader without weights does."""
    raise ReaderError("no weights", where="weights", advice="train")


def _code(document: Document) -> Coded:
    match document.text.split()[0]:
        case "DIE":
            os._exit(9)
        case "BREAK":
            message = "two\nlines"
            raise ValueError(message)
        case "REFUSE":
            raise DocumentError("refused", where=document.name, advice="leave it")
        case "STOP":
            raise KeyboardInterrupt
    sheet = Sheet(doc_id=document.name, published_on=date(2021, 3, 4))
    return Coded(encode_sheet(sheet), claims=2, untold=1)
