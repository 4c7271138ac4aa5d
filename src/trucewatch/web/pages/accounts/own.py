"""One's own account: another password, the browsers that are signed in, tokens for programs."""

from enum import StrEnum

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.accounts import people, sessions, tokens
from trucewatch.accounts.noting import note
from trucewatch.accounts.passwords import LONGEST, SHORTEST, hashed
from trucewatch.accounts.secret_words import hash_of
from trucewatch.errors import AccountError
from trucewatch.records.account import Deed, Doer, Role
from trucewatch.web.addresses import address
from trucewatch.web.entrance.cookies import keep, secret_in
from trucewatch.web.pages.accounts.signing import is_own_password, words_of
from trucewatch.web.pages.reached import asked_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.visitor import address_of, form_of, session_of, visitor_of

OTHERS = "others"
"""Which sessions to end: all but the one that asks."""


class Done(StrEnum):
    """What somebody just did on this page."""

    PASSWORD = "password"  # noqa: S105 - a word of an address
    SESSIONS = "sessions"
    TOKEN = "token"  # noqa: S105 - as above
    REVOKED = "revoked"


def account_page(request: Request) -> Response:
    """Show one's own account, with a token's secret once behind its making."""
    visitor, session = visitor_of(request), session_of(request)
    with shelf_of(request).ledger.looking() as connection:
        mine, programs = sessions.of(connection, visitor.name), tokens.of(connection, visitor.name)
    told = {
        "here": "account",
        "role": visitor.role,
        "roles": [role for role in Role if visitor.role.may(role)],
        "sessions": mine,
        "this": session.id,
        "others": OTHERS,
        "tokens": programs,
        "secret": _secret_to_show(request),
        "done": asked_of(request).choice("done", Done),
        "shortest": SHORTEST,
        "longest": LONGEST,
        "days": tokens.USUAL_DAYS,
        "most_days": tokens.MOST_DAYS,
    }
    return page(request, "account.html.j2", told)


async def password_changed(request: Request) -> Response:
    """Keep another password, and sign all other browsers out."""
    return await run_in_threadpool(_change_password, request, await form_of(request))


async def sessions_ended(request: Request) -> Response:
    """End one session of one's own, or all others."""
    return await run_in_threadpool(_end_sessions, request, await form_of(request))


async def token_made(request: Request) -> Response:
    """Make a token."""
    return await run_in_threadpool(_make_token, request, await form_of(request))


async def token_revoked(request: Request) -> Response:
    """Revoke a token of one's own."""
    return await run_in_threadpool(_revoke_token, request, await form_of(request))


def _change_password(request: Request, form: FormData) -> Response:
    session, new = session_of(request), words_of(form, "new")
    _confirm(request, form)
    if new != words_of(form, "again"):
        raise AccountError("is not the same both times", where="the new password", advice="type it again")
    kept = hashed(new, session.account)
    with shelf_of(request).ledger.writing() as connection:
        people.set_password(connection, session.account, kept, _doer(request))
    return _renewed(request, Done.PASSWORD)


def _end_sessions(request: Request, form: FormData) -> Response:
    session, which = session_of(request), words_of(form, "which")
    _confirm(request, form)
    with shelf_of(request).ledger.writing() as connection:
        if which == OTHERS:
            sessions.end_all(connection, session.account, but=session.id)
        elif not sessions.end(connection, session.account, which):
            raise AccountError("is no session of yours", where="this", advice="reload the page")
        note(connection, _doer(request), Deed.SESSIONS_ENDED, session.account)
    return _renewed(request, Done.SESSIONS)


def _make_token(request: Request, form: FormData) -> Response:
    session, days = session_of(request), words_of(form, "days")
    _confirm(request, form)
    role = words_of(form, "role")
    if role not in set(Role) or not (days.isascii() and days.isdigit()):
        raise AccountError("has no such role or days", where="this token", advice="choose from the page")
    with shelf_of(request).ledger.writing() as connection:
        made = tokens.make(
            connection, session.account, words_of(form, "label"), Role(role), int(days[:4]), _doer(request)
        )
    return _renewed(request, Done.TOKEN, made)


def _revoke_token(request: Request, form: FormData) -> Response:
    owner, token_id = session_of(request).account, words_of(form, "token")
    with shelf_of(request).ledger.writing() as connection:
        if not tokens.revoke(connection, token_id, _doer(request), owner=owner):
            raise AccountError("is no token of yours", where="this", advice="reload the page")
    return RedirectResponse(address("/account", done=Done.REVOKED), 303)


def _confirm(request: Request, form: FormData) -> None:
    if not is_own_password(request, words_of(form, "password")):
        what = "is not the password of this account"
        raise AccountError(what, where="what was typed", advice="go back and type it again")


def _doer(request: Request) -> Doer:
    return Doer(session_of(request).account, address_of(request))


def _shown_once(request: Request) -> dict[str, str]:
    """Tokens that were just made, by the hash of their session's secret, until they are shown."""
    shown: dict[str, str] = request.app.state.shown_once
    return shown


def _secret_to_show(request: Request) -> str | None:
    """Give the token that was just made, and forget it, unless only the head of the page is asked for."""
    shown, session = _shown_once(request), hash_of(secret_in(request) or "")
    return shown.get(session) if request.method == "HEAD" else shown.pop(session, None)


def _renewed(request: Request, done: Done, shown: str | None = None) -> Response:
    """Lead back, with a new session in place of the one whose password was just asked for again."""
    before = session_of(request)
    with shelf_of(request).ledger.writing() as connection:
        sessions.end(connection, before.account, before.id)
        secret = sessions.begin(connection, before.account, address_of(request))
    if shown is not None:
        _shown_once(request)[hash_of(secret)] = shown
    led = RedirectResponse(address("/account", done=done), 303)
    keep(led, request, secret)
    return led
