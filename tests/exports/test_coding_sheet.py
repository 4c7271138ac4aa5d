"""A coding sheet holds what the claims hold, and nothing that could not be told."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases.bridge import CLAIMS, DOCUMENT, TEXT
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.records.claim import Claim, Control, TruceStep
from trucewatch.records.sheet import Sheet, encode_sheet, misquotes, read_sheet
from trucewatch.records.values import Unresolved
from trucewatch.records.vocabulary import TruceState, TruceStatus

SHEET = sheet_of(DOCUMENT, CLAIMS)


def test_a_sheet_is_strict_and_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "bridge.json"
    path.write_bytes(encode_sheet(SHEET))
    assert read_sheet(path) == SHEET
    assert misquotes(SHEET, TEXT) == ()


def test_every_claim_has_its_row() -> None:
    rows = (SHEET.statements, SHEET.casualties, SHEET.incidents, SHEET.control)
    assert [len(family) for family in rows] == [3, 4, 1, 1]
    assert [len(family or ()) for family in (SHEET.deployments, SHEET.dealings)] == [1, 1]
    assert [len(truce.transitions) for truce in SHEET.ceasefires] == [2]


def test_who_says_it_is_named_as_the_sheet_names_it() -> None:
    assert [row.source for row in SHEET.casualties] == [
        "Dara Velan",
        "Talian Defence Ministry",
        "(article)",
        "medics",
    ]
    assert [row.party for row in SHEET.statements] == ["Loria", "Talia", None]
    assert [row.content for row in SHEET.statements][1:] == [None, "nobody had fired"]


def test_what_could_not_be_told_is_null_or_its_own_words_never_a_guess() -> None:
    wounded = SHEET.casualties[-1]
    assert (wounded.side, wounded.start, wounded.end) == (None, None, None)
    assert (wounded.low, wounded.high, wounded.place) == (24, None, "the mill")


def test_an_open_end_stays_open() -> None:
    since = SHEET.casualties[0]
    assert (str(since.start), since.end) == ("2021-03-02", None)


def test_a_truce_stands_where_its_latest_step_leaves_it() -> None:
    (truce,) = SHEET.ceasefires
    assert (truce.status, truce.parties, truce.brokers) == (
        TruceStatus.HOLDING,
        ("Loria", "Talia"),
        ("Union",),
    )


@pytest.mark.parametrize(
    ("last", "status"),
    [
        (TruceState.CALLED_FOR, TruceStatus.PROPOSED),
        (TruceState.DECLARED, TruceStatus.AGREED),
        (TruceState.FAILED, TruceStatus.FAILED),
    ],
)
def test_every_state_has_its_status(last: TruceState, status: TruceStatus) -> None:
    assert _with_steps([TruceState.AGREED, last]).ceasefires[0].status is status


def test_a_step_without_a_day_that_is_told_last_is_of_now() -> None:
    steps = [claim for claim in CLAIMS if isinstance(claim.payload, TruceStep)]
    undated = replace(steps[0], when=None, payload=_step(steps[0], TruceState.VIOLATED))
    assert sheet_of(DOCUMENT, [*steps, undated]).ceasefires[0].status is TruceStatus.VIOLATED
    assert sheet_of(DOCUMENT, [undated, *steps]).ceasefires[0].status is TruceStatus.HOLDING


def test_ground_without_a_holder_has_no_row_for_the_sheet_needs_one() -> None:
    nobody = [
        replace(claim, payload=replace(claim.payload, holder=(Unresolved("they", "who is not told"),)))
        for claim in CLAIMS
        if isinstance(claim.payload, Control)
    ]
    assert len(nobody) == 1
    assert sheet_of(DOCUMENT, nobody).control == ()


def test_an_article_without_claims_has_an_empty_sheet() -> None:
    empty = sheet_of(DOCUMENT, ())
    assert empty == Sheet(doc_id="bridge", published_on=DOCUMENT.published_on, deployments=(), dealings=())


def _with_steps(states: list[TruceState]) -> Sheet:
    first = next(claim for claim in CLAIMS if isinstance(claim.payload, TruceStep))
    return sheet_of(DOCUMENT, [replace(first, payload=_step(first, state)) for state in states])


def _step(claim: Claim, state: TruceState) -> TruceStep:
    assert isinstance(claim.payload, TruceStep)
    return replace(claim.payload, state=state)
