"""Who may do what, and what they did; for admins."""

from collections.abc import Callable

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.accounts import people
from trucewatch.accounts.noting import noted
from trucewatch.errors import AccountError
from trucewatch.records.account import Doer, Role
from trucewatch.web.pages.accounts.signing import words_of
from trucewatch.web.pages.reached import asked_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.visitor import Visitor, address_of, form_of, refuse_below

LATEST = 12
"""Lines of the log that stand on the first page."""

AT_ONCE = 100
"""Lines of the log on a page of its own."""

LAST = 1_000_000_000
"""More lines than any log has."""

Change = Callable[[Connection, FormData, Doer], None]


def admin_page(request: Request) -> Response:
    """Show everybody's account and the newest lines of the log."""
    refuse_below(request, Role.ADMIN)
    with shelf_of(request).ledger.looking() as connection:
        told = {"people": people.people(connection), "lines": noted(connection, limit=LATEST)}
    return page(request, "admin.html.j2", {"here": "admin", "roles": list(Role), **told})


def audit_page(request: Request) -> Response:
    """Show the log, the newest lines first."""
    refuse_below(request, Role.ADMIN)
    asked = asked_of(request)
    who, before = asked.words("who").replace("\0", ""), asked.count("before", LAST, LAST)
    with shelf_of(request).ledger.looking() as connection:
        lines = noted(connection, who=who or None, before=before, limit=AT_ONCE)
    older = lines[-1].seq if len(lines) == AT_ONCE else None
    told = {"here": "admin", "lines": lines, "who": who, "older": older}
    return page(request, "audit.html.j2", told)


async def role_changed(request: Request) -> Response:
    """Give somebody another role."""
    return await _changed(request, _set_role)


async def account_disabled(request: Request) -> Response:
    """Let somebody in no more."""
    return await _changed(request, lambda connection, form, by: people.disable(connection, _name(form), by))


async def account_enabled(request: Request) -> Response:
    """Let somebody in again."""
    return await _changed(request, lambda connection, form, by: people.enable(connection, _name(form), by))


async def account_signed_out(request: Request) -> Response:
    """End all of somebody's sessions."""
    return await _changed(request, lambda connection, form, by: people.sign_out(connection, _name(form), by))


async def _changed(request: Request, change: Change) -> Response:
    admin = refuse_below(request, Role.ADMIN)
    form = await form_of(request)
    await run_in_threadpool(_write, request, admin, change, form)
    return RedirectResponse("/admin", 303)


def _write(request: Request, admin: Visitor, change: Change, form: FormData) -> None:
    with shelf_of(request).ledger.writing() as connection:
        change(connection, form, Doer(admin.name, address_of(request)))


def _set_role(connection: Connection, form: FormData, by: Doer) -> None:
    role = words_of(form, "role")
    if role not in set(Role):
        raise AccountError("is no role", where=repr(role), advice=f"choose one of {', '.join(Role)}")
    people.set_role(connection, _name(form), Role(role), by)


def _name(form: FormData) -> str:
    return words_of(form, "name")
