"""Sentences with what they test in double brackets: "shells hit [[Sotk]]"."""

import re


def spans_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The plain text and the spans; a sentence without brackets or with a stray one is an error."""
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
