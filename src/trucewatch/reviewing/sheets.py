"""Reviewed coding sheets, in the form of the training corpus."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.entry import Entry
from trucewatch.records.sheet import Sheet, encode_sheet
from trucewatch.reviewing.blindness import sees
from trucewatch.situation.judging import laid
from trucewatch.situation.opinions import matters

META = "meta.json"
LONGEST = 60
"""Characters of a file's name that are taken from the report's."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far a report is reviewed: `judged` of `claims`, of which people still differ on `open`.

    `hidden` were judged by others alone; a reviewer sees how only behind their own judgement.
    """

    document: Document
    claims: int
    judged: int
    open: int
    hidden: int
    sheet: Sheet

    @property
    def is_whole(self) -> bool:
        """Whether every claim is judged, no difference is left and nothing is hidden."""
        return self.judged == self.claims and not self.open and not self.hidden

    @property
    def name(self) -> str:
        """The name of its files, of plain letters whatever the report is called."""
        plain = re.sub(r"[^a-z0-9]+", "-", self.document.name.lower()).strip("-")[:LONGEST]
        return f"{plain}-{self.document.id[:8]}" if plain else self.document.id[:8]


def reviewed(
    document: Document, claims: Sequence[Claim], judgements: Iterable[Entry], *, blind: str | None = None
) -> Reviewed:
    """Fill a report's coding sheet as people judged it: corrected claims as corrected, rejected ones out.

    Shape: what nobody judged, that on which people differ, and what is still hidden from the reviewer
           named by `blind`, stands as the machine read it
    """
    made = tuple(judgements)
    asked, over = matters(made), laid(made)
    on_one = [asked[claim.id,] for claim in claims if (claim.id,) in asked]
    hidden = {matter.question[0] for matter in on_one if not sees(blind, matter)}
    standing = [
        claim if claim.id in hidden else over.instead.get(claim.id, claim)
        for claim in claims
        if claim.id in hidden or claim.id not in over.rejected
    ]
    still_open = sum(matter.is_open for matter in on_one)
    sheet = sheet_of(document, standing)
    return Reviewed(document, len(claims), len(on_one), still_open, len(hidden), sheet)


def files_of(reports: Iterable[Reviewed]) -> Mapping[str, bytes]:
    """Give the files of a folder for training: a text and a sheet for each report, and what is known of them.

    Shape: names of files to their bytes; no name leads to another folder
    """
    told = sorted(reports, key=lambda one: one.name)
    files: dict[str, bytes] = {}
    for one in told:
        files[f"{one.name}.txt"] = one.document.text.encode()
        files[f"{one.name}.json"] = encode_sheet(_named(one))
    files[META] = (json.dumps([_meta(one) for one in told], ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _named(one: Reviewed) -> Sheet:
    fields = {name: getattr(one.sheet, name) for name in one.sheet.__struct_fields__}
    return Sheet(**{**fields, "doc_id": one.name})


def _meta(one: Reviewed) -> dict[str, object]:
    about, day = one.document.metadata, one.document.published_on
    return {
        "doc_id": one.name,
        "published_on": None if day is None else day.isoformat(),
        "publisher": about.publisher,
        "title": about.title or one.document.name,
        "reviewed": True,
    }
