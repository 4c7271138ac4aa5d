"""Added once, whole, for good: documents, readings, claims, and the links between those told alike."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from sqlalchemy import text

from tests.ledger.made_up import CODEBOOK, READER, report, told
from trucewatch.documents import read_bytes, read_text
from trucewatch.errors import DocumentError, LedgerError
from trucewatch.ledger import Counts, Ledger, ReadDocument
from trucewatch.ledger.store.tables import KEPT
from trucewatch.ledger.writing import Journal
from trucewatch.records.entry import EntryKind, Likeness, Read

LONG = (
    "Delegates of both armies met in a tent at the crossing and signed a truce that begins at dawn, the "
    "monitors said. Guns fell silent in the evening, farmers told this agency, and the road to the coast was "
    "opened for ambulances. The ministry denied that its drones had crossed the river after noon. Nobody was "
    "hurt in the last shelling of the mill, the mayor said, but three houses burned down to their walls."
)


def test_what_is_added_comes_back_whole(ledger: Ledger) -> None:
    page = b"<html><head><title>Page</title></head><body><p>The army said that five men were killed at dawn."
    documents = [report(1, "Lorian", "Vastria", None, "Caf\u00e9."), read_bytes(page, "page")]
    counts = ledger.add([ReadDocument(each, (), READER, CODEBOOK) for each in documents], by="tester")
    assert counts == Counts(documents=2, readings=2)
    found = ledger.documents([documents[1].id, "nothing", documents[0].id])
    assert list(found.values()) == [documents[1], documents[0]]
    assert ledger.text(documents[0].id) == documents[0].text
    with pytest.raises(LedgerError, match="holds no document nothing"):
        ledger.text("nothing")


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    first = ledger.add([told(1), told(2), told(1)], by="tester")
    assert first == Counts(documents=2, readings=2, claims=4, already=1)
    before = list(ledger.entries())
    assert ledger.add([told(2), told(1)], by="somebody else") == Counts(already=2)
    assert list(ledger.entries()) == before
    assert ledger.has(told(1).document.id, READER, CODEBOOK)
    assert not ledger.has(told(1).document.id, "another", CODEBOOK)


def test_a_newer_reading_supersedes_and_the_older_stays(ledger: Ledger) -> None:
    ledger.add([told(1)], by="tester")
    then = datetime.now(UTC)
    ledger.add([told(1, reader="reader-2", claims=1)], by="tester")
    assert {claim.provenance.reader_version for claim in ledger.holdings().claims} == {"reader-2"}
    assert set(ledger.holdings(known_at=then).claims) == set(told(1).claims)
    readings = [entry for entry in ledger.entries() if entry.kind is EntryKind.READING]
    assert [entry.supersedes for entry in readings] == [None, readings[0].seq]
    assert readings[1].payload == Read(told(1).document.id, "reader-2", CODEBOOK, 1)


def test_entries_are_numbered_without_gaps_and_never_go_back_in_time(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add([told(1)], by="tester")

    class Slow(datetime):
        @classmethod
        def now(cls, _: object = None) -> datetime:
            return datetime(1999, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("trucewatch.ledger.writing.datetime", Slow)
    ledger.add([told(2)], by="tester")
    entries = list(ledger.entries())
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.recorded_at for entry in entries] == sorted(entry.recorded_at for entry in entries)
    assert entries[0].recorded_at > datetime.now(UTC) - timedelta(minutes=5)
    assert list(ledger.entries(after=2)) == entries[2:]


def test_all_of_an_addition_or_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    ledger.add([told(1)], by="tester")
    before = list(ledger.entries())
    monkeypatch.setattr("trucewatch.ledger.writing.insert_words", fail)
    with pytest.raises(RuntimeError):
        ledger.add([told(2), told(3)], by="tester")
    assert list(ledger.entries()) == before
    assert len(ledger.holdings().reports) == 1


def test_claims_of_another_document_are_refused() -> None:
    with pytest.raises(LedgerError, match="claims of other documents"):
        ReadDocument(told(1).document, told(2).claims, READER, CODEBOOK)


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"], ids=["NUL", "half of a pair"])
def test_what_one_database_cannot_hold_neither_takes(ledger: Ledger, name: str) -> None:
    document = read_text("The army said that five men were killed.", name)
    with pytest.raises(DocumentError, match="holds NUL characters or halves"):
        ledger.add([told(1), ReadDocument(document, (), READER, CODEBOOK)], by="tester")
    assert list(ledger.entries()) == []


@pytest.mark.parametrize("table", [table.name for table in KEPT])
def test_the_database_itself_refuses_to_change_what_it_holds(ledger: Ledger, table: str) -> None:
    ledger.add([told(1, words=LONG), told(2, words=LONG)], by="tester")
    with ledger.looking() as connection:
        first = connection.execute(text(f"SELECT * FROM {table}")).mappings().first()  # noqa: S608
    assert first is not None
    column = next(iter(first))
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608
        with (
            pytest.raises(LedgerError, match="refuses to change what it holds; append a judgement"),
            ledger.writing() as connection,
        ):
            connection.execute(text(statement))


VERSIONS = [LONG, LONG.replace("three houses", "two barns"), LONG + " It rained."]
OTHER = "In the north the frost killed the vines, the farmers said, and the wine of the year is lost."


@pytest.mark.parametrize("order", [*permutations(range(4))][::5], ids=str)
def test_a_story_is_the_same_whichever_order_its_copies_came_in(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    documents = [read_text(words, f"d{number}") for number, words in enumerate([*VERSIONS, OTHER])]
    for number in order:
        ledger.add([ReadDocument(documents[number], (), READER, CODEBOOK)], by="tester")
    story = min(document.id for document in documents[:3])
    told_as = {report.name: report.story for report in ledger.holdings().reports.values()}
    assert told_as == {"d0": story, "d1": story, "d2": story, "d3": documents[3].id}
    links = [entry.payload for entry in ledger.entries() if isinstance(entry.payload, Likeness)]
    assert len(links) == 2
    assert all(0.5 <= link.likeness <= 1 for link in links)


def test_copies_in_one_addition_are_linked_and_counted(ledger: Ledger) -> None:
    documents = [read_text(words, f"d{number}") for number, words in enumerate(VERSIONS)]
    counts = ledger.add([ReadDocument(each, (), READER, CODEBOOK) for each in documents], by="tester")
    assert counts.alike == 2


def test_a_copy_that_joins_two_stories_makes_them_one(ledger: Ledger) -> None:
    halves = LONG.split(". ")
    start, end = ". ".join(halves[:3]) + ".", ". ".join(halves[2:])
    parts = [start, end, LONG]
    documents = [read_text(words, f"d{number}") for number, words in enumerate(parts)]
    for document in documents:
        ledger.add([ReadDocument(document, (), READER, CODEBOOK)], by="tester")
    stories = [report.story for report in ledger.holdings().reports.values()]
    links = [entry.payload for entry in ledger.entries() if isinstance(entry.payload, Likeness)]
    assert len(set(stories)) == 3 - len(links)


def test_a_long_text_of_many_words_can_be_held_and_found(ledger: Ledger) -> None:
    words = " ".join(f"w{number}" for number in range(60_000))
    document = read_text(f"The army said so. {'x' * 5000} {words}", "long")
    ledger.add([ReadDocument(document, (), READER, CODEBOOK)], by="tester")
    assert [hit.doc_id for hit in ledger.search("w17 army")] == [document.id]


def test_a_journal_writes_nothing_twice(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        journal = Journal.open(connection, "tester")
        journal.append(Read("d", "r", "c", 0))
        journal.write()
        journal.write()
    assert len(list(ledger.entries())) == 1
