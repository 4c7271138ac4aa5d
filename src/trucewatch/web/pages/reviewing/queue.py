"""The queue of claims to review."""

from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.ledger import lookup
from trucewatch.records.account import Role
from trucewatch.reports.terminal.wording import speaker
from trucewatch.reviewing.mattering import Item
from trucewatch.web.pages.reached import asked_of, shelf_of
from trucewatch.web.pages.reviewing.walking import walk_of
from trucewatch.web.rendering import page
from trucewatch.web.telling.summary import summary
from trucewatch.web.visitor import refuse_below

AT_ONCE, MOST = 30, 200
"""Claims that are listed, and the most that can be asked for."""


def queue_page(request: Request) -> Response:
    """Show what is to be reviewed, what matters most first, with the reasons."""
    visitor = refuse_below(request, Role.REVIEWER)
    shelf, asked, walk = shelf_of(request), asked_of(request), walk_of(request)
    waiting = walk.waiting(visitor.name)
    limit = asked.count("limit", AT_ONCE, MOST)
    shown = waiting[:limit]
    with shelf.looking() as (connection, _):
        texts = lookup.texts(connection, {item.claim.provenance.doc_id for item in shown})
    open_matters = sum(matter.is_open for matter in shelf.matters().values())
    told = {
        "here": "review",
        "walk": walk,
        "conflicts": [one.name for one in shelf.conflicts(walk.day)],
        "rows": [_row(item, texts, walk.judges(item.claim.id)) for item in shown],
        "waiting": len(waiting),
        "done": len(walk.items) - len(waiting),
        "most": MOST,
        "limit": limit,
        "differing": open_matters,
    }
    return page(request, "review/queue.html.j2", told)


def _row(item: Item, texts: Mapping[str, str], judges: Iterable[str]) -> dict[str, object]:
    others = len(tuple(judges))
    return {
        "claim": item.claim,
        "who": speaker(item.claim.voice),
        "what": summary(item.claim, texts[item.claim.provenance.doc_id]),
        "reasons": item.reasons,
        "others": others,
    }
