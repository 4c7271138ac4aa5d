"""Who asks, what they may do, and the forms that are theirs."""

from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch.records.account import Role, Session
from trucewatch.web.safety.forms import (
    LARGEST,
    MOST_FIELDS,
    ForgedForm,
    bounded,
    is_ours,
    refuse_elsewhere,
    refuse_other_writing,
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks; on a server for one person, that person with every right.

    `may_at_most` is the role of the account where a token has a lesser one, None where they are the same.
    """

    name: str
    role: Role
    may_at_most: Role | None = None


def visitor_of(request: Request) -> Visitor:
    """Give who asks, as the entrance let them in.

    Errors: HTTPException 401 on a page that is answered without a name
    """
    visitor: Visitor | None = request.scope.get("state", {}).get("visitor")
    if visitor is None:
        raise HTTPException(401)
    return visitor


def session_of(request: Request) -> Session:
    """Give the session of a browser that is signed in.

    Errors: HTTPException 401 where there is none
    """
    session: Session | None = request.scope.get("state", {}).get("session")
    if session is None:
        raise HTTPException(401)
    return session


def address_of(request: Request) -> str:
    """Give the address of the machine that asks."""
    return request.client.host if request.client else ""


def refuse_below(request: Request, role: Role) -> Visitor:
    """Give who asks.

    Errors: HTTPException 403 where their role is below this one
    """
    visitor = visitor_of(request)
    if not visitor.role.may(role):
        raise HTTPException(403)
    return visitor


def blind_name(request: Request) -> str | None:
    """Give the name of somebody who judges claims, before whom others' judgements are hidden until then.

    Shape: None for whoever may only read, and so sees all
    """
    visitor = visitor_of(request)
    own = visitor.may_at_most or visitor.role  # a lesser token of a reviewer shows them no more
    return visitor.name if own.may(Role.REVIEWER) else None


async def form_of(request: Request, *, largest: int = LARGEST, files: int = 0) -> FormData:
    """Give a form that a page of this server made for who sends it.

    Shape:  at most `largest` bytes in all, and `files` files; close the form's files after use
    Errors: HTTPException 403 on a form from elsewhere or without its mark, 413 on a larger one,
            400 on one that is none
    """
    refuse_elsewhere(request)
    refuse_other_writing(request)
    form = await bounded(request, largest).form(
        max_files=files, max_fields=MOST_FIELDS, max_part_size=largest
    )
    if not is_ours(request, form):
        await form.close()
        raise ForgedForm
    return form
