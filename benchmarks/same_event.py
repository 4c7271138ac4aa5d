"""How well claims of one event are brought together: `python -m benchmarks.same_event [--shared FOLDER]`.

Pairwise precision, recall and F1 over incidents judged by reading, once on reports written for this
project (where the scorer's points were chosen), once on the development gold (which only measures).
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from benchmarks.sheet_claims import SheetClaims
from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.documents.duplicates import near_duplicates
from trucewatch.pipeline import Pipeline
from trucewatch.records.claim import Claim, Incident
from trucewatch.records.document import Document
from trucewatch.records.holdings import Holdings, Report
from trucewatch.records.sheet import Sheet, read_sheet
from trucewatch.situation.counts import counts
from trucewatch.situation.events.folding import events
from trucewatch.situation.judging import laid
from trucewatch.situation.told import in_order, tellings

ROOT = Path(__file__).parents[1]

Row = tuple[str, int]
"""An incident row of a gold sheet, or a claim of the reader that no row is like."""

Pairs = set[tuple[Row, Row]]


@dataclass(frozen=True, slots=True)
class Article:
    """A report with its gold sheet."""

    document: Document
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Group:
    """Reports on the same days and places, and which of their incident rows are one event."""

    name: str
    articles: tuple[Article, ...]
    same: tuple[tuple[Row, ...], ...]


def main() -> None:
    """Print the figures of both sets, with sheets and with the reader's claims as input."""
    chosen = _arguments()
    sets = {"corpus": own_groups()}
    gold = chosen.shared / "gold" / "dev"
    if gold.exists():
        sets["development gold"] = groups(ROOT / "benchmarks" / "same_event.json", [gold])
    pipeline = Pipeline.load() if chosen.reader else None
    for name, found in sets.items():
        print(figures(f"{name}, sheets", found, None, each=chosen.each))
        if pipeline is not None:
            print(figures(f"{name}, reader", found, pipeline, each=chosen.each))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--reader", action="store_true", help="measure the reader's claims too")
    parser.add_argument(
        "--each", action="store_true", help="list wrong and missed pairs by their row numbers"
    )
    return parser.parse_args()


def own_groups() -> list[Group]:
    """The groups of reports written for this project."""
    folders = sorted(path.parent for path in (ROOT / "training" / "corpus").glob("*/meta.json"))
    return groups(ROOT / "benchmarks" / "same_event_corpus.json", folders)


def groups(judged: Path, folders: Iterable[Path]) -> list[Group]:
    """The groups of a file of judgements, with their reports."""
    known = {entry["doc_id"]: (folder, entry) for folder in folders for entry in _listed(folder)}
    return [
        Group(
            group["name"],
            tuple(_article(*known[doc_id]) for doc_id in group["docs"]),
            tuple(tuple((doc_id, row) for doc_id, row in event) for event in group["same"]),
        )
        for group in json.loads(judged.read_text(encoding="utf-8"))["groups"]
    ]


def _listed(folder: Path) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return found


def _article(folder: Path, entry: Mapping[str, str | None]) -> Article:
    path = folder / f"{entry['doc_id']}.txt"
    day = entry.get("published_on")
    caller = CallerMetadata(
        published_on=date.fromisoformat(day) if day else None, publisher=entry.get("publisher")
    )
    document = read_bytes(path.read_bytes(), str(entry["doc_id"]), caller)
    return Article(document, read_sheet(path.with_suffix(".json")))


def holdings_of(group: Group, pipeline: Pipeline | None) -> tuple[Holdings, dict[str, Row]]:
    """What a ledger would hold of a group, and the gold row of each incident claim."""
    reports: dict[str, Report] = {}
    claims: list[Claim] = []
    rows: dict[str, Row] = {}
    alike = near_duplicates(article.document for article in group.articles)
    stories = {doc_id: same.ids[0] for same in alike for doc_id in same.ids}
    for article in group.articles:
        document, name = article.document, article.document.name
        metadata = document.metadata
        reports[document.id] = Report(
            document.id,
            name,
            metadata.title,
            None,
            metadata.publisher,
            document.published_on,
            stories.get(document.id, document.id),
        )
        by_sheet = SheetClaims(document.id, document.text, article.sheet)
        told = by_sheet.claims()
        own = {claim.id: (name, by_sheet.rows[claim.id][1]) for claim in told if _is_incident(claim)}
        if pipeline is None:
            claims += told
            rows |= own
        else:
            read = pipeline.tell(document).claims
            claims += read
            rows |= aligned(list(filter(_is_incident, read)), list(filter(_is_incident, told)), own)
    return Holdings(reports, tuple(claims)), rows


def aligned(read: list[Claim], told: list[Claim], rows: Mapping[str, Row]) -> dict[str, Row]:
    """For each claim of the reader the gold row whose words it shares most with, each row once."""
    shared = sorted(
        (
            (-_overlap(mine, theirs), at, mine.id, theirs.id)
            for at, mine in enumerate(read)
            for theirs in told
            if _overlap(mine, theirs) > 0
        ),
    )
    found: dict[str, Row] = {}
    for _, _, mine, theirs in shared:
        if mine not in found and rows[theirs] not in found.values():
            found[mine] = rows[theirs]
    return {claim.id: found.get(claim.id, (claim.id, -1)) for claim in read}


def _overlap(one: Claim, other: Claim) -> int:
    a, b = one.provenance.evidence, other.provenance.evidence
    return min(a.end, b.end) - max(a.start, b.start)


def _is_incident(claim: Claim) -> bool:
    return isinstance(claim.payload, Incident)


def told_same(holdings: Holdings, rows: Mapping[str, Row]) -> Pairs:
    """Pairs of rows that the situation takes to be one event."""
    known = in_order(holdings.claims, holdings.reports, date.max)
    told = tellings(known, holdings.reports, ())
    found, _ = events(told, tuple(counts(told)), laid(()))
    return {pair for event in found for pair in _pairs(rows[claim] for claim in event.claims)}


def _pairs(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    yield from combinations(sorted(rows), 2)


def figures(name: str, found: Iterable[Group], pipeline: Pipeline | None, *, each: bool) -> str:
    """A line with pairwise precision, recall and F1 over all groups, and one for each wrong pair."""
    right = wrong = missed = 0
    lines: list[str] = []
    for group in found:
        got = told_same(*holdings_of(group, pipeline))
        wanted = {pair for event in group.same for pair in _pairs(event)}
        right, wrong, missed = (
            right + len(got & wanted),
            wrong + len(got - wanted),
            missed + len(wanted - got),
        )
        if each:
            lines += [f"  {group.name}: wrong {pair}" for pair in sorted(got - wanted)]
            lines += [f"  {group.name}: missed {pair}" for pair in sorted(wanted - got)]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    head = f"{name}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f} ({right + missed} pairs)"
    return "\n".join([head, *lines])


if __name__ == "__main__":
    main()
