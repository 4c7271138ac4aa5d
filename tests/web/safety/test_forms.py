"""Only forms that a page of this server made for who sends them are taken, and none that is too large."""

from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.web.conftest import BASE
from tests.web.seen import seen
from trucewatch.ledger import Ledger
from trucewatch.records.account import Role
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.entrance.letting import Admitted, Letting
from trucewatch.web.pages import faults
from trucewatch.web.safety.forms import FIELD, LARGEST, MOST_FIELDS, forgery_field, mark_of
from trucewatch.web.visitor import Visitor, form_of, refuse_below, visitor_of

OWN = {"origin": BASE}


class Reader:
    """Lets everybody in as one reader, whose forms must carry a mark."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    async def admit(self, _: Request) -> Admitted:
        return Admitted(Visitor("a reader", Role.READER), self._mark)

    async def answers(self, *_: object) -> None:
        """Note nothing."""


def shown(request: Request) -> Response:
    return PlainTextResponse(str(forgery_field(request)))


async def taken(request: Request) -> Response:
    form = await form_of(request)
    return PlainTextResponse(f"{visitor_of(request).name}: {form.get('words')}")


async def filed(request: Request) -> Response:
    form = await form_of(request, largest=2 * LARGEST, files=1)
    await form.close()
    return PlainTextResponse(str(len(form)))


async def decided(request: Request) -> Response:
    return PlainTextResponse(refuse_below(request, Role.REVIEWER).name)


def client_with(entrance: object) -> TestClient:
    routes = [Route("/form", shown), Route("/form", taken, methods=["POST"])]
    routes += [Route("/file", filed, methods=["POST"]), Route("/decide", decided)]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Letting, entrance=entrance)],
        exception_handlers={400: faults.refused, 403: faults.refused, 413: faults.refused},
    )
    return TestClient(app, base_url=BASE)


@pytest.fixture
def alone(ledger: Ledger) -> TestClient:
    return client_with(Alone(ledger, "an analyst"))


@pytest.fixture
def mark(alone: TestClient) -> str:
    (field,) = seen(alone.get("/form").text).of("input")
    assert (field["name"], field["type"]) == (FIELD, "hidden")
    return str(field["value"])


def test_the_form_of_a_page_is_taken(alone: TestClient, mark: str) -> None:
    answer = alone.post("/form", data={FIELD: mark, "words": "held <b>"}, headers=OWN)
    assert (answer.status_code, answer.text) == (200, "an analyst: held <b>")


def test_a_page_outlives_its_server(mark: str, ledger: Ledger) -> None:
    again = client_with(Alone(ledger, "an analyst"))
    assert again.post("/form", data={FIELD: mark}, headers=OWN).status_code == 200
    assert len(mark) == 64


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "http://127.0.0.1:8000.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": BASE},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
    ],
)
def test_what_another_site_sends_is_not_taken(
    alone: TestClient, mark: str, headers: Mapping[str, str]
) -> None:
    answer = alone.post("/form", data={FIELD: mark}, headers=headers)
    assert answer.status_code == 403
    assert "This form was not taken" in seen(answer.text).text


@pytest.mark.parametrize("headers", [OWN, {"sec-fetch-site": "same-origin"}])
def test_a_browser_of_any_age_may_send(alone: TestClient, mark: str, headers: Mapping[str, str]) -> None:
    assert alone.post("/form", data={FIELD: mark}, headers=headers).status_code == 200


@pytest.mark.parametrize("said", [None, "", "0" * 64, "é", mark_of(b"other", "alone")])
def test_a_form_without_the_mark_is_not_taken(alone: TestClient, said: str | None) -> None:
    answer = alone.post("/form", data={FIELD: said} if said is not None else {}, headers=OWN)
    assert answer.status_code == 403


def test_the_mark_may_be_no_file(alone: TestClient, mark: str) -> None:
    answer = alone.post("/file", files={FIELD: ("mark", mark.encode())}, headers=OWN)
    assert answer.status_code == 403


def test_without_a_mark_to_compare_with_no_form_is_taken() -> None:
    assert client_with(Reader("")).post("/form", data={FIELD: ""}, headers=OWN).status_code == 403


@pytest.mark.parametrize(("over", "status"), [(0, 200), (1, 413)])
def test_a_form_has_a_largest_size(alone: TestClient, mark: str, over: int, status: int) -> None:
    head = f"{FIELD}={mark}&words="
    answer = alone.post(
        "/form",
        content=head + "a" * (LARGEST - len(head) + over),
        headers={**OWN, "content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == status
    assert status == 200 or "This is too large" in seen(answer.text).text


@pytest.mark.parametrize(
    ("fields", "files", "status"),
    [(MOST_FIELDS - 1, 0, 200), (MOST_FIELDS, 0, 400), (1, 1, 200), (1, 2, 400)],
)
def test_a_form_has_so_many_fields_and_files(
    alone: TestClient, mark: str, fields: int, files: int, status: int
) -> None:
    data = {FIELD: mark, **{f"field-{number}": "a" for number in range(fields)}}
    sent = [("file", (f"{number}.txt", b"words")) for number in range(files)]
    assert alone.post("/file", data=data, files=sent, headers=OWN).status_code == status


def test_a_large_file_is_refused_whole(alone: TestClient, mark: str) -> None:
    sent = {"file": ("large.txt", b"a" * (2 * LARGEST))}
    assert alone.post("/file", data={FIELD: mark}, files=sent, headers=OWN).status_code == 413


def written(mark: str, words: str) -> bytes:
    part = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return f"{part.format(FIELD, mark)}{part.format('words', words)}--x--\r\n".encode()


@pytest.mark.parametrize("charset", ["unicode_escape", "undefined", "utf-7", "utf-16"])
def test_a_form_in_another_writing_is_not_taken(alone: TestClient, mark: str, charset: str) -> None:
    headers = {**OWN, "content-type": f"multipart/form-data; boundary=x; charset={charset}"}
    assert alone.post("/form", content=written(mark, r"\ud800"), headers=headers).status_code == 400


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", '; charset="UTF-8"'])
def test_the_writing_of_browsers_is_taken(alone: TestClient, mark: str, charset: str) -> None:
    headers = {**OWN, "content-type": f"multipart/form-data; boundary=x{charset}"}
    answer = alone.post("/form", content=written(mark, r"\ud800 é"), headers=headers)
    assert answer.text == r"an analyst: \ud800 é"


def test_each_holder_has_a_mark_of_their_own() -> None:
    marks = {mark_of(key, holder) for key in (b"1", b"2") for holder in ("one", "other")}
    assert len(marks) == 4


def test_a_role_below_is_refused() -> None:
    answer = client_with(Reader("mark")).get("/decide")
    assert answer.status_code == 403
    assert "Your role in this workspace does not allow it" in seen(answer.text).text


def test_the_one_person_may_do_everything(alone: TestClient) -> None:
    assert alone.get("/decide").text == "an analyst"
