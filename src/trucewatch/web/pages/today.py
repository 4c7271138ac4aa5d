"""The first page: every conflict, with what changed since a chosen day."""

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.reports.gathering import today
from trucewatch.reports.sections.blocks import Table
from trucewatch.reports.sections.evidence import claims_named
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.glance import NEWS, glance
from trucewatch.web.pages.reached import asked_of, day_of, shelf_of, since_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look

MOST = 12
"""Conflicts shown at a glance; the others are named, with links."""


def today_page(request: Request) -> Response:
    """Show each conflict at a glance."""
    asked, shelf = asked_of(request), shelf_of(request)
    day = day_of(asked)
    since_asked = since_of(asked, day)
    since = since_asked or before(day)
    conflicts = shelf.conflicts(day)
    look = Look(day, since, Chosen())
    glances = [glance(shelf.dossier(one.name, look).situation) for one in conflicts[:MOST]]
    told = {
        "here": "today",
        "day": day,
        "since": since,
        "as_of": None if day == today() else day,
        "since_asked": since_asked,
        "glances": glances,
        "others": conflicts[MOST:],
        "headings": tuple(NEWS),
        "newest": max((one.last_report for one in glances if one.last_report), default=None),
        "numbers": numbers([table for one in glances for table in one.tables]),
    }
    return page(request, "today.html.j2", told)


def numbers(tables: list[Table]) -> dict[str, int]:
    """Number the claims of some tables in their order."""
    named = dict.fromkeys(claim for table in tables for claim in claims_named(table))
    return {claim: number for number, claim in enumerate(named, 1)}
