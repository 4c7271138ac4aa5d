"""Where claims of copies stand in their sentences: the same for the same words, and only for copies."""

import pytest

from tests.ledger.made_up import CODEBOOK, READER, casualty, saying, told
from trucewatch.documents import CallerMetadata, read_text
from trucewatch.ledger import Ledger, ReadDocument
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.holdings import InSentence

LONG = " ".join(f"The road to the village numbered {number} was closed that day." for number in range(40))
TOLL = "The Lorian ministry said that 77 soldiers were killed by Vastria near Tarvos-77."


def copy(number: int, text: str) -> ReadDocument:
    document = read_text(text, f"copy-{number}", CallerMetadata(publisher=f"Paper {number}"))
    return ReadDocument(document, claims_of(document), READER, CODEBOOK)


def claims_of(document: Document) -> tuple[Claim, ...]:
    return casualty(document, 77, "Lorian", "Vastria"), saying(document, "Lorian")


def places(ledger: Ledger) -> dict[str, list[InSentence]]:
    """Where claims stand, by report's name and in the order of the text."""
    held = ledger.holdings()
    found: dict[str, list[InSentence]] = {report.name: [] for report in held.reports.values()}
    for claim in held.claims:
        if claim.id in held.sentences:
            found[held.reports[claim.provenance.doc_id].name].append(held.sentences[claim.id])
    return found


@pytest.mark.parametrize(
    "second",
    [
        f"{LONG} {TOLL}",
        f"{TOLL} {LONG.replace('numbered 3 ', 'called 3 ')}",
        f"{TOLL.replace('said that', 'said, that')} {LONG}",
        f"{TOLL.replace('The Lorian', 'THE Lorian')} {LONG}",
    ],
    ids=["moved", "another sentence edited", "a comma", "capitals"],
)
def test_claims_in_the_same_words_stand_in_the_same_place(ledger: Ledger, second: str) -> None:
    ledger.add([copy(1, f"{TOLL} {LONG}"), copy(2, second)], by="tester")
    found = places(ledger)
    said, counted = found["copy-1"]
    assert found["copy-2"] == [said, counted]
    assert (said.mark, said.first, said.end) == (counted.mark, 3, 4)
    assert (counted.first, counted.end) == (5, 6), "a count stands where its number does"


@pytest.mark.parametrize(
    ("found", "replaced"),
    [("near Tarvos-77", "at Tarvos-77"), ("by Vastria near", "by Vastria on Monday near")],
)
def test_other_words_are_another_sentence(ledger: Ledger, found: str, replaced: str) -> None:
    ledger.add([copy(1, f"{TOLL} {LONG}"), copy(2, f"{TOLL.replace(found, replaced)} {LONG}")], by="tester")
    marks = {place.mark for own in places(ledger).values() for place in own}
    assert len(marks) == 2


def test_reports_without_a_copy_that_is_seen_have_none(ledger: Ledger) -> None:
    ledger.add([told(1), told(2)], by="tester")
    assert ledger.holdings().sentences == {}
    ledger.add([copy(1, f"{TOLL} {LONG}")], by="tester")
    assert ledger.holdings().sentences == {}
    before = list(ledger.entries())[-1].recorded_at
    ledger.add([copy(2, f"{LONG} {TOLL}")], by="tester")
    held = ledger.holdings()
    assert {claim.provenance.doc_id for claim in held.claims if claim.id in held.sentences} == {
        doc_id for doc_id, report in held.reports.items() if report.name.startswith("copy")
    }
    assert ledger.holdings(known_at=before).sentences == {}


def test_two_places_of_one_sentence_share_what_overlaps() -> None:
    place = InSentence("a", 2, 6)
    assert [place.shares(InSentence("a", first, first + 2)) for first in (0, 1, 4, 6)] == [0, 1, 2, 0]
    assert place.shares(InSentence("b", 2, 6)) == 0
