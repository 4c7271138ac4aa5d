"""Every page is one for people who hear it, in the light and in the dark: axe-core finds nothing wrong."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from starlette.routing import Match

from tests.browser.pages import FILES, PAGES
from tests.browser.visits import Opened
from trucewatch.web.app import ROUTES

AXE = Axe()


OF_COLOUR = {"runOnly": ["cat.color"]}
"""The rules that can hold in the light and be broken in the dark, where all else of a page is the same."""


def wrong_with(page: Page, rules: dict[str, list[str]] | None = None) -> dict[str, list[str]]:
    """The rules that are broken, each with the elements that break it."""
    violations = AXE.run(page, options=rules).response["violations"]
    return {one["id"]: [node["html"] for node in one["nodes"]] for one in violations}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_no_violation_light_or_dark(opened: Opened, address: str) -> None:
    page = opened(address, color_scheme="light")
    light = wrong_with(page)
    page.emulate_media(color_scheme="dark")
    assert (light, wrong_with(page, OF_COLOUR)) == ({}, {})


def test_axe_would_find_one(opened: Opened) -> None:
    page = opened("/method")
    page.locator("h1").evaluate("heading => heading.insertAdjacentHTML('afterend', '<input>')")
    assert set(wrong_with(page)) == {"label"}


def test_every_page_of_the_application_has_an_example() -> None:
    paths = {address.partition("?")[0] for address in PAGES.values()}
    scopes = [{"type": "http", "method": "GET", "path": path} for path in paths]
    without = {
        route.path for route in ROUTES if not any(route.matches(one)[0] is Match.FULL for one in scopes)
    }
    assert without == FILES
