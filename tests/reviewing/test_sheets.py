"""Reviewed sheets hold what people decided, and training can read them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.made_up import told
from training.examples import load_reports
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.claim import Casualty, Claim
from trucewatch.records.entry import Judgement, Verdict
from trucewatch.records.values import Quantity
from trucewatch.reviewing.sheets import META, Reviewed, files_of, reviewed

READ = told(51)
TOLL, SAYING = READ.claims


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    ledger.add([READ], by="tester")
    return ledger


def state(ledger: Ledger, *, blind: str | None = None) -> Reviewed:
    return reviewed(READ.document, READ.claims, ledger.holdings().judgements, blind=blind)


def counting(low: int) -> Claim:
    assert isinstance(TOLL.payload, Casualty)
    return replace(TOLL, payload=replace(TOLL.payload, quantity=Quantity(low, low, str(low))))


def test_a_report_is_whole_when_every_claim_is_judged_and_nobody_differs(ledger: Ledger) -> None:
    assert (state(ledger).judged, state(ledger).is_whole) == (0, False)
    ledger.judge(Judgement(Verdict.CORRECT, (TOLL.id,), counting(50), "misread"), by="ana")
    assert (state(ledger).judged, state(ledger).is_whole) == (1, False)
    ledger.judge(Judgement(Verdict.REJECT, (SAYING.id,), None, "nobody says so"), by="ana")
    assert state(ledger).is_whole
    ledger.judge(Judgement(Verdict.ACCEPT, (SAYING.id,), None, "it is said"), by="ben")
    assert (state(ledger).open, state(ledger).is_whole) == (1, False)
    ledger.adjudicate(Judgement(Verdict.REJECT, (SAYING.id,), None, "not in these words"), by="cleo")
    assert state(ledger).is_whole


def test_a_sheet_has_corrections_and_leaves_out_what_is_rejected(ledger: Ledger) -> None:
    ledger.judge(Judgement(Verdict.CORRECT, (TOLL.id,), counting(50), "misread"), by="ana")
    ledger.judge(Judgement(Verdict.REJECT, (SAYING.id,), None, "nobody says so"), by="ana")
    sheet = state(ledger).sheet
    assert [row.low for row in sheet.casualties] == [50]
    assert sheet.statements == ()


def test_what_others_alone_judged_stands_as_it_was_read(ledger: Ledger) -> None:
    ledger.judge(Judgement(Verdict.CORRECT, (TOLL.id,), counting(50), "misread"), by="ana")
    ledger.judge(Judgement(Verdict.REJECT, (SAYING.id,), None, "nobody says so"), by="ana")
    unjudged = reviewed(READ.document, READ.claims, ()).sheet
    assert (state(ledger, blind="ben").sheet, state(ledger, blind="ben").is_whole) == (unjudged, False)
    assert state(ledger, blind="ana") == state(ledger)
    ledger.judge(Judgement(Verdict.CORRECT, (TOLL.id,), counting(50), "so"), by="ben")
    ledger.judge(Judgement(Verdict.ACCEPT, (SAYING.id,), None, "it is said"), by="ben")
    assert state(ledger, blind="ben") == state(ledger)


def test_who_settles_a_difference_has_it_in_the_sheet(ledger: Ledger) -> None:
    ledger.judge(Judgement(Verdict.ACCEPT, (SAYING.id,), None, "it is said"), by="ana")
    ledger.judge(Judgement(Verdict.REJECT, (SAYING.id,), None, "nobody says so"), by="ben")
    ledger.adjudicate(Judgement(Verdict.REJECT, (SAYING.id,), None, "not in these words"), by="cleo")
    assert (state(ledger, blind="cleo").hidden, state(ledger, blind="cleo").sheet.statements) == (0, ())
    assert (state(ledger, blind="dan").hidden, len(state(ledger, blind="dan").sheet.statements)) == (1, 1)


def test_training_reads_what_is_written(ledger: Ledger, tmp_path: Path) -> None:
    ledger.judge(Judgement(Verdict.ACCEPT, (TOLL.id,), None, "reads so"), by="ana")
    files = files_of([state(ledger)])
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (report,) = load_reports([tmp_path])
    assert report.text == READ.document.text
    assert len(report.sheet.casualties) == 1
    (about,) = json.loads(files[META])
    assert (about["published_on"], about["title"]) == ("2021-03-04", "Report 51")


@pytest.mark.parametrize("name", ["../../etc/passwd", "Ünï\u202eçode /x", "", "a" * 300], ids=repr)
def test_names_of_files_lead_nowhere_else(name: str) -> None:
    named = reviewed(replace(READ.document, name=name), READ.claims, ())
    assert set(named.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(named.name) < 80
