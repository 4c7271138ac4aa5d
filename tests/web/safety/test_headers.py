"""The policy allows the page's own style and pictures, and nothing else."""

from starlette.testclient import TestClient

from trucewatch.web.rendering import FOR_GOOD
from trucewatch.web.safety.headers import FRESH, POLICY


def test_the_policy_is_strict() -> None:
    told = {words.split()[0]: words.split()[1:] for words in POLICY.split("; ")}
    assert told == {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }


def test_pages_are_asked_for_again_and_the_style_is_kept(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == FRESH
    style = client.get("/style.css")
    assert style.headers["cache-control"] == FOR_GOOD
    assert style.headers["content-type"].startswith("text/css")
