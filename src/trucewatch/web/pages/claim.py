"""The page of a claim: its words, who says it, how it was worked out, what others say, how to cite it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.ledger import lookup
from trucewatch.ledger.lookup import Kept
from trucewatch.records.document import Document
from trucewatch.reports.phrases import day as day_words
from trucewatch.reports.terminal.wording import speaker
from trucewatch.web.article.context import in_sentences
from trucewatch.web.pages.others import beside
from trucewatch.web.pages.reached import asked_of, day_of, id_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.telling.decided import decided
from trucewatch.web.telling.in_full import in_full
from trucewatch.web.telling.summary import summary
from trucewatch.web.visitor import blind_name


def claim_page(request: Request) -> Response:
    """Show a claim."""
    shelf, claim_id = shelf_of(request), id_of(request, "claim_id")
    day = day_of(asked := asked_of(request))
    with shelf.looking() as (connection, view):
        kept = lookup.kept(connection, claim_id, view)
        history = lookup.history_of(connection, claim_id, view)
    document = shelf.document(kept.claim.provenance.doc_id) if kept else None
    if kept is None or document is None:
        raise HTTPException(404)
    claim = kept.claim
    told = {
        "here": "claim",
        "as_of": asked.day("as-of"),
        "day": day,
        "kept": kept,
        "claim": claim,
        "document": document,
        "title": document.metadata.title or document.name,
        "summary": summary(claim, document.text),
        "who": speaker(claim.voice),
        "context": in_sentences(document, claim.provenance.evidence),
        "rows": in_full(claim, document),
        "needs_a_look": claim.provenance.confidence < NEEDS_A_LOOK,
        "beside": tuple(beside(shelf, claim, day)),
        "decided": decided(history, claim, document.text, blind_name(request)),
        "permanent": str(request.url.replace(query="")),
        "citation": citation(kept, document),
    }
    return page(request, "claim.html.j2", told)


def citation(kept: Kept, document: Document) -> str:
    """Give a claim as a note for a text of one's own.

    Example: Dara Velan, in “Toll doubles”, The Courier, 6 Mar 2021: “105 soldiers had died” [claim 0f…]
    """
    claim, about = kept.claim, document.metadata
    words = " ".join(claim.provenance.evidence.quote(document.text).split())
    outlet = about.publisher or "publisher not known"
    day = day_words(document.published_on) if document.published_on else "no day of publication known"
    read = f"trucewatch claim {claim.id}, read by {claim.provenance.reader_version}"
    title = about.title or document.name
    return f"{speaker(claim.voice)}, in “{title}”, {outlet}, {day}: “{words}” [{read}]"
