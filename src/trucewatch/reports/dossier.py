"""What a report is made from: a situation, the claims behind it, their reports and their very words."""

from collections.abc import Mapping
from dataclasses import dataclass

from trucewatch.records.claim import Claim
from trucewatch.records.holdings import Report
from trucewatch.records.situation import Situation


@dataclass(frozen=True, slots=True)
class Dossier:
    """A situation with all that is needed to show its words.

    Shape: `claims` by id, `reports` and the stored `texts` by doc_id; each holds at least what the
           situation names, and may hold more. `part` says in a sentence of which claims it is made where
           it is not of all, "" where it is; `unseen` counts decisions that are kept from who asks
    """

    situation: Situation
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    texts: Mapping[str, str]
    part: str = ""
    unseen: int = 0

    def quote(self, claim: Claim) -> str:
        """The words that a claim rests on."""
        return claim.provenance.evidence.quote(self.texts[claim.provenance.doc_id])

    def report_of(self, claim: Claim) -> Report:
        """The report that a claim stands in."""
        return self.reports[claim.provenance.doc_id]
