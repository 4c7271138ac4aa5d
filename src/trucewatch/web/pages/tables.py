"""The claims of a page as a table to take away: the same day, the same choice, however many there are."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from trucewatch.ledger import Filters
from trucewatch.records.claim import Claim
from trucewatch.reports.gathering import today
from trucewatch.web.pages.conflict import seen
from trucewatch.web.pages.exports import saving, stem
from trucewatch.web.pages.reached import asked_of, shelf_of
from trucewatch.web.pages.search import filters_of
from trucewatch.web.telling.table import Table, of_situation, table
from trucewatch.web.visitor import blind_name


def conflict_table(request: Request) -> Response:
    """Give the claims that the page of all claims of a conflict lists."""
    wanted, shelf = seen(request), shelf_of(request)
    dossier = shelf.dossier(wanted.name, wanted.look)
    filters, is_of_reports = of_situation(dossier.situation, Filters())

    def is_listed(claim: Claim) -> bool:
        return wanted.look.chosen.takes(claim) and is_of_reports(claim)

    made = table(shelf.ledger, "", filters, only=is_listed, blind=wanted.look.blind)
    return _saved(made, f"{stem(dossier)}-claims.csv")


def search_table(request: Request) -> Response:
    """Give all claims that a search finds."""
    asked = asked_of(request)
    filters = filters_of(asked)
    made = table(shelf_of(request).ledger, asked.words("words"), filters, blind=blind_name(request))
    return _saved(made, f"claims-{filters.published_by or today()}.csv")


def _saved(made: Table, name: str) -> Response:
    """Give a table part by part as a browser takes it; one that breaks off is no whole file."""
    return StreamingResponse(_texts(made), media_type="text/csv", headers=saving(name))


def _texts(made: Table) -> Iterator[str]:
    return (part.text for part in made.parts())
