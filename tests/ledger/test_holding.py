"""What stands at one moment: by conflict, by day of publication, by instant of recording."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.ledger.made_up import DAY, told
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger
from trucewatch.records.entry import Conflict, Judgement, Verdict

LATER = DAY + timedelta(days=3)


def names(ledger: Ledger, **asked: object) -> list[str]:
    return [report.name for report in ledger.holdings(**asked).reports.values()]  # type: ignore[arg-type]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add([told(3, day=LATER), told(1), told(2, day=None)], by="tester")
    ledger.add([told(4, side="Kaspia", enemy="Ostrava")], by="tester")
    return ledger


def test_reports_come_by_day_and_those_without_one_last(filled: Ledger) -> None:
    first_two = sorted(["report-1", "report-4"], key=lambda name: told_by(name).document.id)
    assert names(filled) == [*first_two, "report-3", "report-2"]


def told_by(name: str) -> object:
    number = int(name.removeprefix("report-"))
    return told(number, side="Kaspia", enemy="Ostrava") if number == 4 else told(number)


def test_claims_come_in_the_order_of_their_reports_and_of_the_text(filled: Ledger) -> None:
    held = filled.holdings()
    place = {doc_id: number for number, doc_id in enumerate(held.reports)}
    order = [(place[c.provenance.doc_id], c.provenance.evidence.start) for c in held.claims]
    assert order == sorted(order)
    assert len(order) == 8


@pytest.mark.parametrize(
    ("parties", "places", "found"),
    [
        (["Lorian", "Vastria"], None, {"report-1", "report-2", "report-3"}),
        (["Lorian", "Vastria", "Kaspia"], None, {"report-1", "report-2", "report-3"}),
        (["Kaspia"], None, {"report-4"}),
        (["Kaspia", "Lorian"], None, set()),
        (["Kaspia", "Lorian"], ["Tarvos"], {"report-1", "report-2", "report-3", "report-4"}),
        (None, ["LO"], {"report-1", "report-2", "report-3", "report-4"}),
        (None, ["Nowhere"], set()),
        (["Nobody"], ["Tarvos"], set()),
    ],
)
def test_reports_of_a_conflict(
    filled: Ledger, parties: list[str] | None, places: list[str] | None, found: set[str]
) -> None:
    assert set(names(filled, parties=parties, places=places)) == found


def test_as_of_a_day_what_was_published_by_then_and_what_has_no_day_is_counted(filled: Ledger) -> None:
    held = filled.holdings(published_by=DAY)
    assert {report.name for report in held.reports.values()} == {"report-1", "report-4"}
    assert held.undated == 1
    assert len(held.claims) == 4
    assert filled.holdings().undated == 0
    assert filled.holdings(published_by=date(1990, 1, 1)).reports == {}
    assert set(names(filled, published_by=LATER)) == {"report-1", "report-3", "report-4"}


def test_as_known_at_an_instant_it_is_what_it_was_then(ledger: Ledger) -> None:
    moments: list[datetime] = [datetime.now(UTC)]
    shown = [ledger.holdings()]
    for step in range(1, 4):
        ledger.add([told(step), told(1, reader=f"reader-{step}")], by="tester")
        claim = told(step).claims[0].id
        ledger.judge(Judgement(Verdict.ACCEPT, (claim,), None, "seen"), by="tester")
        ledger.name_conflict(Conflict("war", ("Lorian", f"Side {step}")), by="tester")
        moments.append(datetime.now(UTC))
        shown.append(ledger.holdings())
    assert [ledger.holdings(known_at=moment) for moment in moments] == shown
    assert ledger.conflicts(known_at=moments[1]) == (Conflict("war", ("Lorian", "Side 1")),)
    assert ledger.conflicts() == (Conflict("war", ("Lorian", "Side 3")),)


def accepted(ledger: Ledger, number: int, verdict: Verdict = Verdict.ACCEPT) -> int | None:
    claim = told(number).claims[0].id
    return ledger.judge(Judgement(verdict, (claim,), None, "seen"), by="editor").supersedes


def test_a_judgement_stands_until_a_later_one_about_the_same_claim(filled: Ledger) -> None:
    assert accepted(filled, 1) is None
    first = filled.holdings().judgements[0]
    assert accepted(filled, 1, Verdict.REJECT) == first.seq
    (standing,) = filled.holdings(parties=["Lorian"]).judgements
    assert isinstance(standing.payload, Judgement)
    assert (standing.payload.verdict, standing.recorded_by) == (Verdict.REJECT, "editor")
    assert filled.holdings(parties=["Kaspia"]).judgements == ()


def test_a_merge_stands_beside_an_acceptance_and_falls_with_a_split(filled: Ledger) -> None:
    pair = (told(1).claims[0].id, told(3).claims[0].id)
    accepted(filled, 1)
    merged = filled.judge(Judgement(Verdict.MERGE, pair, None, "one shelling"), by="editor")
    split = filled.judge(Judgement(Verdict.SPLIT, pair[::-1], None, "two days apart"), by="editor")
    assert split.supersedes == merged.seq
    assert len(filled.holdings().judgements) == 2


def test_a_correction_keeps_the_claim_as_it_should_be(filled: Ledger) -> None:
    claim = told(1).claims[0]
    filled.judge(Judgement(Verdict.CORRECT, (claim.id,), told(3).claims[0], "misread"), by="editor")
    (standing,) = filled.holdings().judgements
    assert isinstance(standing.payload, Judgement)
    assert standing.payload.instead == told(3).claims[0]
    assert claim in filled.holdings().claims


@pytest.mark.parametrize(
    ("judgement", "by", "complaint"),
    [
        (Judgement(Verdict.ACCEPT, ("nothing",), None, "seen"), "editor", "holds no claim nothing"),
        (Judgement(Verdict.ACCEPT, ("nothing",), None, " "), "editor", "needs a reason"),
        (Judgement(Verdict.ACCEPT, ("nothing",), None, "seen"), "", "nobody is named"),
        (Judgement(Verdict.ACCEPT, ("a", "b"), None, "seen"), "editor", "accept is about one claim"),
        (Judgement(Verdict.MERGE, ("a", "a"), None, "seen"), "editor", "merge needs two or more"),
        (Judgement(Verdict.CORRECT, ("a",), None, "seen"), "editor", "only a correction"),
        (Judgement(Verdict.REJECT, ("a",), told(1).claims[0], "seen"), "editor", "only a correction"),
    ],
)
def test_judgements_that_say_too_little_are_refused(
    filled: Ledger, judgement: Judgement, by: str, complaint: str
) -> None:
    before = len(list(filled.entries()))
    with pytest.raises(LedgerError, match=complaint):
        filled.judge(judgement, by=by)
    assert len(list(filled.entries())) == before


@pytest.mark.parametrize("conflict", [Conflict("", ("A",)), Conflict("war", ()), Conflict("war", (" ",))])
def test_a_conflict_needs_a_name_and_a_party(ledger: Ledger, conflict: Conflict) -> None:
    with pytest.raises(LedgerError, match="a conflict needs a name and a party"):
        ledger.name_conflict(conflict, by="editor")


def test_two_ledgers_hold_what_one_would_whichever_order_they_were_filled_in(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from trucewatch.ledger import open_ledger  # noqa: PLC0415

    every = [told(number, day=DAY + timedelta(days=number % 3)) for number in range(1, 9)]
    ledger.add(every, by="tester")
    place = tmp_path_factory.mktemp("other") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{place}") as other:
        for one in reversed(every):
            other.add([one], by="tester")
        assert other.holdings() == ledger.holdings()
