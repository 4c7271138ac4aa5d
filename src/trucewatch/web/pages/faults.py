"""What a page says when it can't be given: what, where, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.errors import TrucewatchError
from trucewatch.reports.phrases import many
from trucewatch.web.api.faults import for_programs_too
from trucewatch.web.rendering import page
from trucewatch.web.safety.forms import ForgedForm

NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no page, and what to do."""

    title: str
    what: str
    advice: str


FAULTS: Mapping[int, Fault] = {
    401: Fault(
        "Nobody is signed in",
        "This workspace is for people who have an account in it, and it does not know who asks.",
        "Sign in and ask again. What you had written is still there if you go back and send it then.",
    ),
    403: Fault(
        "This is for others to do",
        "Your role in this workspace does not allow it.",
        "Ask one of its admins for a role that does.",
    ),
    404: Fault(
        "Nothing is kept here",
        "The ledger holds no page under this address. What was added once stays under its address for good, "
        "so the address is likely cut short or of another ledger.",
        "Look for its words in the search, or begin with today.",
    ),
    405: Fault(
        "This address is not for that",
        "Most pages are only read, some addresses only take forms, and a visit changes nothing.",
        "Open the page in a browser, and send its own forms.",
    ),
    413: Fault(
        "This is too large",
        "More was sent than is taken at once. Nothing of it was kept.",
        "Send less, or send it in parts.",
    ),
    429: Fault(
        "Too many tries",
        "This was tried too often in a short time, and is not answered for a while.",
        "Wait, then try again.",
    ),
}
"""Faults of addresses, by status."""

FORGED = Fault(
    "This form was not taken",
    "It does not come from a page that was made here for you: the page is of another account, or "
    "another site sent it. Nothing of it was kept.",
    "Go back, reload the page and send it again.",
)

ANY = Fault("This can't be answered", "The request is none that a page answers.", "Begin with today.")

BROKEN = Fault(
    "This page broke",
    "The program failed while it made this page. Nothing that the ledger holds was touched.",
    "Reload the page; if it fails again, report the address with what the terminal says.",
)


@for_programs_too
def refused(request: Request, error: Exception) -> Response:
    """Answer an address that leads nowhere."""
    status = error.status_code if isinstance(error, HTTPException) else NOT_FOUND
    fault = FORGED if isinstance(error, ForgedForm) else FAULTS.get(status, ANY)
    headers = (error.headers if isinstance(error, HTTPException) else None) or {}
    if wait := headers.get("retry-after"):
        fault = replace(fault, advice=f"Wait {many(ceil(int(wait) / 60), 'minute')}, then try again.")
    answer = _page(request, fault, status)
    answer.headers.update(headers)
    return answer


@for_programs_too
def unclear(request: Request, error: Exception) -> Response:
    """Answer a question that can't be read."""
    return _page(request, _told("This address asks what can't be read", error), 400)


@for_programs_too
def unknown(request: Request, error: Exception) -> Response:
    """Answer a question about a conflict that is not known or a day to come."""
    return _page(request, _told("Of this nothing is told", error), NOT_FOUND)


@for_programs_too
def unreadable(request: Request, error: Exception) -> Response:
    """Answer where the ledger can't be read."""
    return _page(request, _told("The ledger can't be read", error), 503)


@for_programs_too
def broken(request: Request, _: Exception) -> Response:
    """Answer where the program failed."""
    return _page(request, BROKEN, 500)


@for_programs_too
def not_done(request: Request, error: Exception) -> Response:
    """Answer where an account or token can't be given or changed."""
    return _page(request, _told("This was not done", error), 400)


def _told(title: str, error: Exception) -> Fault:
    if not isinstance(error, TrucewatchError):
        return BROKEN
    return Fault(title, f"{error.where}: {error.what}.", f"{error.advice[:1].upper()}{error.advice[1:]}.")


def _page(request: Request, fault: Fault, status: int) -> Response:
    return page(request, "fault.html.j2", {"fault": fault}, status=status)
