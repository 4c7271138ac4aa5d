"""Connections that keep the server waiting are ended: there is room for a number of them only."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 30.0
"""Seconds between two looks at a connection."""

LEAST = 16_384
"""Bytes that come between two looks of whoever is still sending."""

SENDING = frozenset({h11.IDLE, h11.SEND_BODY})
"""What the other side may be doing when it is its turn: nothing yet, or sending what belongs to a request."""


class Impatient(H11Protocol):
    """Ends a connection that was found waiting twice and brought next to nothing between."""

    _came = 0
    _waited = False
    _next: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Begin to look at a connection."""
        super().connection_made(transport)
        self._next = self.loop.call_later(PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        if self._next is not None:
            self._next.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count what comes."""
        self._came += len(data)
        super().data_received(data)

    def _look(self) -> None:
        waits = self.conn.their_state in SENDING and not self.flow.read_paused
        if waits and self._waited and self._came < LEAST:
            self.transport.abort()
            return
        self._came, self._waited = 0, waits
        self._next = self.loop.call_later(PATIENCE, self._look)
