"""A server for one person on their own machine: nobody signs in."""

from starlette.requests import Request

from trucewatch.ledger import Ledger
from trucewatch.ledger.lookup import server_key
from trucewatch.records.account import Role
from trucewatch.web.entrance.letting import Admitted
from trucewatch.web.safety.forms import mark_of
from trucewatch.web.visitor import Visitor

NOBODY = "local reader"
"""What the one person is called where nobody says."""


class Alone:
    """Lets everybody who reaches the server in as the one person, who may do everything."""

    def __init__(self, ledger: Ledger, name: str = NOBODY) -> None:
        with ledger.looking() as connection:
            mark = mark_of(server_key(connection, "forms"), "alone")
        self._admitted = Admitted(Visitor(name, Role.ADMIN), mark)

    async def admit(self, _: Request) -> Admitted:
        """Give the one person."""
        return self._admitted

    async def answers(self, request: Request, admitted: Admitted, status: int) -> None:
        """Note nothing: the ledger's own entries say what one person does."""
