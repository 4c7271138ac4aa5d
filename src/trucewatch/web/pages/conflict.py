"""The page of one conflict: the sections of a report, as of any day, of all claims or of chosen ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.errors import QuestionError
from trucewatch.records.claim import Family
from trucewatch.reports.chart_files import pictures
from trucewatch.reports.gathering import today
from trucewatch.reports.sections.blocks import Section
from trucewatch.reports.sections.short import read_from
from trucewatch.reviewing.shapes import YES
from trucewatch.web.addresses import address, chart_address, conflict_address, part_address
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.reached import asked_of, day_of, shelf_of, since_of
from trucewatch.web.pages.watching import watched
from trucewatch.web.parts.paper import Paper, anchors
from trucewatch.web.rendering import page, part
from trucewatch.web.shelf import Look
from trucewatch.web.visitor import blind_name

CONFIDENCES = (0.3, 0.5, 0.7, 0.9)
"""The least confidences that can be chosen from a list."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A conflict as an address asks for it; `asked` are the questions to ask for the same again."""

    name: str
    look: Look
    asked: dict[str, object]


def seen(request: Request) -> Seen:
    """Read what an address asks of a conflict, and before whom it will stand.

    Errors: QuestionError on a question that can't be read, SituationError on a day to come
    """
    asked = asked_of(request)
    name = asked.words("name")
    if not name:
        raise QuestionError("no conflict is named", where="name", advice="choose one on the page of today")
    day = day_of(asked)
    since, chosen = since_of(asked, day), Chosen.of(asked)
    told = {"as_of": None if day == today() else day, "since": since, **chosen.as_asked()}
    return Seen(name, Look(day, since or before(day), chosen, blind_name(request)), told)


def conflict_page(request: Request) -> Response:
    """Show a conflict: the beginning of every section, whole where it is short.

    Shape: where none is named, leads to the list of them, as of the same day
    """
    asked = asked_of(request)
    if not asked.words("name"):
        return RedirectResponse(address("/conflicts", as_of=asked.day("as-of"), unnamed=YES), 303)
    wanted, shelf = seen(request), shelf_of(request)
    paper = shelf.paper(wanted.name, wanted.look)
    told = head_of(paper, wanted, paper.begun, watched(request))
    here = conflict_address(**told["asked"])
    make = partial(part, "sections.html.j2", told | inside(paper, wanted, paper.begun))
    body = shelf.part(here, make, wanted.look.blind)
    return page(request, "conflict.html.j2", told | {"sections": paper.begun, "body": body})


def head_of(paper: Paper, wanted: Seen, shown: Sequence[Section], names: Sequence[str]) -> dict[str, Any]:
    """What stands above every page of a conflict: which it is, as of when, what can be chosen."""
    situation = paper.dossier.situation
    asked = {"name": situation.conflict.name, **wanted.asked}
    return {
        "here": "conflict",
        "conflict": situation.conflict,
        "name": situation.conflict.name,
        "day": wanted.look.day,
        "since": wanted.look.since,
        "as_of": wanted.asked["as_of"],
        "asked": asked,
        "asked_here": {},
        "today": today(),
        "chosen": wanted.look.chosen,
        "around": paper.around,
        "watched": names,
        "families": tuple(Family),
        "confidences": CONFIDENCES,
        "read_from": read_from(replace(paper.dossier, part="")),
        "exports": _exports(shown, asked),
    }


def inside(paper: Paper, wanted: Seen, shown: Sequence[Section]) -> dict[str, object]:
    """What sections are set with: numbers of claims, where things stand, which sections go on elsewhere."""
    asked = {"name": paper.dossier.situation.conflict.name, **wanted.asked}
    here = {anchor for one in shown for anchor in (one.key, *anchors(one))}

    def place_of(to: str) -> str:
        key, number = paper.places.get(to, (to, 1))
        return f"#{to}" if to in here else part_address(key, number, to, **asked)

    return {
        "sections": shown,
        "numbers": paper.numbers,
        "place_of": place_of,
        "chart_at": partial(chart_address, **asked),
        "map_at": address("/conflict/map.json", **asked),
        "goes_on": {key: part_address(key, 1, "", **asked) for key in paper.goes_on},
    }


def _exports(sections: Sequence[Section], asked: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """The files that the page can be taken away as, each with its address; charts are those on the page."""
    return (
        ("HTML page", address("/conflict/report.html", **asked)),
        ("Markdown", address("/conflict/report.md", **asked)),
        ("All claims of its reports as a table (CSV)", address("/conflict/claims.csv", **asked)),
        *((f"SVG: {one.title}", chart_address(one.key, **asked)) for one in pictures(sections)),
    )
