"""What the map that moves shows of a conflict, as data for its script."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.web.moving.marks import told
from trucewatch.web.pages.conflict import seen
from trucewatch.web.pages.reached import shelf_of
from trucewatch.web.scripting import file_of, packed


def map_data(request: Request) -> Response:
    """Give what the map shows, as of the same day and of the same claims as the page."""
    wanted = seen(request)
    situation = shelf_of(request).dossier(wanted.name, wanted.look).situation
    found = told(situation, {"name": situation.conflict.name, **wanted.asked})
    return packed(request, file_of(msgspec.json.encode(found), "application/json"))
