"""A conflict's page as files to take away, with the same day and the same choice."""

import re
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.reports.chart_files import pictures, svg
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.markdown.writing import markdown_page
from trucewatch.reports.page.figures import WIDTHS
from trucewatch.reports.page.writing import html_page
from trucewatch.web.addresses import chart_address
from trucewatch.web.pages.conflict import seen
from trucewatch.web.pages.reached import asked_of, shelf_of

_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


def html_report(request: Request) -> Response:
    """Give the report as one HTML page."""
    dossier = _dossier(request)
    return saved(html_page(dossier).encode(), "text/html", f"{stem(dossier)}.html")


def markdown_report(request: Request) -> Response:
    """Give the report as Markdown."""
    dossier = _dossier(request)
    return saved(markdown_page(dossier).encode(), "text/markdown", f"{stem(dossier)}.md")


def chart(request: Request) -> Response:
    """Give one chart as SVG, as wide as one of `WIDTHS`.

    Errors: HTTPException 404 where the report has no such chart
    """
    asked, shelf = asked_of(request), shelf_of(request)
    wanted, key, narrow = seen(request), asked.words("key"), asked.words("width") == "narrow"
    paper = shelf.paper(wanted.name, wanted.look)
    picture = next((one for one in pictures(paper.sections) if one.key == key), None)
    if picture is None:
        raise HTTPException(404)
    make = partial(svg, picture, WIDTHS["narrow" if narrow else "wide"])
    here = chart_address(
        key, "narrow" if narrow else "", name=paper.dossier.situation.conflict.name, **wanted.asked
    )
    drawn = shelf.part(here, make)
    return saved(drawn.encode(), "image/svg+xml", f"{stem(paper.dossier)}-{key}.svg")


def saved(content: bytes, media_type: str, name: str) -> Response:
    """Give a file that a browser saves and does not show."""
    return Response(content, media_type=media_type, headers=saving(name))


def saving(name: str) -> dict[str, str]:
    """Give the header by which a browser saves a file under a name of letters, digits, hyphens and points."""
    return {"content-disposition": f'attachment; filename="{name}"'}


def stem(dossier: Dossier) -> str:
    """The beginning of a file's name, of letters and digits alone."""
    name = _NO_NAME.sub("-", dossier.situation.conflict.name).strip("-").lower()
    return f"{name[:80] or 'conflict'}-{dossier.situation.day}"


def _dossier(request: Request) -> Dossier:
    wanted = seen(request)
    return shelf_of(request).dossier(wanted.name, wanted.look)
