"""The map that pans and zooms: opened, asked and left by keyboard, with a list that says the same."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import tab_to
from tests.browser.pages import GEORGIA
from tests.browser.visits import Opened
from trucewatch.web.scripting import bundled

pytestmark = pytest.mark.skipif(not bundled(), reason="the map's library is not here: sh web-build/bundle.sh")


def on_the_map(page: Page) -> None:
    """Open the map of a page by keyboard, by way of its contents."""
    tab_to(page, page.get_by_role("navigation", name="On this page").get_by_role("link", name="Incidents"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Open as a map to pan and zoom"))
    page.keyboard.press("Enter")
    expect(page.locator(".map canvas")).to_be_visible()
    expect(page.get_by_role("button", name="Opening the map")).to_have_count(0)


def test_the_map_is_moved_and_asked_by_keyboard(opened: Opened) -> None:
    page = opened(f"{GEORGIA}&as-of=2011-10-14")
    on_the_map(page)
    rings = page.get_by_label("How inexact places are")
    tab_to(page, rings)
    page.keyboard.press("Space")
    expect(rings).not_to_be_checked()

    scale = page.locator(".maplibregl-ctrl-scale")
    before = scale.inner_text()
    tab_to(page, page.get_by_role("button", name="Zoom out"))
    page.keyboard.press("Enter")
    expect(scale).not_to_have_text(before)

    told = page.get_by_role("listitem").filter(has_text="Oct 2011")
    listed = told.filter(has=page.get_by_role("button", name="map")).first
    kind, _, day = listed.inner_text().partition(" (")[0].split(", ")
    opener = listed.get_by_role("button", name="map")
    tab_to(page, opener)
    page.keyboard.press("Enter")
    window = page.locator(".maplibregl-popup")
    expect(window).to_contain_text("according to")
    expect(window.get_by_role("link", name=f"{kind}, {day}")).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(opener).to_be_focused()


def test_everything_placed_is_in_the_list_without_the_map(opened: Opened) -> None:
    told = [
        opened(f"{GEORGIA}&as-of=2011-10-14", java_script_enabled=run)
        .get_by_role("region", name="Incidents")
        .get_by_role("listitem")
        .filter(has_text="2011")
        .count()
        for run in (True, False)
    ]
    assert told[0] == told[1] > 5
