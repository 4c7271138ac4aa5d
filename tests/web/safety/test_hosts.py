"""Only requests that name the server as it was started are answered."""

import pytest
from starlette.testclient import TestClient

from trucewatch.ledger import Ledger
from trucewatch.web.app import workspace
from trucewatch.web.safety.headers import HEADERS
from trucewatch.web.safety.hosts import Served


@pytest.mark.parametrize(
    ("host", "port", "asked", "answered"),
    [
        ("127.0.0.1", 8000, "127.0.0.1:8000", True),
        ("127.0.0.1", 8000, "localhost:8000", True),
        ("127.0.0.1", 8000, "LOCALHOST:8000", True),
        ("127.0.0.1", 8000, "[::1]:8000", True),
        ("::1", 8000, "[::1]:8000", True),
        ("127.0.0.1", 80, "localhost", True),
        ("localhost", 80, "[::1]", True),
        ("127.0.0.1", 8000, "localhost", False),
        ("127.0.0.1", 8000, "localhost:8001", False),
        ("127.0.0.1", 8000, "evil.example:8000", False),
        ("127.0.0.1", 8000, "127.0.0.1.evil.example:8000", False),
        ("127.0.0.1", 8000, "localhost:8000@evil.example", False),
        ("127.0.0.1", 8000, "localhost:80x0", False),
        ("127.0.0.1", 8000, "", False),
        ("127.0.0.1", 8000, ":8000", False),
        ("127.0.0.1", 8000, "192.0.2.1:8000", False),
        ("0.0.0.0", 8000, "192.0.2.1:8000", True),  # noqa: S104 - what a user may ask for
        ("0.0.0.0", 8000, "localhost:8000", True),  # noqa: S104 - as above
        ("0.0.0.0", 8000, "evil.example:8000", False),  # noqa: S104 - as above
        ("::", 8000, "[2001:db8::1]:8000", True),
        ("desk.example", 8000, "desk.example:8000", True),
        ("desk.example", 8000, "localhost:8000", False),
    ],
)
def test_which_names_are_its_own(host: str, port: int, asked: str, answered: bool) -> None:  # noqa: FBT001
    assert Served(host, port).answers_to(asked) is answered


def test_another_name_gets_nothing_of_the_ledger(ledger: Ledger) -> None:
    for address in ("/", "/style.css", "/nowhere"):
        client = TestClient(workspace(ledger, Served("127.0.0.1", 8000)), base_url="http://evil.example:8000")
        answer = client.get(address)
        assert answer.status_code == 421
        assert answer.text.startswith("trucewatch: this address is not one")
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_two_names_are_none(ledger: Ledger) -> None:
    client = TestClient(workspace(ledger, Served("127.0.0.1", 8000)), base_url="http://127.0.0.1:8000")
    twice = [("host", "127.0.0.1:8000"), ("host", "evil.example:8000")]
    assert client.get("/", headers=twice).status_code == 421


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("0.0.0.0", "http://localhost:8000/"),  # noqa: S104 - what a user may ask for
    ],
)
def test_it_says_where_to_look(host: str, address: str) -> None:
    assert Served(host, 8000).address == address
