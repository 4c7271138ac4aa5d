"""Connections that keep the server waiting are ended: there is room for a number of them only."""

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 30.0
"""Seconds between two looks at a connection."""

LEAST = 16_384
"""Bytes that come between two looks of whoever is still sending."""


class Impatient(H11Protocol):
    """Ends a connection that was found waiting twice and brought next to nothing between."""

    _came = 0
    _waited = False
    _look_no_more: Callable[[], None]

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - uvicorn narrows what asyncio takes
        """Begin to look at a connection."""
        super().connection_made(transport)
        self._look_no_more = self.loop.call_later(PATIENCE, self._look).cancel

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._look_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count what comes."""
        self._came += len(data)
        super().data_received(data)

    def _look(self) -> None:
        waits = self._is_waiting() and not self.flow.read_paused
        if waits and self._waited and self._came < LEAST:
            self.transport.abort()
            return
        self._came, self._waited = 0, waits
        self._look_no_more = self.loop.call_later(PATIENCE, self._look).cancel

    def _is_waiting(self) -> bool:
        """Whether a request, or the rest of one, is still to come."""
        return not self.cycle or self.cycle.response_complete or self.cycle.more_body
