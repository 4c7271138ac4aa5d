"""What pages read of a ledger; it only grows, so what was made of its first entries stays true of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from markupsafe import Markup
from sqlalchemy import Connection

from trucewatch.ledger import Filters, Hit, Ledger, lookup
from trucewatch.ledger.holding import holdings, standing_judgements
from trucewatch.ledger.views import View
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Holdings
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import called, dossier_of, found, listed
from trucewatch.reviewing.mattering import Items, weighed
from trucewatch.situation import situation
from trucewatch.situation.opinions import Matter, Question, matters
from trucewatch.web.choosing import Chosen
from trucewatch.web.keeping import Kept
from trucewatch.web.parts.paper import Paper, paper_of

HOLDINGS_KEPT = 4
"""Conflicts whose claims are kept between two requests."""

DOSSIERS_KEPT = 64
"""Pictures of a conflict that are kept between two requests."""

PARTS_KEPT = 256
"""Parts of pages that are kept as they were set; each has up to 150,000 characters."""


@dataclass(frozen=True, slots=True)
class Look:
    """From where a conflict is seen: up to a day, with what changed after an earlier one, of which claims."""

    day: date
    since: date
    chosen: Chosen


class Shelf:
    """An open ledger with what was lately made of it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._held: Callable[[View, Conflict], Holdings] = lru_cache(HOLDINGS_KEPT)(self._fetch)
        self._told: Callable[[View, date], tuple[Conflict, ...]] = lru_cache(DOSSIERS_KEPT)(self._find)
        self._folded: Callable[[View, Conflict, Look], Dossier] = lru_cache(DOSSIERS_KEPT)(self._fold)
        self._cut: Callable[[View, Conflict, Look], Paper] = lru_cache(DOSSIERS_KEPT)(self._paper)
        self._weighed: Callable[[View, Conflict, Look], Items] = lru_cache(HOLDINGS_KEPT)(self._weigh)
        self._asked: Callable[[View], Mapping[Question, Matter]] = lru_cache(1)(self._find_matters)
        self._parts = Kept[Markup](PARTS_KEPT)

    @contextmanager
    def looking(self) -> Iterator[tuple[Connection, View]]:
        """Look at one moment of the ledger."""
        with self.ledger.looking() as connection:
            yield connection, View.at(connection, None, None)

    def conflicts(self, day: date) -> tuple[Conflict, ...]:
        """Give the conflicts that people named, then those that reports published up to a day tell of."""
        return self._told(self.ledger.view(), day)

    def dossier(self, name: str, look: Look) -> Dossier:
        """Give the picture of a conflict.

        Errors: SituationError on a conflict of which no report tells
        """
        view = self.ledger.view()
        return self._folded(view, self._called(view, name, look.day), look)

    def paper(self, name: str, look: Look) -> Paper:
        """Give the picture of a conflict cut into pages.

        Errors: SituationError on a conflict of which no report tells
        """
        view = self.ledger.view()
        return self._cut(view, self._called(view, name, look.day), look)

    def weighed(self, name: str, look: Look) -> Items:
        """Give the claims of a conflict's reports, what matters most first.

        Errors: SituationError on a conflict of which no report tells
        """
        view = self.ledger.view()
        return self._weighed(view, self._called(view, name, look.day), look)

    def matters(self) -> Mapping[Question, Matter]:
        """Give what people decided on each question about claims."""
        return self._asked(self.ledger.view())

    def part(self, address: str, make: Callable[[], Markup]) -> Markup:
        """Give a part of the page of an address as it was set of the ledger's newest entries."""
        return self._parts.get((self.ledger.view(), address), make)

    def document(self, doc_id: str) -> Document | None:
        """Give a whole report, None where there is none."""
        return self.ledger.documents([doc_id]).get(doc_id)

    def search(
        self, words: str, filters: Filters, limit: int, skip: int = 0
    ) -> tuple[Sequence[Hit], Mapping[str, str]]:
        """Find claims and reports, with the texts in which they stand."""
        hits = self.ledger.search(words, filters, limit=limit, skip=skip)
        with self.ledger.looking() as connection:
            return hits, lookup.texts(connection, {hit.doc_id for hit in hits})

    def _called(self, view: View, name: str, day: date) -> Conflict:
        return called(self.ledger.conflicts(), name) or found(self._told(view, day), name)

    def _paper(self, view: View, conflict: Conflict, look: Look) -> Paper:
        return paper_of(self._folded(view, conflict, look))

    def _weigh(self, view: View, conflict: Conflict, look: Look) -> Items:
        return weighed(self._folded(view, conflict, look))

    def _find_matters(self, view: View) -> Mapping[Question, Matter]:
        with self.ledger.looking() as connection:
            return matters(standing_judgements(connection, view.horizon))

    def _fetch(self, view: View, conflict: Conflict) -> Holdings:
        with self.ledger.looking() as connection:
            return holdings(connection, view, conflict.parties, conflict.places)

    def _find(self, view: View, day: date) -> tuple[Conflict, ...]:
        return listed(self.ledger, replace(view, published_by=day)).all

    def _fold(self, view: View, conflict: Conflict, look: Look) -> Dossier:
        held = self._held(view, conflict)
        only = look.chosen.takes
        told = situation(held, conflict, look.day, since=look.since, only=only)
        return dossier_of(self.ledger, held, told, look.chosen.told())
