"""Tables hold what their pages list, say no more to anybody, and harm neither spreadsheet nor header."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

from tests.ledger.made_up import casualty
from tests.web.conftest import BASE, SERVED
from tests.web.made_up import FIRST, HOSTILE, NAME, read, report, told
from tests.web.seen import seen
from trucewatch.exports.claims_table import COLUMNS
from trucewatch.ledger import open_ledger
from trucewatch.records.entry import Conflict
from trucewatch.web.app import workspace

HARM = told()[-1]
CLAIM = re.compile(r"/claim/([0-9a-f]{32})")


def rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def listed(client: TestClient, address: str) -> set[str]:
    page = seen(client.get(address).text)
    return {found[1] for link in page.of("a") if (found := CLAIM.match(link["href"] or ""))}


def link_on(client: TestClient, address: str) -> str:
    (link,) = {
        str(link["href"]) for link in seen(client.get(address).text).of("a") if ".csv" in (link["href"] or "")
    }
    return link


CHOICES = ["", "side=Loria", "source=Talia+ministry", "family=casualty", "confidence=0.7", "source=nobody"]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("day", ["2021-03-05", "2021-03-07"])
def test_a_conflict_is_taken_away_as_its_claims_are_listed(client: TestClient, choice: str, day: str) -> None:
    page = f"/conflict/claims?name={NAME}&as-of={day}&{choice}"
    table = rows(client, link_on(client, page))
    assert {row["claim"] for row in table} == listed(client, page)
    assert len(table) == len({row["claim"] for row in table})
    assert {row["published_on"] for row in table} <= {FIRST.isoformat(), "2021-03-06", "2021-03-07"}


def test_the_page_of_a_conflict_leads_to_the_same_table(client: TestClient) -> None:
    asked = f"name={NAME}&as-of=2021-03-05&family=casualty"
    assert link_on(client, f"/conflict?{asked}") == link_on(client, f"/conflict/claims?{asked}")


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "soldiers"},
        {"words": "soldiers", "as-of": "2021-03-05"},
        {"side": "Loria"},
        {"family": "truce", "from": "2021-03-04", "to": "2021-03-04"},
        {"stance": "asserts", "place": "Tarvos", "confidence": "0.7"},
        {"source": "Talia ministry", "party": ["Loria", "Talia"]},
    ],
)
def test_a_search_is_taken_away_as_it_was_asked(client: TestClient, asked: dict[str, str]) -> None:
    page = f"/search?{urlencode(asked, doseq=True)}"
    found = listed(client, page)
    assert found
    assert {row["claim"] for row in rows(client, link_on(client, page))} == found


def test_a_search_is_taken_away_whole_however_few_the_page_shows(client: TestClient) -> None:
    page = "/search?words=soldiers&limit=1"
    assert len(listed(client, page)) == 1
    assert len(rows(client, link_on(client, page))) == len(listed(client, "/search?words=soldiers"))


def test_words_of_which_none_is_left_find_nothing(client: TestClient) -> None:
    assert rows(client, "/search/claims.csv?words=%22%22") == []


@pytest.mark.parametrize(
    "address", [f"/conflict/claims.csv?name={NAME}", "/search/claims.csv?words=soldiers"]
)
def test_a_table_is_saved_and_never_shown(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}&as-of=2021-03-07")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert re.fullmatch(r'attachment; filename="[\w-]+\.csv"', answer.headers["content-disposition"])
    assert answer.content.decode("utf-8-sig").partition("\r\n")[0].replace('"', "").split(",") == list(
        COLUMNS
    )


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/conflict/claims.csv", 400),
        ("/conflict/claims.csv?name=nowhere", 404),
        (f"/conflict/claims.csv?name={NAME}&family=none", 400),
        ("/search/claims.csv?as-of=9999-01-01", 404),
        ("/search/claims.csv?confidence=2", 400),
        (f"/search/claims.csv?words={'a' * 500}", 400),
    ],
)
def test_what_cannot_be_asked_is_refused_as_on_the_page(
    client: TestClient, address: str, status: int
) -> None:
    page = address.replace("/search/claims.csv", "/search").replace("/claims.csv", "/claims")
    assert [client.get(one).status_code for one in (address, page)] == [status, status]


HOSTILE_NAME = 'a"\r\nset-cookie: x=1\r\n\r\n; filename=evil.exe; ../../=1+1\u202e'


def test_neither_a_name_nor_words_break_out_of_a_table(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as ledger:
        document = report(
            "=1+1",
            '=HYPERLINK("https://x.example"). The Talia ministry said that 9 soldiers were killed by Loria.',
            FIRST,
            title="@SUM(A1:A9)",
            publisher="\t+1;-2",
        )
        ledger.add([read(document, casualty(document, 9, "Talia", "Loria"))], "tester")
        ledger.name_conflict(Conflict(HOSTILE_NAME, ("Loria", "Talia")), by="tester")
        client = TestClient(workspace(ledger, SERVED), base_url=BASE)
        answer = client.get(f"/conflict/claims.csv?as-of=2021-03-05&name={quote(HOSTILE_NAME)}")
        assert answer.status_code == 200
        name = 'attachment; filename="a-set-cookie-x-1-filename-evil-exe-1-1-2021-03-05-claims.csv"'
        assert answer.headers["content-disposition"] == name
        assert "set-cookie" not in answer.headers
        (row,) = rows(client, "/search/claims.csv")
    assert (row["title"], row["publisher"]) == ("'@SUM(A1:A9)", "'+1;'-2")


def test_hostile_words_stand_in_one_cell(client: TestClient) -> None:
    (row,) = [one for one in rows(client, "/search/claims.csv") if one["claim"] == HARM.claims[0].id]
    assert row["title"] == row["publisher"] == HOSTILE
    assert None not in row
