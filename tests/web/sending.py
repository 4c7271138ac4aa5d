"""Sending a form as a browser does: with the hidden fields of the page that it stands on."""

from collections.abc import Mapping

from starlette.testclient import TestClient, httpx

from tests.web.conftest import BASE
from tests.web.seen import seen
from trucewatch.web.safety.forms import FIELD


def mark_on(client: TestClient, page: str) -> str:
    """Give the mark that the forms of a page carry."""
    marks = {
        field["value"] for field in seen(client.get(page).text).of("input") if field.get("name") == FIELD
    }
    (mark,) = marks
    return str(mark)


def send(client: TestClient, page: str, to: str, data: Mapping[str, str]) -> httpx.Response:
    """Send a form of a page; what it answers is not followed."""
    filled = {FIELD: mark_on(client, page), **data}
    return client.post(to, data=filled, headers={"origin": BASE}, follow_redirects=False)
