"""A server for several people: everybody signs in, and the audit log says what they sent."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.accounts import clock, people, sessions, tokens
from trucewatch.accounts.noting import note
from trucewatch.ledger import Ledger
from trucewatch.ledger.lookup import server_key
from trucewatch.records.account import Deed, Doer, Session
from trucewatch.web.addresses import address
from trucewatch.web.entrance.cookies import secret_in
from trucewatch.web.entrance.letting import SAFE, Admitted
from trucewatch.web.pages.faults import refused
from trucewatch.web.safety.forms import mark_of
from trucewatch.web.visitor import Visitor, address_of

OPEN = frozenset({"/sign-in", "/style.css"})
"""Addresses that ask for no name."""

SCRIPTS = "/scripts/"
"""What the addresses of scripts begin with, which are the same for everybody."""

PROGRAMS = "/api/"
"""What the addresses begin with at which a token is taken."""

NOTING = ("/sign-in", "/sign-out", "/account", "/admin")
"""What the addresses begin with whose pages note by themselves what they do."""

LONGEST = 200
"""Characters of an address that are noted."""

DEEDS = {
    "/review": Deed.DECIDED,
    "/add": Deed.HANDED_IN,
    "/api/v1/judgements": Deed.DECIDED,
    "/api/v1/uploads": Deed.HANDED_IN,
}
"""What is done at addresses that begin so, where it is done."""

BEARER = "bearer "
REFUSED, FAILED = 403, 400


class Team:
    """Lets in whoever has a session, or at the addresses of programs a token."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        with ledger.looking() as connection:
            self._key = server_key(connection, "forms")

    async def admit(self, request: Request) -> Admitted | Response:
        """Give who asks, or send them to sign in."""
        return await run_in_threadpool(self._admit, request)

    async def answers(self, request: Request, admitted: Admitted, status: int) -> None:
        """Note what somebody sent, and where they were refused."""
        if admitted.visitor is None:
            return
        path: str = request.scope["path"].replace("\0", "")[:LONGEST]
        doer = Doer(admitted.visitor.name, address_of(request))
        if status == REFUSED:
            await run_in_threadpool(self._note, doer, Deed.REFUSED, f"{request.method} {path}")
        elif request.method not in SAFE and not path.startswith(NOTING):
            deed = _deed_at(path) if status < FAILED else Deed.SENT
            await run_in_threadpool(self._note, doer, deed, f"{request.method} {path}, {status}")

    def _admit(self, request: Request) -> Admitted | Response:
        path: str = request.scope["path"]
        is_for_programs = path.startswith(PROGRAMS)
        said = request.headers.get("authorization", "")
        if is_for_programs and said[: len(BEARER)].lower() == BEARER:
            return self._by_token(request, said[len(BEARER) :].strip())
        if (secret := secret_in(request)) and (found := self._by_session(secret)):
            return found
        if path in OPEN or path.startswith(SCRIPTS):
            return Admitted(None, mark_of(self._key, "guest"))
        if is_for_programs:
            return _unknown(request)
        if request.method not in SAFE:
            return refused(request, HTTPException(401))
        query = request.url.query
        asked = request.scope["raw_path"].decode("latin-1") + (f"?{query}" if query else "")
        return RedirectResponse(address("/sign-in", to=None if asked == "/" else asked), 303)

    def _by_session(self, secret: str) -> Admitted | None:
        with self._ledger.looking() as connection:
            found = sessions.found(connection, secret)
        if found is None:
            return None
        session, role = found
        self._see(session)
        mark = mark_of(self._key, f"account {session.account}")  # a page that is open outlives a session
        return Admitted(Visitor(session.account, role), mark, session)

    def _see(self, session: Session) -> None:
        if session.seen_at <= clock.now() - sessions.SEEN_EVERY:
            with self._ledger.writing() as connection:
                sessions.see(connection, session.id)

    def _by_token(self, request: Request, secret: str) -> Admitted | Response:
        with self._ledger.looking() as connection:
            found = tokens.found(connection, secret)
            account = None if found is None else people.account_called(connection, found.account)
        if found is None or account is None:
            return _unknown(request)
        if tokens.is_to_be_noted(found):
            with self._ledger.writing() as connection:
                tokens.use(connection, found, address_of(request))
        return Admitted(Visitor(found.account, found.role, account.role), "")

    def _note(self, doer: Doer, deed: Deed, about: str) -> None:
        with self._ledger.writing() as connection:
            note(connection, doer, deed, about)


def _deed_at(path: str) -> Deed:
    return next((deed for begins, deed in DEEDS.items() if path.startswith(begins)), Deed.SENT)


def _unknown(request: Request) -> Response:
    """What a program gets that brings no good token."""
    return refused(request, HTTPException(401, headers={"www-authenticate": "Bearer"}))
