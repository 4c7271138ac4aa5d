"""Stories of somebody who has to know by eight what is said, by whom, and in which words."""

import re

from playwright.sync_api import expect

from tests.browser.visits import Opened
from tests.web.made_up import NAME

GEORGIA = "/conflict?name=Georgia-South+Ossetia"


def test_who_said_105_and_in_which_words(opened: Opened) -> None:
    page = opened("/")
    page.get_by_role("searchbox").fill("105")
    page.keyboard.press("Enter")
    hit = page.locator(".hits li", has_text="105 killed")
    expect(hit).to_contain_text("Talia ministry asserts")
    hit.get_by_role("link", name="105 killed").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Talia ministry: 105 killed")
    expect(page.locator("mark")).to_have_text("105 soldiers were killed")
    page.locator(".lead").get_by_role("link", name="Toll doubles").click()

    words = page.locator(".text .m.casualty")
    expect(words).to_have_text("105 soldiers were killed")
    words.click()
    expect(page.locator(".claim:target")).to_contain_text("105 killed")


def test_a_day_back_nobody_says_where_the_truce_stands(opened: Opened) -> None:
    page = opened(f"{GEORGIA}&as-of=2011-10-12")
    truce = page.get_by_role("region", name="The truce", exact=True)
    state = truce.get_by_role("row", name=re.compile("^State"))
    expect(state.first).to_contain_text("in effect")

    page.get_by_label("As of", exact=True).fill("2011-10-11")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".lead").first).to_contain_text("11 Oct 2011")
    expect(state).to_contain_text(["unknown: nobody says where it stands"] * 2)

    page.get_by_role("link", name="report of 12 Oct 2011").click()
    expect(state.first).to_contain_text("in effect")


def test_conflicts_without_news_come_last_unless_they_are_watched(opened: Opened) -> None:
    page = opened("/?as-of=2011-10-18")
    names = page.locator(".glance h2")
    expect(names).to_have_text(["Georgia-South Ossetia", NAME])
    page.get_by_role("region", name=NAME).get_by_role("button", name="Watch").click()
    page.goto("/?as-of=2011-10-18")
    expect(names).to_have_text([NAME, "Georgia-South Ossetia"])
