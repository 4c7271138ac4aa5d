"""Other claims on what a claim tells of, in the conflicts whose parties its report names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.ledger import lookup
from trucewatch.ledger.rows import sides_of
from trucewatch.ledger.views import ENOUGH
from trucewatch.records.claim import Claim
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.terminal.wording import speaker
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.shelf import Look, Shelf
from trucewatch.web.telling.same import Together, together
from trucewatch.web.telling.summary import summary

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


def beside(shelf: Shelf, claim: Claim, day: date) -> Iterator[Beside]:
    """Give the things that a claim tells of, each with the other claims on it."""
    look = Look(day, before(day), Chosen())
    with shelf.looking() as (connection, view):
        told = lookup.claims_in(connection, claim.provenance.doc_id, view)
    named = {side for one in told for side in sides_of(one)}
    for conflict in shelf.touching(day, named):
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
