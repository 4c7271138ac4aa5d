"""A judgement stands in for the same person's earlier one alone, and is made once."""

import pytest

from tests.ledger.made_up import told
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, lookup
from trucewatch.ledger.views import View
from trucewatch.records.entry import Adjudication, EntryKind, Judgement, Verdict

FIRST, SECOND = told(31), told(32)
ONE, OTHER = FIRST.claims[0].id, SECOND.claims[0].id


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add([FIRST, SECOND], by="tester")
    return ledger


def judgement(verdict: Verdict, *claims: str, reason: str = "read it") -> Judgement:
    return Judgement(verdict, claims or (ONE,), None, reason)


def test_a_judgement_stands_in_for_the_same_persons_earlier_one_alone(filled: Ledger) -> None:
    first = filled.judge(judgement(Verdict.ACCEPT), by="ana")
    other = filled.judge(judgement(Verdict.REJECT), by="ben")
    again = filled.judge(judgement(Verdict.REJECT), by="ana")
    assert (first.supersedes, other.supersedes, again.supersedes) == (None, None, first.seq)
    with filled.looking() as connection:
        view = View.at(connection, None, None)
        assert lookup.judgements_on(connection, ONE, view) == (other, again)
        assert lookup.history_of(connection, ONE, view) == (first, other, again)
        assert lookup.history_of(connection, OTHER, view) == ()


def test_the_same_form_sent_twice_is_one_judgement(filled: Ledger) -> None:
    first = filled.judge(judgement(Verdict.REJECT), by="ana")
    assert filled.judge(judgement(Verdict.REJECT), by="ana") == first
    assert filled.judge(judgement(Verdict.REJECT, reason="misread"), by="ana").supersedes == first.seq
    assert filled.judge(judgement(Verdict.REJECT), by="ben").supersedes is None


def test_an_adjudication_names_what_it_settles_and_can_be_given_anew(filled: Ledger) -> None:
    seqs = [
        filled.judge(judgement(verdict), by=by).seq
        for verdict, by in ((Verdict.ACCEPT, "ana"), (Verdict.REJECT, "ben"))
    ]
    made = filled.adjudicate(judgement(Verdict.REJECT), by="cleo")
    assert (made.kind, made.payload) == (
        EntryKind.ADJUDICATION,
        Adjudication(judgement(Verdict.REJECT), tuple(seqs)),
    )
    assert filled.adjudicate(judgement(Verdict.REJECT), by="cleo") == made
    assert filled.adjudicate(judgement(Verdict.ACCEPT), by="dan").supersedes == made.seq
    kinds = [entry.kind for entry in filled.holdings().judgements]
    assert kinds == [EntryKind.JUDGEMENT, EntryKind.JUDGEMENT, EntryKind.ADJUDICATION]


@pytest.mark.parametrize(
    "made",
    [
        [],
        [("ana", judgement(Verdict.REJECT))],
        [("ana", judgement(Verdict.REJECT)), ("ben", judgement(Verdict.REJECT))],
        [("ana", judgement(Verdict.REJECT)), ("ben", judgement(Verdict.ACCEPT, OTHER))],
        [("ana", judgement(Verdict.REJECT)), ("ben", judgement(Verdict.MERGE, ONE, OTHER))],
    ],
    ids=["nobody judged", "one person", "two agree", "on two claims", "on two questions"],
)
def test_only_a_difference_is_adjudicated(filled: Ledger, made: list[tuple[str, Judgement]]) -> None:
    for by, each in made:
        filled.judge(each, by=by)
    with pytest.raises(LedgerError, match="no two people differ about these claims"):
        filled.adjudicate(judgement(Verdict.ACCEPT), by="cleo")


def test_a_difference_on_a_pair_of_more_claims_is_adjudicated(filled: Ledger) -> None:
    third = FIRST.claims[1].id
    filled.judge(judgement(Verdict.MERGE, ONE, OTHER, third), by="ana")
    filled.judge(judgement(Verdict.SPLIT, OTHER, ONE), by="ben")
    assert filled.adjudicate(judgement(Verdict.SPLIT, ONE, OTHER), by="cleo").supersedes is None


def test_reports_are_found_by_their_claims(filled: Ledger) -> None:
    with filled.looking() as connection:
        assert lookup.reports_with(connection, [ONE, OTHER]) == {FIRST.document.id, SECOND.document.id}
        assert lookup.reports_with(connection, []) == frozenset()
