"""Addresses that last: any claim of a truce, toll or incident leads to the one that holds it now."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from tests.web.made_up import NAME, told
from tests.web.seen import seen
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.values import Place
from trucewatch.web.app import workspace

WIRE, COPY, LATER, DENIAL, HARM = told()
ASKED = f"name={NAME}&as-of=2021-03-07"


@pytest.fixture
def growing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("lasting") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{path}") as opened:
        yield opened


@pytest.fixture
def client(growing: Ledger) -> TestClient:
    return TestClient(workspace(growing, SERVED), base_url=BASE, follow_redirects=False)


def ids(client: TestClient, kind: str) -> list[str]:
    answer = client.get(f"/api/v1/situation?conflict={NAME}&as-of=2021-03-07")
    return [one["id"] for one in answer.json()[kind]]


def led_to(client: TestClient, at: str) -> str:
    """The anchor that an address leads to, which stands on the page it leads to."""
    answer = client.get(f"/conflict/place?{ASKED}&at={at}")
    assert answer.status_code == 303
    address, _, anchor = answer.headers["location"].partition("#")
    assert anchor in seen(client.get(address).text).anchors
    return anchor


@pytest.mark.parametrize("kind", ["truces", "tolls"])
def test_an_old_link_leads_to_what_an_earlier_report_added_later_has_renamed(
    growing: Ledger, client: TestClient, kind: str
) -> None:
    growing.add([LATER], "tester")
    (old,) = ids(client, kind)
    anchor = led_to(client, old)
    growing.add([WIRE], "tester")
    (new,) = ids(client, kind)
    assert new != old
    assert led_to(client, old) == led_to(client, new) == anchor


def test_where_another_came_before_it_the_link_still_leads_to_its_own(
    growing: Ledger, client: TestClient
) -> None:
    growing.add([HARM], "tester")
    (old,) = ids(client, "tolls")
    assert led_to(client, old) == "toll-1"
    elsewhere = LATER.claims[0]
    assert isinstance(elsewhere.where, Place)
    far = replace(elsewhere, where=replace(elsewhere.where, name="Farholm", latitude=43.0))
    growing.add([replace(LATER, claims=(far,))], "tester")
    assert sorted(led_to(client, at) for at in (old, far.id)) == ["toll-1", "toll-2"]


def test_a_claim_s_page_leads_there_for_good(growing: Ledger, client: TestClient) -> None:
    growing.add([WIRE, LATER], "tester")
    claim = LATER.claims[0].id
    page = seen(client.get(f"/claim/{claim}?as-of=2021-03-07").text)
    links = [str(link["href"]) for link in page.of("a") if str(link["href"]).startswith("/conflict/place?")]
    assert links
    assert all(f"at={claim}" in link for link in links)
    assert {led_to(client, link.rpartition("at=")[2]) for link in links} == {"toll-1"}


@pytest.mark.parametrize("at", ["0" * 32, "nothing", "%22%3E"])
def test_what_nothing_holds_leads_to_the_conflict(growing: Ledger, client: TestClient, at: str) -> None:
    growing.add([WIRE], "tester")
    answer = client.get(f"/conflict/place?{ASKED}&at={at}")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/conflict?")
