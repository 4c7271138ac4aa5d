"""Reviewers at work in a workspace of their own: rae and sam review, ana is an admin, ben reads."""

from collections.abc import Callable, Mapping

import pytest
from starlette.testclient import TestClient, httpx

from tests.accounts.conftest import cheap_hashes, clock  # noqa: F401 - fixtures
from tests.web.accounts.conftest import SignIn, kept_team, sign_in, team  # noqa: F401 - as above
from tests.web.made_up import NAME, told
from tests.web.sending import send
from trucewatch.accounts import people
from trucewatch.ledger import Ledger
from trucewatch.records.account import Doer, Role
from trucewatch.records.claim import Claim

WIRE, COPY, LATER, DENIAL, HARM = told()
TOLL: Claim = LATER.claims[0]
OTHER: Claim = WIRE.claims[0]
STEP: Claim = LATER.claims[1]
IN_ORDER = sorted((claim.provenance.evidence.start, claim.id) for claim in LATER.claims)
"""The claims of one report in the order of its text."""

PAGE = f"/review/{TOLL.id}?conflict={NAME}"

Decide = Callable[..., httpx.Response]


@pytest.fixture(autouse=True)
def two_reviewers(team: Ledger) -> None:  # noqa: F811 - the fixture
    """Add a second reviewer, sam, who has the password that all have."""
    with team.writing() as connection:
        kept = people.kept_of(connection, "rae") or ""
        people.add(connection, "sam", Role.REVIEWER, kept, Doer("root", "terminal"))


def decide(client: TestClient, verdict: str, claim: str = TOLL.id, **said: str) -> httpx.Response:
    """Send a decision from the page of a claim."""
    data: Mapping[str, str] = {"verdict": verdict, "reason": "read it", **said}
    return send(client, f"/review/{claim}", f"/review/{claim}?conflict={NAME}", data)


def judgements(ledger: Ledger) -> list[tuple[str, str]]:
    """Who entered what, of judgements and adjudications, in order."""
    kinds = {"judgement", "adjudication"}
    return [(one.recorded_by, one.kind.value) for one in ledger.entries() if one.kind.value in kinds]
