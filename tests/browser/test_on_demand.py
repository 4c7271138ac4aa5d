"""What pages fetch and do only when somebody asks: the map, the slider through the days."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import GEORGIA
from tests.browser.visits import Opened
from trucewatch.web.scripting import bundled

LAST = f"{GEORGIA}&as-of=2011-10-18"


@pytest.mark.skipif(not bundled(), reason="the map's library is not here: sh web-build/bundle.sh")
def test_nothing_of_the_map_is_fetched_before_it_is_asked_for(opened: Opened) -> None:
    asked: list[str] = []
    page = opened("/method")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(LAST)
    page.get_by_role("button", name="Open as a map to pan and zoom").scroll_into_view_if_needed()
    assert asked
    assert not [one for one in asked if "maplibre" in one or "ground" in one or "map.json" in one]


def test_a_slider_that_is_let_go_asks_for_its_day(opened: Opened) -> None:
    page = opened(LAST)
    page.get_by_role("slider", name="Move through the days of its reports").click()
    expect(page.locator(".lead").first).to_contain_text("As of 14 Oct 2011")
