"""A conflict's page as files to take away, with the same day and the same choice."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.reports.chart_files import svg_files
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.markdown.writing import markdown_page
from trucewatch.reports.page.writing import html_page
from trucewatch.reports.sections.contents import contents
from trucewatch.web.pages.conflict import seen
from trucewatch.web.pages.reached import asked_of, shelf_of

_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


def html_report(request: Request) -> Response:
    """Give the report as one HTML page."""
    dossier = _dossier(request)
    return saved(html_page(dossier).encode(), "text/html", f"{_stem(dossier)}.html")


def markdown_report(request: Request) -> Response:
    """Give the report as Markdown."""
    dossier = _dossier(request)
    return saved(markdown_page(dossier).encode(), "text/markdown", f"{_stem(dossier)}.md")


def chart(request: Request) -> Response:
    """Give one chart as SVG.

    Errors: HTTPException 404 where the report has no such chart
    """
    key, dossier = asked_of(request).words("key"), _dossier(request)
    found = next((one for one in svg_files(contents(dossier)) if one.key == key), None)
    if found is None:
        raise HTTPException(404)
    return saved(found.content, "image/svg+xml", f"{_stem(dossier)}-{found.key}.svg")


def saved(content: bytes, media_type: str, name: str) -> Response:
    """Give a file that a browser saves and does not show."""
    return Response(
        content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'}
    )


def _dossier(request: Request) -> Dossier:
    wanted = seen(asked_of(request))
    return shelf_of(request).dossier(wanted.name, wanted.look)


def _stem(dossier: Dossier) -> str:
    """The beginning of a file's name, of letters and digits alone."""
    name = _NO_NAME.sub("-", dossier.situation.conflict.name).strip("-").lower()
    return f"{name[:80] or 'conflict'}-{dossier.situation.day}"
