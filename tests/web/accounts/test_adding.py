"""Only reviewers and admins hand reports in."""

import pytest

from tests.web.accounts.conftest import SignIn
from tests.web.conftest import BASE
from tests.web.seen import seen
from tests.web.sending import mark_on
from tests.web.test_adding import REPORT, uploads
from trucewatch.ledger import Ledger
from trucewatch.web.safety.forms import FIELD


@pytest.mark.parametrize(("name", "may"), [("ben", False), ("rae", True), ("ana", True)])
def test_a_role_opens_or_closes_the_page(team: Ledger, sign_in: SignIn, name: str, may: bool) -> None:  # noqa: FBT001 - a case
    client = sign_in(name)
    assert client.get("/add").status_code == (200 if may else 403)
    assert ("/add" in [link["href"] for link in seen(client.get("/").text).of("a")]) == may
    words = {FIELD: mark_on(client, "/account"), "text": REPORT}
    answer = client.post("/add", data=words, headers={"origin": BASE})
    assert answer.status_code == (303 if may else 403)
    assert [one.received_by for one in uploads(team)] == ([name] if may else [])
    assert client.get("/add/" + "0" * 32).status_code == (404 if may else 403)
