"""The workspace put together: addresses, what each page needs, and what goes before every answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp

from trucewatch.errors import AccountError, LedgerError, QuestionError, SituationError
from trucewatch.ledger import Ledger
from trucewatch.scale.attendant import Attendant
from trucewatch.web.api.openapi import ROUTES as API_ROUTES
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.entrance.letting import Entrance, Letting
from trucewatch.web.entrance.team import Team
from trucewatch.web.pages import faults
from trucewatch.web.pages.about import about_page
from trucewatch.web.pages.accounts import admin, own, signing
from trucewatch.web.pages.adding import add, add_page, upload_page
from trucewatch.web.pages.api import api_page
from trucewatch.web.pages.claim import claim_page
from trucewatch.web.pages.conflict import conflict_page
from trucewatch.web.pages.document import document_page, original
from trucewatch.web.pages.exports import chart, html_report, markdown_report
from trucewatch.web.pages.map import map_data
from trucewatch.web.pages.parts import claims_page, part_page, place
from trucewatch.web.pages.reviewing.claim import review_page
from trucewatch.web.pages.reviewing.differing import adjudicated, differences_page
from trucewatch.web.pages.reviewing.judging import judged
from trucewatch.web.pages.reviewing.queue import queue_page
from trucewatch.web.pages.reviewing.sheets import sheets_file, sheets_page
from trucewatch.web.pages.search import search_page
from trucewatch.web.pages.sources import sources_page
from trucewatch.web.pages.tables import conflict_table, search_table
from trucewatch.web.pages.today import conflicts_page, today_page
from trucewatch.web.pages.watching import watch
from trucewatch.web.rendering import style
from trucewatch.web.safety.headers import SafeHeaders, headers_of
from trucewatch.web.safety.hosts import OwnHost, Served
from trucewatch.web.safety.pieces import InPieces
from trucewatch.web.scripting import script
from trucewatch.web.shelf import Shelf

ROUTES = (
    Route("/", today_page, name="today"),
    Route("/watch", watch, methods=["POST"]),
    Route("/conflict", conflict_page),
    Route("/conflicts", conflicts_page),
    Route("/conflict/part", part_page),
    Route("/conflict/claims", claims_page),
    Route("/conflict/claims.csv", conflict_table),
    Route("/conflict/place", place),
    Route("/conflict/map.json", map_data),
    Route("/conflict/report.html", html_report),
    Route("/conflict/report.md", markdown_report),
    Route("/conflict/chart.svg", chart),
    Route("/document/{doc_id}", document_page),
    Route("/document/{doc_id}/original", original),
    Route("/claim/{claim_id}", claim_page),
    Route("/review", queue_page),
    Route("/review/differences", differences_page),
    Route("/review/differences", adjudicated, methods=["POST"]),
    Route("/review/sheets", sheets_page),
    Route("/review/sheets.zip", sheets_file),
    Route("/review/{claim_id}", review_page),
    Route("/review/{claim_id}", judged, methods=["POST"]),
    Route("/search", search_page),
    Route("/search/claims.csv", search_table),
    Route("/sources", sources_page),
    Route("/add", add_page),
    Route("/add", add, methods=["POST"]),
    Route("/add/{upload_id}", upload_page),
    Route("/api", api_page),
    Route("/method", about_page),
    Route("/style.css", style),
    Route("/scripts/{name}", script),
)
"""Every address; reading one with GET changes nothing."""


TEAM_ROUTES = (
    Route("/sign-in", signing.sign_in_page),
    Route("/sign-in", signing.signed_in, methods=["POST"]),
    Route("/sign-out", signing.signed_out, methods=["POST"]),
    Route("/account", own.account_page),
    Route("/account/password", own.password_changed, methods=["POST"]),
    Route("/account/sessions", own.sessions_ended, methods=["POST"]),
    Route("/account/tokens", own.token_made, methods=["POST"]),
    Route("/account/tokens/revoke", own.token_revoked, methods=["POST"]),
    Route("/admin", admin.admin_page),
    Route("/admin/audit", admin.audit_page),
    Route("/admin/role", admin.role_changed, methods=["POST"]),
    Route("/admin/sign-out", admin.account_signed_out, methods=["POST"]),
    Route("/admin/disable", admin.account_disabled, methods=["POST"]),
    Route("/admin/enable", admin.account_enabled, methods=["POST"]),
)
"""Addresses of a workspace that several people share."""


THREADS = 4
"""Pages that are made at once; others wait their turn, for in one process twenty at once all end late."""


@asynccontextmanager
async def few_at_once(_: Starlette) -> AsyncIterator[None]:
    """Have pages made by a few threads, which keep their connections to the database."""
    current_default_thread_limiter().total_tokens = THREADS
    yield


def workspace(
    ledger: Ledger,
    served: Served,
    *,
    entrance: Entrance | None = None,
    attendant: Attendant | None = None,
) -> ASGIApp:
    """Give the workspace over a ledger that stays open, answering under its own name alone.

    Shape: without an entrance whoever reaches it is its one reader, who may do everything;
           without an attendant what is handed in waits until one reads it
    """
    is_shared = isinstance(entrance, Team)
    app = Starlette(
        routes=[*ROUTES, *API_ROUTES, *(TEAM_ROUTES if is_shared else ())],
        lifespan=few_at_once,
        middleware=[Middleware(Letting, entrance=entrance or Alone(ledger))],
        exception_handlers={
            HTTPException: faults.refused,
            QuestionError: faults.unclear,
            SituationError: faults.unknown,
            LedgerError: faults.unreadable,
            AccountError: faults.not_done,
            Exception: faults.broken,
        },
    )
    app.state.shelf = Shelf(ledger)
    app.state.attendant = attendant
    app.state.asks_for_names = is_shared
    app.state.shown_once = {}
    headers = headers_of(is_shared=is_shared, is_secure=served.is_secure)
    return InPieces(SafeHeaders(OwnHost(app, served), headers))
