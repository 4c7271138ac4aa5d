"""Every claim that a report shows, with its very words and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.records.claim import Claim
from trucewatch.records.holdings import Report
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import day
from trucewatch.reports.sections.blocks import Block, Cell, Columns, Lines, Picture, Section, Table, Words
from trucewatch.reports.terminal.wording import speaker, when, where

AROUND = 90
"""Characters shown before and behind the words of a claim."""

ADDRESS = re.compile(r"(?i)https?://(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?")
"""Addresses that may be followed: of the web, and without a name that could pass for the host."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim: its number on the page, its words with what stands before and behind them."""

    number: int
    claim: Claim
    speaker: str
    about: str
    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A report with its claims; `url` only where it can be followed safely."""

    report: Report
    published: str
    url: str | None
    evidence: tuple[Evidence, ...]


def cited(dossier: Dossier, sections: Sequence[Section]) -> tuple[Cited, ...]:
    """Give the reports of a situation with the claims that its sections name, in the order of the text."""
    found: dict[str, list[Evidence]] = {doc_id: [] for doc_id in dossier.situation.reports}
    for claim_id, number in numbered(dossier, sections).items():
        claim = dossier.claims[claim_id]
        found.setdefault(claim.provenance.doc_id, []).append(_evidence(dossier, claim, number))
    reports = [(dossier.reports[doc_id], evidence) for doc_id, evidence in found.items()]
    return tuple(
        Cited(report, day(report.published_on), followed(report.url), tuple(evidence))
        for report, evidence in reports
    )


def numbered(dossier: Dossier, sections: Sequence[Section]) -> dict[str, int]:
    """Number the claims that sections name: report by report, in the order of the text."""
    named = {claim for section in sections for block in section.blocks for claim in claims_named(block)}
    inside = {dossier.claims[claim].provenance.doc_id for claim in named}
    known = dict.fromkeys([*dossier.situation.reports, *sorted(inside)])
    reports = {doc_id: place for place, doc_id in enumerate(known)}
    ordered = sorted(
        (dossier.claims[claim] for claim in named),
        key=lambda claim: (reports[claim.provenance.doc_id], _place(claim)),
    )
    return {claim.id: number for number, claim in enumerate(ordered, 1)}


def followed(url: str | None) -> str | None:
    """Give an address that a page may link to, None for any other."""
    if url is None or not url.isprintable() or not ADDRESS.fullmatch(url):
        return None
    return url


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.provenance.evidence.start, claim.provenance.evidence.end, claim.id


def claims_named(block: Block) -> Iterator[str]:
    """Give the claims that a block names, in its order."""
    for words in _words(block):
        yield from words.claims


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Table():
            cells: list[Cell] = [cell for row in block.rows for cell in row]
        case Lines():
            cells = list(block.items)
        case Columns():
            cells = [cell for column in block.columns for _, lines in column.groups for cell in lines]
        case Picture() if block.beside is not None:
            cells = list(block.beside.items)
        case _:
            cells = []
    for cell in cells:
        yield from cell


def _evidence(dossier: Dossier, claim: Claim, number: int) -> Evidence:
    text, span = dossier.texts[claim.provenance.doc_id], claim.provenance.evidence
    before, behind = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
    about = [claim.family.value, *(part for part in (when(claim), where(claim)) if part != "-")]
    return Evidence(
        number,
        claim,
        speaker(claim.voice),
        ", ".join(about),
        before if span.start <= AROUND else "… " + before.partition(" ")[2],
        span.quote(text),
        behind if span.end + AROUND >= len(text) else behind.rpartition(" ")[0] + " …",
    )
