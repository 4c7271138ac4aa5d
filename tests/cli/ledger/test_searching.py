"""What a search prints: a line for each where a program reads, decisions of people beside what was read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from trucewatch.ledger import open_ledger
from trucewatch.records.claim import Casualty, Claim
from trucewatch.records.entry import Judgement, Verdict
from trucewatch.records.values import Quantity

COLUMNS = 7
RIGHT, WRONG, MISREAD = (told(number).claims[0] for number in (1, 2, 3))


def corrected(claim: Claim) -> Claim:
    assert isinstance(claim.payload, Casualty)
    return replace(claim, payload=replace(claim.payload, quantity=Quantity(33, 33, "33")))


@pytest.fixture
def address(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as ledger:
        ledger.add([told(1), told(2), told(3), told(4)], by="tester")
        ledger.judge(Judgement(Verdict.ACCEPT, (RIGHT.id,), None, "so"), by="Ada")
        ledger.judge(Judgement(Verdict.REJECT, (WRONG.id,), None, "no"), by="Ada")
        ledger.judge(Judgement(Verdict.CORRECT, (MISREAD.id,), corrected(MISREAD), "33"), by="Bo")
    return address


def lines(run: Run, address: str, *asked: str) -> dict[str, list[str]]:
    """The fields of each line by the id at its end."""
    rows = [line.split("\t") for line in run("search", *asked, "--ledger", address).out.splitlines()]
    return {row[-1]: row for row in rows}


def test_each_hit_is_a_line_whose_last_field_is_the_whole_id(run: Run, address: str) -> None:
    found = lines(run, address, "soldiers")
    assert {len(row) for row in found.values()} == {COLUMNS}
    assert set(found) == {one for n in (1, 2, 3, 4) for one in (told(n).claims[0].id, told(n).document.id)}
    claim = found[RIGHT.id]
    assert claim[:5] == [
        *("2021-03-04", "report-1", "casualty", "Lorian ministry asserts"),
        "“1 soldiers were killed”",
    ]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (RIGHT.id, "accepted by Ada"),
        (WRONG.id, "rejected by Ada"),
        (MISREAD.id, "corrected by Bo: 33 killed, combatants of Lorian"),
        (told(4).claims[0].id, ""),
    ],
)
def test_what_people_decided_stands_beside_the_claim(run: Run, address: str, claim: str, said: str) -> None:
    assert lines(run, address, "soldiers")[claim][-2] == said


def test_json_has_the_decision_too(run: Run, address: str) -> None:
    hits = json.loads(run("search", "soldiers", "--ledger", address, "--json").out)
    judged = {hit["claim"]["id"]: hit["judged"] for hit in hits if hit["claim"]}
    assert judged[WRONG.id][0]["verdict"] == "reject"
    assert judged[MISREAD.id][0]["instead"]["payload"]["quantity"]["low"] == 33
    assert judged[told(4).claims[0].id] == []


def test_a_decision_that_was_not_yet_made_is_not_shown(run: Run, address: str) -> None:
    with open_ledger(address) as ledger:
        added = max(entry.recorded_at for entry in ledger.entries() if entry.kind.value == "reading")
    asked = ("soldiers", "--known-at", added.isoformat())
    assert lines(run, address, *asked)[WRONG.id][-2] == ""


@pytest.mark.parametrize("width", [40, 200])
def test_on_a_terminal_every_id_is_whole_on_a_line_of_its_own(
    run: Run, address: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Console(force_terminal=True, width=width, no_color=True, highlight=False, markup=False)
    monkeypatch.setattr("trucewatch.cli.ledger.searching.console", lambda: screen)
    shown = run("search", "soldiers", "--ledger", address).out
    assert "rejected by Ada" in shown
    assert all(any(one in line for line in shown.splitlines()) for one in (RIGHT.id, WRONG.id, MISREAD.id))


def test_a_conflict_that_was_not_yet_told_of_says_which_reports_were_asked(run: Run, address: str) -> None:
    asked = ("situation", "Lorian-Vastria", "--ledger", address)
    assert run(*asked).code == 0
    early = run(*asked, "--known-at", "1990-01-01T00:00:00")
    assert early.code == 1
    assert early.err == (
        "Lorian-Vastria: no report recorded by 1990-01-01 00:00:00 UTC tells of this conflict; "
        "ask as of a later moment\n"
    )
    before = run(*asked, "--as-of", "2021-03-03")
    assert "no report published by 2021-03-03 tells of this conflict; ask as of a later" in before.err
    other = run("situation", "Lorian-Kaspia", "--ledger", address)
    assert "no report tells of this conflict; the conflicts told of are Lorian-Vastria" in other.err
