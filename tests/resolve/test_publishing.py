import pytest

from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.records.span import Span
from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.places import Gazetteer
from trucewatch.resolve.publishing import means_publisher, publisher_party
from trucewatch.resolve.resolution import Resolution


@pytest.mark.parametrize(
    "words",
    [
        "We",
        "we",
        "our monitors",
        "Our field team",
        "our own database",
        "OUR CORRESPONDENTS",
        "Our correspondents in Gori and Poti",
    ],
)
def test_a_publisher_speaks_of_itself(words: str) -> None:
    assert means_publisher(words)


@pytest.mark.parametrize(
    "words",
    [
        "our sources",
        "our correspondent in Hama",
        "our colleagues at the mission",
        "our monitors' critics",
        "our enemies' data centre",
        "the field team",
        "we the people",
        "us",
    ],
)
def test_others_do_not(words: str) -> None:
    assert not means_publisher(words)


@pytest.mark.parametrize(
    ("publisher", "name", "side"),
    [
        ("Sotk Rights Watch", "Sotk Rights Watch", None),
        ("Quiet Hills Desk", "Quiet Hills Desk", None),
        ("Ministry of Defence of Georgia", "Georgian Defence Ministry", "Georgia"),
    ],
)
def test_who_a_publisher_is(publisher: str, name: str, side: str | None) -> None:
    party = publisher_party(publisher)
    assert party is not None
    assert (party.name, party.side) == (name, side)
    assert party.kind is not PartyKind.PERSON


@pytest.mark.parametrize("publisher", ["Reuters", "Sotk Radio"])
def test_papers_and_stations_speak_for_nobody_by_saying_we(publisher: str) -> None:
    assert publisher_party(publisher) is None


@pytest.mark.parametrize(
    ("text", "publisher", "names"),
    [
        ("Armenia denied it. [We] counted ten.", "Quiet Hills Watch", "Quiet Hills Watch"),
        ('Armenia denied it. "[We] counted ten."', "Quiet Hills Watch", "Armenia"),
        ("Armenia denied it. [We] counted ten.", "Quiet Hills Radio", "Armenia"),
        ("Armenia denied it. [We] counted ten.", None, "Armenia"),
    ],
)
def test_we_outside_of_quotation_marks_is_the_publisher(text: str, publisher: str | None, names: str) -> None:
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    document = read_bytes(plain.encode(), "a", CallerMetadata(published_on=None, publisher=publisher))
    resolution = Resolution(document, Gazetteer.load())
    armenia = Party("Armenia", PartyKind.STATE, "Armenia", "Armenia")
    found = resolution.sources(Span(document.id, start, start + 2), [armenia])
    assert [party.name for party in found if isinstance(party, Party)] == [names]
