"""Everything without a mouse."""

from playwright.sync_api import expect

from tests.browser.keyboard import tab_to
from tests.browser.pages import GEORGIA, PAGES
from tests.browser.visits import Opened


def test_the_first_stop_skips_to_the_page(opened: Opened) -> None:
    page = opened(PAGES["sources"].address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Conflict", exact=True)).to_be_focused()


def test_a_monitor_gets_from_today_to_the_words_without_a_mouse(opened: Opened) -> None:
    page = opened("/?as-of=2011-10-18")
    tab_to(page, page.get_by_role("row").get_by_role("link", name="Georgia-South Ossetia"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Georgia-South Ossetia")

    tab_to(page, page.get_by_label("As of", exact=True))
    page.keyboard.type("10142011")
    page.keyboard.press("Enter")
    expect(page.locator(".lead").first).to_contain_text("14 Oct 2011")

    tab_to(page, page.locator("summary", has_text="Choose claims"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("About"))
    page.keyboard.type("casualty")
    tab_to(page, page.get_by_role("button", name="Choose"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("A part of what is told.")

    tab_to(page, page.get_by_role("region", name="Tolls").locator(".cite").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The words")).to_be_visible()
    expect(page.locator("mark")).to_be_in_viewport()


def test_words_of_a_report_lead_to_their_claim_and_back(opened: Opened) -> None:
    page = opened(PAGES["report"].address)
    number = page.get_by_role("link", name="claim 2: truce")
    tab_to(page, number)
    page.keyboard.press("Enter")
    expect(page.locator(".claim:target")).to_be_in_viewport()
    tab_to(page, page.get_by_role("link", name="to the words of claim 2"))
    page.keyboard.press("Enter")
    expect(page.locator(".nr:target")).to_be_in_viewport()


def test_the_slider_passes_days_by_keys_and_asks_at_enter(opened: Opened) -> None:
    page = opened(f"{GEORGIA}&as-of=2011-10-14")
    tab_to(page, page.get_by_role("slider"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("As of", exact=True)).to_have_value("2011-10-12")
    expect(page.locator(".lead").first).to_contain_text("14 Oct 2011")
    page.keyboard.press("Enter")
    expect(page.locator(".lead").first).to_contain_text("12 Oct 2011")
