"""No cell is taken for a formula, and nothing that is told is lost on the way."""

import csv
import io
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.exports.cells import Cell, guarded, is_formula, line

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\xa0=1",
    "\u200b=1",
    "\ufeff=1",
    "\x00=1",
    "\x1b=1",
    '"=1',
    "'=1",
    "“=1”",
    "« -1",
    "' \"\t@a",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "﹦1",
    "−1",
    "=",
    '=HYPERLINK("https://x.example/?"&A1,"see")',
    "=cmd|' /C calc'!A0",
    "--",
]
HARMLESS = [
    "",
    "A-B",
    "a=b",
    "1+1",
    "2021-03-04",
    "ana@desk.example",
    "– 5 dead",
    "— said one",
    "(-5)",
    "#1",
    "“105 soldiers”",
    "it’s",
    "قالت الوزارة",
    "Loria; Talia",
    "so; a=b",
    ";",
]
SIGNS = "=+-@\u2212"


def read(lines: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(lines, newline="")))


def told(words: str) -> str:
    """Words as they stand in a cell: on one line, controls as a sign that shows."""
    shown = ("\ufffd" if unicodedata.category(sign) == "Cc" else sign for sign in " ".join(words.split()))
    return "".join(shown)


@pytest.mark.parametrize("words", DANGEROUS)
def test_what_could_begin_a_formula_is_guarded(words: str) -> None:
    assert guarded(words) == f"'{told(words)}"


@pytest.mark.parametrize("words", HARMLESS)
def test_what_could_not_stays_as_it_is(words: str) -> None:
    assert guarded(words) == words


@pytest.mark.parametrize(
    ("words", "cell"), [("so;=1", "so;'=1"), ("a; @b; c", "a;' @b; c"), ('x;"-1";+', "x;'\"-1\";'+")]
)
def test_where_lines_are_cut_at_semicolons_no_part_begins_a_formula(words: str, cell: str) -> None:
    assert guarded(words) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (-41.5, "-41.5000"),
        (-0.00001, "0.0000"),
        (0.75, "0.7500"),
        (105, "105"),
        (0, "0"),
        (date(2021, 3, 4), "2021-03-04"),
        (None, ""),
    ],
)
def test_numbers_and_days_of_ours_stay_what_they_are(cell: Cell, written: str) -> None:
    assert line([cell, "end"]) == f'"{written}","end"\r\n'


def test_quotation_marks_are_doubled() -> None:
    assert line(['he said "no", twice']) == '"he said ""no"", twice"\r\n'


WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@＝;\"'\t\r\n, \x00"))


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1))
def test_whatever_is_said_is_read_back_and_begins_no_formula(words: list[str]) -> None:
    (row,) = read(line(words))
    assert len(row) == len(words)
    for cell, said in zip(row, words, strict=True):
        parts = cell.split(";")
        assert not any(map(begins_with_a_sign, parts))
        bare = (part[1:] if part[:1] == "'" and is_formula(part[1:]) else part for part in parts)
        assert ";".join(bare) == told(said)


def begins_with_a_sign(words: str) -> bool:
    """Whether a sign is the first that shows, double quotation marks left out of account."""
    shown = (sign for sign in words if unicodedata.category(sign)[0] not in "CZ" and sign not in '"\ufffd')
    return unicodedata.normalize("NFKC", next(shown, ""))[:1] in set(SIGNS)
