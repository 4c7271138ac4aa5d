"""The claims that somebody reviews: of a conflict, what matters first, or of a report in its order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request

from trucewatch.ledger import lookup
from trucewatch.records.entry import Conflict
from trucewatch.reviewing.mattering import Item, of_report
from trucewatch.situation.opinions import Matter, Question
from trucewatch.web.addresses import address
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen
from trucewatch.web.pages.reached import ID, asked_of, day_of, shelf_of
from trucewatch.web.shelf import Look, Shelf

SECOND = 0.75
"""What it weighs that one other person judged a claim: a second, blind reading makes agreement known."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Claims in the order in which they are come by, and where that was asked for.

    `conflict` and `report` are what was asked, None where it was not; `matters` what people decided.
    """

    day: date
    conflict: str | None
    report: str | None
    items: tuple[Item, ...]
    matters: Mapping[Question, Matter]

    def at(self, path: str, **asked: object) -> str:
        """Give an address of this walk."""
        return address(path, conflict=self.conflict, report=self.report, **asked)

    def claim_at(self, claim_id: str, **asked: object) -> str:
        """Give the address of a claim on this walk."""
        return self.at(f"/review/{claim_id}", **asked)

    def judges(self, claim_id: str) -> tuple[str, ...]:
        """Give the names of those who judged how a claim is read."""
        matter = self.matters.get((claim_id,))
        return tuple(opinion.by for opinion in matter.opinions) if matter else ()

    def waiting(self, name: str) -> tuple[Item, ...]:
        """Give the claims that somebody has not judged, those that one other judged a little sooner."""
        left = [item for item in self.items if name not in self.judges(item.claim.id)]
        if self.report:
            return tuple(left)
        return tuple(sorted(left, key=self._weight, reverse=True))

    def beside(self, claim_id: str, name: str) -> tuple[str | None, str | None]:
        """Give the claim before one, and the next that somebody has not judged."""
        ids = [item.claim.id for item in self.items]
        if claim_id not in ids:
            return None, next(iter(ids), None)
        place = ids.index(claim_id)
        following = [*ids[place + 1 :], *ids[:place]]
        return (
            ids[place - 1] if place else None,
            next((one for one in following if name not in self.judges(one)), None),
        )

    def _weight(self, item: Item) -> float:
        return item.weight + SECOND * (len(self.judges(item.claim.id)) == 1)


def walk_of(request: Request, *, usual: str | None = None) -> Walk:
    """Give the walk that an address asks for, of the first conflict where it asks for none.

    Errors: HTTPException 404 on no report, SituationError on a conflict of which no report tells
    """
    shelf, asked = shelf_of(request), asked_of(request)
    day, report = day_of(asked), asked.words("report")
    if report:
        return Walk(day, None, report, _of_report(shelf, report), shelf.matters())
    name = asked.words("conflict") or usual or _first(shelf.conflicts(day))
    items = shelf.weighed(name, Look(day, before(day), Chosen())) if name else ()
    return Walk(day, name, None, items, shelf.matters())


def _first(conflicts: tuple[Conflict, ...]) -> str | None:
    return conflicts[0].name if conflicts else None


def _of_report(shelf: Shelf, report: str) -> tuple[Item, ...]:
    if not ID.fullmatch(report):
        raise HTTPException(404)
    with shelf.looking() as (connection, view):
        claims = lookup.claims_in(connection, report, view)
        if not claims and lookup.report(connection, report, view) is None:
            raise HTTPException(404)
    return of_report(claims)
