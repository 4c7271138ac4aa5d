"""Every claim that is as asked, some at a time, so that a ledger of any size can pass by."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.lookup import texts
from trucewatch.ledger.rows import claim_of, report_of
from trucewatch.ledger.search import Filters, claims_wanted
from trucewatch.ledger.store.bulk import MOST_VALUES, in_parts
from trucewatch.ledger.store.tables import claim, document
from trucewatch.ledger.views import View
from trucewatch.ledger.words import folded_words
from trucewatch.records.claim import Claim
from trucewatch.records.holdings import Report


@dataclass(frozen=True, slots=True)
class InReport:
    """A claim with the report in which it stands, and that report's words."""

    claim: Claim
    report: Report
    text: str


def numbers_of(connection: Connection, asked: str, filters: Filters, view: View) -> Sequence[int]:
    """Give the numbers of all claims that are as asked, the first added first.

    Shape: eight bytes for each claim, which is all that is held of them
    """
    wanted = folded_words(asked)
    if asked.strip() and not wanted:
        return ()
    chosen = claims_wanted(connection, wanted, filters, view).with_only_columns(claim.c.number)
    ordered = chosen.order_by(None).order_by(claim.c.number).execution_options(yield_per=MOST_VALUES)
    return array("q", connection.execute(ordered).scalars())


def passing(ledger: Ledger, numbers: Sequence[int]) -> Iterator[tuple[InReport, ...]]:
    """Give the claims of some numbers in that order, `MOST_VALUES` at a time.

    Shape: between two of them nothing is held open, so whoever takes them slowly keeps nobody waiting
    """
    for some in in_parts(numbers):
        with ledger.looking() as connection:
            found = tuple(_in_reports(connection, some))
        yield found


def _in_reports(connection: Connection, numbers: Sequence[int]) -> Iterator[InReport]:
    stored = (
        select(claim.c.claim, *document.c["id", "name", "title", "url", "publisher", "published_on"])
        .join(document, document.c.number == claim.c.document)
        .where(claim.c.number.in_(numbers))
        .order_by(claim.c.number)
    )
    rows = connection.execute(stored).all()
    held = texts(connection, {row.id for row in rows})
    for row in rows:
        yield InReport(claim_of(row.claim, row.id), report_of(row, row.id), held[row.id])
