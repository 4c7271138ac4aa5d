"""Who keeps the server waiting is sent away, and nobody else."""

import asyncio
from collections.abc import Callable, Iterator
from unittest.mock import Mock

import pytest
import uvicorn
from uvicorn.server import ServerState

from trucewatch.web.waiting import LEAST, Impatient

HEAD = b"POST /add HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n"
WHOLE = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


class Hands:
    """A connection whose clock is moved by hand."""

    def __init__(self) -> None:
        self._due: list[Callable[[], None]] = []
        loop = Mock(asyncio.AbstractEventLoop)
        loop.call_later.side_effect = self._later
        loop.create_task.side_effect = lambda task, **_: task.close() or Mock()
        self.transport = Mock(asyncio.Transport)
        self.transport.get_extra_info.return_value = None
        config = uvicorn.Config(Mock(), http=Impatient, ws="none", lifespan="off")
        config.load()
        self.protocol = Impatient(config, ServerState(), {}, loop)
        self.protocol.connection_made(self.transport)

    def _later(self, _: float, due: Callable[[], None]) -> Mock:
        self._due.append(due)
        return Mock()

    def look(self, bring: bytes = b"") -> bool:
        """Bring something, let the time go by, and tell whether the connection lives."""
        if bring:
            self.protocol.data_received(bring)
        (due,) = self._due
        self._due.clear()
        due()
        return not self.transport.abort.called


@pytest.fixture
def hands() -> Iterator[Hands]:
    hands = Hands()
    yield hands
    hands.protocol.connection_lost(None)


def test_who_says_nothing_is_sent_away(hands: Hands) -> None:
    assert [hands.look(), hands.look()] == [True, False]


def test_who_drips_a_head_is_sent_away(hands: Hands) -> None:
    assert [hands.look(HEAD[:5]), hands.look(HEAD[5:9])] == [True, False]


def test_who_drips_a_body_is_sent_away(hands: Hands) -> None:
    assert [hands.look(HEAD), hands.look(b"a" * (LEAST - 1))] == [True, False]


def test_who_sends_slowly_but_surely_is_not(hands: Hands) -> None:
    assert all([hands.look(HEAD), hands.look(b"a" * LEAST), hands.look(b"a" * LEAST)])


def test_who_waits_for_an_answer_is_not(hands: Hands) -> None:
    assert all([hands.look(WHOLE), hands.look(), hands.look()])


def test_who_is_not_read_from_is_not(hands: Hands) -> None:
    assert hands.look(HEAD)
    hands.protocol.flow.pause_reading()
    assert hands.look()


def test_who_asks_again_after_each_answer_is_not(hands: Hands) -> None:
    for _ in range(4):
        hands.protocol.cycle = Mock(response_complete=True)  # what was asked since has its answer
        assert hands.look()


def test_who_asks_nothing_after_an_answer_is_sent_away(hands: Hands) -> None:
    hands.protocol.data_received(WHOLE)
    hands.protocol.cycle.response_complete = True
    assert [hands.look(), hands.look()] == [True, False]
