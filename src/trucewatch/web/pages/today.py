"""The first page: what changed since a chosen day; conflicts watched come first, those without news last."""

from collections.abc import Iterable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.records.entry import Conflict
from trucewatch.reports.gathering import today
from trucewatch.reports.sections.blocks import Table
from trucewatch.reports.sections.evidence import claims_named
from trucewatch.web.addresses import address
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.glance import NEWS, glance
from trucewatch.web.pages.reached import MOST_PAGES, asked_of, day_of, shelf_of, since_of
from trucewatch.web.pages.watching import watched
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look

MOST = 12
"""Conflicts shown at a glance; the others are named, with links."""

MOST_NAMED = 60
"""Further conflicts that are named; the others stand on pages of their own."""

A_PAGE = 200
"""Conflicts on a page of all of them."""

WAIT = 2.0
"""Seconds in which all are summed up, else they are told to come; large ones take longer the first time."""


def today_page(request: Request) -> Response:
    """Show each conflict at a glance."""
    asked, shelf = asked_of(request), shelf_of(request)
    day = day_of(asked)
    since_asked = since_of(asked, day)
    since = since_asked or before(day)
    names = watched(request)
    conflicts = watched_first(shelf.conflicts(day), names)
    glances = shelf.soon(conflicts[:MOST], Look(day, since, Chosen()), glance, WAIT)
    ready = sorted(
        filter(None, glances.values()), key=lambda one: one.is_quiet and one.conflict.name not in names
    )
    newest = [one.last_report for one in ready if one.last_report]
    told = {
        "here": "today",
        "day": day,
        "since": since,
        "as_of": None if day == today() else day,
        "since_asked": since_asked,
        "watched": frozenset(names),
        "glances": ready,
        "dyads": shelf.dyads(day),
        "to_come": [one for one, summed in glances.items() if summed is None],
        "others": conflicts[MOST : MOST + MOST_NAMED],
        "count": len(conflicts),
        "headings": tuple(NEWS),
        "newest": max((*newest, *filter(None, [shelf.newest(day)])), default=None),
        "numbers": numbers(table for one in ready for table in one.tables),
    }
    return page(request, "today.html.j2", told)


def conflicts_page(request: Request) -> Response:
    """List every conflict that is told of, with how much.

    Errors: HTTPException 404 where there is no such page
    """
    asked, shelf = asked_of(request), shelf_of(request)
    day, number = day_of(asked), asked.count("page", 1, MOST_PAGES)
    conflicts, dyads = shelf.conflicts(day), shelf.dyads(day)
    last = max(-(-len(conflicts) // A_PAGE), 1)
    if number > last:
        raise HTTPException(404)
    as_of = None if day == today() else day
    told = {
        "here": "today",
        "day": day,
        "as_of": as_of,
        "count": len(conflicts),
        "lines": [(one, dyads.get(one)) for one in conflicts[(number - 1) * A_PAGE : number * A_PAGE]],
        "unnamed": bool(asked.words("unnamed")),
        "number": number,
        "pages": tuple(
            address("/conflicts", as_of=as_of, page=n if n > 1 else None) for n in range(1, last + 1)
        ),
    }
    return page(request, "conflicts.html.j2", told)


def watched_first(conflicts: Sequence[Conflict], names: Iterable[str]) -> list[Conflict]:
    """Put those on a watch list before the others."""
    kept = set(names)
    return sorted(conflicts, key=lambda one: one.name not in kept)


def numbers(tables: Iterable[Table]) -> dict[str, int]:
    """Number the claims of some tables in their order."""
    named = dict.fromkeys(claim for table in tables for claim in claims_named(table))
    return {claim: number for number, claim in enumerate(named, 1)}
