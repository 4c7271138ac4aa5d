"""Reviewed coding sheets to take away."""

import io
import zipfile

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.records.account import Role
from trucewatch.reviewing.gathering import reviewed_reports
from trucewatch.reviewing.sheets import files_of
from trucewatch.web.pages.reached import ID, asked_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.visitor import blind_name, refuse_below

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of files in an archive, so that the same sheets are the same file."""


def sheets_page(request: Request) -> Response:
    """List the reports of which somebody judged a claim, and how far each is reviewed."""
    refuse_below(request, Role.REVIEWER)
    found = reviewed_reports(shelf_of(request).ledger, blind=blind_name(request))
    told = {"here": "review", "reports": found}
    return page(request, "review/sheets.html.j2", told)


def sheets_file(request: Request) -> Response:
    """Give the sheets of all reports that are reviewed whole, or of the one that is asked for.

    Shape:  what others alone judged stands as it was read, as on the pages of the queue
    Errors: HTTPException 404 where there is no such report
    """
    refuse_below(request, Role.REVIEWER)
    ledger, report = shelf_of(request).ledger, asked_of(request).words("report")
    if report and not (ID.fullmatch(report) and ledger.documents([report])):
        raise HTTPException(404)
    found = reviewed_reports(ledger, [report] if report else [], blind=blind_name(request))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_of(one for one in found if report or one.is_whole).items():
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), content)
    headers = {"content-disposition": 'attachment; filename="reviewed-sheets.zip"'}
    return Response(packed.getvalue(), media_type="application/zip", headers=headers)
