"""How sure claims are against how often they are right: `python -m benchmarks.calibration`.

On the project's held-out reports. The calibration that the package carries was fitted on them, so the
figures come from two halves, each judged by a calibration fitted on the other; the picture is written to
`docs/images/reliability.svg`.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.calibrate import FIGURE_OF, Judged, calibration, judged
from training.examples import load_reports
from training.split import is_held_out
from trucewatch.claims.confidence import NEEDS_A_LOOK, UNCALIBRATED, Calibration
from trucewatch.pipeline import Pipeline
from trucewatch.reader.reader import Reader
from trucewatch.reader.weights import load_weights
from trucewatch.records.claim import Family
from trucewatch.resolve.places import Gazetteer

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "reliability.svg"
BINS = 10
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 370" role="img"
 font-family="sans-serif" font-size="11">
<title>How sure claims are against how often they are right</title>
<rect width="360" height="370" fill="#fff"/>
<path d="M40 20V320H340M40 320L340 20" fill="none" stroke="#888"/>
{marks}
<text x="190" y="360" text-anchor="middle">probability given</text>
<text transform="translate(12 170) rotate(-90)" text-anchor="middle">share right</text>
</svg>
"""

Pairs = Sequence[tuple[float, bool]]


def main() -> None:
    """Print the expected calibration error of each family and draw the reliability picture."""
    folders = sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))
    reports = [report for report in load_reports(folders) if is_held_out(report.group)]
    pipeline = Pipeline(Reader(load_weights()), Gazetteer.load(), calibrated=False)
    claims = list(judged(pipeline, reports))
    print(f"{'family':10} {'claims':>6} {'raw':>6} {'fitted':>6}   expected calibration error")
    for family in FIGURE_OF:
        raw = pairs([c for c in claims if c.family is family], UNCALIBRATED)
        print(f"{family:10} {len(raw):6} {error(raw):6.3f} {error(crossed(claims, family)):6.3f}")
    every = [pair for family in FIGURE_OF for pair in crossed(claims, family)]
    print(f"{'all':10} {len(every):6} {error(pairs(claims, UNCALIBRATED)):6.3f} {error(every):6.3f}")
    doubtful = [right for chance, right in every if chance < NEEDS_A_LOOK]
    wrong = sum(not right for right in doubtful)
    print(f"{len(doubtful)} claims under {NEEDS_A_LOOK} need a look; {wrong} are not in the gold sheet")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture(every), encoding="utf-8")


def pairs(claims: Sequence[Judged], fitted: Calibration) -> list[tuple[float, bool]]:
    """Each claim's calibrated probability, and whether it is right."""
    return [(fitted.of(claim.family, claim.raw), claim.right) for claim in claims]


def crossed(claims: Sequence[Judged], family: Family) -> list[tuple[float, bool]]:
    """The claims of a family, each half judged by what was fitted on the other half of the reports."""
    out: list[tuple[float, bool]] = []
    for half in (0, 1):
        apart = [claim for claim in claims if _half(claim.doc_id) != half]
        fitted = Calibration({Family(name): line for name, line in calibration(apart).items()})
        out += pairs([c for c in claims if _half(c.doc_id) == half and c.family is family], fitted)
    return out


def _half(doc_id: str) -> int:
    return hashlib.sha256(f"half {doc_id}".encode()).digest()[0] % 2


def bins(judgements: Pairs) -> list[tuple[float, float, int]]:
    """For each tenth of the scale that is not empty: mean probability, share right, how many."""
    out = []
    for step in range(BINS):
        own = [pair for pair in judgements if min(int(pair[0] * BINS), BINS - 1) == step]
        if own:
            chances, right = zip(*own, strict=True)
            out.append((float(np.mean(chances)), float(np.mean(right)), len(own)))
    return out


def error(judgements: Pairs) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    return sum(count * abs(chance - share) for chance, share, count in bins(judgements)) / max(
        1, len(judgements)
    )


def picture(judgements: Pairs) -> str:
    """A reliability diagram: a dot for each bin, its area by how many claims it holds."""
    found = bins(judgements)
    most = max(count for *_, count in found)
    marks = [_dot(chance, share, count, most) for chance, share, count in found]
    marks += [_tick(step / 4) for step in range(5)]
    return FRAME.format(marks="".join(marks))


def _dot(chance: float, share: float, count: int, most: int) -> str:
    radius = 3 + 11 * (count / most) ** 0.5
    told = f"{count} claims: {chance:.2f} sure, {share:.2f} right"
    return (
        f'<circle cx="{40 + 300 * chance:.1f}" cy="{320 - 300 * share:.1f}" r="{radius:.1f}" '
        f'fill="#1f5fa8" fill-opacity=".75"><title>{told}</title></circle>'
    )


def _tick(share: float) -> str:
    across = f'<text x="{40 + 300 * share:.0f}" y="338" text-anchor="middle">{share:g}</text>'
    return across + f'<text x="34" y="{324 - 300 * share:.0f}" text-anchor="end">{share:g}</text>'


if __name__ == "__main__":
    main()
