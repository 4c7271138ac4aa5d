"""One claim under review: its words, the machine's reading, what was decided, and forms to decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.claims.confidence import NEEDS_A_LOOK
from trucewatch.ledger import lookup
from trucewatch.records.account import Role
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.entry import GROUPING, Entry, EntryKind, judgement_in
from trucewatch.reports.terminal.wording import speaker
from trucewatch.reviewing.fields import Field, fields_of
from trucewatch.reviewing.shapes import YES
from trucewatch.web.article.context import in_sentences
from trucewatch.web.pages.others import Other, beside
from trucewatch.web.pages.reached import LAST_ENTRY, asked_of, id_of, shelf_of
from trucewatch.web.pages.reviewing.walking import walk_of
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Shelf
from trucewatch.web.telling.decided import Decided, decided
from trucewatch.web.telling.in_full import in_full
from trucewatch.web.telling.summary import summary
from trucewatch.web.visitor import refuse_below

LONGEST_REASON = 400
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not taken: why, and what was typed into it."""

    why: str
    advice: str
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reached:
    """A claim with its report and every decision on it."""

    claim: Claim
    document: Document
    history: tuple[Entry, ...]
    stands: bool

    def corrected_by(self, name: str) -> Entry | None:
        """Give somebody's own last judgement where it is a correction: another one goes on from there."""
        own = [one for one in self.history if one.recorded_by == name and one.kind is EntryKind.JUDGEMENT]
        on_it = [one for one in own if (made := judgement_in(one)) and made.verdict not in GROUPING]
        return on_it[-1] if on_it and reading_in(on_it[-1]) else None


def reading_in(entry: Entry) -> Claim | None:
    """Give the claim as a correction reads it, None in other entries."""
    judgement = judgement_in(entry)
    return judgement.instead if judgement else None


def review_page(request: Request) -> Response:
    """Show a claim to somebody who reviews."""
    return reviewing(request, None)


def reached(request: Request) -> Reached:
    """Give the claim of an address.

    Errors: HTTPException 404 where there is none
    """
    shelf, claim_id = shelf_of(request), id_of(request, "claim_id")
    with shelf.looking() as (connection, view):
        kept = lookup.kept(connection, claim_id, view)
        history = lookup.history_of(connection, claim_id, view)
    document = shelf.document(kept.claim.provenance.doc_id) if kept else None
    if kept is None or document is None:
        raise HTTPException(404)
    return Reached(kept.claim, document, history, kept.stands)


def reviewing(request: Request, refused: Refused | None) -> Response:
    """Set the page of a claim under review, with the form that was refused as it was typed."""
    visitor = refuse_below(request, Role.REVIEWER)
    found, walk, asked = reached(request), walk_of(request), asked_of(request)
    claim, document = found.claim, found.document
    before, following = walk.beside(claim.id, visitor.name)
    seen = decided(found.history, claim, document.text, visitor.name)
    base = found.corrected_by(visitor.name)
    begun = (base and reading_in(base)) or claim
    recorded = asked.count("entry", 0, LAST_ENTRY) if asked.words("entry") else None
    told = {
        "here": "review",
        "walk": walk,
        "claim": claim,
        "stands": found.stands,
        "document": document,
        "title": document.metadata.title or document.name,
        "who": speaker(claim.voice),
        "summary": summary(claim, document.text),
        "context": in_sentences(document, claim.provenance.evidence),
        "rows": in_full(claim, document),
        "needs_a_look": claim.provenance.confidence < NEEDS_A_LOOK,
        "reasons": next((one.reasons for one in walk.items if one.claim.id == claim.id), ()),
        "others": list(_others(shelf_of(request), claim, walk.day)),
        "decided": seen,
        "mine": [one for one in seen.shown if one.entry.recorded_by == visitor.name and not one.replaced_by],
        "recorded": _own(seen, recorded, visitor.name),
        "again": asked.words("again") == YES,
        "groups": _groups(fields_of(begun, document.text), refused.said if refused else {}),
        "base": base.seq if base else 0,
        "refused": refused,
        "said": refused.said if refused else {},
        "before": before,
        "following": following,
        "longest": LONGEST_REASON,
    }
    return page(request, "review/claim.html.j2", told, status=400 if refused else 200)


def _own(seen: Decided, seq: int | None, name: str) -> object:
    """The decision that somebody just made, None where the number is not of one of theirs."""
    mine = (one for one in seen.shown if one.entry.seq == seq and one.entry.recorded_by == name)
    return next(mine, None)


def _groups(fields: tuple[Field, ...], said: Mapping[str, str]) -> list[tuple[str, list[Field]]]:
    """The fields of the form by what they belong to, filled as they were typed last."""
    groups: dict[str, list[Field]] = {}
    for one in fields:
        typed = replace(one, value=said.get(one.name, one.value))
        groups.setdefault(one.group, []).append(typed)
    return list(groups.items())


def _others(shelf: Shelf, claim: Claim, day: date) -> Iterator[Other]:
    """Other claims on the same, each once."""
    yield from {other.id: other for thing in beside(shelf, claim, day) for other in thing.others}.values()
