"""What an address for programs is asked and answers: told once, for the server and for its description."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trucewatch.errors import QuestionError
from trucewatch.records.account import Role
from trucewatch.web.api.schema import Schema
from trucewatch.web.asked import LONGEST, MOST_VALUES
from trucewatch.web.pages.reached import ID, asked_of
from trucewatch.web.safety.forms import bounded
from trucewatch.web.visitor import refuse_below

ROOT = "/api/v1"
"""What all addresses for programs begin with."""

JSON = "application/json"
LARGEST = 30_000_000
"""Bytes of what is sent at once: a report of the largest size, with escapes."""

OF_DAY = r"^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
"""What days look like from the first on that is taken, 1900-01-01."""

OF_WORDS = r"^[^\x00]*[^\s\x00][^\x00]*$"
"""What words look like: some sign that shows, and no NUL, which one of the databases does not take."""

OF_ID: Schema = {"type": "string", "pattern": f"^{ID.pattern}$"}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that an address may be asked, and the shape of its values."""

    name: str
    says: str
    shape: Schema
    is_needed: bool = False
    is_several: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """An address with a method: what it is asked or sent, who may, and what it answers.

    `handle` gives a record of the kind `answer`, from what is asked or from what is sent of the kind `takes`,
    whose fields `needs` binds to each other.
    """

    path: str
    name: str
    says: str
    answer: Any
    handle: Callable[[Request, Any], object]
    questions: tuple[Question, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    takes: type[msgspec.Struct] | None = None
    needs: Schema = field(default_factory=dict)
    status: int = 200
    role: Role = Role.READER

    @property
    def method(self) -> str:
        """The method that it answers."""
        return "GET" if self.takes is None else "POST"


def words(name: str, says: str, *, is_needed: bool = False, is_several: bool = False) -> Question:
    """Ask for words."""
    shape: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": OF_WORDS}
    if is_several:
        shape = {"type": "array", "items": shape, "maxItems": MOST_VALUES}
    return Question(name, says, shape, is_needed, is_several)


def day(name: str, says: str) -> Question:
    """Ask for a day."""
    return Question(name, says, {"type": "string", "format": "date", "pattern": OF_DAY})


def choice(name: str, says: str, known: type[StrEnum]) -> Question:
    """Ask for one of a closed list of words."""
    return Question(name, says, {"type": "string", "enum": [word.value for word in known]})


def count(name: str, says: str, usual: int, most: int) -> Question:
    """Ask for a number of things."""
    return Question(name, says, {"type": "integer", "minimum": 1, "maximum": most, "default": usual})


def route(operation: Operation) -> Route:
    """Give what answers an operation."""
    endpoint = _sent(operation) if operation.takes else _asked(operation)
    return Route(f"{ROOT}{operation.path}", endpoint, methods=[operation.method])


def _asked(operation: Operation) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        refuse_below(request, operation.role)
        asked = asked_of(request)
        _refuse_others(request, operation.questions)
        return _answered(operation, operation.handle(request, asked))

    return answer


def _sent(operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        refuse_below(request, operation.role)
        _refuse_others(request, ())
        found = _decoded(await _body(request), operation.takes)
        return _answered(operation, await run_in_threadpool(operation.handle, request, found))

    return answer


def _answered(operation: Operation, record: object) -> Response:
    return Response(msgspec.json.encode(record), operation.status, media_type=JSON)


def _refuse_others(request: Request, questions: tuple[Question, ...]) -> None:
    """Refuse what is not asked here, asked twice, or asked without words: a slip would change the answer."""
    known = {question.name: question for question in questions}
    for name, value in request.query_params.multi_items():
        if name not in known:
            advice = f"ask {', '.join(known)}" if known else "ask nothing"
            raise QuestionError("is not asked here", where=name, advice=advice)
        if not value.strip():
            raise QuestionError("is asked without words", where=name, advice="leave it out")
        if not known[name].is_several and len(request.query_params.getlist(name)) > 1:
            raise QuestionError("is asked twice", where=name, advice="ask it once")


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise HTTPException(415)
    return await bounded(request, LARGEST).body()


def _decoded(body: bytes, kind: type[msgspec.Struct] | None) -> msgspec.Struct:
    try:
        found: msgspec.Struct = msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        advice = f"send what {ROOT}/openapi.json describes"
        raise QuestionError(f"can't be read: {error}", where="what is sent", advice=advice) from error
    return found
