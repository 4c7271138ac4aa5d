"""Every page is one for everybody: heard, without a mouse, on a telephone, without scripts, in the dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from starlette.routing import Match

from tests.browser.keyboard import reachable, stops
from tests.browser.pages import NO_PAGES, PAGES
from tests.browser.visits import DESK, TELEPHONE, Opened
from trucewatch.web.app import ROUTES, TEAM_ROUTES

AXE = Axe()
OF_COLOUR = ["cat.color"]
"""The rules that can hold in the light and be broken in the dark, where all else of a page is the same."""

BEYOND = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
    .map(one => one.outerHTML.slice(0, 120))"""


def wrong_with(page: Page, **rules: list[str]) -> dict[str, list[str]]:
    """The rules that are broken, each with the elements that break it."""
    violations = AXE.run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    return {one["id"]: [node["html"] for node in one["nodes"]] for one in violations}


def lines(page: Page) -> set[str]:
    """What a page says, line by line, without the names of what can be pressed or filled."""
    names = page.locator("button, label, summary").all_inner_texts()
    return set(page.locator("body").inner_text().splitlines()) - set(names)


def test_axe_finds_no_violation_light_or_dark(shown: Page) -> None:
    shown.set_viewport_size(DESK)
    shown.emulate_media(color_scheme="light")
    light = wrong_with(shown)
    shown.emulate_media(color_scheme="dark")
    assert (light, wrong_with(shown, runOnly=OF_COLOUR)) == ({}, {})


def test_tab_reaches_everything_in_order_and_in_sight_and_comes_round(shown: Page) -> None:
    shown.set_viewport_size(DESK)
    found = stops(shown)
    assert [stop.order for stop in found] == reachable(shown)
    assert [stop.name for stop in found if not (stop.ringed and stop.shown)] == []


def test_a_telephone_scrolls_it_in_one_direction(shown: Page) -> None:
    shown.set_viewport_size(TELEPHONE)
    wide = shown.evaluate("document.documentElement.scrollWidth")
    assert (wide, shown.evaluate(BEYOND) if wide > TELEPHONE["width"] else []) == (TELEPHONE["width"], [])


def test_it_says_all_without_scripts_that_it_says_with_them(example: Opened, shown: Page) -> None:
    if not shown.locator("script").count():
        return
    shown.set_viewport_size(DESK)
    assert lines(shown) - lines(example(java_script_enabled=False, viewport=DESK)) == set()


def test_axe_would_find_a_field_without_a_name(opened: Opened) -> None:
    page = opened("/nowhere")
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
