"""Telephones, wide screens, the dark, paper, and words that run from right to left."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PAGES
from tests.browser.visits import DESK, TELEPHONE, Opened


def background(page: Page) -> int:
    """How light the page's ground is, from 0 to 255."""
    colour = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    return max(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(", "))


def test_fingers_meet_what_they_mean(opened: Opened) -> None:
    page = opened(PAGES["today"].address, viewport=TELEPHONE, has_touch=True)
    page.get_by_role("navigation").get_by_role("link", name="Sources").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and their record")


def test_the_dark_is_dark_and_paper_is_white(opened: Opened) -> None:
    page = opened(PAGES["report"].address, color_scheme="light")
    assert background(page) == 255
    page.emulate_media(color_scheme="dark")
    assert background(page) < 50
    page.emulate_media(media="print", color_scheme="dark")
    assert background(page) == 255


@pytest.mark.parametrize("name", ["today", "conflict", "report", "claim"])
def test_paper_has_what_is_said_and_not_what_is_pressed(opened: Opened, name: str) -> None:
    page = opened(PAGES[name].address, viewport=DESK)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("It is no verdict.").last).to_be_visible()
    for pressed in (page.get_by_role("navigation"), page.get_by_role("button"), page.get_by_role("search")):
        expect(pressed).to_have_count(0)


def test_arabic_runs_from_right_to_left_within_an_english_page(opened: Opened) -> None:
    page = opened(PAGES["report"].address, viewport=DESK)
    arabic, english = page.get_by_text("قالت الوزارة"), page.get_by_text("The town lies in the hills")
    first_word = """one => {
        const range = document.createRange(), words = one.firstChild;
        range.setStart(words, 0); range.setEnd(words, 4);
        const at = range.getBoundingClientRect(), whole = one.getBoundingClientRect();
        return at.left + at.width / 2 > whole.left + whole.width / 2 ? "right" : "left";
    }"""
    assert [arabic.evaluate(first_word), english.evaluate(first_word)] == ["right", "left"]
