"""Reviewed reports, asked of a ledger."""

from collections.abc import Sequence

from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, lookup
from trucewatch.ledger.holding import standing_judgements
from trucewatch.ledger.views import View
from trucewatch.records.entry import judgement_in
from trucewatch.reviewing.sheets import Reviewed, reviewed


def reviewed_reports(
    ledger: Ledger, ids: Sequence[str] = (), *, blind: str | None = None
) -> tuple[Reviewed, ...]:
    """Give the reports with these ids, or all of which somebody judged a claim, by their names.

    Shape:  as they stand before the reviewer named by `blind`; None sees all
    Errors: LedgerError on an id that is not there
    """
    with ledger.looking() as connection:
        view = View.at(connection, None, None)
        made = standing_judgements(connection, view.horizon)
        judged = {claim for one in made if (told := judgement_in(one)) for claim in told.claims}
        asked = ids or tuple(lookup.reports_with(connection, judged))
        claims = {doc_id: lookup.claims_in(connection, doc_id, view) for doc_id in asked}
    documents = ledger.documents(asked)
    if missing := [one for one in asked if one not in documents]:
        what = f"holds no report {', '.join(missing)}"
        raise LedgerError(what, where=ledger.address, advice="take its id from the address of its page")
    found = (reviewed(documents[one], claims[one], made, blind=blind) for one in asked)
    return tuple(sorted(found, key=lambda one: one.name))
