"""What stands before every page and says who asks."""

from dataclasses import dataclass
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trucewatch.errors import LedgerError
from trucewatch.records.account import Session
from trucewatch.web.pages.faults import refused, unreadable
from trucewatch.web.safety.forms import ForgedForm, is_from_elsewhere
from trucewatch.web.visitor import Visitor

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who is let in, None for a page that asks for no name.

    `mark` is what their forms must carry; `session` is that of a browser which is signed in.
    """

    visitor: Visitor | None
    mark: str
    session: Session | None = None


class Entrance(Protocol):
    """Decides who is let in."""

    async def admit(self, request: Request) -> Admitted | Response:
        """Give who asks, or the answer that they get instead of a page."""

    async def answers(self, request: Request, admitted: Admitted, status: int) -> None:
        """Take note of an answer before it is sent."""


class Letting:
    """Lets requests into an application, each with who asks."""

    def __init__(self, app: ASGIApp, entrance: Entrance) -> None:
        self._app = app
        self._entrance = entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request with who asks, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        found = await self._found(request)
        if isinstance(found, Response):
            await found(scope, receive, send)
            return
        told = {"visitor": found.visitor, "mark": found.mark, "session": found.session}
        scope["state"] = {**scope.get("state", {}), **told}

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                await self._entrance.answers(request, found, message["status"])
            await send(message)

        await self._app(scope, receive, noted)

    async def _found(self, request: Request) -> Admitted | Response:
        if request.method not in SAFE and is_from_elsewhere(request):
            return refused(request, ForgedForm())
        try:
            return await self._entrance.admit(request)
        except LedgerError as error:
            return unreadable(request, error)
