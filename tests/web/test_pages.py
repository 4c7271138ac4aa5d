"""What each page tells, as of which day, of which claims."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from tests.web.made_up import NAME, told
from tests.web.seen import seen
from trucewatch.ledger import open_ledger
from trucewatch.reports.gathering import listed
from trucewatch.reports.phrases import against
from trucewatch.web.app import workspace

WIRE, COPY, LATER, DENIAL, HARM = told()
TOLL = f"/claim/{WIRE.claims[0].id}"


def text_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return seen(answer.text).text


def test_today_tells_the_truce_by_voice_and_what_changed_since_a_day(client: TestClient) -> None:
    told_ = text_of(client, "/?as-of=2021-03-06&since=2021-03-04")
    assert "What changed since 4 Mar 2021" in told_
    assert "contested: those who speak of it differ" in told_
    assert "● Loria holding" in told_
    assert "■ Talia violated" in told_
    assert "New and revised figures" in told_
    assert "105 killed" in told_


def test_nothing_is_new_where_no_report_came(client: TestClient) -> None:
    told_ = text_of(client, "/?as-of=2021-04-01")
    assert "Nothing new since 31 Mar 2021" in told_
    assert "The last is of 7 Mar 2021: see that day" in told_


@pytest.mark.parametrize("since", ["2021-03-06", "2021-03-20"])
@pytest.mark.parametrize("page", ["/?", f"/conflict?name={NAME}&"])
def test_a_day_moved_back_behind_the_other_one_tells_what_changed_since_the_day_before(
    client: TestClient, page: str, since: str
) -> None:
    answer = client.get(f"{page}as-of=2021-03-06&since={since}")
    assert "What changed since 5 Mar 2021" in seen(answer.text).text
    assert f"since={since}" not in answer.text


def test_before_the_first_report_there_is_no_conflict_but_the_one_that_people_named(
    client: TestClient,
) -> None:
    told_ = text_of(client, "/?as-of=2020-01-01")
    assert "no report tells of a truce" in told_


def test_the_as_of_day_moves_the_whole_page_of_a_conflict(client: TestClient) -> None:
    early = text_of(client, f"/conflict?name={NAME}&as-of=2021-03-05")
    late = text_of(client, f"/conflict?name={NAME}&as-of=2021-03-07")
    assert "in effect, by the last that is heard of it" in early
    assert "105" not in early.replace("2021-03-05", "")
    assert "contested: those who speak of it differ" in late
    assert "105" in late
    assert "As of 5 Mar 2021" in early


def test_the_days_of_the_reports_around_are_a_step_away(client: TestClient) -> None:
    page = seen(client.get(f"/conflict?name={NAME}&as-of=2021-03-06").text)
    steps = {link["rel"]: link["href"] for link in page.of("a") if link.get("rel") in {"prev", "next"}}
    assert steps == {
        "prev": f"/conflict?name={NAME}&as-of=2021-03-04",
        "next": f"/conflict?name={NAME}&as-of=2021-03-07",
    }


@pytest.mark.parametrize(
    ("choice", "there", "not_there"),
    [
        ("side=Loria", "holding", "105"),
        ("source=Talia+ministry", "105", "Loria ministry (Loria)"),
        ("family=casualty", "105", "violated"),
        ("confidence=0.7", "105", "violated"),
    ],
)
def test_a_choice_of_claims_is_told_and_moves_the_page(
    client: TestClient, choice: str, there: str, not_there: str
) -> None:
    page = seen(client.get(f"/conflict?name={NAME}&as-of=2021-03-07&{choice}").text)
    assert "A part of what is told." in page.text
    sections = page.text.partition("In short")[2]
    assert there in sections
    assert not_there not in sections


@pytest.mark.parametrize("ending", ["report.html", "report.md"])
def test_what_is_taken_away_says_that_it_is_a_part(client: TestClient, ending: str) -> None:
    asked = f"name={NAME}&as-of=2021-03-07"
    whole = client.get(f"/conflict/{ending}?{asked}")
    part = client.get(f"/conflict/{ending}?{asked}&side=Loria")
    assert whole.status_code == part.status_code == 200
    assert whole.headers["content-disposition"].startswith("attachment; filename=")
    assert "Only claims said for Loria are counted in" in part.text
    assert "counted in" not in whole.text


def test_a_chart_is_taken_away(client: TestClient) -> None:
    page = seen(client.get(f"/conflict?name={NAME}&as-of=2021-03-07").text)
    charts = [link["href"] for link in page.of("a") if "chart.svg" in (link["href"] or "")]
    assert charts
    answer = client.get(str(charts[0]))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert client.get(f"/conflict/chart.svg?name={NAME}&key=none").status_code == 404


def test_a_report_has_its_claims_marked_its_copy_and_its_original(client: TestClient) -> None:
    address = f"/document/{WIRE.document.id}"
    page = seen(client.get(address).text)
    marked = [link for link in page.of("a") if "m" in (link.get("class") or "").split()]
    assert {(link["class"], link["href"]) for link in marked} == {
        ("m casualty", "#c-1"),
        ("m truce", "#c-2"),
    }
    assert "Told in nearly the same words by 1 other report" in page.text
    assert f"/document/{COPY.document.id}" in [link["href"] for link in page.of("a")]
    original = client.get(f"{address}/original")
    assert original.content == WIRE.document.original.content
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["content-disposition"] == f'attachment; filename="{WIRE.document.id}.original"'


def test_a_claim_tells_how_it_was_worked_out_and_what_others_say(client: TestClient) -> None:
    told_ = text_of(client, TOLL)
    assert "from the words “on Thursday”, read in a report published on 4 Mar 2021" in told_
    assert "settlement, point, at 41.5000, 44.2500, by the codebook’s places" in told_
    assert "105 killed" in told_
    assert "confidence 0.75" in told_
    assert "1 person judged it; you see how once you have judged it yourself" in told_
    assert f"trucewatch claim {WIRE.claims[0].id}, read by reader-1" in told_
    assert f"http://127.0.0.1:8000{TOLL}" in told_


def test_what_could_not_be_worked_out_says_why(client: TestClient) -> None:
    told_ = text_of(client, f"/claim/{DENIAL.claims[1].id}")
    assert "denies: shelling by Loria" in told_
    assert "“nobody”: names no known party" in told_
    assert "confidence 0.40, needs a look" in told_


def test_search_finds_claims_and_reports(client: TestClient) -> None:
    told_ = text_of(client, "/search?words=soldiers")
    assert "4 claims and 4 reports found" in told_
    assert "1 claim and 0 reports found" in text_of(client, "/search?words=holding&family=truce")
    assert "Nothing that the ledger holds answers all of this" in text_of(client, "/search?words=zeppelin")
    assert "The ledger holds 5 reports" in text_of(client, "/search")


@pytest.mark.parametrize(
    ("asked", "claims"),
    [
        ("side=Loria", 2),
        ("source=Talia+ministry&family=casualty", 4),
        ("stance=denies", 0),
        ("confidence=0.7", 4),
        ("as-of=2021-03-05&family=casualty", 2),
        ("from=2021-03-05", 0),
        ("party=Loria&party=Talia&family=incident", 1),
        ("place=Tarvos&limit=1", 1),
    ],
)
def test_search_asks_with_the_filters_of_the_ledger(client: TestClient, asked: str, claims: int) -> None:
    counted = "1 claim" if claims == 1 else f"{claims} claims"
    assert f"{counted} and 0 reports found" in text_of(client, f"/search?{asked}")


def test_sources_have_their_record(client: TestClient) -> None:
    told_ = text_of(client, f"/sources?name={NAME}&as-of=2021-03-07")
    assert "Talia ministry (Talia)" in told_
    assert "They are no marks of truth." in told_
    assert "First Wire" in told_


def test_the_method_is_there(client: TestClient) -> None:
    assert "What a claim is, and what it is not" in text_of(client, "/method")


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as empty:
        client = TestClient(workspace(empty, SERVED), base_url=BASE)
        assert "Add reports with trucewatch add" in text_of(client, "/")
        assert "The ledger holds 0 reports" in text_of(client, "/search")
        assert "tells of a conflict" in text_of(client, "/sources")


def test_what_is_added_while_it_is_open_is_seen_at_once(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as growing:
        client = TestClient(workspace(growing, SERVED), base_url=BASE)
        growing.add([WIRE], "tester")
        address = f"/conflict?name={NAME}&as-of=2021-03-07"
        assert "105" not in text_of(client, address)
        growing.add([LATER], "tester")
        assert "105" in text_of(client, address)


@pytest.mark.parametrize(
    "address",
    [
        "/?as-of=2021-03-06&since=2021-03-04",
        f"/conflict?name={NAME}&as-of=2021-03-07",
        f"/claim/{LATER.claims[0].id}",
        f"/claim/{LATER.claims[1].id}",
        f"/review?conflict={NAME}",
        f"/document/{LATER.document.id}",
        "/search?words=truce",
    ],
)
def test_days_are_written_in_one_way(client: TestClient, address: str) -> None:
    assert re.findall(r"\b\d{4}-\d\d-\d\d\b", text_of(client, address)) == []


def test_a_count_of_reports_says_what_they_are_counted_for(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as ledger:
        ledger.add(told(), by="tester")
        client = TestClient(workspace(ledger, SERVED), base_url=BASE)
        (dyad,) = listed(ledger, ledger.view()).told
        today = text_of(client, "/?as-of=2021-03-07")
        assert "From 5 reports that tell of it, the last of 7 Mar 2021; " in today
        assert f"the two sides are {against(dyad)}." in today
        assert f"{NAME} {dyad.reports} reports 7 Mar 2021" in text_of(client, "/conflicts")
