"""The watch list: conflicts that a browser keeps in front; kept by the browser itself, without an account."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.errors import QuestionError
from trucewatch.web.addresses import conflict_address
from trucewatch.web.asked import LONGEST
from trucewatch.web.visitor import form_of

COOKIE = "watched"
"""Where a browser keeps the names."""

MOST_WATCHED = 12
"""Conflicts on a watch list; as many as are shown at a glance."""

LARGEST = 3_800
"""Characters of the cookie; browsers keep 4,096 bytes."""

A_YEAR = 365 * 24 * 3600


def watched(request: Request) -> tuple[str, ...]:
    """Give the names that a browser keeps, none where what it sends can't be read."""
    try:
        names = json.loads(urlsafe_b64decode(request.cookies.get(COOKIE, "")))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(names, list):
        return ()
    told = (name for name in names if isinstance(name, str) and 0 < len(name) <= LONGEST)
    return tuple(dict.fromkeys(told))[:MOST_WATCHED]


async def watch(request: Request) -> Response:
    """Have the browser watch a conflict, or no longer.

    Errors: QuestionError on no name, or on more than a browser keeps
    """
    form = await form_of(request)
    name = str(form.get("name", "")).strip()
    if not 0 < len(name) <= LONGEST:
        raise QuestionError("no conflict is named", where="name", advice="choose one on the page of today")
    others = tuple(one for one in watched(request) if one != name)
    kept = (*others, name) if form.get("watch") == "on" else others
    told = urlsafe_b64encode(json.dumps(kept, ensure_ascii=False).encode()).decode()
    if len(kept) > MOST_WATCHED or len(told) > LARGEST:
        advice = f"watch at most {MOST_WATCHED}, and stop watching one first"
        raise QuestionError("is full", where="the watch list", advice=advice)
    answer = RedirectResponse(conflict_address(name) if form.get("from") == "conflict" else "/", 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, told, max_age=A_YEAR, path="/", secure=secure, httponly=True, samesite="strict")
    return answer
