"""How often a named settlement is put where it lies: `python -m benchmarks.places [--shared FOLDER]`.

On the development gold, where it is at hand, by the points of `gold_places.json`. "Resolver alone" is
given the words that name the place; "end to end" asks the claims of rows that reader and coder both have.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.gold_places import FOUND, Point, outcome, read_gold_places, share_found
from benchmarks.quality import ROOT, Article, article_document, listed
from trucewatch.exports.coding_sheet import party_names, sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.claim import Casualty, Claim, Control, Incident, TruceStep
from trucewatch.records.document import Document
from trucewatch.records.reading import MentionKind
from trucewatch.records.sheet import Sheet, read_sheet
from trucewatch.records.span import Span
from trucewatch.reports.agreement import Comparison
from trucewatch.reports.pairing import Words
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.resolution import Resolution

Places = Mapping[str, Point]
NOT_THERE = "does not stand so in the article"


def main() -> None:
    """Print both shares with the causes of the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--alone", action="store_true", help="only the resolver, without the reader")
    parser.add_argument("--names", action="store_true", help="list the misses by name")
    chosen = parser.parse_args()
    folder = chosen.shared / "gold" / "dev"
    if not folder.exists():
        print(f"places: not measured, no articles in {folder}")
        return
    points = read_gold_places()
    articles = [article for article in listed(folder) if article.doc_id in points]
    told = [found for article in articles for found in alone(article, points[article.doc_id])]
    standing = Counter(what for _, what in told if what != NOT_THERE)
    print(table("resolver alone", standing, f"{len(told) - standing.total()} names {NOT_THERE}"))
    print(missed(told) if chosen.names else "", end="")
    if not chosen.alone:
        pipeline = Pipeline.load()
        told = [row for article in articles for row in end_to_end(pipeline, article, points[article.doc_id])]
        print(table("end to end", Counter(what for _, what in told)))
        print(missed(told) if chosen.names else "", end="")


def alone(article: Article, places: Places) -> Iterator[tuple[str, str]]:
    """Each judged name with what it comes to where it first stands in the article."""
    document = article_document(article)
    resolution = Resolution(document, Gazetteer.load())
    marked = [mention.span for mention in resolution.mentions() if mention.kind is MentionKind.PLACE]
    named = {name: span for name in places if (span := first_standing(document, name))}
    resolution.decide_places([*marked, *named.values()])
    for name, truth in places.items():
        yield name, outcome(resolution.place(named[name]), name, truth) if name in named else NOT_THERE


def first_standing(document: Document, name: str) -> Span | None:
    """Where `name` first stands in the text as words of its own, whatever their case."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", document.text, re.IGNORECASE)
    return Span(document.id, match.start(), match.end()) if match else None


def end_to_end(pipeline: Pipeline, article: Article, places: Places) -> Iterator[tuple[str, str]]:
    """The place of each row that reader and coder both have, where it is judged, with what it comes to."""
    document = article_document(article)
    claims = pipeline.tell(document).claims
    gold = read_sheet(article.text.with_suffix(".json"))
    compared = Comparison(article.doc_id, Words(article.text.read_text(encoding="utf-8")))
    compared.run(gold, sheet_of(document, claims))
    told = claims_of_rows(claims)
    for figure, names in places_of_rows(gold).items():
        for own, other in compared.paired[figure]:
            name = names[own]
            if name in places:
                where = told[figure][other].where
                yield f"{name} as {where and where.text!r}", outcome(where, name, places[name])


def places_of_rows(sheet: Sheet) -> dict[str, list[str | None]]:
    """The place that each row of a sheet names, by the figure that compares these rows."""
    return {
        "count": [row.place for row in sheet.casualties],
        "event": [row.place for row in sheet.incidents],
        "control": [row.territory for row in sheet.control],
        "truce": [truce.place for truce in sheet.ceasefires for _ in truce.transitions],
    }


def claims_of_rows(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The claim behind each row of the sheet filled from `claims`, by figure, in the sheet's order."""
    steps = [(c.payload.truce, c) for c in claims if isinstance(c.payload, TruceStep)]
    return {
        "count": [c for c in claims if isinstance(c.payload, Casualty)],
        "event": [c for c in claims if isinstance(c.payload, Incident)],
        "control": [c for c in claims if isinstance(c.payload, Control) and party_names(c.payload.holder)],
        "truce": [claim for _, claim in sorted(steps, key=lambda step: step[0])],
    }


def table(title: str, outcomes: Counter[str], *notes: str) -> str:
    """The share found in one line, then the causes of the others, the most frequent first."""
    lines = [f"{title}: {share_found(outcomes):.3f} ({outcomes[FOUND]} of {outcomes.total()}) within 25 km"]
    lines += [f"  {count:4} {what}" for what, count in outcomes.most_common() if what != FOUND]
    return "\n".join([*lines, *_noted(notes)])


def missed(told: Iterable[tuple[str, str]]) -> str:
    """A line for each name and cause of a miss, with how often."""
    counted = Counter(pair for pair in told if pair[1] != FOUND)
    return "".join(f"    {count:4} {name}: {what}\n" for (name, what), count in counted.most_common())


def _noted(notes: Iterable[str]) -> Iterator[str]:
    return (f"  ({note})" for note in notes)


if __name__ == "__main__":
    main()
