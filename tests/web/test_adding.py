"""What is handed in on the page is kept, read in its turn, and shown with what came of it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient, httpx

from tests.ledger.made_up import CODEBOOK, READER
from tests.web.conftest import BASE, SERVED
from tests.web.made_up import HOSTILE
from tests.web.seen import seen
from tests.web.sending import mark_on
from trucewatch.ledger import Ledger, intake, open_ledger
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.upload import Upload, UploadState
from trucewatch.reports.gathering import today
from trucewatch.scale.attendant import AtHand, Attendant
from trucewatch.scale.intake import Versions
from trucewatch.scale.uploads import Reading, read_waiting
from trucewatch.web.app import workspace
from trucewatch.web.handing_in import LARGEST_FORM, MOST_FILES
from trucewatch.web.safety.forms import FIELD

REPORT = "The mill burned on Monday, the miller said, and nobody came until the evening of the next day."
PAGE = f"<!doctype html><html><body><article><h1>Mill burns</h1><p>{REPORT}</p></article></body></html>"

Sent = tuple[str, bytes]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return TestClient(workspace(ledger, SERVED), base_url=BASE, follow_redirects=False)


def hand_in(client: TestClient, *files: Sent, **words: str) -> httpx.Response:
    """Send the form as a browser does: every file in a part of its own, no file as an unnamed one."""
    parts = [("file", one) for one in files] or [("file", ("", b""))]
    data = {FIELD: mark_on(client, "/add"), **words}
    return client.post("/add", data=data, files=parts, headers={"origin": BASE})


def read_all(ledger: Ledger) -> None:
    """Read what waits, as its process does, with a reader that claims nothing."""
    while True:
        with ledger.looking() as connection:
            upload_id = intake.next_waiting(connection)
        if upload_id is None:
            return
        read_waiting(ledger, upload_id, Versions(READER, CODEBOOK), nothing, lambda _: None)


def nothing(_: Document) -> tuple[Claim, ...]:
    return ()


def uploads(ledger: Ledger) -> tuple[Upload, ...]:
    with ledger.looking() as connection:
        return intake.latest(connection, 100)


def documents(ledger: Ledger) -> list[Document]:
    ids = [doc_id for one in reversed(uploads(ledger)) for doc_id in one.outcome.documents]
    return list(ledger.documents(ids).values())


def test_pasted_words_are_read_with_what_is_said_about_them(client: TestClient, ledger: Ledger) -> None:
    answer = hand_in(
        client, text=REPORT, publisher="The Courier", url="https://a.example/1", published="2021-03-04"
    )
    (one,) = uploads(ledger)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/add/{one.id}")
    assert (one.name, one.received_by, one.state) == ("pasted.txt", "local reader", UploadState.WAITING)
    assert "is the next to be read" in seen(client.get(f"/add/{one.id}").text).text
    read_all(ledger)
    (document,) = documents(ledger)
    about = document.metadata
    assert (document.text, about.publisher, about.url) == (REPORT, "The Courier", "https://a.example/1")
    assert str(document.published_on) == "2021-03-04"
    page = seen(client.get(f"/add/{one.id}").text)
    assert "Read: 1 report with 0 claims is in the ledger." in page.text
    assert f"/document/{document.id}" in [link["href"] for link in page.of("a")]


def test_several_files_of_several_kinds_are_read_as_add_reads_them(
    client: TestClient, ledger: Ledger
) -> None:
    lines = b'{"id": "one", "text": "%s"}\n{"id": "two"}\n{"id": "three", "html": "%s"}\n' % (
        b"A first report, said the clerk of the town at noon.",
        PAGE.encode(),
    )
    answer = hand_in(client, ("mill.html", PAGE.encode()), ("day.jsonl", lines), ("b.txt", REPORT.encode()))
    assert answer.headers["location"] == "/add#handed-in"
    read_all(ledger)
    assert [one.name for one in documents(ledger)] == ["mill", "one", "b"]  # `three` is the page once more
    last, middle, first = uploads(ledger)
    assert [one.outcome.failed for one in (first, middle, last)] == [0, 1, 0]
    assert "day.jsonl, line 2: has neither text nor html" in seen(client.get(f"/add/{middle.id}").text).text
    assert len(middle.outcome.documents) == 2


def test_the_same_words_are_added_once(client: TestClient, ledger: Ledger) -> None:
    for name in ("a.txt", "b.txt"):
        hand_in(client, (name, REPORT.encode()))
    read_all(ledger)
    assert [one.state for one in uploads(ledger)] == [UploadState.READ] * 2
    assert len({one.outcome.documents for one in uploads(ledger)}) == 1
    assert sum(entry.kind == "document" for entry in ledger.entries()) == 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n ", "is empty"),
        ("a.pdf", b"%PDF-1.7 stream", "is a PDF, not text"),
        ("a.zip", b"PK\x03\x04....", "is a ZIP or Office file, not text"),
        ("noise.txt", bytes(range(256)) * 40, "has NUL bytes"),
        ("utf16.txt", REPORT.encode("utf-16-le"), "has NUL bytes"),
        ("torn.txt", b"\xff\xfea", "is not utf-16 as its first bytes say"),
        ("menu.html", b"<html><body><a href='/'>Home</a></body></html>", "is a page without a report"),
        ("none.jsonl", b"\n\n", "holds no report"),
        ("deep.html", b"<html><body>" + b"<div>" * 200_000, "page"),
        ("big.txt", b"a " * 10_500_000, "beyond the limit of 20,000,000 bytes"),
        ("nul.jsonl", b'{"text": "a\\u0000b and more words"}', "looks like a binary file"),
    ],
)
def test_what_can_not_be_read_is_refused_in_one_line_and_nothing_else_is(
    client: TestClient, ledger: Ledger, name: str, content: bytes, told: str
) -> None:
    hand_in(client, (name, content), ("good.txt", REPORT.encode()))
    read_all(ledger)
    good, bad = uploads(ledger)
    assert (good.state, bad.state) == (UploadState.READ, UploadState.REFUSED)
    (refusal,) = bad.outcome.refused
    assert told in refusal.what
    assert "\n" not in refusal.what
    page = seen(client.get(f"/add/{bad.id}").text)
    assert "Refused: nothing of it was added." in page.text
    assert refusal.what in page.text


@pytest.mark.parametrize(
    ("name", "kept", "report"),
    [
        ("../../etc/passwd", "../../etc/passwd", "passwd"),
        ("C:\\news\\mill.txt", "mill.txt", "mill"),
        ("..", "..", ".."),
        ("a" * 300 + ".txt", "a" * 196 + ".txt", "a" * 196),
        ("a\u202egpj.txt", "a_gpj.txt", "a_gpj"),
    ],
)
def test_a_name_is_only_a_name(client: TestClient, ledger: Ledger, name: str, kept: str, report: str) -> None:
    hand_in(client, (name, REPORT.encode()))
    read_all(ledger)
    assert (uploads(ledger)[0].name, documents(ledger)[0].name) == (kept, report)


def test_hostile_words_stay_words(client: TestClient, ledger: Ledger) -> None:
    page = PAGE.replace("Mill burns", "<script>alert(1)</script>Mill").encode()
    hand_in(client, ("<script>.html", page), publisher=HOSTILE, title=HOSTILE)
    read_all(ledger)
    for address in ("/add", f"/add/{uploads(ledger)[0].id}"):
        text = client.get(address).text
        assert "<script>" not in text
        assert "\u202e" not in text
        assert seen(text).wrong == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({}, "add: nothing is handed in"),
        ({"text": " \n "}, "add: nothing is handed in"),
        ({"published": "2021-02-31"}, "published: '2021-02-31' is no day of the calendar"),
        ({"published": str(today() + timedelta(days=2))}, "is to come"),
        ({"language": "<b>"}, "language: '<b>' is no code of a language"),
        ({"publisher": "a" * 401}, "publisher: is too long"),
    ],
)
def test_what_is_unclear_is_told_and_the_words_stay(
    client: TestClient, ledger: Ledger, words: dict[str, str], told: str
) -> None:
    answer = hand_in(client, **({"text": REPORT} | words if words and "text" not in words else words))
    assert answer.status_code == 400
    page = seen(answer.text)
    assert told in page.text
    assert page.wrong == []
    assert (REPORT in answer.text) == ("text" not in words and bool(words))
    assert uploads(ledger) == ()


def test_more_than_one_form_takes_is_refused(client: TestClient, ledger: Ledger) -> None:
    too_many = [(f"{number}.txt", b"words") for number in range(MOST_FILES + 1)]
    assert hand_in(client, *too_many).status_code == 400
    assert hand_in(client, ("big.txt", b"a" * (LARGEST_FORM + 1))).status_code == 413
    assert uploads(ledger) == ()


def test_a_form_from_elsewhere_is_not_taken(client: TestClient, ledger: Ledger) -> None:
    mark = mark_on(client, "/add")
    for headers, data in (({"origin": "https://a.example"}, {FIELD: mark}), ({"origin": BASE}, {})):
        answer = client.post("/add", data={"text": REPORT, **data}, headers=headers)
        assert answer.status_code == 403
    assert uploads(ledger) == ()


def test_one_of_several_waits_behind_those_before_it(client: TestClient, ledger: Ledger) -> None:
    hand_in(client, *[(f"{number}.txt", REPORT.encode()) for number in range(3)])
    assert [one.name for one in uploads(ledger)] == ["2.txt", "1.txt", "0.txt"]
    page = seen(client.get(f"/add/{uploads(ledger)[0].id}").text)
    assert "2 uploads before it are to be read first" in page.text


def test_a_page_follows_what_waits_by_itself_and_no_other(client: TestClient, ledger: Ledger) -> None:
    assert "following.js" not in client.get("/add").text
    to = hand_in(client, text=REPORT).headers["location"]
    for address, state in ((to, "waiting"), ("/add", "waiting"), (to, "read"), ("/add", "finished")):
        if state == "read":
            read_all(ledger)
        page = client.get(address).text
        (progress,) = [one for one in seen(page).of("div") if one.get("id") == "progress"]
        assert (progress["data-state"], "data-whole" in progress) == (state, address == to)
        assert ("following.js" in page) is (state == "waiting")


def test_how_long_a_report_may_take_is_said_while_it_is_read(ledger: Ledger) -> None:
    attendant = Attendant(ledger, Reading(Versions(READER, CODEBOOK), lambda: nothing))
    client = TestClient(workspace(ledger, SERVED, attendant=attendant), base_url=BASE, follow_redirects=False)
    to = hand_in(client, text=REPORT).headers["location"]
    attendant.at_hand = AtHand(uploads(ledger)[0].id, 75, 1)
    page = seen(client.get(to).text).text
    assert "1 report of it is through" in page
    assert "not read within 75 seconds is tried once more, then the file is refused" in page


@pytest.mark.parametrize("address", ["/add/" + "0" * 32, "/add/x", "/add/..%2f..%2fetc"])
def test_there_is_no_page_of_what_was_never_handed_in(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
