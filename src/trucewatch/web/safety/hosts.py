"""Which names this server answers to, so that no other site can reach it under a name of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which a machine reaches itself."""

WEB_PORT, SECURE_PORT = 80, 443
"""The ports that addresses leave out, without and with TLS."""

REFUSED = (
    "trucewatch: this address is not one that the server was started with; "
    "open the address that `trucewatch serve` printed\n"
)


@dataclass(frozen=True, slots=True)
class Served:
    """Where a server listens, and whether by TLS; `host` is a name or a number, without brackets."""

    host: str
    port: int
    is_secure: bool = False

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        number = _number(self.host)
        return self.host == "localhost" if number is None else number.is_loopback

    @property
    def is_everywhere(self) -> bool:
        """Whether it listens on every address that the machine has."""
        number = _number(self.host)
        return number is not None and number.is_unspecified

    @property
    def address(self) -> str:
        """What to open in a browser."""
        name = "localhost" if self.is_everywhere else _written(self.host)
        return f"{'https' if self.is_secure else 'http'}://{name}:{self.port}/"

    def answers_to(self, asked: str) -> bool:
        """Tell whether a request's Host names this server.

        Shape: the host it was started with; on loopback every name of loopback; where it listens on every
               address, any number, for a name could be another site's
        """
        name, port = _apart(asked.lower(), SECURE_PORT if self.is_secure else WEB_PORT)
        if port != self.port:
            return False
        if self.is_loopback:
            return name in {*LOOPBACK, _written(self.host)}
        if self.is_everywhere:
            return name in LOOPBACK or _number(name.strip("[]")) is not None
        return name == _written(self.host)


class OwnHost:
    """Answers only requests that name the server as it was started."""

    def __init__(self, app: ASGIApp, served: Served) -> None:
        self._app = app
        self._served = served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on or refuse a request."""
        app = self._app if scope["type"] != "http" or self._is_own(scope["headers"]) else refusal
        await app(scope, receive, send)

    def _is_own(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        named = [value.decode("latin-1") for name, value in headers if name == b"host"]
        return len(named) == 1 and self._served.answers_to(named[0])


refusal = PlainTextResponse(REFUSED, status_code=421)
"""What a request under another name gets; nothing of the ledger is in it."""


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _written(host: str) -> str:
    """A host as an address has it."""
    return f"[{host.lower()}]" if ":" in host else host.lower()


def _apart(asked: str, usual: int) -> tuple[str, int]:
    """The name and port of a Host header; port -1 where it is none."""
    name, colon, port = asked.rpartition(":")
    if not colon or asked.endswith("]"):
        return asked, usual
    return name, int(port) if port.isascii() and port.isdigit() else -1
