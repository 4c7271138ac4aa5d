"""Documents and claims that no reader was needed for: invented, whole, each with its words in the text."""

from datetime import date
from functools import cache

from hypothesis import strategies as st

from trucewatch.documents import CallerMetadata, read_text
from trucewatch.ledger import ReadDocument
from trucewatch.records.claim import (
    Casualty,
    Claim,
    Family,
    Modality,
    Polarity,
    Provenance,
    Said,
    Voice,
    claim_id,
)
from trucewatch.records.document import Document
from trucewatch.records.span import Span
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Quantity,
)
from trucewatch.records.vocabulary import Effect, Scope, Stance, Victims

READER, CODEBOOK = "reader-1", "codebook-1"
DAY = date(2021, 3, 4)


def told(
    number: int,
    *,
    side: str = "Lorian",
    enemy: str = "Vastria",
    day: date | None = DAY,
    reader: str = READER,
    words: str = "",
    claims: int = 2,
) -> ReadDocument:
    """Give report `number` with claims of a toll of `number` and of what is said."""
    document = report(number, side, enemy, day, words)
    made = (casualty(document, number, side, enemy, reader), saying(document, side, reader))
    return ReadDocument(document, made[:claims], reader, CODEBOOK)


@cache
def report(number: int, side: str, enemy: str, day: date | None, words: str) -> Document:
    told_is = f"The {side} ministry said that {number} soldiers were killed by {enemy} near Tarvos-{number}."
    text = f"{told_is} {words}"
    caller = CallerMetadata(published_on=day, publisher="Lorian Wire", title=f"Report {number}")
    return read_text(text.strip(), f"report-{number}", caller)


def casualty(document: Document, number: int, side: str, enemy: str, reader: str = READER) -> Claim:
    where = Place("Tarvos", Feature.SETTLEMENT, "LO", 41.5, 44.25, PlacePrecision.EXACT, None, "Tarvos")
    when = Interval(DAY, DAY, DatePrecision.DAY, Modifier.NONE, "on Thursday")
    of = (Party(side, PartyKind.STATE, side, side),)
    by = (Party(enemy, PartyKind.STATE, enemy, enemy),)
    count = find(document, str(number))
    payload = Casualty(
        Quantity(number, number, str(number)),
        count,
        Effect.KILLED,
        Victims.COMBATANT,
        of,
        by,
        Scope.INCIDENT,
    )
    evidence = find(document, f"{number} soldiers were killed")
    return Claim(
        id=claim_id(document.id, Family.CASUALTY, evidence),
        family=Family.CASUALTY,
        voice=voice(document, side),
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        when=when,
        where=where,
        payload=payload,
        provenance=Provenance(document.id, evidence, reader, CODEBOOK, 0.75),
    )


def saying(document: Document, side: str, reader: str = READER) -> Claim:
    evidence = find(document, "said")
    return Claim(
        id=claim_id(document.id, Family.STATEMENT, evidence),
        family=Family.STATEMENT,
        voice=voice(document, side),
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        when=None,
        where=None,
        payload=Said(None),
        provenance=Provenance(document.id, evidence, reader, CODEBOOK, 0.5),
    )


def voice(document: Document, side: str) -> Voice:
    speaker = Party(f"{side} ministry", PartyKind.STATE, side, f"{side} ministry")
    return Voice(speaker, find(document, f"{side} ministry"), find(document, "said"), Stance.ASSERTS, None)


def find(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(document.id, start, start + len(words))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DOC_IDS = st.sampled_from(["0123456789abcdef0123456789abcdef", 'a "quoted" \\ one'])
SPANS = st.builds(
    lambda doc_id, start, length: Span(doc_id, start, start + length),
    DOC_IDS,
    st.integers(0, 10_000),
    st.integers(1, 500),
)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Span, SPANS)
