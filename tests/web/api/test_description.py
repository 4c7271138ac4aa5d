"""The interface is as it says: every address is asked at random, as its description allows and as not."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema

from tests.web.conftest import BASE, SERVED
from tests.web.made_up import fill
from trucewatch.ledger import open_ledger
from trucewatch.web.api.openapi import OPERATIONS
from trucewatch.web.api.operation import ROOT, Operation
from trucewatch.web.app import workspace

HOST = {"host": BASE.removeprefix("http://")}


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    path = tmp_path_factory.mktemp("api") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{path}") as ledger:
        fill(ledger)
        yield schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", workspace(ledger, SERVED), headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_it_answers_as_described(described: BaseSchema, operation: Operation, mode: GenerationMode) -> None:
    asked = described[f"{ROOT}{operation.path}"][operation.method].as_strategy(generation_mode=mode)

    @settings(
        max_examples=20,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=asked)
    def holds(case: schemathesis.Case) -> None:
        case.call_and_validate(base_url=BASE, headers=HOST)

    holds()
