"""What pages read of a ledger; it only grows, so what was made of its first entries stays true of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from time import monotonic
from typing import Any, TypeVar

from markupsafe import Markup
from sqlalchemy import Connection

from trucewatch.ledger import Filters, Hit, Ledger, lookup
from trucewatch.ledger.holding import holdings, standing_judgements
from trucewatch.ledger.views import View
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict
from trucewatch.records.holdings import Dyad, Holdings
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import called, dossier_of, found, listed
from trucewatch.reviewing.blindness import seen_among
from trucewatch.reviewing.mattering import Items, weighed
from trucewatch.situation import Conflicts, situation
from trucewatch.situation.opinions import Matter, Question, matters
from trucewatch.web.choosing import Chosen
from trucewatch.web.keeping import Kept
from trucewatch.web.parts.paper import Paper, paper_of
from trucewatch.web.working import Aside

Summed = TypeVar("Summed")

Having = Mapping[str, Sequence[tuple[int, Conflict]]]
"""The conflicts of each party, with their places among all."""

HOLDINGS_KEPT = 4
"""Conflicts whose claims are kept between two requests."""

DOSSIERS_KEPT = 64
"""Pictures of a conflict that are kept between two requests."""

SUMS_KEPT = 512
"""Conflicts at a glance that are kept."""

PARTS_KEPT = 256
"""Parts of pages that are kept as they were set; each has up to 200,000 characters."""


@dataclass(frozen=True, slots=True)
class Look:
    """From where a conflict is seen: up to a day, with what changed after an earlier one, of which claims.

    `blind` names a reviewer who sees others' decisions only behind their own, None whoever sees all.
    """

    day: date
    since: date
    chosen: Chosen
    blind: str | None = None


class Shelf:
    """An open ledger with what was lately made of it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._held: Callable[[View, Conflict], Holdings] = lru_cache(HOLDINGS_KEPT)(self._fetch)
        self._count: Callable[[View], int] = lru_cache(HOLDINGS_KEPT)(self._counting)
        self._named: Callable[[View], tuple[Conflict, ...]] = lru_cache(HOLDINGS_KEPT)(self._naming)
        self._told: Callable[[View, date], Conflicts] = lru_cache(DOSSIERS_KEPT)(self._find)
        self._all: Callable[[View, date], tuple[Conflict, ...]] = lru_cache(DOSSIERS_KEPT)(self._every)
        self._newest: Callable[[View, date], date | None] = lru_cache(DOSSIERS_KEPT)(self._find_newest)
        self._having: Callable[[View, date], Having] = lru_cache(HOLDINGS_KEPT)(self._find_having)
        self._folded: Callable[[View, Conflict, Look], Dossier] = lru_cache(DOSSIERS_KEPT)(self._fold)
        self._cut: Callable[[View, Conflict, Look], Paper] = lru_cache(DOSSIERS_KEPT)(self._paper)
        self._weighed: Callable[[View, Conflict, Look], Items] = lru_cache(HOLDINGS_KEPT)(self._weigh)
        self._asked: Callable[[View], Mapping[Question, Matter]] = lru_cache(1)(self._find_matters)
        self._parts = Kept[Markup](PARTS_KEPT)
        self._sums = Kept[Any](SUMS_KEPT)
        self._aside = Aside[Any]()

    @contextmanager
    def looking(self) -> Iterator[tuple[Connection, View]]:
        """Look at one moment of the ledger."""
        with self.ledger.looking() as connection:
            yield connection, View.at(connection, None, None)

    def conflicts(self, day: date) -> tuple[Conflict, ...]:
        """Give the conflicts that people named, then those that reports published up to a day tell of."""
        return self._all(self.ledger.view(), day)

    def dyads(self, day: date) -> Mapping[Conflict, Dyad]:
        """Give how much is told of the conflicts that nobody named."""
        return {dyad.conflict: dyad for dyad in self._told(self.ledger.view(), day).told}

    def newest(self, day: date) -> date | None:
        """Give the last day up to this one on which a report on any conflict was published."""
        return self._newest(self.ledger.view(), day)

    def touching(self, day: date, sides: Iterable[str]) -> tuple[Conflict, ...]:
        """Give the conflicts up to a day that have one of some parties, in their order."""
        having = self._having(self.ledger.view(), day)
        found = {place: one for side in sides for place, one in having.get(side, ())}
        return tuple(found[place] for place in sorted(found))

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

    def soon(
        self, several: Iterable[Conflict], look: Look, sum_up: Callable[[Dossier], Summed], seconds: float
    ) -> dict[Conflict, Summed | None]:
        """Give what is summed up of conflicts; None where it takes longer, for it is then ready later."""
        view, until = self.ledger.view(), monotonic() + seconds
        return {one: self._summed(view, one, look, sum_up, until - monotonic()) for one in several}

    def weighed(self, name: str, look: Look) -> Items:
        """Give the claims of a conflict's reports, what matters most first.

        Errors: SituationError on a conflict of which no report tells
        """
        view = self.ledger.view()
        return self._weighed(view, self._called(view, name, look.day), look)

    def matters(self) -> Mapping[Question, Matter]:
        """Give what people decided on each question about claims."""
        return self._asked(self.ledger.view())

    def part(self, address: str, make: Callable[[], Markup], blind: str | None = None) -> Markup:
        """Give a part of the page of an address, set of the newest entries before a reviewer or anybody."""
        return self._parts.get((self.ledger.view(), address, blind), make)

    def how_many_reports(self) -> int:
        """Count the reports."""
        return self._count(self.ledger.view())

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
        return called(self._named(view), name) or found(self._all(view, day), name)

    def _summed(
        self, view: View, conflict: Conflict, look: Look, sum_up: Callable[[Dossier], Summed], seconds: float
    ) -> Summed | None:
        key = (view, conflict, look, sum_up)
        known: Summed | None = self._sums.known(key)

        def make() -> Summed:
            held = self._fetch(view, conflict)
            told = situation(held, conflict, look.day, since=look.since, only=look.chosen.takes)
            dossier = dossier_of(self.ledger, held, told, look.chosen.told())
            summed: Summed = self._sums.get(key, lambda: sum_up(dossier))
            return summed

        return known or self._aside.get(key, make, seconds)

    def _counting(self, view: View) -> int:
        with self.ledger.looking() as connection:
            return lookup.how_many_reports(connection, view)

    def _naming(self, _: View) -> tuple[Conflict, ...]:
        return tuple(self.ledger.conflicts())

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

    def _every(self, view: View, day: date) -> tuple[Conflict, ...]:
        return self._told(view, day).all

    def _find(self, view: View, day: date) -> Conflicts:
        return listed(self.ledger, replace(view, published_by=day))

    def _find_newest(self, view: View, day: date) -> date | None:
        return max((dyad.newest for dyad in self._told(view, day).told), default=None)

    def _find_having(self, view: View, day: date) -> Having:
        having: dict[str, list[tuple[int, Conflict]]] = defaultdict(list)
        for place, one in enumerate(self._all(view, day)):
            for side in one.parties:
                having[side].append((place, one))
        return having

    def _fold(self, view: View, conflict: Conflict, look: Look) -> Dossier:
        if look.blind is not None:
            return _before(look.blind, self._folded(view, conflict, replace(look, blind=None)))
        held = self._held(view, conflict)
        only = look.chosen.takes
        told = situation(held, conflict, look.day, since=look.since, only=only)
        return dossier_of(self.ledger, held, told, look.chosen.told())


def _before(name: str, dossier: Dossier) -> Dossier:
    """A picture as it stands before a reviewer."""
    told = dossier.situation
    shown = seen_among(name, told.judged)
    return replace(dossier, situation=replace(told, judged=shown), unseen=len(told.judged) - len(shown))
