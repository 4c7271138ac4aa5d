"""Single things by their ids, as of the newest entry, on both databases."""

import pytest

from tests.ledger.made_up import told
from trucewatch.ledger import Ledger, lookup
from trucewatch.ledger.views import View
from trucewatch.records.entry import Judgement, Verdict

LONG = " ".join(f"The road to the village numbered {number} was closed that day." for number in range(40))
FIRST, SECOND, ALIKE = told(1), told(2, day=None), told(3, words=LONG)
COPY = told(4, words=LONG)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add([FIRST, SECOND, ALIKE, COPY], by="tester")
    return ledger


def now(ledger: Ledger) -> View:
    with ledger.looking() as connection:
        return View.at(connection, None, None)


def test_texts_come_by_their_ids_and_unknown_ids_are_left_out(filled: Ledger) -> None:
    with filled.looking() as connection:
        found = lookup.texts(connection, [SECOND.document.id, "0" * 32])
    assert found == {SECOND.document.id: SECOND.document.text}


def test_claims_come_in_the_order_of_the_text(filled: Ledger) -> None:
    with filled.looking() as connection:
        found = lookup.claims_in(connection, FIRST.document.id, View.at(connection, None, None))
    assert found == tuple(sorted(FIRST.claims, key=lambda one: one.provenance.evidence.start))


def test_a_claim_of_an_older_reading_is_kept_and_said_to_be(filled: Ledger) -> None:
    counted, said = FIRST.claims
    before = now(filled)
    filled.add([told(1, reader="reader-2", claims=1)], by="tester")
    with filled.looking() as connection:
        newest = View.at(connection, None, None)
        stands, gone = (lookup.kept(connection, one.id, newest) for one in (counted, said))
        then = lookup.kept(connection, said.id, before)
    assert stands is not None
    assert gone is not None
    assert then is not None
    assert (stands.stands, gone.stands, then.stands) == (True, False, True)
    assert (gone.claim, stands.claim.provenance.reader_version) == (said, "reader-2")


def test_what_is_not_there_is_nothing(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        assert lookup.kept(connection, "0" * 32, view) is None
        assert lookup.claims_in(connection, "0" * 32, view) == ()
        assert lookup.copies(connection, "0" * 32, view) == ()
        assert lookup.judgements_on(connection, FIRST.claims[0].id, view) == ()


def test_copies_of_a_story_name_each_other(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        (copy,) = lookup.copies(connection, ALIKE.document.id, view)
        assert lookup.copies(connection, FIRST.document.id, view) == ()
    assert copy.doc_id == COPY.document.id
    assert copy.story == min(ALIKE.document.id, COPY.document.id)


def test_the_newest_reports_come_first(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        found = lookup.newest_reports(connection, view, 2)
        assert lookup.how_many_reports(connection, view) == 4
    assert [one.doc_id for one in found] == [COPY.document.id, ALIKE.document.id]


def test_judgements_on_a_claim_are_those_that_stand(filled: Ledger) -> None:
    claim = FIRST.claims[0].id
    filled.judge(Judgement(Verdict.ACCEPT, (claim,), None, "right"), by="a reader")
    later = filled.judge(Judgement(Verdict.REJECT, (claim,), None, "misread"), by="a reader")
    with filled.looking() as connection:
        assert lookup.judgements_on(connection, claim, View.at(connection, None, None)) == (later,)


def test_reports_come_in_parts_that_join(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        whole = lookup.reports_behind(connection, view, None, 100)
        joined = list(lookup.reports_behind(connection, view, None, 1))
        while part := lookup.reports_behind(connection, view, joined[-1].doc_id, 1):
            joined += part
        assert tuple(joined) == whole
        assert len(whole) > 1
        assert [one.story for one in whole] == [
            report.story for one in whole if (report := lookup.report(connection, one.doc_id, view))
        ]
        assert lookup.reports_behind(connection, view, "0" * 32, 1) == ()
        ids = [one.doc_id for one in reversed(whole)]
        assert [one.doc_id for one in lookup.reports(connection, [*ids, "0" * 32])] == ids


def test_claims_are_counted_by_report(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        ids = [one.doc_id for one in lookup.reports_behind(connection, view, None, 100)]
        counted = {doc_id: len(lookup.claims_in(connection, doc_id, view)) for doc_id in ids}
        found = lookup.claim_counts(connection, [*ids, "0" * 32], view)
    assert found == {doc_id: count for doc_id, count in counted.items() if count}
    assert found


def test_a_report_comes_by_its_id_as_long_as_it_is_known(filled: Ledger) -> None:
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        found = lookup.report(connection, COPY.document.id, view)
        assert lookup.report(connection, "0" * 32, view) is None
        assert lookup.report(connection, COPY.document.id, View(1)) is None
    assert found is not None
    assert (found.name, found.story) == ("report-4", min(ALIKE.document.id, COPY.document.id))
