"""Signing in and out."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.accounts import sessions
from trucewatch.accounts.noting import note
from trucewatch.accounts.signing_in import proved, sign_in
from trucewatch.ledger import Ledger
from trucewatch.records.account import Deed, Doer, Session
from trucewatch.web.entrance.cookies import drop, keep
from trucewatch.web.pages.reached import asked_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.visitor import address_of, form_of, session_of

OWN = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""An address of this server: signs of ASCII without a backslash, which browsers take for a slash."""

WRONG = 401


def sign_in_page(request: Request) -> Response:
    """Show where to sign in."""
    asked = asked_of(request)
    return _page(
        request, own_address(request.query_params.get("to", "")), is_out=asked.words("done") == "out"
    )


async def signed_in(request: Request) -> Response:
    """Begin a session, always with a new secret, and lead on to where somebody wanted to go."""
    return await run_in_threadpool(_signed_in, request, await form_of(request))


async def signed_out(request: Request) -> Response:
    """End the session."""
    await form_of(request)
    session = session_of(request)
    await run_in_threadpool(_end, shelf_of(request).ledger, session, address_of(request))
    answer = RedirectResponse("/sign-in?done=out", 303)
    answer.headers["clear-site-data"] = '"cache"'
    drop(answer, request)
    return answer


def own_address(said: str) -> str:
    """Give an address of this server, the first page's for anything else."""
    return said if OWN.fullmatch(said) else "/"


def is_own_password(request: Request, password: str) -> bool:
    """Tell whether a password, asked for again, is that of whoever is signed in.

    Errors: HTTPException 429 where it was tried too often
    """
    session = session_of(request)
    answer = proved(shelf_of(request).ledger, session.account, password, address_of(request))
    _refuse_tried(answer.wait)
    return answer.is_right


def words_of(form: FormData, name: str) -> str:
    """Give the words of a field, "" where it is none or a file."""
    said = form.get(name)
    return said.replace("\0", "") if isinstance(said, str) else ""  # no database takes that sign


def _signed_in(request: Request, form: FormData) -> Response:
    name, to = words_of(form, "name").strip().lower(), own_address(words_of(form, "to"))
    ledger, address = shelf_of(request).ledger, address_of(request)
    answer = sign_in(ledger, name, words_of(form, "password"), address)
    _refuse_tried(answer.wait)
    if answer.secret is None:
        return _page(request, to, name=name, is_wrong=True)
    if (before := request.scope["state"]["session"]) is not None:
        _end(ledger, before, address)
    led = RedirectResponse(to, 303)
    keep(led, request, answer.secret)
    return led


def _end(ledger: Ledger, session: Session, address: str) -> None:
    with ledger.writing() as connection:
        sessions.end(connection, session.account, session.id)
        note(connection, Doer(session.account, address), Deed.SIGNED_OUT)


def _refuse_tried(wait: int) -> None:
    if wait:
        raise HTTPException(429, headers={"retry-after": str(wait)})


def _page(
    request: Request, to: str, *, name: str = "", is_wrong: bool = False, is_out: bool = False
) -> Response:
    came = request.headers.get("sec-fetch-site") == "cross-site"
    told = {"to": to, "name": name, "is_wrong": is_wrong, "is_out": is_out, "came_by_link": came}
    return page(request, "sign_in.html.j2", told, status=WRONG if is_wrong else 200)
