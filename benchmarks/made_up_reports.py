"""Made-up reports with claims, in any number, that are as the project's own reports are.

How many words a report has, which words and how often, how many claims of each family, how long their
words are: all of it is drawn from the reports and sheets of `training/corpus` and from what the reader
tells of `samples`; never from the development gold. What they say is nonsense.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from trucewatch.documents import CallerMetadata, read_text
from trucewatch.ledger import ReadDocument
from trucewatch.records.claim import Claim, claim_id
from trucewatch.records.document import Document
from trucewatch.records.sheet import Sheet, read_sheet
from trucewatch.records.span import Span
from trucewatch.records.values import Interval, Party, PartyKind, Place

CORPUS = Path(__file__).parents[1] / "training" / "corpus"
READER, CODEBOOK = "made-up-1", "made-up-1"
DYADS = 400
"""Conflicts besides the one that is asked for; the busiest has a twentieth of all reports."""

COPIES = 0.08
"""Share of reports that are copies of an earlier one with some words changed, as in the samples."""

FIRST_DAY = date(1992, 1, 1)
DAYS = 12_000
ASKED_FOR = ("Lorian", "Vastria")
"""The conflict whose holdings are measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the project's own reports are like: an entry for each report, words with how often each stands."""

    lengths: Sequence[int]
    claims: Sequence[int]
    words: Sequence[str]
    weights: Sequence[int]
    models: Sequence[Claim]


def measure(models: Sequence[Claim], claims_per_row: float) -> Measured:
    """Measure the corpus; `models` are claims of the reader, of whose shapes the made-up ones are."""
    lengths, claims = [], []
    words: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("*/*.txt")):
        found = path.read_text(encoding="utf-8").split()
        lengths.append(len(found))
        words.update(found)
        claims.append(round(rows(read_sheet(path.with_suffix(".json"))) * claims_per_row))
    known = words.most_common()
    return Measured(
        lengths,
        claims,
        [word for word, _ in known],
        list(accumulate(count for _, count in known)),
        models,
    )


def rows(sheet: Sheet) -> int:
    """How many rows a sheet has, each step of a truce one."""
    steps = sum(len(truce.transitions) for truce in sheet.ceasefires)
    flat = (sheet.statements, sheet.casualties, sheet.incidents, sheet.control)
    return steps + sum(map(len, flat)) + len(sheet.deployments or ()) + len(sheet.dealings or ())


def reports(measured: Measured, *, seed: int, asked_for: int) -> Iterator[ReadDocument]:
    """Give reports without end; the first ones hold `asked_for` claims of the conflict that is asked for."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice is no secret
    dyads = [(f"Side {2 * number}", f"Side {2 * number + 1}") for number in range(DYADS)]
    busy = list(accumulate(1 / (number + 10) for number in range(DYADS)))
    earlier: list[str] = []
    number = 0
    while True:
        mine = asked_for > 0 and chance.random() < 1 / 3
        sides = ASKED_FOR if mine else chance.choices(dyads, cum_weights=busy)[0]
        kind = chance.randrange(len(measured.lengths))
        text = _text(measured, kind, earlier, chance)
        document = _document(text, number, chance)
        claims = _claims(document, measured, kind, sides, chance)
        asked_for -= len(claims) if mine else 0
        number += 1
        yield ReadDocument(document, claims, READER, CODEBOOK)


def _text(measured: Measured, kind: int, earlier: list[str], chance: random.Random) -> str:
    if earlier and chance.random() < COPIES:
        words = chance.choice(earlier).split()
        for _ in range(len(words) // 40):
            words[chance.randrange(len(words))] = chance.choice(measured.words)
    else:
        words = chance.choices(measured.words, cum_weights=measured.weights, k=measured.lengths[kind])
    text = " ".join(words)
    if len(earlier) < 1_000:  # noqa: PLR2004 - enough to copy from
        earlier.append(text)
    return text


def _document(text: str, number: int, chance: random.Random) -> Document:
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    caller = CallerMetadata(published_on=day, publisher=f"Paper {number % 90}", title=f"Report {number}")
    return read_text(text, f"report-{number}", caller)


def _claims(
    document: Document, measured: Measured, kind: int, sides: tuple[str, str], chance: random.Random
) -> tuple[Claim, ...]:
    day = document.published_on or FIRST_DAY
    made = []
    for number in range(measured.claims[kind]):
        model = chance.choice(measured.models)
        moved = _moved(model, document, sides, day, chance)
        made.append(replace(moved, id=claim_id(document.id, number)))
    return tuple(made)


def _moved(
    model: Claim, document: Document, sides: tuple[str, str], day: date, chance: random.Random
) -> Claim:
    """Give a claim of the model's shape about other sides, of another day, at other words."""

    def at(span: Span) -> Span:
        length = min(span.end - span.start, len(document.text) - 1)
        start = chance.randrange(len(document.text) - length)
        return Span(document.id, start, start + length)

    def changed(value: object) -> object:  # noqa: PLR0911 - one for each kind of value
        if isinstance(value, Span):
            return at(value)
        if isinstance(value, Party):
            side = chance.choice(sides) if value.side is not None else None
            name = side if side and value.kind in {PartyKind.STATE, PartyKind.ARMED_GROUP} else value.name
            return replace(value, side=side, name=name)
        if isinstance(value, Interval) and value.start and value.end:
            start = day - timedelta(days=chance.randrange(5))
            return replace(value, start=start, end=start + (value.end - value.start))
        if isinstance(value, Place):
            return replace(value, name=f"Town {chance.randrange(4_000)}")
        if isinstance(value, tuple):
            return tuple(changed(item) for item in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(
                value, **{name: changed(getattr(value, name)) for name in value.__dataclass_fields__}
            )  # type: ignore[type-var]
        return value

    about = {"voice": changed(model.voice), "when": changed(model.when), "where": changed(model.where)}
    source = replace(model.provenance, doc_id=document.id, evidence=at(model.provenance.evidence))
    return replace(model, **about, payload=changed(model.payload), provenance=source)  # type: ignore[arg-type]
