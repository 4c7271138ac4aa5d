"""The headers that every answer carries, errors and files included."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load: its own style, pictures and scripts, and what those ask of this server."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with none at all, browsers would not say which site sends a form
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""Headers of every answer."""

FRESH = "private, no-cache"
"""How long an answer is kept where its page does not say: it is asked for again each time."""

UNKEPT = "no-store"
"""The same where several people share a workspace, and perhaps a browser."""

SECURE_FOR = "max-age=31536000; includeSubDomains"
"""How long a browser asks by https alone once it was answered so."""


def headers_of(*, is_shared: bool, is_secure: bool) -> Mapping[str, str]:
    """Give the headers of every answer of a server, where its pages say nothing else of keeping them."""
    secure = {"strict-transport-security": SECURE_FOR} if is_secure else {}
    return {**HEADERS, **secure, "cache-control": UNKEPT if is_shared else FRESH}


class SafeHeaders:
    """Puts the headers on every answer of an application."""

    def __init__(self, app: ASGIApp, told: Mapping[str, str]) -> None:
        self._app = app
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers."""

        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                own = headers.get("cache-control")
                headers.update(self._told if own is None else {**self._told, "cache-control": own})
            await send(message)

        await self._app(scope, receive, send_with)
