"""Stories of a workspace that several people share."""

from playwright.sync_api import expect

from tests.browser.conftest import SignedIn, sign_in
from tests.web.made_up import NAME

WANTED = f"/conflict?name={NAME}&as-of=2021-03-07"


def test_whoever_is_sent_to_sign_in_gets_to_the_page_they_wanted(signed_in: SignedIn) -> None:
    page = signed_in("nobody", WANTED)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.get_by_role("navigation")).to_have_count(0)
    sign_in(page, "ben")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("status")).to_have_text("You are signed out.")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_wrong_password_says_no_more_than_that(signed_in: SignedIn) -> None:
    page = signed_in("nobody", "/sign-in")
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill("not hers at all")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("No account has this name and this password.")
    expect(page.get_by_label("Name")).to_have_value("ana")


def test_a_reader_reads_and_is_refused_review(signed_in: SignedIn) -> None:
    page = signed_in("ben", WANTED)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    names = page.get_by_role("navigation", name="Workspace").get_by_role("link").all_inner_texts()
    assert "Sources" in names
    assert {"Review", "Add", "People"}.isdisjoint(names)
    page.goto("/review")
    expect(page.get_by_role("heading", level=1)).to_have_text("This is for others to do")
