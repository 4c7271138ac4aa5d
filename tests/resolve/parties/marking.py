"""Sentences with one mention in double brackets: "shells hit [[rebel lines]] in Hama"."""

import re
from itertools import pairwise

from trucewatch.resolve.parties import Cast


def spans_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The plain text and its spans; a sentence without brackets, or with a stray one, is an error."""
    pieces = re.split(r"\[\[(.+?)\]\]", marked)
    text, spans = "", []
    for number, piece in enumerate(pieces):
        if "[[" in piece or "]]" in piece:
            message = f"a stray bracket in {marked!r}"
            raise ValueError(message)
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    if not spans:
        message = f"nothing is marked in {marked!r}"
        raise ValueError(message)
    return text, spans


def cast_of(text: str) -> Cast:
    """A cast with sentences cut at full stops before a capital."""
    ends = [match.start() + 1 for match in re.finditer(r"[.!?](?=\s+[A-Z\"“])", text)]
    bounds = [0, *ends, len(text)]
    return Cast.of(text, [(a, b) for a, b in pairwise(bounds) if a < b])
