"""Which forms are taken: those that a page of this server made, for who sends them, of a bounded size."""

import hashlib
import hmac

from markupsafe import Markup
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

LARGEST = 256 * 1024
"""Bytes of a form without files."""

MOST_FIELDS = 500
"""Fields of a form."""

THROWN_AWAY = 64 * 1024 * 1024
"""Bytes behind the largest size that are still taken and dropped, so that a browser gets to the answer."""

FIELD = "forgery"
"""The name of the field that holds a form's mark."""

SAME = "same-origin"

WRITTEN_IN = b"utf-8"
"""How every browser writes the form of a page that is written so."""


class ForgedForm(HTTPException):
    """A form that no page of this server made for who sends it."""

    def __init__(self) -> None:
        super().__init__(403)


def mark_of(key: bytes, holder: str) -> str:
    """Give the mark that every form for a holder carries: an account, or the one reader of a server."""
    return hmac.new(key, b"form\0" + holder.encode(), hashlib.sha256).hexdigest()


def forgery_field(request: Request) -> Markup:
    """Give the hidden field that each form which sends something must hold."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, _mark(request))


def is_from_elsewhere(request: Request) -> bool:
    """Tell whether a browser names another site as the one that had it ask."""
    site = request.headers.get("sec-fetch-site", SAME)
    own = f"{request.url.scheme}://{request.url.netloc}"
    return site != SAME or request.headers.get("origin", own).lower() != own.lower()


def refuse_elsewhere(request: Request) -> None:
    """Refuse a form that another site had a browser send.

    Errors: ForgedForm, also where nothing says which site did
    """
    is_told = "sec-fetch-site" in request.headers or "origin" in request.headers
    if not is_told or is_from_elsewhere(request):
        raise ForgedForm


def refuse_other_writing(request: Request) -> None:
    """Refuse a form that names another way of writing: some make signs of it that no database takes.

    Errors: HTTPException 400
    """
    _, told = parse_options_header(request.headers.get("content-type"))
    if told.get(b"charset", WRITTEN_IN).lower() != WRITTEN_IN:
        raise HTTPException(400)


def is_ours(request: Request, form: FormData) -> bool:
    """Tell whether a form has the mark that its page carried."""
    said, mark = form.get(FIELD), _mark(request)
    return bool(mark) and isinstance(said, str) and hmac.compare_digest(said.encode(), mark.encode())


def bounded(request: Request, largest: int) -> Request:
    """Give the request with a body that is refused behind so many bytes.

    Errors: HTTPException 413 from reading it
    """
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        message = await request.receive()
        taken += len(message.get("body", b""))
        if taken <= largest:
            return message
        while message.get("more_body") and taken <= largest + THROWN_AWAY:
            message = await request.receive()
            taken += len(message.get("body", b""))
        raise HTTPException(413)

    return Request(request.scope, receive)


def _mark(request: Request) -> str:
    mark: str = request.scope.get("state", {}).get("mark", "")
    return mark
