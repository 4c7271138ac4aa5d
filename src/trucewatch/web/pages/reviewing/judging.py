"""Taking a reviewer's decision: on the disk before the answer, and once however often it is sent."""

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from trucewatch.errors import QuestionError
from trucewatch.ledger import lookup
from trucewatch.records.account import Role
from trucewatch.records.claim import Claim
from trucewatch.records.entry import GROUPING, Judgement, Verdict
from trucewatch.reviewing.correcting import corrected
from trucewatch.reviewing.fields import differences
from trucewatch.reviewing.shapes import YES
from trucewatch.web.pages.reached import ID, shelf_of
from trucewatch.web.pages.reviewing.claim import (
    LONGEST_REASON,
    Reached,
    Refused,
    reached,
    reading_in,
    reviewing,
)
from trucewatch.web.pages.reviewing.walking import walk_of
from trucewatch.web.visitor import form_of, refuse_below, visitor_of

READS_SO = "the words say so"
"""The reason of an acceptance for which none is typed."""


async def judged(request: Request) -> Response:
    """Keep a decision about a claim."""
    return await run_in_threadpool(_judge, request, await form_of(request))


def reason_of(form: FormData, usual: str = "") -> str:
    """Give the reason that a form tells.

    Errors: QuestionError where there is none, or a very long one
    """
    reason = " ".join(str(form.get("reason", "")).split()) or usual
    if not reason:
        raise QuestionError("is missing", where="the reason", advice="say why, in a few words")
    if len(reason) > LONGEST_REASON:
        advice = f"say it in at most {LONGEST_REASON} characters"
        raise QuestionError("is too long", where="the reason", advice=advice)
    return reason


def _judge(request: Request, form: FormData) -> Response:
    visitor = refuse_below(request, Role.REVIEWER)
    found = reached(request)
    try:
        judgement = _judgement(request, found, form)
    except QuestionError as error:
        said = {name: value for name, value in form.items() if isinstance(value, str)}
        return reviewing(request, Refused(f"{error.where} {error.what}", error.advice, said))
    made = shelf_of(request).ledger.judge(judgement, by=visitor.name)
    was_there = any(entry.seq == made.seq for entry in found.history)
    to = walk_of(request).claim_at(found.claim.id, entry=made.seq, again=YES if was_there else None)
    return RedirectResponse(to, 303)


def _judgement(request: Request, found: Reached, form: FormData) -> Judgement:
    said, claim = str(form.get("verdict", "")), found.claim
    if said not in set(Verdict):
        raise QuestionError(f"{said!r} is no decision", where="this form", advice="choose from the page")
    verdict = Verdict(said)
    reason = reason_of(form, READS_SO if verdict is Verdict.ACCEPT else "")
    if verdict in GROUPING:
        return Judgement(verdict, (claim.id, *_with(request, claim, form)), None, reason)
    instead = _instead(found, form, visitor_of(request).name) if verdict is Verdict.CORRECT else None
    return Judgement(verdict, (claim.id,), instead, reason)


def _instead(found: Reached, form: FormData, name: str) -> Claim:
    """The claim as a form has it, which was filled with the machine's reading or one's own correction."""
    said = {name: value for name, value in form.items() if isinstance(value, str)}
    own = (one for one in found.history if one.recorded_by == name and str(one.seq) == said.get("base"))
    begun = next(filter(None, map(reading_in, own)), found.claim)
    instead = replace(corrected(begun, said, found.document.text), id=found.claim.id)
    if not differences(found.claim, instead, found.document.text):
        advice = "change a field, or accept the claim"
        raise QuestionError("changes nothing", where="the correction", advice=advice)
    return instead


def _with(request: Request, claim: Claim, form: FormData) -> tuple[str, ...]:
    """The other claims that a decision is about: chosen from the page, or typed."""
    chosen = " ".join(str(one) for one in (*form.getlist("with"), form.get("more", ""))).split()
    ids = tuple(dict.fromkeys(one for one in chosen if one != claim.id))
    where = "the other claims"
    if not ids:
        raise QuestionError("are missing", where=where, advice="choose one or more, or type their ids")
    with shelf_of(request).looking() as (connection, view):
        unknown = [one for one in ids if not ID.fullmatch(one) or lookup.kept(connection, one, view) is None]
    if unknown:
        raise QuestionError(f"are not here: {unknown[0]!r}", where=where, advice="copy an id from its page")
    return ids
