"""The policy allows the page's own style, pictures and scripts, and nothing else."""

from starlette.testclient import TestClient

from trucewatch.web.rendering import _style_file
from trucewatch.web.safety.headers import FRESH, POLICY
from trucewatch.web.scripting import FOR_GOOD


def test_the_policy_is_strict() -> None:
    told = {words.split()[0]: words.split()[1:] for words in POLICY.split("; ")}
    assert told == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "worker-src": ["'self'"],
        "connect-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }


def test_pages_are_asked_for_again_and_the_style_is_kept(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == FRESH
    style = client.get(f"/style.css?{_style_file().mark}")
    assert style.headers["cache-control"] == FOR_GOOD
    assert style.headers["content-type"].startswith("text/css")
