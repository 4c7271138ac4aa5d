"""Words with what stands around them."""

from dataclasses import dataclass

from trucewatch.records.document import Document
from trucewatch.records.span import Span

AROUND = 2
"""Sentences before and behind the words of a claim."""

FEW = 60
"""Characters before and behind a word that was searched for."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words, and what stands before and behind them."""

    before: str
    words: str
    behind: str


def in_sentences(document: Document, span: Span) -> Context:
    """Give words with a few sentences around them."""
    touched = [place for place, one in enumerate(document.sentences) if one.overlaps(span)]
    if not touched:
        return in_few_words(document.text, span)
    first = document.sentences[max(touched[0] - AROUND, 0)]
    last = document.sentences[min(touched[-1] + AROUND, len(document.sentences) - 1)]
    return _cut(document.text, span, min(first.start, span.start), max(last.end, span.end))


def in_few_words(text: str, span: Span) -> Context:
    """Give words with a few others around them."""
    start, end = max(span.start - FEW, 0), min(span.end + FEW, len(text))
    while start and start < span.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > span.end and not text[end].isspace():
        end -= 1
    return _cut(text, span, start, end)


def _cut(text: str, span: Span, start: int, end: int) -> Context:
    before, behind = text[start : span.start], text[span.end : end]
    return Context(
        f"… {before.lstrip()}" if start else before,
        span.quote(text),
        f"{behind.rstrip()} …" if end < len(text) else behind,
    )
