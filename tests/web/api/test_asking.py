"""Programs get what pages show and the command line writes, whole and in parts that join."""

import json
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from starlette.testclient import TestClient

from tests.cli.conftest import Run, run  # noqa: F401 - a fixture
from tests.web.made_up import NAME, told
from trucewatch.ledger import Ledger
from trucewatch.reports.full_record import full_record

WIRE, CLAIM = told()[0].document, told()[0].claims[0]
AS_OF = "2021-03-07"


def asked(client: TestClient, address: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json"), answer.text
    return answer.json()


def written(run: Run, ledger: Ledger, *command: str) -> Any:  # noqa: ANN401, F811 - as above, a fixture
    ended = run(*command, "--ledger", ledger.address, "--json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def test_conflicts_are_those_of_the_command_line(client: TestClient, ledger: Ledger, run: Run) -> None:  # noqa: F811 - a fixture
    found = asked(client, f"conflicts?as-of={AS_OF}")["items"]
    assert found == written(run, ledger, "situation", "--as-of", AS_OF)["conflicts"]
    assert NAME in [one["name"] for one in found]


def test_a_situation_is_that_of_the_command_line_but_for_the_decisions_of_others(
    client: TestClient,
    ledger: Ledger,
    run: Run,  # noqa: F811 - a fixture
) -> None:
    found = asked(client, f"situation?conflict={NAME}&as-of={AS_OF}")
    printed = written(run, ledger, "situation", NAME, "--as-of", AS_OF)
    assert (len(printed["judged"]), found["judged"]) == (1, [])
    assert found == printed | {"judged": []}
    assert found["tolls"]


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("words=soldiers", ("soldiers",)),
        ("side=Talia&family=casualty", ("", "--side", "Talia", "--family", "casualty")),
        ("words=truce&limit=1", ("truce", "--limit", "1")),
    ],
)
def test_a_search_finds_what_the_command_line_does_but_for_the_decisions_of_others(
    client: TestClient,
    ledger: Ledger,
    run: Run,  # noqa: F811 - a fixture
    question: str,
    options: tuple[str, ...],
) -> None:
    found = asked(client, f"search?{question}")["items"]
    assert found
    printed = written(run, ledger, "search", *options)
    assert found == [{name: value for name, value in one.items() if name != "judged"} for one in printed]


def test_a_report_is_the_one_that_reading_gives(client: TestClient, ledger: Ledger) -> None:
    document = ledger.documents([WIRE.id])[WIRE.id]
    assert asked(client, f"documents/{WIRE.id}") == full_record(document, (), ())["document"]


def test_claims_come_as_they_were_read(client: TestClient) -> None:
    listed = asked(client, f"documents/{WIRE.id}/claims")["items"]
    assert listed == [json.loads(msgspec.json.encode(one)) for one in told()[0].claims]
    kept = asked(client, f"claims/{CLAIM.id}")
    assert (kept["claim"], kept["stands"]) == (listed[0], True)
    assert (kept["judgements"], kept["hidden"]) == ([], 1)


def test_sources_are_those_of_the_situation(client: TestClient) -> None:
    found = asked(client, f"sources?conflict={NAME}&as-of={AS_OF}")
    assert found["sources"] == asked(client, f"situation?conflict={NAME}&as-of={AS_OF}")["sources"]
    assert {"name": "First Wire", "reports": 3, "shared": 1} in found["publishers"]


def test_parts_of_the_list_of_reports_join(client: TestClient) -> None:
    whole = asked(client, "documents")
    assert (len(whole["items"]), whole["next"]) == (5, None)
    joined, behind = [], ""
    while behind is not None:
        part = asked(client, f"documents?limit=2{behind and f'&behind={behind}'}")
        joined += part["items"]
        behind = part["next"]
    assert joined == whole["items"]
    stories = {one["name"]: one["story"] for one in joined}
    assert stories["wire"] == stories["copy"] != stories["later"]


def test_parts_of_a_search_join(client: TestClient) -> None:
    whole = asked(client, "search?words=soldiers")["items"]
    joined, skip = [], ""
    while skip is not None:
        part = asked(client, f"search?words=soldiers&limit=1{skip and f'&skip={skip}'}")
        joined += part["items"]
        skip = part["next"]
    assert {(one["claim"] and one["claim"]["id"]) or one["doc_id"] for one in joined} == {
        (one["claim"] and one["claim"]["id"]) or one["doc_id"] for one in whole
    }
    assert len(joined) == len(whole) > 1


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/conflicts", "conflicts"),
        ("/situation", f"situation?conflict={NAME}&as-of={AS_OF}"),
        ("/sources", f"sources?conflict={NAME}"),
        ("/documents", "documents"),
        ("/documents/{doc_id}", f"documents/{WIRE.id}"),
        ("/documents/{doc_id}/claims", f"documents/{WIRE.id}/claims"),
        ("/claims/{claim_id}", f"claims/{CLAIM.id}"),
        ("/search", "search?words=soldiers"),
    ],
)
def test_what_is_answered_has_the_shape_that_is_described(
    client: TestClient, path: str, address: str
) -> None:
    described = asked(client, "openapi.json")
    shape = described["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]
    checker = jsonschema_rs.Draft202012Validator({**shape["schema"], "components": described["components"]})
    assert [wrong.message for wrong in checker.iter_errors(asked(client, address))] == []


@pytest.mark.parametrize(
    ("address", "status", "told_there"),
    [
        ("nowhere", 404, ("is not kept here", "/api/v1/nowhere", "check the id")),
        ("claims/" + "0" * 32, 404, ("is not kept here", "/api/v1/claims/" + "0" * 32, "check the id")),
        ("documents?behind=" + "0" * 32, 404, ("is not kept here", "/api/v1/documents", "check the id")),
        ("situation", 400, ("no conflict is named", "conflict", "give one that /conflicts lists")),
        ("situation?conflict=Nowhere", 404, ("no report tells of this conflict", "Nowhere", None)),
        ("conflicts?as-of=9999-01-01", 404, (None, "9999-01-01", None)),
        ("conflicts?as-of=", 400, ("is asked without words", "as-of", "leave it out")),
        ("conflicts?day=2021-03-04", 400, ("is not asked here", "day", "ask as-of")),
        ("search?side=a&side=b", 400, ("is asked twice", "side", "ask it once")),
        ("search?limit=0", 400, ("'0' is no number of these", "limit", "give 1 to 200")),
    ],
)
def test_a_fault_is_told_to_programs(
    client: TestClient, address: str, status: int, told_there: tuple[str | None, ...]
) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    fault = answer.json()
    assert list(fault) == ["what", "where", "advice"]
    for said, expected in zip(fault.values(), told_there, strict=True):
        assert said == expected if expected else said


def test_another_method_is_refused_with_those_that_are_not(client: TestClient) -> None:
    answer = client.delete("/api/v1/documents")
    assert (answer.status_code, answer.json()["what"]) == (405, "is not asked with this method")
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_the_page_tells_every_address_and_question(client: TestClient) -> None:
    page = client.get("/api").text
    described = asked(client, "openapi.json")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}</code>" in page
            assert all(
                f"<code>{one['name']}</code>" in page
                for one in operation["parameters"]
                if one["in"] == "query"
            )
    assert all(f'id="shape-{name}"' in page for name in described["components"]["schemas"])
