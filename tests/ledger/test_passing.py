"""All claims that are as asked pass by in the order of adding, some at a time, as of one moment."""

import pytest

from tests.ledger.made_up import told
from trucewatch.ledger import Filters, Ledger
from trucewatch.ledger.passing import numbers_of, passing
from trucewatch.ledger.views import View
from trucewatch.records.claim import Family

REPORTS = tuple(told(number) for number in range(1, 6))
EVERY = [claim.id for report in REPORTS for claim in report.claims]


@pytest.fixture
def filled(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.setattr("trucewatch.ledger.store.bulk.MOST_VALUES", 3)
    ledger.add(REPORTS, by="tester")
    return ledger


def numbers(ledger: Ledger, asked: str = "", **filters: object) -> list[int]:
    with ledger.looking() as connection:
        view = View.at(connection, None, None)
        return list(numbers_of(connection, asked, Filters(**filters), view))  # type: ignore[arg-type]


def ids(ledger: Ledger, asked: str = "", **filters: object) -> list[str]:
    found = passing(ledger, numbers(ledger, asked, **filters))
    return [one.claim.id for some in found for one in some]


def test_each_claim_passes_once_with_its_report_and_its_words(filled: Ledger) -> None:
    lots = list(passing(filled, numbers(filled)))
    assert [len(lot) for lot in lots] == [3, 3, 3, 1]
    every = [one for lot in lots for one in lot]
    assert [one.claim for one in every] == [claim for report in REPORTS for claim in report.claims]
    assert {one.text for one in every} == {report.document.text for report in REPORTS}
    assert all(one.report.doc_id == one.claim.provenance.doc_id for one in every)
    assert (every[0].report.title, every[0].report.publisher) == ("Report 1", "Lorian Wire")


def test_words_and_filters_narrow(filled: Ledger) -> None:
    filled.add([told(7, side="Kaspia", enemy="Ostrava")], by="tester")
    assert len(ids(filled)) == 12
    assert ids(filled, "killed 3") == [EVERY[4]]
    assert ids(filled, family=Family.CASUALTY, side="Lorian") == EVERY[::2]
    assert ids(filled, parties=["Lorian", "Vastria"]) == EVERY
    assert ids(filled, parties=["Kaspia", "Vastria"]) == []
    assert len(ids(filled, parties=["Kaspia", "Vastria"], places=["Tarvos"])) == 12
    assert ids(filled, parties=["Kaspia", "Vastria"], places=["Elsewhere"]) == []
    assert ids(filled, "?!") == []


def test_what_is_added_meanwhile_changes_nothing_and_waits_for_nobody(filled: Ledger) -> None:
    lots = passing(filled, numbers(filled))
    found = [one.claim for one in next(lots)]
    filled.add([told(9), told(2, reader="reader-2")], by="tester")
    found += [one.claim for lot in lots for one in lot]
    assert [claim.id for claim in found] == EVERY
    assert {claim.provenance.reader_version for claim in found} == {"reader-1"}
    assert len(ids(filled)) == len(EVERY) + 2


def test_between_two_lots_no_connection_is_held(filled: Ledger) -> None:
    pool = filled.engine.pool
    lots = passing(filled, numbers(filled))
    next(lots)
    assert " Current Checked out connections: 0" in pool.status()
