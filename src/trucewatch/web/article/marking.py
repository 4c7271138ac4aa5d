"""Claims marked in a text: runs between the ends of claims, each belonging to the smallest claim over it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.records.claim import Claim, Family
from trucewatch.records.document import Document, Segment


@dataclass(frozen=True, slots=True)
class Noted:
    """A claim with its number on the page."""

    number: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two ends of claims.

    `over` is the smallest claim that covers them, None for none; `begins` are the claims that begin with
    them; `said` where they stand in a statement beside.
    """

    words: str
    over: Noted | None
    begins: tuple[Noted, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a report with its lines."""

    segment: Segment
    lines: tuple[tuple[Run, ...], ...]


def noted(claims: Sequence[Claim]) -> tuple[Noted, ...]:
    """Number claims in the order of the text."""
    return tuple(Noted(number, claim) for number, claim in enumerate(claims, 1))


def parts(document: Document, claims: Sequence[Noted]) -> Iterator[Part]:
    """Give every segment of a report with the claims marked in it; segments of blanks alone are left out."""
    begins: Mapping[int, list[Noted]] = defaultdict(list)
    for one in claims:
        begins[one.claim.provenance.evidence.start].append(one)
    for segment in document.segments:
        span = segment.span
        inside = [one for one in claims if one.claim.provenance.evidence.overlaps(span)]
        found = []
        for start, end in _lines(document.text, span.start, span.end):
            runs = tuple(_run(document.text, ends, inside, begins) for ends in _between(start, end, inside))
            found.append(runs)
        if found:
            yield Part(segment, tuple(found))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a part of a text that hold more than blanks."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if not text[start:stop].isspace() and start < stop:
            yield start, stop
        start = stop + 1


def _between(start: int, end: int, claims: Sequence[Noted]) -> Iterator[tuple[int, int]]:
    """The stretches of a line between its ends and those of claims."""
    ends = {start, end}
    for one in claims:
        evidence = one.claim.provenance.evidence
        ends |= {place for place in (evidence.start, evidence.end) if start < place < end}
    ordered = sorted(ends)
    yield from pairwise(ordered)


def _run(text: str, ends: tuple[int, int], claims: Sequence[Noted], begins: Mapping[int, list[Noted]]) -> Run:
    start, end = ends
    over = [one for one in claims if _covers(one, start, end)]
    smallest = min(over, key=_size, default=None)
    said = any(one.claim.family is Family.STATEMENT for one in over if one is not smallest)
    return Run(text[start:end], smallest, tuple(begins.get(start, ())), said)


def _covers(one: Noted, start: int, end: int) -> bool:
    evidence = one.claim.provenance.evidence
    return evidence.start <= start and end <= evidence.end


def _size(one: Noted) -> tuple[int, bool, int]:
    """The smallest first; of two alike, a statement yields to what it says."""
    evidence = one.claim.provenance.evidence
    return evidence.end - evidence.start, one.claim.family is Family.STATEMENT, one.number
