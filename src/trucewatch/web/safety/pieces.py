"""Large answers given piece by piece, each when those before it were taken."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PIECE = 65_536
"""Bytes of a piece; what is held back for whoever takes an answer slowly stays small, by https too."""


class InPieces:
    """Cuts what an application answers.

    Given whole, all of it would be handed over at once, and by https nothing would tell how fast it is taken.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in pieces."""

        async def send_cut(message: Message) -> None:
            body = message.get("body", b"")
            ends = range(PIECE, len(body), PIECE)
            for end in ends:
                await send({**message, "body": body[end - PIECE : end], "more_body": True})
            await send({**message, "body": body[len(ends) * PIECE :]} if ends else message)

        await self._app(scope, receive, send_cut)
