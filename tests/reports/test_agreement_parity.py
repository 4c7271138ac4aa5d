"""Our figures beside those of the coding rules' own program: live where it is at hand, recorded everywhere.

The record is of that program's figures only; `python -m tests.reports.record_figures` makes it anew.
"""

import json
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from tests.reports.made_up_sheets import folders
from tests.reports.record_figures import PROGRAM, RECORD, load_program, written
from trucewatch.records.sheet import Sheet
from trucewatch.reports.agreement import FIGURES, Agreement, agreement

RECORDED: list[dict[str, Any]] = json.loads(RECORD.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def program() -> ModuleType:
    if not PROGRAM.exists():
        pytest.skip(f"the coding rules' own program is not at {PROGRAM}")
    return load_program()


def shown(found: Agreement) -> dict[str, Any]:
    """Give our figures as the program shows its own."""
    figures = {
        figure: {
            "f1": round(tally.f1, 3),
            "p": round(tally.precision, 3),
            "r": round(tally.recall, 3),
            "gold": tally.gold,
            "coded": tally.coded,
        }
        for figure, tally in found.tallies.items()
    }
    return {**figures, "overall": round(found.overall, 3), "missing_sheets": list(found.missing_sheets)}


@settings(max_examples=100, deadline=None)
@given(folder=folders())
def test_the_same_figures(program: ModuleType, folder: tuple[str, Sheet, Sheet | None]) -> None:
    with tempfile.TemporaryDirectory() as place:
        gold, coded = written(Path(place), *folder)
        theirs = program.score(str(gold), str(coded))
        assert shown(agreement(gold, coded)) == theirs


def test_the_record_is_of_cases_in_which_every_figure_is_put_to_the_test() -> None:
    assert len(RECORDED) >= 20
    for figure in FIGURES:
        shares = {case["figures"][figure]["f1"] for case in RECORDED}
        assert 0.0 in shares, figure
        assert max(shares) > 0, figure


@pytest.mark.parametrize("number", range(len(RECORDED)))
def test_the_figures_recorded(number: int, tmp_path: Path) -> None:
    case = RECORDED[number]
    own = msgspec.convert(case["gold"], Sheet)
    other = None if case["coded"] is None else msgspec.convert(case["coded"], Sheet)
    assert shown(agreement(*written(tmp_path, case["text"], own, other))) == case["figures"]
