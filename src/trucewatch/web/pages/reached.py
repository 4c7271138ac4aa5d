"""What every page needs of its request: the shelf, what is asked, the day, and ids that can be ids."""

import re
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch.reports.gathering import refuse_to_come, today
from trucewatch.web.asked import Asked
from trucewatch.web.shelf import Shelf

ID = re.compile(r"[0-9a-f]{32}")
"""What ids of reports and claims look like."""


MOST_PAGES = 10_000
"""Pages of one thing that can be asked for."""

LAST_ENTRY = 10**12
"""More entries than any ledger holds."""


def shelf_of(request: Request) -> Shelf:
    """Give the shelf."""
    shelf: Shelf = request.app.state.shelf
    return shelf


def asked_of(request: Request) -> Asked:
    """Give what an address asks.

    Errors: QuestionError where it asks too much
    """
    return Asked(request.query_params)


def day_of(asked: Asked) -> date:
    """Give the day as of which a page is asked for, today where none is.

    Errors: QuestionError on what is no day, SituationError on a day to come
    """
    day = asked.day("as-of") or today()
    refuse_to_come(day)
    return day


def since_of(asked: Asked, day: date) -> date | None:
    """Give the day since which changes are asked for, None where none is, or none before the page's own day.

    Forms send it along when only the page's day is moved back, so that is no fault.
    Errors: QuestionError on what is no day
    """
    since = asked.day("since")
    return since if since and since < day else None


def id_of(request: Request, name: str) -> str:
    """Give an id of an address.

    Errors: HTTPException 404 on what can be no id
    """
    said: str = request.path_params[name]
    if not ID.fullmatch(said):
        raise HTTPException(404)
    return said
