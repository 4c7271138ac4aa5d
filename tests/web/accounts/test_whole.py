"""The pages of a shared workspace are whole, as all pages are."""

from datetime import UTC, datetime

import pytest

from tests.web.accounts.conftest import SignIn, browser
from tests.web.seen import seen
from tests.web.test_walk import (  # noqa: F401 - run here on these pages
    Walked,
    test_anchors_lead_somewhere,
    test_every_page_says_that_it_is_no_verdict,
    test_every_table_has_heads,
    test_nothing_is_fetched_from_another_host,
    test_nothing_runs_but_scripts_of_this_host,
    test_pages_are_whole,
)
from trucewatch.accounts import sessions, tokens
from trucewatch.ledger import Ledger
from trucewatch.records.account import Doer, Role

ADDRESSES = ("/account", "/account?done=password", "/account?done=sessions", "/admin", "/admin/audit")


@pytest.fixture
def walked(team: Ledger, sign_in: SignIn) -> Walked:
    """Pages of an admin who has two browsers and a token, and of somebody who is not signed in."""
    with team.writing() as connection:
        sessions.begin(connection, "ana", "192.0.2.9")
        tokens.make(connection, "ana", "nightly import", Role.READER, 9, Doer("ana", "192.0.2.9"))
    ana, guest = sign_in("ana"), browser(team)
    pages = {address: ana.get(address) for address in ADDRESSES}
    pages |= {address: guest.get(address) for address in ("/sign-in", "/sign-in?done=out&to=/search")}
    pages["/sign-in (refused)"] = guest.post("/sign-in")
    pages["/admin (of a reader)"] = sign_in("ben").get("/admin")
    return {address: seen(answer.text) for address, answer in pages.items()}


def test_instants_are_told_in_utc(walked: Walked) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    assert today in walked["/account"].text
    assert "Since (UTC)" in walked["/account"].text


def test_every_form_that_sends_has_a_mark(walked: Walked) -> None:
    for address, page in walked.items():
        sending = [form for form in page.of("form") if form["method"] == "post"]
        marks = [field for field in page.of("input") if field.get("name") == "forgery"]
        assert len(sending) == len(marks), address
        assert all(mark["value"] for mark in marks), address
