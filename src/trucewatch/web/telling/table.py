"""The table of claims, made of a ledger some claims at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.exports.claims_table import Cited, head, lines
from trucewatch.ledger import Filters, Ledger
from trucewatch.ledger.holding import standing_judgements
from trucewatch.ledger.passing import numbers_of, passing
from trucewatch.ledger.views import View
from trucewatch.records.situation import Judged, Situation
from trucewatch.reviewing.blindness import seen_among
from trucewatch.situation.judging import laid
from trucewatch.situation.picture import Choice, everything
from trucewatch.web.telling.judged import by_claim, in_short


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of a table: of how many claims, and how many were looked at for them."""

    text: str
    claims: int
    looked_at: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is not made yet, of at most `claims` claims."""

    ledger: Ledger
    numbers: Sequence[int]
    judged: Mapping[str, tuple[Judged, ...]]
    only: Choice

    @property
    def claims(self) -> int:
        """How many claims will be looked at."""
        return len(self.numbers)

    def parts(self) -> Iterator[Part]:
        """Give its parts, the head first; only one of them is held at a time.

        Errors: LedgerError where the ledger can't be read on
        """
        yield Part(head(), 0, 0)
        for some in passing(self.ledger, self.numbers):
            chosen = [one for one in some if self.only(one.claim)]
            cited = (
                Cited(one.claim, one.report, one.text, in_short(self.judged.get(one.claim.id, ()), one.text))
                for one in chosen
            )
            yield Part("".join(lines(cited)), len(chosen), len(some))


def table(
    ledger: Ledger, words: str, filters: Filters, *, only: Choice = everything, blind: str | None = None
) -> Table:
    """Give the table of the claims that are as asked, as they stand at one moment.

    Shape:  `blind` names a reviewer who sees others' decisions only behind their own, None whoever sees all
    Errors: LedgerError where the ledger can't be read
    """
    with ledger.looking() as connection:
        view = View.at(connection, filters.published_by, filters.known_at)
        numbers = numbers_of(connection, words, filters, view)
        listed = laid(standing_judgements(connection, view.horizon)).listed
    seen = listed if blind is None else seen_among(blind, listed)
    return Table(ledger, numbers, by_claim(seen), only)


def of_situation(told: Situation, filters: Filters) -> tuple[Filters, Choice]:
    """Narrow filters to the reports that a situation is made of; all of their claims are taken."""
    reports = frozenset(told.reports)
    parties, places = told.conflict.parties, told.conflict.places
    narrowed = replace(filters, parties=parties, places=places, published_by=told.day)
    return narrowed, lambda claim: claim.provenance.doc_id in reports
