"""The words for a third of a month, year or decade: "early", "mid-", "the end of"."""

import re

from trucewatch.resolve.spelling import GAP, spelt
from trucewatch.resolve.times.days import Part

_PARTS = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "late": Part.LATE,
    "beginning": Part.START,
    "start": Part.START,
    "middle": Part.MID,
    "end": Part.END,
}
_WORD = rf"(?:(?P<from>early|mid)[-‐‑ ]to[-‐‑ ])?(?P<part>early|mid|late)(?:[-‐‑]|{GAP})(?:in{GAP})?"
_EDGE = (
    rf"(?:the{GAP})?(?:very{GAP})?(?P<edge>beginning|start|middle|end){GAP}of{GAP}"
    rf"(?:the{GAP}month{GAP}of{GAP})?"
)
PART = rf"(?:{_WORD}|{_EDGE})"


def part_in(match: re.Match[str]) -> Part:
    """The third that `PART` matched, or the whole."""
    return named_part(match["part"] or match["edge"])


def named_part(word: str | None) -> Part:
    """The third that a word names; None names the whole."""
    return _PARTS[spelt(word)] if word else Part.WHOLE
