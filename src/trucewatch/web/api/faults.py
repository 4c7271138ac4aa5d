"""What a program is told when it can't be answered: what, where, and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.errors import TrucewatchError

ADDRESSES = "/api/"
"""What all addresses begin with that programs ask."""

SAID: Mapping[int, tuple[str, str]] = {
    400: ("can't be read", "ask as /api/v1/openapi.json describes"),
    401: ("is answered only to who has an account", "send a token as `Authorization: Bearer TOKEN`"),
    403: ("is not allowed to your role", "ask an admin for a role that may"),
    404: ("is not kept here", "check the id"),
    405: ("is not asked with this method", "ask as /api/v1/openapi.json describes"),
    413: ("is too large", "send it in parts"),
    415: ("is not sent as application/json", "say so in Content-Type"),
    429: ("was tried too often", "wait, then try again"),
}
"""What is told of a status alone."""

BROKEN = ("broke while it was answered; nothing that the ledger holds was touched", "ask again, or report it")

Answer = Callable[[Request, Exception], Response]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer: what is wrong, where, and what to do."""

    what: str
    where: str
    advice: str


def for_programs_too(page: Answer) -> Answer:
    """Tell programs in JSON what a page tells people, with the same status."""

    @wraps(page)
    def answer(request: Request, error: Exception) -> Response:
        told = page(request, error)
        if not request.url.path.startswith(ADDRESSES):
            return told
        kept = {name: told.headers[name] for name in ("allow", "www-authenticate") if name in told.headers}
        fault = msgspec.json.encode(_fault(request, error, told.status_code))
        return Response(fault, told.status_code, kept, media_type="application/json")

    return answer


def _fault(request: Request, error: Exception, status: int) -> Fault:
    if isinstance(error, TrucewatchError):
        return Fault(error.what, error.where, error.advice)
    what, advice = SAID.get(status, BROKEN)
    return Fault(what, request.url.path, advice)
