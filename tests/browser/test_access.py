"""Every page is one for people who hear it, in the light and in the dark: axe-core finds nothing wrong."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from starlette.routing import Match

from tests.browser.pages import NO_PAGES, PAGES
from tests.browser.visits import Opened
from trucewatch.web.app import ROUTES, TEAM_ROUTES

AXE = Axe()


OF_COLOUR = {"runOnly": ["cat.color"]}
"""The rules that can hold in the light and be broken in the dark, where all else of a page is the same."""


def wrong_with(page: Page, rules: dict[str, list[str]] | None = None) -> dict[str, list[str]]:
    """The rules that are broken, each with the elements that break it."""
    violations = AXE.run(page, options=rules).response["violations"]
    return {one["id"]: [node["html"] for node in one["nodes"]] for one in violations}


def test_axe_finds_no_violation_light_or_dark(example: Opened) -> None:
    page = example(color_scheme="light")
    light = wrong_with(page)
    page.emulate_media(color_scheme="dark")
    assert (light, wrong_with(page, OF_COLOUR)) == ({}, {})


def test_axe_would_find_one(opened: Opened) -> None:
    page = opened("/method")
    page.locator("h1").evaluate("heading => heading.insertAdjacentHTML('afterend', '<input>')")
    assert set(wrong_with(page)) == {"label"}


def test_every_page_of_the_application_has_an_example() -> None:
    paths = {one.address.format(upload="x").partition("?")[0] for one in PAGES.values()}
    scopes = [{"type": "http", "method": "GET", "path": path} for path in paths]
    routes = [route for route in (*ROUTES, *TEAM_ROUTES) if "GET" in (route.methods or ())]
    without = {
        route.path for route in routes if not any(route.matches(one)[0] is Match.FULL for one in scopes)
    }
    assert without == NO_PAGES
