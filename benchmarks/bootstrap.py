"""How far a figure would move with other articles of the same kind: a bootstrap over documents."""

import random
from collections.abc import Sequence
from pathlib import Path

from trucewatch.records.sheet import Sheet, read_sheet
from trucewatch.reports.agreement import FIGURES, OVERALL, Comparison, Tally
from trucewatch.reports.pairing import Words

ROUNDS = 1000
SEED = 7
TAIL = 0.025
"""Share of rounds cut off at either end: what is left is the 95% interval."""

Tallies = dict[str, Tally]


def intervals(gold: Path, coded: Path) -> dict[str, tuple[float, float]]:
    """For each figure and "overall", the ends of its 95% interval."""
    documents = _by_document(gold, coded)
    rng = random.Random(SEED)  # noqa: S311 - a seeded resampling is no secret
    rounds = [_figures(rng.choices(documents, k=len(documents))) for _ in range(ROUNDS)]
    cut = int(TAIL * ROUNDS)
    out = {}
    for figure in (*FIGURES, "overall"):
        values = sorted(found[figure] for found in rounds)
        out[figure] = (values[cut], values[-cut - 1])
    return out


def _by_document(gold: Path, coded: Path) -> list[Tallies]:
    found = []
    for path in sorted(gold.glob("*.json")):
        compared = Comparison(path.stem, Words(path.with_suffix(".txt").read_text(encoding="utf-8")))
        other = coded / path.name
        sheet = read_sheet(other) if other.exists() else Sheet(doc_id=path.stem, published_on=None)
        compared.run(read_sheet(path), sheet)
        found.append(compared.tallies)
    return found


def _figures(documents: Sequence[Tallies]) -> dict[str, float]:
    sums = {figure: sum((d[figure] for d in documents), Tally()).f1 for figure in FIGURES}
    return sums | {"overall": sum(sums[figure] for figure in OVERALL) / len(OVERALL)}
