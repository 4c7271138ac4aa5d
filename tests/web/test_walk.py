"""Every page is walked: all links answer, nothing leads elsewhere by itself, nothing runs."""

from collections import Counter
from functools import cache

import pytest
from starlette.testclient import TestClient

from tests.web.made_up import NAME
from tests.web.seen import Seen, seen
from trucewatch.web.safety.forms import FIELD
from trucewatch.web.safety.headers import HEADERS

STARTS = ("/", "/?as-of=2021-03-07&since=2021-03-04", f"/conflict?name={NAME}&as-of=2021-03-07", "/nowhere")
ENOUGH = 20
FOLLOWED = {"a", "area"}
"""Elements that lead on only when somebody follows them."""

Walked = dict[str, Seen]


@pytest.fixture(scope="module")
def walked(client: TestClient) -> Walked:
    """Follow every address of this host from page to page."""
    return walk(client)


@cache
def walk(client: TestClient) -> Walked:
    pages: Walked = {}
    waiting = list(STARTS)
    known = set(waiting)
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/conflict")
            continue
        assert answer.status_code == (404 if address == "/nowhere" else 200), address
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)
        assert "set-cookie" not in answer.headers
        if not answer.headers["content-type"].startswith("text/html") or "attachment" in str(
            answer.headers.get("content-disposition")
        ):
            continue
        pages[address] = seen(answer.text)
        for tag, target in pages[address].leads():
            path = target.partition("#")[0]
            if tag != "form" and path.startswith("/") and path not in known:
                known.add(path)
                waiting.append(path)
    return pages


def test_many_pages_are_walked(walked: Walked) -> None:
    assert len(walked) > ENOUGH
    kinds = ("/claim/", "/document/", "/search", "/sources", "/method", "/conflict?")
    reviewing = ("/review/", "/review?", "/review/differences", "/review/sheets")
    kinds += reviewing
    assert [kind for kind in kinds if not any(address.startswith(kind) for address in walked)] == []


def test_nothing_is_fetched_from_another_host(walked: Walked) -> None:
    outside = [
        (address, tag, target)
        for address, page in walked.items()
        for tag, target in page.leads()
        if tag not in FOLLOWED and not (target.startswith("/") and not target.startswith("//"))
    ]
    assert {target for *_, target in outside} <= {"data:,"}


def test_links_to_other_hosts_are_of_the_web_and_tell_them_nothing(walked: Walked) -> None:
    out = [
        link
        for page in walked.values()
        for link in page.of("a")
        if not (link["href"] or "").startswith(("/", "#"))
    ]
    assert {link["href"] for link in out} == {
        "https://wire.example/a?b=1&c=2",
        'https://x.example/"onload="a',
    }
    assert {link["rel"] for link in out} == {"noopener noreferrer"}


def test_nothing_runs_but_scripts_of_this_host(walked: Walked) -> None:
    for address, page in walked.items():
        kinds = {tag for tag, _ in page.elements}
        assert not kinds & {"style", "iframe", "object", "embed", "base"}, address
        for script in page.of("script"):
            assert set(script) == {"type", "src"}, address
            assert str(script["src"]).startswith("/scripts/"), address
        names = {name for _, attributes in page.elements for name in attributes}
        assert not {name for name in names if name.startswith("on") or name == "style"}, address


def test_forms_only_ask_or_carry_the_mark_of_this_server(walked: Walked) -> None:
    for address, page in walked.items():
        methods = Counter(form["method"] for form in page.of("form"))
        marks = [field for field in page.of("input") if field.get("name") == FIELD]
        assert set(methods) <= {"get", "post"}, address
        assert methods["post"] == len(marks), address


def test_anchors_lead_somewhere(walked: Walked) -> None:
    for address, page in walked.items():
        for tag, target in page.leads():
            if tag == "a" and target.startswith("#"):
                assert target[1:] in page.anchors, (address, target)


def test_pages_are_whole(walked: Walked) -> None:
    for address, page in walked.items():
        assert (page.wrong, page.open) == ([], []), address
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), address
        assert [len(page.of(tag)) for tag in ("main", "h1", "header", "footer")] == [1] * 4, address
        assert page.of("title").count({}) == 1, address  # those of charts have an id
        assert page.of("html") == [{"lang": "en"}]
        fields = {label.get("for") for label in page.of("label")}
        shown = [one for one in page.of("input") if one.get("type") != "hidden"] + page.of("select")
        assert {one["id"] for one in shown} <= fields, address


def test_every_table_has_heads(walked: Walked) -> None:
    for address, page in walked.items():
        tables = len(page.of("table"))
        if address != "/method":
            assert len(page.of("caption")) == tables, address
        assert not tables or page.of("th"), address
        assert all(head.get("scope") in {"col", "row"} for head in page.of("th")), address


def test_every_page_says_that_it_is_no_verdict(walked: Walked) -> None:
    without = [address for address, page in walked.items() if "It is no verdict." not in page.text]
    assert without == []
