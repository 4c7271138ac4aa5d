"""Where reviewers differ, how far they agree, and what settles it."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.errors import QuestionError
from trucewatch.ledger import lookup
from trucewatch.records.account import Role
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Judgement, Verdict
from trucewatch.reports.terminal.wording import speaker
from trucewatch.reviewing.agreement import agreements
from trucewatch.situation.opinions import Matter, Question
from trucewatch.web.addresses import address
from trucewatch.web.article.context import Context, in_sentences
from trucewatch.web.pages.reached import LAST_ENTRY, asked_of, shelf_of
from trucewatch.web.pages.reviewing.judging import reason_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Shelf
from trucewatch.web.telling.decided import decision
from trucewatch.web.telling.summary import summary
from trucewatch.web.visitor import Visitor, form_of, refuse_below


@dataclass(frozen=True, slots=True)
class Told:
    """A claim on which reviewers differ, with its words."""

    claim: Claim
    text: str
    who: str
    what: str
    context: Context


AT_ONCE = 20
"""Differences that are shown at once."""

AS_READ = "as-read"
"""The choice of what the machine read."""


def differences_page(request: Request) -> Response:
    """Show where reviewers differ and how far they agree."""
    return _page(request, None)


async def adjudicated(request: Request) -> Response:
    """Keep what is to stand where reviewers differ."""
    return await run_in_threadpool(_adjudicate, request, await form_of(request))


def _adjudicate(request: Request, form: FormData) -> Response:
    visitor, shelf = refuse_below(request, Role.REVIEWER), shelf_of(request)
    question = tuple(str(form.get("question", "")).split())
    matter = shelf.matters().get(question)
    if matter is None:
        raise HTTPException(404)
    if not may_settle(matter, visitor):
        raise HTTPException(403)
    try:
        judgement = _settling(matter, form)
    except QuestionError as error:
        return _page(request, error)
    made = shelf.ledger.adjudicate(judgement, by=visitor.name)
    return RedirectResponse(address("/review/differences", entry=made.seq), 303)


def _page(request: Request, refused: QuestionError | None) -> Response:
    visitor = refuse_below(request, Role.REVIEWER)
    shelf, asked = shelf_of(request), asked_of(request)
    matters = tuple(shelf.matters().values())
    waiting = [matter for matter in matters if matter.is_open]
    told = {
        "here": "review",
        "rows": [_row(shelf, matter, visitor) for matter in waiting[:AT_ONCE]],
        "more": max(len(waiting) - AT_ONCE, 0),
        "settled": sum(matter.settled is not None and not matter.is_open for matter in matters),
        "agreements": agreements(matters),
        "as_read": AS_READ,
        "recorded": asked.count("entry", 0, LAST_ENTRY) if asked.words("entry") else None,
        "refused": refused,
    }
    return page(request, "review/differences.html.j2", told, status=400 if refused else 200)


def may_settle(matter: Matter, visitor: Visitor) -> bool:
    """Tell whether somebody may settle a difference: a third person, or an admin."""
    return visitor.role.may(Role.ADMIN) or visitor.name not in {one.by for one in matter.opinions}


def _settling(matter: Matter, form: FormData) -> Judgement:
    """What a form chooses: one of the opinions, or the machine's reading.

    Errors: QuestionError where nobody differs, on a choice that is none of these, or without a reason
    """
    if not matter.differs:
        raise QuestionError("is agreed on", where="this claim", advice="judge it instead")
    said = str(form.get("choice", ""))
    chosen = {str(one.entry.seq): one.judgement for one in matter.opinions}
    if said == AS_READ and not _is_pair(matter.question):
        return Judgement(Verdict.ACCEPT, matter.question, None, reason_of(form))
    if said not in chosen:
        raise QuestionError(f"{said!r} is none of these", where="the choice", advice="choose from the page")
    return Judgement(chosen[said].verdict, matter.question, chosen[said].instead, reason_of(form))


def _row(shelf: Shelf, matter: Matter, visitor: Visitor) -> dict[str, object]:
    claims = [found for one in matter.question if (found := _told(shelf, one)) is not None]
    first = claims[0]
    return {
        "question": " ".join(matter.question),
        "is_pair": _is_pair(matter.question),
        "claims": claims,
        "opinions": [decision(one.entry, first.claim, first.text) for one in matter.opinions],
        "settled": matter.settled and decision(matter.settled.entry, first.claim, first.text),
        "may_settle": may_settle(matter, visitor),
        "is_read_told": any(one.judgement.verdict is Verdict.ACCEPT for one in matter.opinions),
    }


def _told(shelf: Shelf, claim_id: str) -> Told | None:
    with shelf.looking() as (connection, view):
        kept = lookup.kept(connection, claim_id, view)
    document = shelf.document(kept.claim.provenance.doc_id) if kept else None
    if kept is None or document is None:
        return None
    claim, text = kept.claim, document.text
    context = in_sentences(document, claim.provenance.evidence)
    return Told(claim, text, speaker(claim.voice), summary(claim, text), context)


def _is_pair(question: Question) -> bool:
    return len(question) > 1
