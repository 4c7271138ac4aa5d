"""The page of a report: its text with its claims marked, its copies, its original."""

from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.ledger import lookup
from trucewatch.records.claim import Family
from trucewatch.records.document import Document
from trucewatch.web.article.marking import noted, parts
from trucewatch.web.pages.exports import saved
from trucewatch.web.pages.reached import asked_of, id_of, shelf_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Shelf
from trucewatch.web.telling.summary import summary
from trucewatch.web.telling.working import published

BYTES = "application/octet-stream"
"""As what an original is given: no browser shows it, whatever it is."""


def document_page(request: Request) -> Response:
    """Show a report."""
    shelf = shelf_of(request)
    document = _document(shelf, id_of(request, "doc_id"))
    with shelf.looking() as (connection, view):
        claims = noted(lookup.claims_in(connection, document.id, view))
        copies = lookup.copies(connection, document.id, view)
    counted = Counter(one.claim.family for one in claims)
    told = {
        "here": "document",
        "as_of": asked_of(request).day("as-of"),
        "document": document,
        "title": document.metadata.title or document.name,
        "published": published(document),
        "parts": tuple(parts(document, claims)),
        "claims": [(one, summary(one.claim, document.text)) for one in claims],
        "families": [(family, counted[family]) for family in Family if counted[family]],
        "copies": copies,
        "size": len(document.original.content),
        "needs_a_look": NEEDS_A_LOOK,
    }
    return page(request, "document.html.j2", told)


def original(request: Request) -> Response:
    """Give the bytes that were handed in, untouched."""
    document = _document(shelf_of(request), id_of(request, "doc_id"))
    return saved(document.original.content, BYTES, f"{document.id}.original")


def _document(shelf: Shelf, doc_id: str) -> Document:
    document = shelf.document(doc_id)
    if document is None:
        raise HTTPException(404)
    return document
