"""The map that moves: opened on demand, with who says so, by keyboard; a picture stands in without it."""

import os
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Opened
from trucewatch.web.scripting import bundled

GEORGIA = "/conflict?name=Georgia-South+Ossetia&as-of=2011-10-18"
OFFER = "Open as a map to pan and zoom"


@pytest.fixture(autouse=True)
def library() -> None:
    if not bundled() and not os.environ.get("CI"):
        pytest.skip("the map's library is not here: npm is not installed")


def opened_map(opened: Opened, **how: str) -> Page:
    page = opened(GEORGIA, **how)
    page.get_by_role("button", name=OFFER).press("Enter")
    expect(page.get_by_role("button", name=OFFER)).to_have_count(0)
    expect(page.locator(".map canvas")).to_be_visible()
    return page


def test_nothing_of_it_is_fetched_before_it_is_asked_for(opened: Opened) -> None:
    asked: list[str] = []
    page = opened("/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(GEORGIA)
    page.get_by_role("button", name=OFFER).scroll_into_view_if_needed()
    assert not [one for one in asked if "maplibre" in one or "ground" in one or "map.json" in one]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_of_the_list_opens_a_window_that_says_who_says_so(opened: Opened, scheme: str) -> None:
    page = opened_map(opened, color_scheme=scheme)
    to_map = page.get_by_role("button", name="Show incident").first
    to_map.press("Enter")
    window = page.locator(".map .told")
    expect(window).to_contain_text("according to")
    expect(window.locator("a[href^='/claim/']").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(to_map).to_be_focused()


def test_what_is_on_it_can_be_chosen(opened: Opened) -> None:
    page = opened_map(opened)
    choice = page.get_by_role("checkbox", name="Incidents")
    expect(choice).to_be_checked()
    choice.press("Space")
    expect(choice).not_to_be_checked()


def test_without_scripts_the_picture_and_the_list_are_there(opened: Opened) -> None:
    page = opened(GEORGIA, java_script_enabled=False)
    expect(page.get_by_role("button", name=OFFER)).to_have_count(0)
    expect(page.locator("#incidents img")).to_have_attribute(
        "alt", re.compile("the list beside says the same")
    )
    assert page.locator("#incidents ol li").count() > 1


def test_a_slider_moves_the_page_through_the_days(opened: Opened) -> None:
    page = opened(GEORGIA)
    slider = page.get_by_role("slider", name="Move through the days of its reports")
    slider.press("ArrowLeft")
    expect(page.locator(".lead").first).to_contain_text("As of 17 Oct 2011")
