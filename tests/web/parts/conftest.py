"""The workspace over the long conflict."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, SERVED
from tests.web.parts.large import NAME, SIDES, told
from trucewatch.ledger import open_ledger
from trucewatch.records.entry import Conflict
from trucewatch.web.app import workspace


@pytest.fixture(scope="session")
def long_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("long") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{path}") as ledger:
        ledger.add(told(), "tester")
        ledger.name_conflict(Conflict(NAME, SIDES), by="tester")
        yield TestClient(workspace(ledger, SERVED), base_url=BASE, follow_redirects=False)
