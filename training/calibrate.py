"""Fit how sure a claim is to how often such claims are right, on reports that the weights never saw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.examples import Report
from trucewatch.claims.confidence import logit
from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline, Told
from trucewatch.records.claim import Claim, Family
from trucewatch.records.sheet import Sheet
from trucewatch.reports.agreement import Comparison
from trucewatch.reports.pairing import Words

FIGURE_OF = {
    Family.STATEMENT: "said",
    Family.CASUALTY: "toll",
    Family.TRUCE: "truce",
    Family.INCIDENT: "event",
    Family.CONTROL: "control",
}
"""The figure of agreement that says whether a claim of a family is right; other families have no gold."""

FEWEST = 30
"""Claims of a family below which nothing is fitted."""

STEPS = 100
LONGEST_STEP = 0.5
"""Newton's steps are cut to this, for where most claims are sure the curve is nearly flat."""

RIDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's raw probability, and whether the gold sheet of its report has it."""

    doc_id: str
    family: Family
    raw: float
    right: bool


def calibration(judged: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """Slope and shift for each family that has enough claims."""
    out = {}
    for family in FIGURE_OF:
        rows = [(logit(claim.raw), claim.right) for claim in judged if claim.family is family]
        if len(rows) >= FEWEST:
            out[family.value] = _platt(np.array([r[0] for r in rows]), np.array([r[1] for r in rows], float))
    return out


def _platt(scores: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Logistic regression on one score by Newton's steps, the slope drawn a little towards 1."""
    inputs = np.stack([scores, np.ones_like(scores)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - right) + RIDGE * (weights - np.array([1.0, 0.0])) * len(scores)
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + RIDGE * len(scores) * np.eye(2)
        step = np.linalg.solve(curve, slope)
        weights = weights - step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), LONGEST_STEP))
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


def judged(pipeline: Pipeline, reports: Sequence[Report]) -> Iterator[Judged]:
    """Each claim of the reports with its probability and whether the gold sheet has it."""
    for report in reports:
        caller = CallerMetadata(published_on=report.sheet.published_on)
        told = pipeline.tell(read_bytes(report.text.encode(), report.doc_id, caller))
        yield from _judged(told, report.sheet)


def _judged(told: Told, gold: Sheet) -> Iterator[Judged]:
    compared = Comparison(gold.doc_id, Words(told.document.text))
    compared.run(gold, sheet_of(told.document, told.claims))
    for claim in told.claims:
        figure = FIGURE_OF.get(claim.family)
        if figure and (row := _row(told, claim, figure)) is not None:
            right = row not in compared.unpaired[figure][1]
            yield Judged(gold.doc_id, claim.family, claim.provenance.confidence, right)


def _row(told: Told, claim: Claim, figure: str) -> object:
    """The sheet's row that one claim makes, None where it makes none."""
    sheet = sheet_of(told.document, [claim])
    rows = {
        "said": sheet.statements,
        "toll": sheet.casualties,
        "truce": tuple(step for truce in sheet.ceasefires for step in truce.transitions),
        "event": sheet.incidents,
        "control": sheet.control,
    }[figure]
    return rows[0] if rows else None
