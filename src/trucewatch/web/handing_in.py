"""What is handed in to be read: pasted words and files of a form, with what is said about them."""

import re
from collections.abc import Iterator, Sequence

from starlette.datastructures import FormData, QueryParams, UploadFile

from trucewatch.documents import CallerMetadata
from trucewatch.documents.streams import begins_lines
from trucewatch.errors import QuestionError
from trucewatch.ledger import Ledger, intake
from trucewatch.ledger.intake import HandedIn
from trucewatch.reports.gathering import today
from trucewatch.web.asked import Asked

LARGEST_FORM = 64_000_000
"""Bytes of all that one form hands in."""

MOST_FILES = 20
"""Files of one form."""

LONGEST_NAME = 200
"""Characters that are kept of a file's name, its last ones."""

WORDS = "text"
"""The field with pasted words; all other words of a form are about them."""

FIELDS = (WORDS, "publisher", "url", "published", "title", "language")
"""The fields of a form that hold words."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def about(form: FormData) -> Asked:
    """Give what a form says beside pasted words and files.

    Errors: QuestionError where it says too much
    """
    said = [(name, value) for name, value in form.multi_items() if isinstance(value, str) and name != WORDS]
    return Asked(QueryParams(said))


def caller_of(asked: Asked) -> CallerMetadata:
    """Give what is said about what is handed in.

    Errors: QuestionError on a day that is none or to come, or a language that is no code
    """
    published, language = asked.day("published"), asked.words("language")
    if published is not None and published > today():
        raise QuestionError(f"{published} is to come", where="published", advice="give the day it came out")
    if language and not _LANGUAGE.fullmatch(language):
        what = f"{language!r} is no code of a language"
        raise QuestionError(what, where="language", advice="give two or three letters, such as en")
    return CallerMetadata(
        published_on=published,
        publisher=asked.words("publisher") or None,
        title=asked.words("title") or None,
        url=asked.words("url") or None,
        language=language or None,
    )


async def handed_in(form: FormData, caller: CallerMetadata) -> tuple[HandedIn, ...]:
    """Give what a form hands in, the pasted words first.

    Errors: QuestionError where that is nothing
    """
    chosen = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
    named = [(one, plain_name(one.filename)) for one in chosen if one.filename]
    files = [HandedIn(name, caller, await one.read()) for one, name in named]
    found = (*_pasted(form, caller), *files)
    if not found:
        raise QuestionError("nothing is handed in", where="add", advice="paste a report or choose a file")
    return found


def take_in(ledger: Ledger, found: Sequence[HandedIn], by: str) -> tuple[str, ...]:
    """Keep what is handed in; on return it is on the disk. Gives the ids under which it waits.

    Errors: LedgerError where it can't be kept
    """
    with ledger.writing() as connection:
        return intake.receive(connection, found, by)


def plain_name(name: str) -> str:
    r"""Give the end of a file's name, with what does not show as a line.

    Example: "C:\\news\\a\x00.txt" stays but for the sign that does not show
    """
    return "".join(letter if letter.isprintable() else "_" for letter in name)[-LONGEST_NAME:]


def _pasted(form: FormData, caller: CallerMetadata) -> Iterator[HandedIn]:
    said = form.get(WORDS)
    if isinstance(said, str) and said.strip():
        content = said.encode("utf-8", "surrogatepass")
        is_lines = begins_lines(content.lstrip().partition(b"\n")[0])
        yield HandedIn("pasted.jsonl" if is_lines else "pasted.txt", caller, content)
