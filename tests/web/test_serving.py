"""How many pages are made at once."""

from anyio.to_thread import current_default_thread_limiter
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from trucewatch.ledger import Ledger
from trucewatch.web.app import THREADS, workspace


def test_a_server_that_runs_makes_few_pages_at_once(ledger: Ledger) -> None:
    with TestClient(workspace(ledger, SERVED), base_url=BASE) as client:
        assert client.portal is not None
        assert client.portal.call(lambda: current_default_thread_limiter().total_tokens) == THREADS
