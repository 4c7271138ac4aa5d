"""What programs may ask: conflicts, their situations and sources, reports, claims, and the search."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch.errors import QuestionError
from trucewatch.ledger import lookup
from trucewatch.records.claim import Family
from trucewatch.records.situation import Situation
from trucewatch.records.vocabulary import Stance
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.handed_out import WholeReport, found, whole_report
from trucewatch.reviewing.blindness import seen_by
from trucewatch.web.api.answers import Claims, Conflicts, Hits, KeptClaim, Reports, Sources
from trucewatch.web.api.operation import OF_ID, Operation, Question, choice, count, day, words
from trucewatch.web.asked import Asked, before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.reached import day_of, id_of, shelf_of
from trucewatch.web.pages.search import MOST, USUAL, filters_of
from trucewatch.web.pages.sources import publishers
from trucewatch.web.shelf import Look
from trucewatch.web.visitor import blind_name

MOST_SKIPPED = 10_000
"""Claims and reports that a search may pass over."""


def conflicts(request: Request, asked: Asked) -> Conflicts:
    """Give the conflicts."""
    return Conflicts(shelf_of(request).conflicts(day_of(asked)))


def situation(request: Request, asked: Asked) -> Situation:
    """Give the situation of a conflict."""
    return _dossier(request, asked).situation


def sources(request: Request, asked: Asked) -> Sources:
    """Give the sources of a conflict."""
    dossier = _dossier(request, asked)
    told = dossier.situation
    return Sources(told.conflict, told.sources, publishers(dossier))


def reports(request: Request, asked: Asked) -> Reports:
    """Give some reports."""
    behind, limit = asked.words("behind") or None, asked.count("limit", USUAL, MOST)
    with shelf_of(request).looking() as (connection, view):
        if behind is not None and not lookup.reports(connection, [behind]):
            raise HTTPException(404)
        listed = lookup.reports_behind(connection, view, behind, limit)
    return Reports(listed, listed[-1].doc_id if len(listed) == limit else None)


def report(request: Request, _: Asked) -> WholeReport:
    """Give a report with its text."""
    document = shelf_of(request).document(id_of(request, "doc_id"))
    if document is None:
        raise HTTPException(404)
    return whole_report(document)


def claims(request: Request, _: Asked) -> Claims:
    """Give the claims of a report."""
    doc_id = id_of(request, "doc_id")
    with shelf_of(request).looking() as (connection, view):
        if not lookup.reports(connection, [doc_id]):
            raise HTTPException(404)
        return Claims(lookup.claims_in(connection, doc_id, view))


def claim(request: Request, _: Asked) -> KeptClaim:
    """Give a claim."""
    claim_id = id_of(request, "claim_id")
    with shelf_of(request).looking() as (connection, view):
        kept = lookup.kept(connection, claim_id, view)
        if kept is None:
            raise HTTPException(404)
        history = lookup.history_of(connection, claim_id, view)
    seen = seen_by(blind_name(request), history)
    return KeptClaim(kept.claim, kept.recorded_at, kept.stands, seen.entries, seen.hidden)


def search(request: Request, asked: Asked) -> Hits:
    """Give what a search finds."""
    limit = asked.count("limit", USUAL, MOST)
    skip = asked.count("skip", 1, MOST_SKIPPED) if asked.words("skip") else 0
    hits, texts = shelf_of(request).search(asked.words("words"), filters_of(asked), limit, skip)
    of_claims = sum(hit.claim is not None for hit in hits)
    may_be_more = limit in {of_claims, len(hits) - of_claims} and skip + limit <= MOST_SKIPPED
    return Hits(tuple(found(hit, texts) for hit in hits), skip + limit if may_be_more else None)


def _dossier(request: Request, asked: Asked) -> Dossier:
    name = asked.words("conflict")
    if not name:
        raise QuestionError("no conflict is named", where="conflict", advice="give one that /conflicts lists")
    until = day_of(asked)
    look = Look(until, asked.day("since") or before(until), Chosen(), blind_name(request))
    return shelf_of(request).dossier(name, look)


_AS_OF = day("as-of", "Only what was published by that day; today where none is given.")
_CONFLICT = words("conflict", "The conflict, by its name or its parties as A-B.", is_needed=True)
_LIMIT = count("limit", "How many at most.", USUAL, MOST)
_REPORT = {"doc_id": "The report's id."}

READING = (
    Operation("/conflicts", "conflicts", "List the conflicts.", Conflicts, conflicts, (_AS_OF,)),
    Operation(
        "/situation",
        "situation",
        "Tell what is said of a conflict as of a day.",
        Situation,
        situation,
        (_CONFLICT, _AS_OF, day("since", "The day after which changes are told.")),
    ),
    Operation("/sources", "sources", "Tell how the sources fare.", Sources, sources, (_CONFLICT, _AS_OF)),
    Operation(
        "/documents",
        "documents",
        "List the reports.",
        Reports,
        reports,
        (Question("behind", "The id of a report; those added before it are listed.", OF_ID), _LIMIT),
    ),
    Operation("/documents/{doc_id}", "document", "Give a report.", WholeReport, report, ids=_REPORT),
    Operation("/documents/{doc_id}/claims", "claims", "Give its claims.", Claims, claims, ids=_REPORT),
    Operation(
        "/claims/{claim_id}", "claim", "Give a claim.", KeptClaim, claim, ids={"claim_id": "The claim's id."}
    ),
    Operation(
        "/search",
        "search",
        "Find claims and reports by their words.",
        Hits,
        search,
        (
            words("words", "Words that must all be there, in any order."),
            words("source", "Who says it."),
            words("side", "The side of who says it."),
            choice("family", "What it is about.", Family),
            choice("stance", "How it is said.", Stance),
            words("place", "Where it is said to be."),
            day("from", "Said to be on that day or later."),
            day("to", "Said to be on that day or before."),
            words("party", "A party that the report names.", is_several=True),
            Question(
                "confidence",
                "The least probability of a claim.",
                {"type": "number", "minimum": 0, "maximum": 1},
            ),
            _AS_OF,
            _LIMIT,
            Question(
                "skip",
                "How many of the first claims and reports to pass over.",
                {"type": "integer", "minimum": 1, "maximum": MOST_SKIPPED},
            ),
        ),
    ),
)
"""What programs may ask, in the order in which it is described."""
