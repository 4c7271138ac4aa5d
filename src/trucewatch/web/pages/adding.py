"""The pages that take reports in: what is pasted or sent is kept first, then read in its turn."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.errors import QuestionError
from trucewatch.ledger import intake, lookup
from trucewatch.records.account import Role
from trucewatch.records.holdings import Report
from trucewatch.records.upload import Upload, UploadState
from trucewatch.reports.gathering import today
from trucewatch.scale.attendant import AtHand, Attendant
from trucewatch.web.handing_in import FIELDS, LARGEST_FORM, MOST_FILES, about, caller_of, handed_in, take_in
from trucewatch.web.pages.reached import id_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.visitor import form_of, refuse_below

LISTED = 30
"""Uploads that are listed, the latest."""

REPORTS_LISTED = 200
"""Reports of one upload that are listed; the ledger holds all."""

SEE_OTHER = 303
UNCLEAR = 400


@dataclass(frozen=True, slots=True)
class Found:
    """A report that came of an upload, and how many claims were read in it."""

    report: Report
    claims: int


def add_page(request: Request) -> Response:
    """Show the form, and what was handed in last."""
    refuse_below(request, Role.REVIEWER)
    return _form_page(request, {}, None)


async def add(request: Request) -> Response:
    """Keep what a form hands in, then lead to where one sees what becomes of it."""
    visitor = refuse_below(request, Role.REVIEWER)
    form = await form_of(request, largest=LARGEST_FORM, files=MOST_FILES)
    try:
        found = await handed_in(form, caller_of(about(form)))
    except QuestionError as error:
        filled = {name: value for name, value in form.multi_items() if isinstance(value, str)}
        return await run_in_threadpool(_form_page, request, filled, error)
    finally:
        await form.close()
    ids = await run_in_threadpool(take_in, shelf_of(request).ledger, found, visitor.name)
    wake(request)
    to = f"/add/{ids[0]}" if len(ids) == 1 else "/add#handed-in"
    return RedirectResponse(to, SEE_OTHER)


def upload_page(request: Request) -> Response:
    """Show what became of one upload."""
    refuse_below(request, Role.REVIEWER)
    with shelf_of(request).looking() as (connection, view):
        one = intake.upload(connection, id_of(request, "upload_id"))
        if one is None:
            raise HTTPException(404)
        before = intake.waiting_before(connection, one)
        ids = one.outcome.documents[:REPORTS_LISTED]
        counts = lookup.claim_counts(connection, ids, view)
        reports = lookup.reports(connection, ids)
    attendant = attendant_of(request)
    told = {
        "here": "add",
        "one": one,
        "waits": one.state is UploadState.WAITING,
        "before": before,
        "at_hand": at_hand(attendant, one),
        "trouble": attendant.trouble if attendant is not None else None,
        "found": [Found(report, counts.get(report.doc_id, 0)) for report in reports],
        "claims": sum(counts.values()),
    }
    return page(request, "upload.html.j2", told)


def wake(request: Request) -> None:
    """Say to whoever reads that something came."""
    attendant = attendant_of(request)
    if attendant is not None:
        attendant.wake()


def attendant_of(request: Request) -> Attendant | None:
    """Give who reads what waits, None where this server does not read."""
    attendant: Attendant | None = request.app.state.attendant
    return attendant


def at_hand(attendant: Attendant | None, one: Upload) -> AtHand | None:
    """Give how far the reading of an upload is, None where it is not being read."""
    now = attendant.at_hand if attendant is not None else None
    return now if now is not None and now.upload_id == one.id else None


def _form_page(request: Request, filled: Mapping[str, str], error: QuestionError | None) -> Response:
    with shelf_of(request).looking() as (connection, _):
        uploads = intake.latest(connection, LISTED)
    attendant = attendant_of(request)
    told = {
        "here": "add",
        "filled": {**dict.fromkeys(FIELDS, ""), **filled},
        "error": error,
        "today": today(),
        "uploads": uploads,
        "waits": any(one.state is UploadState.WAITING for one in uploads),
        "reading": next((one.id for one in uploads if at_hand(attendant, one)), None),
        "reads": attendant is not None,
        "trouble": attendant.trouble if attendant is not None else None,
        "most_files": MOST_FILES,
        "largest": LARGEST_FORM,
    }
    return page(request, "add.html.j2", told, status=200 if error is None else UNCLEAR)
