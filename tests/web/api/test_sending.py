"""Programs hand in reports and judge, as their role allows, and nothing goes round what pages refuse."""

import json
from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient, httpx

from tests.accounts.conftest import clock  # noqa: F401 - a fixture
from tests.web.accounts.conftest import browser, kept_team, team  # noqa: F401 - fixtures
from tests.web.accounts.test_team import token_for
from tests.web.made_up import told
from tests.web.test_adding import PAGE, REPORT, documents, read_all, uploads
from trucewatch.ledger import Ledger
from trucewatch.records.account import Role
from trucewatch.web.api.openapi import OPERATIONS
from trucewatch.web.api.operation import ROOT, Operation

ONE, OTHER = (each.claims[0].id for each in told()[:2])


@pytest.fixture
def client(team: Ledger) -> TestClient:  # noqa: F811 - a fixture
    client = browser(team)
    client.headers.update(token_for(team, "rae", Role.REVIEWER))
    return client


def send(client: TestClient, address: str, what: object) -> httpx.Response:
    return client.post(f"{ROOT}/{address}", json=what)


@pytest.mark.parametrize("field", ["text", "html"])
def test_a_report_is_kept_then_read_as_a_line_is(client: TestClient, team: Ledger, field: str) -> None:  # noqa: F811 - a fixture
    about = {"id": "mill-1", "publisher": "The Courier", "published_on": "2021-03-04"}
    answer = send(client, "uploads", {field: REPORT if field == "text" else PAGE, **about})
    assert answer.status_code == 202
    (one,) = uploads(team)
    assert answer.json()["id"] == one.id
    assert (one.name, one.received_by, one.state) == ("mill-1.jsonl", "rae", "waiting")
    read_all(team)
    (document,) = documents(team)
    assert (document.name, document.metadata.publisher) == ("mill-1", "The Courier")
    assert REPORT in document.text
    finished = client.get(f"{ROOT}/uploads/{one.id}").json()
    assert (finished["state"], finished["outcome"]["documents"]) == ("read", [document.id])


@pytest.mark.parametrize(
    ("what", "told_there"),
    [
        ({}, "has neither text nor html"),
        ({"text": " \n"}, "matching regex"),
        ({"text": REPORT, "published_on": "2021-02-31"}, "Invalid RFC3339"),
        ({"text": REPORT, "day": "2021-03-04"}, "unknown field `day`"),
        ([REPORT], "Expected `object`"),
    ],
)
def test_what_is_no_report_is_refused(
    client: TestClient,
    team: Ledger,  # noqa: F811 - a fixture
    what: object,
    told_there: str,
) -> None:
    answer = send(client, "uploads", what)
    assert answer.status_code == 400
    assert told_there in answer.json()["what"]
    assert uploads(team) == ()


def test_only_json_of_a_bounded_size_is_taken(client: TestClient, team: Ledger) -> None:  # noqa: F811 - a fixture
    body = json.dumps({"text": REPORT}).encode()
    plain = client.post(f"{ROOT}/uploads", content=body, headers={"content-type": "text/plain"})
    assert (plain.status_code, plain.json()["what"]) == (415, "is not sent as application/json")
    large = send(client, "uploads", {"text": "a" * 31_000_000})
    assert (large.status_code, large.json()["what"]) == (413, "is too large")
    assert uploads(team) == ()


def test_a_judgement_is_recorded_in_the_name_of_the_account(client: TestClient, team: Ledger) -> None:  # noqa: F811 - a fixture
    answer = send(client, "judgements", {"verdict": "merge", "claims": [ONE, OTHER], "reason": "one attack"})
    assert answer.status_code == 201
    *_, last = team.entries()
    assert (last.recorded_by, answer.json()["seq"]) == ("rae", last.seq)


@pytest.mark.parametrize(
    ("verdict", "claims", "status"),
    [
        ("accept", [ONE, OTHER], 400),
        ("merge", [ONE], 400),
        ("merge", [ONE, ONE], 400),
        ("correct", [ONE], 400),
        ("accept", ["x"], 400),
        ("accept", [], 400),
        ("accept", ["0" * 32], 404),
    ],
)
def test_a_judgement_that_is_none_is_refused(
    client: TestClient,
    team: Ledger,  # noqa: F811 - a fixture
    verdict: str,
    claims: list[str],
    status: int,
) -> None:
    before = len(list(team.entries()))
    answer = send(client, "judgements", {"verdict": verdict, "claims": claims, "reason": "read it"})
    assert answer.status_code == status
    assert len(list(team.entries())) == before


def test_who_judges_sees_others_judgements_only_after_their_own(client: TestClient, team: Ledger) -> None:  # noqa: F811 - a fixture
    def judges(**asking: Mapping[str, str]) -> list[str]:
        return [
            one["recorded_by"] for one in client.get(f"{ROOT}/claims/{ONE}", **asking).json()["judgements"]
        ]

    assert judges(headers=token_for(team, "ben", Role.READER)) == ["a reader"]
    assert (
        judges(headers=token_for(team, "ana", Role.READER)) == []
    )  # a lesser token shows a reviewer no more
    assert judges() == []
    send(client, "judgements", {"verdict": "reject", "claims": [ONE], "reason": "nobody says so"})
    assert judges() == ["a reader", "rae"]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_each_address_asks_for_a_token_of_the_role_that_may(team: Ledger, operation: Operation) -> None:  # noqa: F811 - a fixture
    client = browser(team)
    address = f"{ROOT}{operation.path}".replace("{", "").replace("}", "")
    answers = {
        role: client.request(operation.method, address, headers=token_for(team, "ana", role)).status_code
        for role in Role
    }
    assert {role for role, status in answers.items() if status == 403} == {
        role for role in Role if not role.may(operation.role)
    }
    unknown = client.request(operation.method, address)
    assert (unknown.status_code, unknown.headers["www-authenticate"]) == (401, "Bearer")
    assert list(unknown.json()) == ["what", "where", "advice"]


def test_the_description_of_a_shared_workspace_tells_of_tokens(client: TestClient) -> None:
    told_there = client.get(f"{ROOT}/openapi.json").json()
    assert told_there["security"] == [{"token": []}]
    assert set(told_there["paths"][f"{ROOT}/uploads"]["post"]["responses"]) >= {"401", "403"}
