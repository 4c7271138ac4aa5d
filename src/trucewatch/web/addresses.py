"""The addresses of pages, each with what is asked of it."""

from collections.abc import Iterable
from urllib.parse import urlencode

Value = object
"""A day, a word, a number; None and "" are left out."""


def address(path: str, **asked: Value) -> str:
    """Give an address with its questions; `as_of` is written `as-of`, several values one after the other.

    Example: address("/conflict", name="A-B", as_of=None) gives "/conflict?name=A-B"
    """
    told = [(name.replace("_", "-"), str(one)) for name, value in asked.items() for one in _values(value)]
    return f"{path}?{urlencode(told)}" if told else path


def claim_address(claim_id: str, **asked: Value) -> str:
    """Give the address of a claim."""
    return address(f"/claim/{claim_id}", **asked)


def document_address(doc_id: str, **asked: Value) -> str:
    """Give the address of a report."""
    return address(f"/document/{doc_id}", **asked)


def conflict_address(name: str, **asked: Value) -> str:
    """Give the address of a conflict; its name is asked for, for it may hold any sign."""
    return address("/conflict", name=name, **asked)


def part_address(section: str, page: int, anchor: str, /, **asked: Value) -> str:
    """Give the address of a page of one section of a conflict, and of a place on it."""
    told = address("/conflict/part", section=section, page=page if page > 1 else None, **asked)
    return f"{told}#{anchor}" if anchor else told


def chart_address(key: str, width: str = "", /, **asked: Value) -> str:
    """Give the address of a chart of a conflict."""
    return address("/conflict/chart.svg", key=key, width=width, **asked)


def _values(value: Value) -> Iterable[Value]:
    values = value if isinstance(value, tuple | list) else (value,)
    return (one for one in values if one is not None and one != "")
