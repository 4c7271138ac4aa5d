"""Connections that keep the server waiting, or are too many of one address, are ended: room is short."""

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from trucewatch.accounts.trying import network_of

PATIENCE = 30.0
"""Seconds between two looks at a connection."""

LEAST = 16_384
"""Bytes that go either way between two looks of whoever is still sending, or still taking an answer."""

MOST_OF_ONE = 32
"""Connections of one address, or of one IPv6 network of 64 bits: half of what there is room for."""

TOO_MANY = b"""\
HTTP/1.1 503 Service Unavailable\r
content-type: text/plain; charset=utf-8\r
content-length: 57\r
retry-after: 5\r
connection: close\r
\r
Too many connections from your address. Try again later.
"""
"""What a connection is told that is one too many."""


class Impatient(H11Protocol):
    """Ends a connection found waiting twice over one request, with next to nothing sent or taken between."""

    _moved = 0
    _held = 0
    _waited_since: object = None
    _look_no_more: Callable[[], None]

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - uvicorn narrows what asyncio takes
        """Begin to look at a connection, or end it where its address has too many."""
        super().connection_made(transport)
        self._look_no_more = self.loop.call_later(PATIENCE, self._look).cancel
        if self._is_one_too_many():
            transport.write(TOO_MANY)
            transport.abort()  # closing would wait for the other side

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._look_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count what comes."""
        self._moved += len(data)
        super().data_received(data)

    def resume_writing(self) -> None:
        """Count what was taken: most of what was held back."""
        self._moved += LEAST
        super().resume_writing()

    def _look(self) -> None:
        since, held = self._waits_since(), self.transport.get_write_buffer_size()
        moved = self._moved + max(self._held - held, 0)
        if since is not None and since is self._waited_since and moved < LEAST:
            self.transport.abort()
            return
        self._moved, self._held, self._waited_since = 0, held, since
        self._look_no_more = self.loop.call_later(PATIENCE, self._look).cancel

    def _waits_since(self) -> object:
        """The request over which the other side is waited for; None where the server has to answer."""
        if not self.cycle:
            return self.transport
        if self.flow.write_paused:
            return self.cycle
        if self.flow.read_paused:
            return None
        return self.cycle if self.cycle.response_complete or self.cycle.more_body else None

    def _is_one_too_many(self) -> bool:
        """Whether this connection's address has more than its share with it."""
        if self.client is None:
            return False
        network = network_of(self.client[0])
        others = (one.client for one in self.connections if isinstance(one, Impatient))
        return sum(client is not None and network_of(client[0]) == network for client in others) > MOST_OF_ONE
