"""Pages of one section of a conflict, of its claims, and the way to where something stands."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.records.claim import Claim
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.terminal.wording import speaker
from trucewatch.web.addresses import address, conflict_address, part_address
from trucewatch.web.pages.conflict import Seen, head_of, inside, seen
from trucewatch.web.pages.reached import MOST_PAGES, asked_of, shelf_of
from trucewatch.web.pages.watching import watched
from trucewatch.web.parts.paper import anchors
from trucewatch.web.rendering import page, part
from trucewatch.web.telling.same import together
from trucewatch.web.telling.summary import summary

CLAIMS_A_PAGE = 100
"""Claims on a page of all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in short: who says what, in which report of which day."""

    claim: Claim
    who: str
    words: str
    title: str
    published: date | None


def part_page(request: Request) -> Response:
    """Show a page of one section.

    Errors: HTTPException 404 where there is no such section or page
    """
    asked, shelf = asked_of(request), shelf_of(request)
    wanted, key, number = seen(request), asked.words("section"), asked.count("page", 1, MOST_PAGES)
    paper = shelf.paper(wanted.name, wanted.look)
    pages = paper.pages.get(key, ())
    if number > len(pages):
        raise HTTPException(404)
    shown = pages[number - 1]
    told = head_of(paper, wanted, (shown,), watched(request))
    here = part_address(key, number, "", **told["asked"])
    make = partial(part, "sections.html.j2", told | inside(paper, wanted, (shown,)) | {"goes_on": {}})
    return page(
        request,
        "part.html.j2",
        told
        | {
            "title": shown.title,
            "asked_here": {"section": key},
            "body": shelf.part(here, make, wanted.look.blind),
            "number": number,
            "pages": tuple(part_address(key, n, "", **told["asked"]) for n in range(1, len(pages) + 1)),
        },
    )


def claims_page(request: Request) -> Response:
    """List every claim of the reports of a conflict, in the order of the reports.

    Errors: HTTPException 404 where there is no such page
    """
    asked = asked_of(request)
    wanted, number = seen(request), asked.count("page", 1, MOST_PAGES)
    paper = shelf_of(request).paper(wanted.name, wanted.look)
    claims = _claims(paper.dossier, wanted)
    last = max(-(-len(claims) // CLAIMS_A_PAGE), 1)
    if number > last:
        raise HTTPException(404)
    shown = claims[(number - 1) * CLAIMS_A_PAGE : number * CLAIMS_A_PAGE]
    told = head_of(paper, wanted, (), watched(request))
    at = partial(address, "/conflict/claims", **told["asked"])
    return page(
        request,
        "claims.html.j2",
        told
        | {
            "title": "All claims of its reports",
            "count": len(claims),
            "lines": [_line(paper.dossier, one) for one in shown],
            "number": number,
            "pages": tuple(at(page=n if n > 1 else None) for n in range(1, last + 1)),
        },
    )


def place(request: Request) -> Response:
    """Lead to where something stands: on the first page of its conflict, or on a page of its section.

    Shape: it is named by its anchor, which moves as reports come, or for good by any claim that tells of it
    """
    asked = asked_of(request)
    wanted, at = seen(request), asked.words("at")
    paper = shelf_of(request).paper(wanted.name, wanted.look)
    to = next((thing.to for thing in together(paper.dossier, at)), at)
    name = paper.dossier.situation.conflict.name
    if any(to in anchors(one) for one in paper.begun) or to not in paper.places:
        return RedirectResponse(f"{conflict_address(name, **wanted.asked)}#{to}", 303)
    return RedirectResponse(part_address(*paper.places[to], to, name=name, **wanted.asked), 303)


def _claims(dossier: Dossier, wanted: Seen) -> list[Claim]:
    reports = {doc_id: place for place, doc_id in enumerate(dossier.situation.reports)}
    found = (one for one in dossier.claims.values() if one.provenance.doc_id in reports)
    return sorted(
        filter(wanted.look.chosen.takes, found),
        key=lambda one: (reports[one.provenance.doc_id], one.provenance.evidence.start, one.id),
    )


def _line(dossier: Dossier, claim: Claim) -> Line:
    report = dossier.report_of(claim)
    words = summary(claim, dossier.texts[report.doc_id])
    return Line(claim, speaker(claim.voice), words, report.title or report.name, report.published_on)
