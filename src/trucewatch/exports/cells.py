"""Lines of CSV in which no spreadsheet finds a formula, whatever words stand there."""

import unicodedata
from collections.abc import Iterable
from datetime import date

Cell = str | int | float | date | None
"""What stands in a cell; None is what nobody knows or says."""

SIGNS = frozenset("=+-@\u2212")
"""What a formula begins with, U+2212 being the minus of typesetters."""

_QUOTES = frozenset("\"'`")
_PASSED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Zl", "Zp", "Zs", "Pi", "Pf"})
"""Unicode categories of blanks, quotation marks and what shows nothing, behind which a sign may hide."""

_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd")


def line(cells: Iterable[Cell]) -> str:
    """Give a line: each cell between quotation marks, numbers and days as programs write them.

    Shape:  words stand on one line, their blanks as one blank each
    Source: RFC 4180; OWASP, CSV Injection
    """
    return ",".join('"' + _written(cell).replace('"', '""') + '"' for cell in cells) + "\r\n"


def guarded(words: str) -> str:
    """Give words with an apostrophe before what a spreadsheet could take for the beginning of a formula.

    Shape:   some spreadsheets cut lines at semicolons too, so the words behind each are guarded as well
    Example: "=1+1" gives "'=1+1", "so; @all" gives "so;' @all", "A-B" stays
    """
    told = " ".join(words.split()).translate(_CONTROLS)
    return ";".join(f"'{piece}" if is_formula(piece) else piece for piece in told.split(";"))


def is_formula(words: str) -> bool:
    """Tell whether the first sign that counts could begin a formula, in any width."""
    first = next((sign for sign in words if not _is_passed(sign)), "")
    return unicodedata.normalize("NFKC", first)[:1] in SIGNS


def _is_passed(sign: str) -> bool:
    return sign in _QUOTES or sign == "\ufffd" or unicodedata.category(sign) in _PASSED


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, float):
        return f"{cell:z.4f}"
    return "" if cell is None else str(cell)
