"""The page of a claim: its words, who says it, how it was worked out, what others say, how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.ledger import lookup
from trucewatch.ledger.lookup import Kept
from trucewatch.ledger.rows import sides_of
from trucewatch.ledger.views import ENOUGH
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.entry import Entry, Judgement
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import day as day_words
from trucewatch.reports.terminal.wording import speaker
from trucewatch.web.article.context import in_sentences
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.reached import asked_of, day_of, id_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look, Shelf
from trucewatch.web.telling.roles import Role, roles
from trucewatch.web.telling.same import Together, together
from trucewatch.web.telling.summary import summary
from trucewatch.web.telling.voices import voices
from trucewatch.web.telling.working import when, where

MOST_OTHERS = 30
"""Claims on the same thing that are listed; the page of the conflict has all."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another claim in short: who says what, in which report of which day."""

    id: str
    who: str
    words: str
    report: str
    doc_id: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Beside:
    """A thing that the claim tells of with the other claims on it; `more` of them are not listed."""

    thing: Together
    others: tuple[Other, ...]
    more: int


def claim_page(request: Request) -> Response:
    """Show a claim."""
    shelf, claim_id = shelf_of(request), id_of(request, "claim_id")
    day = day_of(asked := asked_of(request))
    with shelf.looking() as (connection, view):
        kept = lookup.kept(connection, claim_id, view)
        judgements = lookup.judgements_on(connection, claim_id, view)
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
        "rows": _rows(claim, document),
        "needs_a_look": claim.provenance.confidence < NEEDS_A_LOOK,
        "beside": tuple(_beside(shelf, claim, day)),
        "judgements": [_judged(entry, document.text) for entry in judgements],
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


def _rows(claim: Claim, document: Document) -> tuple[Role, ...]:
    publisher = document.metadata.publisher or document.name
    return (
        *voices(claim.voice, document.text, publisher),
        Role("Put as", f"{claim.modality.value}, {claim.polarity.value}"),
        *roles(claim),
        when(claim.when, document),
        where(claim.where),
    )


def _beside(shelf: Shelf, claim: Claim, day: date) -> Iterator[Beside]:
    """The things that a claim tells of, in the conflicts that its report may belong to."""
    look = Look(day, before(day), Chosen())
    with shelf.looking() as (connection, view):
        told = lookup.claims_in(connection, claim.provenance.doc_id, view)
    named = {side for one in told for side in sides_of(one)}
    for conflict in shelf.conflicts(day):
        enough = 1 if conflict.places else min(ENOUGH, len(conflict.parties))
        if len(named.intersection(conflict.parties)) < enough:
            continue
        dossier = shelf.dossier(conflict.name, look)
        for thing in together(dossier, claim.id):
            shown = thing.claims[:MOST_OTHERS]
            others = tuple(_other(dossier, one) for one in shown)
            yield Beside(thing, others, len(thing.claims) - len(shown))


def _other(dossier: Dossier, claim_id: str) -> Other:
    claim = dossier.claims[claim_id]
    report = dossier.report_of(claim)
    words = summary(claim, dossier.texts[report.doc_id])
    title = report.title or report.name
    return Other(claim_id, speaker(claim.voice), words, title, report.doc_id, report.published_on)


def _judged(entry: Entry, text: str) -> dict[str, object]:
    made = entry.payload
    if not isinstance(made, Judgement):
        raise TypeError(f"entry {entry.seq} is no judgement")
    return {
        "verdict": made.verdict.value,
        "by": entry.recorded_by,
        "at": entry.recorded_at,
        "reason": made.reason,
        "instead": summary(made.instead, text) if made.instead else "",
        "claims": made.claims,
    }
