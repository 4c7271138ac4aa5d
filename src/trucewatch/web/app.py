"""The workspace put together: addresses, what each page needs, and what goes before every answer."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from trucewatch.errors import LedgerError, QuestionError, SituationError
from trucewatch.ledger import Ledger
from trucewatch.web.pages import faults
from trucewatch.web.pages.about import about_page
from trucewatch.web.pages.claim import claim_page
from trucewatch.web.pages.conflict import conflict_page
from trucewatch.web.pages.document import document_page, original
from trucewatch.web.pages.exports import chart, html_report, markdown_report
from trucewatch.web.pages.map import map_data
from trucewatch.web.pages.parts import claims_page, part_page, place
from trucewatch.web.pages.search import search_page
from trucewatch.web.pages.sources import sources_page
from trucewatch.web.pages.today import today_page
from trucewatch.web.rendering import style
from trucewatch.web.safety.headers import SafeHeaders
from trucewatch.web.safety.hosts import OwnHost, Served
from trucewatch.web.scripting import script
from trucewatch.web.shelf import Shelf

ROUTES = (
    Route("/", today_page, name="today"),
    Route("/conflict", conflict_page),
    Route("/conflict/part", part_page),
    Route("/conflict/claims", claims_page),
    Route("/conflict/place", place),
    Route("/conflict/map.json", map_data),
    Route("/conflict/report.html", html_report),
    Route("/conflict/report.md", markdown_report),
    Route("/conflict/chart.svg", chart),
    Route("/document/{doc_id}", document_page),
    Route("/document/{doc_id}/original", original),
    Route("/claim/{claim_id}", claim_page),
    Route("/search", search_page),
    Route("/sources", sources_page),
    Route("/method", about_page),
    Route("/style.css", style),
    Route("/scripts/{name}", script),
)
"""Every address; all are read with GET, and none changes anything."""


def workspace(ledger: Ledger, served: Served) -> ASGIApp:
    """Give the workspace over a ledger that stays open, answering under its own name alone."""
    app = Starlette(
        routes=list(ROUTES),
        exception_handlers={
            HTTPException: faults.refused,
            QuestionError: faults.unclear,
            SituationError: faults.unknown,
            LedgerError: faults.unreadable,
            Exception: faults.broken,
        },
    )
    app.state.shelf = Shelf(ledger)
    return SafeHeaders(OwnHost(app, served))
