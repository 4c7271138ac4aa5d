"""A large answer is given in pieces that make it up, and the last one says so."""

import asyncio
from typing import cast

import pytest
from starlette.types import Message, Receive, Scope, Send

from trucewatch.web.safety.pieces import PIECE, InPieces

START: Message = {"type": "http.response.start", "status": 200, "headers": []}


def sent(*messages: Message) -> list[Message]:
    """What reaches the server of an application that sends these."""
    found: list[Message] = []

    async def app(_: Scope, __: Receive, send: Send) -> None:
        for message in messages:
            await send(message)

    async def keep(message: Message) -> None:
        found.append(message)

    asyncio.run(InPieces(app)({"type": "http"}, cast("Receive", None), keep))
    return found


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_pieces_make_up_the_whole(size: int) -> None:
    whole = bytes(number % 251 for number in range(size))
    start, *pieces = sent(START, {"type": "http.response.body", "body": whole})
    assert start == START
    assert b"".join(piece["body"] for piece in pieces) == whole
    assert max(len(piece["body"]) for piece in pieces) <= PIECE
    assert [piece.get("more_body", False) for piece in pieces] == [True] * (len(pieces) - 1) + [False]


def test_what_goes_on_goes_on_after_its_last_piece() -> None:
    first: Message = {"type": "http.response.body", "body": b"a" * (PIECE + 1), "more_body": True}
    last: Message = {"type": "http.response.body", "body": b"b"}
    assert [piece.get("more_body", False) for piece in sent(first, last)] == [True, True, False]
