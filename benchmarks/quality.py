"""How far the committed reader agrees with careful coders: `python -m benchmarks.quality [--shared FOLDER]`.

Codes the development gold, where it is at hand, and the project's own held-out reports always, and holds
the figures to the floors in `floors.toml`. A floor belongs to a fingerprint of the articles measured; it is
raised by hand, and lowered only with `--lower-floor "the reason"`, which is written beside it.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.sheet import encode_sheet
from trucewatch.reports.agreement import FIGURES, Agreement, agreement

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its gold sheet."""

    doc_id: str
    text: Path
    published_on: str | None
    publisher: str | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", type=int, default=0, help="how many misses to list")
    parser.add_argument("--keep", type=Path, help="keep the coded sheets in this folder")
    parser.add_argument("--lower-floor", metavar="REASON", help="accept figures under a floor, and write why")
    chosen = parser.parse_args()
    pipeline = Pipeline.load()
    sets = {"held_out": held_out()}
    if (gold := chosen.shared / "gold" / "dev").exists():
        sets["development_gold"] = list(_listed(gold, gold))
    failed = False
    for name, articles in sets.items():
        with tempfile.TemporaryDirectory() as scratch:
            found = measure(pipeline, articles, chosen.keep / name if chosen.keep else Path(scratch))
        print(f"\n{name}: {len(articles)} articles, fingerprint {fingerprint(articles)}")
        print(table(found))
        for miss in found.misses[: chosen.errors]:
            print("  ", miss)
        failed |= not holds(name, articles, found, chosen.lower_floor)
    sys.exit(failed)


def held_out() -> list[Article]:
    """The project's own reports that no training sees."""
    from training.split import is_held_out

    folders = sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))
    return [
        article for folder in folders for article in _listed(folder, folder) if is_held_out(article.doc_id)
    ]


def _listed(folder: Path, texts: Path) -> Iterator[Article]:
    for entry in json.loads((folder / "meta.json").read_text(encoding="utf-8")):
        path = texts / f"{entry['doc_id']}.txt"
        yield Article(entry["doc_id"], path, entry.get("published_on"), entry.get("publisher"))


def measure(pipeline: Pipeline, articles: Iterable[Article], coded: Path) -> Agreement:
    """Code each article into `coded` and compare with the sheets beside the articles."""
    coded.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        gold = Path(scratch)
        for article in articles:
            for suffix in (".txt", ".json"):
                (gold / f"{article.doc_id}{suffix}").write_bytes(
                    article.text.with_suffix(suffix).read_bytes()
                )
            caller = CallerMetadata(
                published_on=date.fromisoformat(article.published_on) if article.published_on else None,
                publisher=article.publisher,
            )
            document = read_bytes(article.text.read_bytes(), article.doc_id, caller)
            sheet = sheet_of(document, pipeline.tell(document).claims)
            (coded / f"{article.doc_id}.json").write_bytes(encode_sheet(sheet))
        return agreement(gold, coded)


def fingerprint(articles: Iterable[Article]) -> str:
    """Twelve hex digits over the articles and their gold sheets."""
    digest = hashlib.sha256()
    for article in sorted(articles, key=lambda a: a.doc_id):
        digest.update(article.text.read_bytes() + article.text.with_suffix(".json").read_bytes())
    return digest.hexdigest()[:12]


def table(found: Agreement) -> str:
    """A line for each figure."""
    lines = [f"{'figure':11} {'F1':>5} {'prec.':>6} {'rec.':>6} {'gold':>5} {'coded':>6}"]
    for name in FIGURES:
        tally = found.tallies[name]
        lines.append(
            f"{name:11} {tally.f1:5.3f} {tally.precision:6.3f} {tally.recall:6.3f} {tally.gold:5} {tally.coded:6}"
        )
    return "\n".join([*lines, f"{'overall':11} {found.overall:5.3f}"])


def holds(name: str, articles: Iterable[Article], found: Agreement, lowered: str | None) -> bool:
    """Whether every figure stands on its floor; a set without floors of this fingerprint holds."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    if floors.get("fingerprint") != fingerprint(articles):
        print("no floor for this fingerprint")
        return True
    reached = {figure: found.tallies[figure].f1 for figure in FIGURES} | {"overall": found.overall}
    under = {k: v for k, v in floors.items() if k in reached and reached[k] < v}
    for figure, floor in under.items():
        print(f"{figure} {reached[figure]:.3f} is under its floor {floor:.3f}")
    if under and lowered:
        lines = [
            f"# {date.today().isoformat()} {name}: {lowered}",
            *(f"#   {k} {v} -> {reached[k]:.3f}" for k, v in under.items()),
        ]
        with FLOORS.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return not under or lowered is not None


if __name__ == "__main__":
    main()
