"""Two coders' sheets, by hand-made tables that always run."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from trucewatch.errors import SheetError
from trucewatch.records.sheet import (
    CasualtyRow,
    ControlRow,
    IncidentRow,
    Sheet,
    StatementRow,
    TransitionRow,
    TruceRow,
    encode_sheet,
)
from trucewatch.records.vocabulary import (
    ControlChange,
    Effect,
    IncidentKind,
    Scope,
    Stance,
    TruceState,
    TruceStatus,
    Victims,
)
from trucewatch.reports.agreement import FIGURES, Agreement, Tally, agreement

TEXT = (
    "Shelling killed 12 people in Harun on Monday, the Lorian army said. Talia said 12 people had died. "
    "The truce took effect at dawn and the truce was broken at noon. Rebels hold Mirna."
)
MONDAY, TUESDAY = date(2021, 3, 1), date(2021, 3, 2)


def statement(**fields: object) -> StatementRow:
    row = {"source_text": "the Lorian army", "source": "Lorian army", "party": "Loria", "cue": "said"}
    row |= {"content": "Shelling killed 12 people in Harun on Monday", "stance": Stance.ASSERTS} | fields
    return StatementRow(**row)  # type: ignore[arg-type]


def toll(**fields: object) -> CasualtyRow:
    row: dict[str, object] = {"quote": "killed 12 people", "number": "12", "low": 12, "high": 12}
    row |= {"effect": Effect.KILLED, "victims": Victims.UNKNOWN, "side": "Talia", "blamed": None}
    row |= {
        "source": "Lorian army",
        "place": "Harun",
        "start": MONDAY,
        "end": MONDAY,
        "scope": Scope.INCIDENT,
    }
    return CasualtyRow(**row | fields)  # type: ignore[arg-type]


def step(**fields: object) -> TransitionRow:
    row: dict[str, object] = {"state": TruceState.IN_EFFECT, "on": MONDAY, "source": "(article)"}
    return TransitionRow(**row | {"quote": "The truce took effect at dawn"} | fields)  # type: ignore[arg-type]


def incident(**fields: object) -> IncidentRow:
    row: dict[str, object] = {"quote": "Shelling killed 12 people in Harun", "kind": IncidentKind.SHELLING}
    row |= {"actor": "Talia", "target": None, "place": "Harun", "on": MONDAY, "source": "Lorian army"}
    return IncidentRow(**row | {"contested": False} | fields)  # type: ignore[arg-type]


def control(**fields: object) -> ControlRow:
    row: dict[str, object] = {
        "territory": "Mirna",
        "holder": "rebels",
        "change": ControlChange.HOLDS,
        "on": None,
    }
    return ControlRow(**row | {"source": "(article)", "quote": "Rebels hold Mirna"} | fields)  # type: ignore[arg-type]


def sheet(*rows: object) -> Sheet:
    steps = tuple(row for row in rows if isinstance(row, TransitionRow))
    truce = TruceRow(
        label="truce", parties=(), brokers=(), place=None, status=TruceStatus.IN_EFFECT, transitions=steps
    )
    return Sheet(
        doc_id="a",
        published_on=MONDAY,
        statements=tuple(row for row in rows if isinstance(row, StatementRow)),
        casualties=tuple(row for row in rows if isinstance(row, CasualtyRow)),
        ceasefires=(truce,) if steps else (),
        incidents=tuple(row for row in rows if isinstance(row, IncidentRow)),
        control=tuple(row for row in rows if isinstance(row, ControlRow)),
    )


def compared(folder: Path, gold: Sheet, coded: Sheet | None, text: str = TEXT) -> Agreement:
    for side, filled in (("gold", gold), ("coded", coded)):
        (folder / side).mkdir(exist_ok=True)
        if filled is not None:
            (folder / side / "a.json").write_bytes(encode_sheet(filled))
    (folder / "gold" / "a.txt").write_text(text, encoding="utf-8")
    return agreement(folder / "gold", folder / "coded")


CASES = [
    ("said", statement(), statement(), 1),
    ("said", statement(), statement(content="killed 12 people in Harun"), 1),
    ("said", statement(), statement(content="Shelling"), 0),  # under a third of the longer
    ("said", statement(), statement(content="The truce took effect at dawn"), 0),
    ("said", statement(), statement(content="words of another article"), 0),
    ("said", statement(), statement(source="Talia", source_text="the Lorian army"), 1),
    ("said", statement(), statement(source="Talia", source_text="Talia"), 0),
    ("said", statement(content=None), statement(content=None), 1),
    ("said", statement(source=None, source_text=None), statement(source=None, source_text=None), 1),
    ("stance", statement(), statement(stance=Stance.DENIES), 0),
    ("count", toll(), toll(source="Talia", side=None), 1),
    ("count", toll(), toll(high=None), 0),
    ("count", toll(), toll(effect=Effect.WOUNDED), 0),
    ("count", toll(), toll(quote="12 people had died"), 0),  # the other twelve
    ("count", toll(), toll(quote="not there", number="12"), 1),  # falls back on the first twelve
    ("toll", toll(), toll(place=None, start=None, end=None), 1),
    ("toll", toll(), toll(source="(article)"), 0),
    ("toll", toll(), toll(side="Loria"), 0),
    ("toll", toll(side=None), toll(side=None), 1),
    ("toll_dated", toll(), toll(place="northern Harun"), 1),
    ("toll_dated", toll(), toll(place="Mirna"), 0),
    ("toll_dated", toll(), toll(start=None), 0),
    ("truce", step(), step(state=TruceState.HOLDING), 1),
    ("truce", step(), step(state=TruceState.VIOLATED), 0),
    ("truce", step(), step(on=None), 0),
    ("truce", step(), step(quote="the truce was broken at noon"), 0),
    ("event", incident(), incident(kind=IncidentKind.AIR_STRIKE, place=None), 1),
    ("event", incident(), incident(kind=IncidentKind.CLASH), 0),
    ("event", incident(), incident(quote="12 people had died"), 1),  # there and then
    ("event", incident(), incident(quote="12 people had died", on=TUESDAY), 0),
    ("event", incident(place=None), incident(quote="12 people had died", place=None), 0),
    ("actor_of", incident(), incident(actor=None), 0),
    ("actor_of", incident(actor="the rebels"), incident(actor="Syrian opposition"), 1),
    ("control", control(), control(change=ControlChange.TOOK, holder="Opposition fighters"), 1),
    ("control", control(), control(change=ControlChange.LOST), 0),
    ("control", control(), control(territory="Harun"), 0),
]


def test_the_cases_know_every_figure() -> None:
    assert {figure for figure, *_ in CASES} == set(FIGURES)


@pytest.mark.parametrize(("figure", "own", "other", "hit"), CASES)
def test_rows_that_agree(tmp_path: Path, figure: str, own: object, other: object, hit: int) -> None:
    assert compared(tmp_path, sheet(own), sheet(other)).tallies[figure] == Tally(hit, 1, 1)


def test_a_row_pairs_only_once(tmp_path: Path) -> None:
    found = compared(tmp_path, sheet(statement()), sheet(statement(), statement()))
    assert found.tallies["said"] == Tally(1, 1, 2)
    assert (found.tallies["said"].precision, found.tallies["said"].recall) == (0.5, 1.0)


def test_a_missing_sheet_counts_as_an_empty_one(tmp_path: Path) -> None:
    found = compared(tmp_path, sheet(statement(), toll(), step(), incident(), control()), None)
    assert found.missing_sheets == ("a",)
    assert found.overall == 0
    assert [miss.figure for miss in found.misses] == ["said", "toll", "truce", "event", "control"]
    assert "killed 12 people" in found.misses[1].row


def test_a_perfect_coder(tmp_path: Path) -> None:
    full = sheet(statement(), toll(), step(), incident(), control())
    found = compared(tmp_path, full, full)
    assert found.overall == 1
    assert found.misses == ()
    assert found.without_text == ()


def test_other_json_files_are_no_sheets(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "meta.json").write_text("[]", encoding="utf-8")
    (tmp_path / "gold" / "alone.json").write_bytes(encode_sheet(sheet(statement())))
    assert compared(tmp_path, sheet(statement()), sheet(statement())).without_text == ("alone",)


def no_gold(folder: Path) -> None:
    (folder / "coded").mkdir()


def empty_gold(folder: Path) -> None:
    no_gold(folder)
    (folder / "gold").mkdir()


def no_coded(folder: Path) -> None:
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_bytes(encode_sheet(sheet(statement())))
    (folder / "gold" / "a.txt").write_text(TEXT, encoding="utf-8")


def broken_sheet(folder: Path) -> None:
    no_coded(folder)
    (folder / "coded").mkdir()
    (folder / "coded" / "a.json").write_text('{"doc_id": "a", "surprise": 1}', encoding="utf-8")


def text_in_another_encoding(folder: Path) -> None:
    no_coded(folder)
    (folder / "coded").mkdir()
    (folder / "gold" / "a.txt").write_bytes(b"caf\xe9")


@pytest.mark.parametrize("laid", [no_gold, empty_gold, no_coded, broken_sheet, text_in_another_encoding])
def test_what_cannot_be_compared_is_said(tmp_path: Path, laid: Callable[[Path], None]) -> None:
    laid(tmp_path)
    with pytest.raises(SheetError):
        agreement(tmp_path / "gold", tmp_path / "coded")
