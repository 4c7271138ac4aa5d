"""The workspace over the made-up ledger."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.made_up import fill
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.web.app import workspace
from trucewatch.web.safety.hosts import Served

SERVED = Served("127.0.0.1", 8000)
BASE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("web") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{path}") as opened:
        fill(opened)
        yield opened


@pytest.fixture(scope="session")
def client(ledger: Ledger) -> TestClient:
    return TestClient(workspace(ledger, SERVED), base_url=BASE, follow_redirects=False)
