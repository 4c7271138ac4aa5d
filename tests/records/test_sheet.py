from pathlib import Path

import msgspec
import pytest

from trucewatch.errors import SheetError
from trucewatch.records.sheet import Sheet, encode_sheet, misquotes, read_sheet

ROW = {
    "quote": "two farmers died",
    "number": "two",
    "low": 2,
    "high": 2,
    "effect": "killed",
    "victims": "civilian",
    "side": None,
    "blamed": None,
    "source": "(article)",
    "place": None,
    "start": "2021-03-04",
    "end": None,
    "scope": "incident",
}
TEXT = "In the morning two farmers died near the mill."


def written(tmp_path: Path, **changes: object) -> Path:
    path = tmp_path / "mill.json"
    sheet = {"doc_id": "mill", "published_on": None, "casualties": [ROW | changes]}
    path.write_bytes(msgspec.json.encode(sheet))
    return path


def test_a_sheet_is_read_as_it_was_written(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path))
    (tmp_path / "again.json").write_bytes(encode_sheet(sheet))
    assert read_sheet(tmp_path / "again.json") == sheet
    assert misquotes(sheet, TEXT) == ()


@pytest.mark.parametrize(
    "changes",
    [{"effect": "slain"}, {"low": "two"}, {"start": "2021-02-31"}, {"mood": "grim"}, {"quote": None}],
    ids=["unknown word", "words for a number", "no such day", "unknown field", "nothing quoted"],
)
def test_a_broken_sheet_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(SheetError, match=r"mill\.json"):
        read_sheet(written(tmp_path, **changes))


def test_a_quote_that_is_not_in_the_text_is_named(tmp_path: Path) -> None:
    sheet = read_sheet(written(tmp_path, quote="two farmers were killed"))
    assert misquotes(sheet, TEXT) == ("casualties[0].quote: 'two farmers were killed'",)


def test_from_is_written_as_the_sheet_spells_it() -> None:
    dealing = {
        "kind": "request",
        "from": "Chad",
        "to": None,
        "about": "aid",
        "condition": None,
        "under": None,
    }
    sheet = msgspec.convert(
        {
            "doc_id": "x",
            "published_on": None,
            "dealings": [dealing | {"on": None, "source": None, "quote": "aid"}],
        },
        Sheet,
    )
    assert b'"from": "Chad"' in encode_sheet(sheet)
