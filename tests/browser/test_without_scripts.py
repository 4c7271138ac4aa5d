"""With scripts switched off everything can be read, asked and chosen."""

from playwright.sync_api import expect

from tests.browser.pages import GEORGIA
from tests.browser.visits import Opened


def test_days_and_choices_are_asked_by_forms(opened: Opened) -> None:
    page = opened(f"{GEORGIA}&as-of=2011-10-18", java_script_enabled=False)
    page.get_by_label("As of", exact=True).fill("2011-10-14")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".lead").first).to_contain_text("14 Oct 2011")
    page.get_by_text("Choose claims").click()
    page.get_by_label("Said for").select_option("South Ossetia")
    page.get_by_role("button", name="Choose").click()
    expect(page.get_by_role("status")).to_contain_text("South Ossetia")


def test_a_report_can_be_taken_away(opened: Opened) -> None:
    page = opened(f"{GEORGIA}&as-of=2011-10-18", java_script_enabled=False)
    page.get_by_text("Take away").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="HTML page").click()
    assert saved.value.suggested_filename == "georgia-south-ossetia-2011-10-18.html"
