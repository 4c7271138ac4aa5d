"""Sentences with every count in double brackets, and what each comes to in a short notation.

"12"       just so many
"12-20"    from so many to so many
"12+"      at least so many
"? ..."    unresolved, with the reason
"""

from tests.resolve.markup import spans_of
from trucewatch.records.values import Quantity, Unresolved
from trucewatch.resolve.quantities.finding import find_quantities


def short(value: Quantity | Unresolved) -> str:
    """A value in the short notation."""
    if isinstance(value, Unresolved):
        return f"? {value.reason}"
    if value.high is None:
        return f"{value.low}+"
    return str(value.low) if value.low == value.high else f"{value.low}-{value.high}"


def check(marked: str, *expected: str) -> None:
    """Fail unless the counts found are just those marked, with just those values."""
    text, spans = spans_of(marked)
    found = find_quantities(text)
    marks = [(text[start:end], start) for start, end in spans]
    seen = [(text[count.start : count.end], count.start) for count in found]
    assert seen == marks, f"{seen} instead of {marks}"
    values = tuple(short(count.value) for count in found)
    assert values == expected, f"{values} instead of {expected}"
