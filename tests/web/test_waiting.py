"""Who keeps the server waiting is sent away, and nobody else."""

import asyncio
from collections.abc import Callable, Iterator
from unittest.mock import Mock

import pytest
import uvicorn
from uvicorn.server import ServerState

from trucewatch.web.waiting import LEAST, MOST_OF_ONE, TOO_MANY, Impatient

HEAD = b"POST /add HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n"
WHOLE = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


class Hands:
    """A connection whose clock is moved by hand, among others of a server."""

    def __init__(self, address: str = "192.0.2.1", state: ServerState | None = None) -> None:
        self._due: list[Callable[[], None]] = []
        loop = Mock(asyncio.AbstractEventLoop)
        loop.call_later.side_effect = self._later
        loop.create_task.side_effect = lambda task, **_: task.close() or Mock()
        self.transport = Mock(asyncio.Transport)
        self.transport.get_extra_info = {"peername": (address, 40_000)}.get
        self.transport.get_write_buffer_size.return_value = 0
        config = uvicorn.Config(Mock(), http=Impatient, ws="none", lifespan="off")
        config.load()
        self.protocol = Impatient(config, state or ServerState(), {}, loop)
        self.protocol.connection_made(self.transport)

    def _later(self, _: float, due: Callable[[], None]) -> Mock:
        self._due.append(due)
        return Mock()

    def look(self, bring: bytes = b"", *, held: int = 0) -> bool:
        """Bring something, leave some of the answer, let time go by, and tell whether it lives."""
        if bring:
            self.protocol.data_received(bring)
        self.transport.get_write_buffer_size.return_value = held
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


def answered(hands: Hands) -> None:
    """Have the server give a whole answer, all of which is held back at first."""
    hands.protocol.data_received(WHOLE)
    hands.protocol.cycle.response_complete = True


def test_who_drips_an_answer_is_sent_away(hands: Hands) -> None:
    answered(hands)
    assert [hands.look(held=10 * LEAST), hands.look(held=9 * LEAST + 1)] == [True, False]


def test_who_takes_an_answer_slowly_but_surely_is_not(hands: Hands) -> None:
    answered(hands)
    assert all(hands.look(held=left * LEAST) for left in (10, 9, 8, 7))


def test_who_asks_on_and_takes_no_answer_is_sent_away(hands: Hands) -> None:
    hands.protocol.data_received(WHOLE)
    hands.protocol.pause_writing()
    hands.protocol.flow.pause_reading()  # the next question came while the answer was held back
    assert [hands.look(held=10 * LEAST), hands.look(held=10 * LEAST)] == [True, False]


def test_who_takes_what_was_held_back_is_not(hands: Hands) -> None:
    hands.protocol.data_received(WHOLE)
    for _ in range(4):
        hands.protocol.pause_writing()
        hands.protocol.resume_writing()
        hands.protocol.pause_writing()
        assert hands.look(held=10 * LEAST)


@pytest.mark.parametrize("others", ["192.0.2.1", "2001:db8::{}"])
def test_one_address_has_its_share_and_no_more(others: str) -> None:
    state = ServerState()
    made = [Hands(others.format(number), state) for number in range(MOST_OF_ONE + 1)]
    assert [one.transport.abort.called for one in made] == [False] * MOST_OF_ONE + [True]
    made[-1].transport.write.assert_called_once_with(TOO_MANY)
    assert not Hands("2001:db8:0:1::", state).transport.abort.called
    for one in made[:2]:
        one.protocol.connection_lost(None)
    assert not Hands(others.format("a"), state).transport.abort.called


def test_what_one_too_many_is_told_is_as_long_as_it_says() -> None:
    head, body = TOO_MANY.split(b"\r\n\r\n")
    assert f"content-length: {len(body)}".encode() in head.split(b"\r\n")
