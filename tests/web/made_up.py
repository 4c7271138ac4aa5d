"""A ledger in which everything is invented and some of it means harm: a truce, a toll that grows, a copy."""

from datetime import date

from tests.ledger.made_up import CODEBOOK, READER, casualty, find, saying, voice
from trucewatch.documents import CallerMetadata, read_text
from trucewatch.ledger import Ledger, ReadDocument
from trucewatch.records.claim import (
    Claim,
    Family,
    Incident,
    Modality,
    Polarity,
    Provenance,
    TruceStep,
    claim_id,
)
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict, Judgement, Verdict
from trucewatch.records.values import (
    DatePrecision,
    Feature,
    Interval,
    Modifier,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Unresolved,
)
from trucewatch.records.vocabulary import IncidentKind, TruceState

HOSTILE = "</title><script>alert(1)</script>'\"&<b>\u202eevil"
"""Words that would run, break out of an attribute or turn the line round."""

FIRST, NEXT, LAST = date(2021, 3, 4), date(2021, 3, 6), date(2021, 3, 7)
NAME = "Loria-Talia"

WIRE = (
    "The Talia ministry said that 49 soldiers were killed by Loria near Tarvos. A cease-fire took effect on "
    "Thursday, it said.\n\nقالت الوزارة إن الهدنة صامدة.\n\nThe town lies in the hills above the river, and "
    "its market was open in the morning while the shops along the northern road stayed shut for the day."
)
LATER = "The Talia ministry said that 105 soldiers were killed by Loria near Tarvos. The truce was violated."
DENIAL = "The Loria ministry said that the cease-fire is holding. Loria shelled nobody near Tarvos, it said."
HARM = f"The Talia ministry said that 7 soldiers were killed by Loria. {HOSTILE} says so, and more."


def fill(ledger: Ledger) -> None:
    """Add all reports, name the conflict and judge one claim."""
    documents = told()
    ledger.add(documents, "tester")
    ledger.name_conflict(Conflict(NAME, ("Loria", "Talia")), by="tester")
    first = documents[0].claims[0].id
    ledger.judge(Judgement(Verdict.ACCEPT, (first,), None, f"read it {HOSTILE}"), by="a reader")


def told() -> list[ReadDocument]:
    wire = report("wire", WIRE, FIRST, title="Two sides trade blame", url="https://wire.example/a?b=1&c=2")
    copy = report("copy", WIRE, FIRST, title="Blame traded", publisher="Second Wire")
    later = report("later", LATER, NEXT, title="Toll doubles", url="javascript:alert(1)")
    denial = report("denial", DENIAL, NEXT, title="Truce holding, ministry says")
    harm = report("harm", HARM, LAST, title=HOSTILE, publisher=HOSTILE, url='https://x.example/"onload="a')
    return [
        read(wire, casualty(wire, 49, "Talia", "Loria"), step(wire, "took effect", TruceState.IN_EFFECT)),
        read(copy, casualty(copy, 49, "Talia", "Loria")),
        read(
            later,
            casualty(later, 105, "Talia", "Loria"),
            step(later, "was violated", TruceState.VIOLATED),
            saying(later, "Talia"),
        ),
        read(denial, step(denial, "is holding", TruceState.HOLDING, "Loria"), shelling(denial)),
        read(harm, casualty(harm, 7, "Talia", "Loria"), saying(harm, "Talia")),
    ]


def report(
    name: str, text: str, day: date, *, title: str, publisher: str = "First Wire", url: str | None = None
) -> Document:
    caller = CallerMetadata(published_on=day, publisher=publisher, title=title, url=url)
    return read_text(text, name, caller)


def read(document: Document, *claims: Claim) -> ReadDocument:
    return ReadDocument(document, claims, READER, CODEBOOK)


def step(document: Document, words: str, state: TruceState, side: str = "Talia") -> Claim:
    parties = tuple(Party(name, PartyKind.STATE, name, name) for name in ("Loria", "Talia"))
    return claim(document, words, TruceStep(1, "cease-fire", state, parties, ()), Family.TRUCE, side)


def shelling(document: Document) -> Claim:
    nobody = (Unresolved("nobody", "names no known party"),)
    actor = (Party("Loria", PartyKind.STATE, "Loria", "Loria"),)
    payload = Incident(IncidentKind.SHELLING, actor, nobody, contested=True)
    return claim(document, "shelled nobody", payload, Family.INCIDENT, "Loria", Polarity.DENIED)


def claim(
    document: Document,
    words: str,
    payload: TruceStep | Incident,
    family: Family,
    side: str,
    polarity: Polarity = Polarity.AFFIRMED,
) -> Claim:
    evidence = find(document, words)
    return Claim(
        id=claim_id(document.id, family, evidence),
        family=family,
        voice=voice(document, side),
        polarity=polarity,
        modality=Modality.ASSERTED,
        when=Interval(FIRST, FIRST, DatePrecision.DAY, Modifier.NONE, "on Thursday"),
        where=Place("Tarvos", Feature.SETTLEMENT, "LO", 41.5, 44.25, PlacePrecision.EXACT, 7, "Tarvos"),
        payload=payload,
        provenance=Provenance(document.id, evidence, READER, CODEBOOK, 0.4),
    )
