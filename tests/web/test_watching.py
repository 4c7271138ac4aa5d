"""A browser keeps a watch list: watched conflicts come first, and nothing that it sends can break a page."""

from base64 import urlsafe_b64encode

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from tests.web.made_up import HOSTILE, NAME
from tests.web.seen import seen
from tests.web.sending import send
from trucewatch.ledger import Ledger
from trucewatch.records.entry import Conflict
from trucewatch.web.app import workspace
from trucewatch.web.pages.today import watched_first
from trucewatch.web.pages.watching import COOKIE, MOST_WATCHED

DAY = "as-of=2021-03-07"


@pytest.fixture
def browser(ledger: Ledger) -> TestClient:
    """A browser of its own, for it keeps what it is told to."""
    return TestClient(workspace(ledger, SERVED), base_url=BASE, follow_redirects=False)


def watch(browser: TestClient, name: str, *, on: bool = True, page: str = "today") -> int:
    answer = send(
        browser,
        f"/conflict?name={NAME}",
        "/watch",
        {"name": name, "watch": "on" if on else "off", "from": page},
    )
    return answer.status_code


def kept(browser: TestClient) -> str:
    return str(browser.cookies.get(COOKIE))


def test_a_conflict_is_watched_and_no_longer(browser: TestClient) -> None:
    assert "Stop watching" not in browser.get(f"/?{DAY}").text
    assert watch(browser, NAME) == 303
    assert "Stop watching" in browser.get(f"/?{DAY}").text
    assert "Stop watching" in browser.get(f"/conflict?name={NAME}&{DAY}").text
    assert watch(browser, NAME, on=False) == 303
    assert "Stop watching" not in browser.get(f"/?{DAY}").text


def test_the_answer_leads_back(browser: TestClient) -> None:
    data = {"name": NAME, "watch": "on", "from": "conflict"}
    assert send(browser, "/", "/watch", data).headers["location"] == f"/conflict?name={NAME}"
    assert send(browser, "/", "/watch", data | {"from": "//x.example"}).headers["location"] == "/"


def test_only_a_form_of_this_server_is_taken(browser: TestClient) -> None:
    assert (
        browser.post("/watch", data={"name": NAME, "watch": "on"}, headers={"origin": BASE}).status_code
        == 403
    )
    assert browser.get("/watch").status_code == 405
    assert COOKIE not in browser.cookies


def test_what_is_watched_comes_first_in_the_same_order() -> None:
    made = [Conflict(name, ("A", "B")) for name in ("a", "b", "c", "d")]
    assert [one.name for one in watched_first(made, ("d", "b", "none"))] == ["b", "d", "a", "c"]


def test_a_list_is_bounded(browser: TestClient) -> None:
    assert [watch(browser, f"A-{n}") for n in range(MOST_WATCHED + 1)] == [303] * MOST_WATCHED + [400]
    assert watch(browser, "x" * 500) == 400
    assert watch(browser, " ") == 400


def test_words_of_any_script_are_kept_whole(browser: TestClient) -> None:
    assert watch(browser, HOSTILE) == 303
    assert ";" not in kept(browser)
    assert browser.get(f"/?{DAY}").status_code == 200


MADE_UP = ["", "[", "{}", "[1,null,{}]", '["' + "x" * 500 + '"]', "[" * 3_000, "\x00", '"text"']


@pytest.mark.parametrize(
    "said", [*(urlsafe_b64encode(one.encode()).decode() for one in MADE_UP), "x", "%ff", "/w=="]
)
def test_what_a_browser_makes_up_is_no_list(browser: TestClient, said: str) -> None:
    answer = browser.get(f"/?{DAY}", headers={"cookie": f"{COOKIE}={said}"})
    assert answer.status_code == 200
    assert "Stop watching" not in seen(answer.text).text
