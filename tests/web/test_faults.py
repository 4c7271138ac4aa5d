"""Where there is no page, it says what, where, and what to do."""

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from tests.web.made_up import NAME
from tests.web.seen import seen
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger
from trucewatch.web.app import workspace
from trucewatch.web.asked import LONGEST, LONGEST_QUERY
from trucewatch.web.safety.headers import HEADERS
from trucewatch.web.shelf import Shelf


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/nowhere", 404, "Nothing is kept here"),
        ("/claim/" + "0" * 32, 404, "Nothing is kept here"),
        ("/document/" + "0" * 32, 404, "Nothing is kept here"),
        ("/document/" + "0" * 32 + "/original", 404, "Nothing is kept here"),
        ("/claim/..%2f..%2fetc%2fpasswd", 404, "Nothing is kept here"),
        ("/document/x", 404, "Nothing is kept here"),
        ("/conflict/part?section=truce", 400, "name: no conflict is named."),
        ("/conflict?name=Nowhere", 404, "Nowhere: no report tells of this conflict."),
        ("/?as-of=9999-01-01", 404, "is a day to come"),
        ("/?as-of=yesterday", 400, "as-of: 'yesterday' is no day of the calendar."),
        ("/?as-of=1021-01-01", 400, "too long ago"),
        ("/search?limit=100000", 400, "Give 1 to 200."),
        ("/search?limit=-1", 400, "Give 1 to 200."),
        ("/search?confidence=nan", 400, "Give a number from 0 to 1."),
        ("/search?family=fact", 400, "Give casualty, truce,"),
        ("/search?words=" + "a" * (LONGEST + 1), 400, "is too long."),
        ("/search?party=a%00b", 400, "holds a NUL character."),
        ("/search?x=" + "a" * LONGEST_QUERY, 400, "asks too much at once."),
        ("/search?" + "&".join(["party=a"] * 5), 400, "is asked too often."),
        (f"/conflict?name={NAME}&confidence=2", 400, "is no share."),
    ],
)
def test_a_fault_is_told(client: TestClient, address: str, status: int, told: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    page = seen(answer.text)
    assert told in page.text
    assert "/search" in [link["href"] for link in page.of("a")]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(client: TestClient, method: str) -> None:
    for address in ("/", "/search", f"/conflict?name={NAME}"):
        answer = client.request(method, address)
        assert answer.status_code == 405
        assert "a visit changes nothing" in answer.text


def test_a_page_that_breaks_says_so_and_tells_nothing_of_why(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(Shelf, "conflicts", breaks)
    quiet = TestClient(workspace(ledger, SERVED), base_url=BASE, raise_server_exceptions=False)
    answer = quiet.get("/")
    assert answer.status_code == 500
    assert "This page broke" in answer.text
    assert "secret" not in answer.text
    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_a_ledger_that_cannot_be_read_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise LedgerError("the file is damaged", where="x.sqlite", advice="run `trucewatch ledger salvage`")

    monkeypatch.setattr(Shelf, "conflicts", breaks)
    answer = TestClient(workspace(ledger, SERVED), base_url=BASE).get("/")
    assert answer.status_code == 503
    assert "x.sqlite: the file is damaged." in answer.text


@pytest.mark.parametrize("asked", ["", "?conflict=", "?name=", f"?conflict={NAME}"])
def test_where_no_conflict_is_named_one_can_be_chosen(client: TestClient, asked: str) -> None:
    answer = client.get(f"/conflict{asked}")
    assert answer.status_code == 303
    page = seen(client.get(answer.headers["location"]).text)
    assert "That address named no conflict; choose one here." in page.text
    assert f"/conflict?name={NAME}" in [link["href"] for link in page.of("a")]
    assert "named no conflict" not in seen(client.get("/conflicts").text).text


def test_the_day_is_kept_where_no_conflict_is_named(client: TestClient) -> None:
    to = client.get("/conflict?as-of=2021-03-05").headers["location"]
    assert to == "/conflicts?as-of=2021-03-05&unnamed=yes"
