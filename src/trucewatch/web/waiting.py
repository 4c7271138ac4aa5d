"""Connections that keep the server waiting are ended: there is room for a number of them only."""

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 30.0
"""Seconds between two looks at a connection."""

LEAST = 16_384
"""Bytes that come between two looks of whoever is still sending."""


class Impatient(H11Protocol):
    """Ends a connection found waiting twice since one request that brought next to nothing between."""

    _came = 0
    _waited_since: object = None
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
        since = self._waits_since()
        if since is not None and since is self._waited_since and self._came < LEAST:
            self.transport.abort()
            return
        self._came, self._waited_since = 0, since
        self._look_no_more = self.loop.call_later(PATIENCE, self._look).cancel

    def _waits_since(self) -> object:
        """The request since which more is to come; None where the server has to answer."""
        if self.flow.read_paused:
            return None
        if not self.cycle:
            return self.transport
        return self.cycle if self.cycle.response_complete or self.cycle.more_body else None
