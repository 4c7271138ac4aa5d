"""How far the committed reader agrees with careful coders: `python -m benchmarks.quality [--shared FOLDER]`.

Codes the development gold, where it is at hand, and the project's own held-out reports always, prints
the figures, and leaves with 1 when one is under its floor (see `floors.py`).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.bootstrap import intervals
from benchmarks.causes import causes
from benchmarks.floors import fingerprint, under_floor, write_floors
from training.split import is_held_out
from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.document import Document
from trucewatch.records.sheet import encode_sheet
from trucewatch.reports.agreement import FIGURES, Agreement, agreement

ROOT = Path(__file__).parents[1]
SLACK = 0.01
"""How far under what was measured a new floor is set."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its gold sheet beside it."""

    doc_id: str
    text: Path
    published_on: str | None
    publisher: str | None


def main() -> None:
    """Measure every set, print, and leave with 1 when a figure is under its floor."""
    chosen = _arguments()
    sets = {"held_out": held_out()}
    if (gold := chosen.shared / "gold" / "dev").exists():
        sets["development_gold"] = list(listed(gold))
    pipeline = Pipeline.load()
    failed = False
    for name, articles in sets.items():
        with tempfile.TemporaryDirectory() as scratch:
            folder = (chosen.keep or Path(scratch)) / name
            found = measure(pipeline, articles, folder)
            likely = intervals(folder / "gold", folder / "coded")
            print(f"\n{name}: {len(articles)} articles\n{table(found, likely)}")
            if chosen.errors:
                print(causes_table(folder))
        reached = {figure: found.tallies[figure].f1 for figure in FIGURES} | {"overall": found.overall}
        mark = fingerprint(article.text for article in articles)
        if chosen.set_floors:
            write_floors(name, mark, reached, slack=SLACK, reason=chosen.set_floors)
        for figure, floor in under_floor(name, mark, reached).items():
            print(f"{name}: {figure} {reached[figure]:.3f} is under its floor {floor:.3f}")
            failed = True
    sys.exit(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", action="store_true", help="count every miss and false alarm by its cause")
    parser.add_argument("--keep", type=Path, help="keep gold and coded sheets in this folder")
    parser.add_argument("--set-floors", metavar="REASON", help="set the floors by what is measured now")
    return parser.parse_args()


def held_out() -> list[Article]:
    """The project's own reports that no training sees."""
    folders = sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))
    return [article for folder in folders for article in listed(folder) if is_held_out(article.doc_id)]


def listed(folder: Path) -> Iterator[Article]:
    """The articles that a folder's `meta.json` names."""
    for entry in json.loads((folder / "meta.json").read_text(encoding="utf-8")):
        path = folder / f"{entry['doc_id']}.txt"
        yield Article(entry["doc_id"], path, entry.get("published_on"), entry.get("publisher"))


def measure(pipeline: Pipeline, articles: Iterable[Article], folder: Path) -> Agreement:
    """Code each article into `folder/coded` and compare with the sheets copied into `folder/gold`."""
    gold, coded = folder / "gold", folder / "coded"
    for place in (gold, coded):
        place.mkdir(parents=True, exist_ok=True)
    for article in articles:
        for suffix in (".txt", ".json"):
            (gold / f"{article.doc_id}{suffix}").write_bytes(article.text.with_suffix(suffix).read_bytes())
        (coded / f"{article.doc_id}.json").write_bytes(coded_sheet(pipeline, article))
    return agreement(gold, coded)


def coded_sheet(pipeline: Pipeline, article: Article) -> bytes:
    """The sheet that the pipeline fills for one article."""
    document = article_document(article)
    return encode_sheet(sheet_of(document, pipeline.tell(document).claims))


def article_document(article: Article) -> Document:
    """The article as a document, with the day and the publisher that its folder names."""
    day = date.fromisoformat(article.published_on) if article.published_on else None
    caller = CallerMetadata(published_on=day, publisher=article.publisher)
    return read_bytes(article.text.read_bytes(), article.doc_id, caller)


def table(found: Agreement, likely: Mapping[str, tuple[float, float]]) -> str:
    """A line for each figure, with its 95% interval over articles."""
    lines = [f"{'figure':11} {'F1':>5}  95% interval {'prec.':>6} {'rec.':>6} {'gold':>5} {'coded':>6}"]
    for name in FIGURES:
        tally = found.tallies[name]
        low, high = likely[name]
        shares = f"{tally.f1:5.3f}  {low:.3f}-{high:.3f}  {tally.precision:6.3f} {tally.recall:6.3f}"
        lines.append(f"{name:11} {shares} {tally.gold:5} {tally.coded:6}")
    low, high = likely["overall"]
    return "\n".join([*lines, f"{'overall':11} {found.overall:5.3f}  {low:.3f}-{high:.3f}"])


def causes_table(folder: Path) -> str:
    """Each figure's misses and false alarms by cause, the most frequent first."""
    lines = []
    for figure, counted in causes(folder / "gold", folder / "coded").items():
        lines.append(f"  {figure}")
        lines += [f"    {count:4} {cause}" for cause, count in counted.most_common()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
