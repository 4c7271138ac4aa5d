"""Stories of people who look at what was read, decide, differ and settle it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignedIn
from tests.browser.keyboard import tab_to
from tests.browser.pages import LATER
from tests.browser.visits import Opened
from tests.web.made_up import NAME

TOLL = LATER.claims[0].id


def test_a_toll_is_corrected_by_keyboard_and_both_readings_stand(own: Opened) -> None:
    page = own(f"/claim/{TOLL}")
    tab_to(page, page.get_by_role("link", name="Review this claim"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Judge it")).to_be_visible()
    page.keyboard.press("c")
    tab_to(page, page.get_by_label("at least").first)
    page.keyboard.press("Control+a")
    page.keyboard.type("104")
    tab_to(page, page.get_by_label("Why it is to be read so"))
    page.keyboard.type("the report corrects it further down")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Recorded as entry")

    page.goto(f"/claim/{TOLL}")
    readings = page.get_by_role("table", name="Where it differs")
    expect(readings.get_by_role("row", name="at least")).to_contain_text("105")
    expect(readings.get_by_role("row", name="at least")).to_contain_text("104")
    expect(page.get_by_role("heading", level=1)).to_contain_text("105 killed")

    page.goto(f"/conflict?name={NAME}&as-of=2021-03-07")
    expect(page.get_by_role("region", name="Tolls", exact=True)).to_contain_text("104 to 105")


def test_letters_can_be_switched_off_and_never_fire_in_a_field(own: Opened) -> None:
    page = own(f"/review/{TOLL}")
    why = page.get_by_label("Why the words make no such claim")
    why.focus()
    page.keyboard.type("acq")
    expect(why).to_have_value("acq")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    expect(page.get_by_label("Why it is to be read so")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Single letters do something").uncheck()
    page.reload()
    page.keyboard.press("c")
    expect(page.get_by_label("Why it is to be read so")).to_be_hidden()


def test_two_reviewers_differ_blind_and_a_third_settles_it(several: SignedIn) -> None:
    judge(several("rae", f"/review/{TOLL}"), "Accept", "the words say so")
    page = several("sam", f"/review/{TOLL}")
    expect(page.get_by_role("main")).to_contain_text(
        "1 person judged it; you see how once you have judged it"
    )
    expect(page.get_by_role("main")).not_to_contain_text("rae")
    judge(page, "Reject", "it counts wounded too")
    expect(page.get_by_label("Decisions of people on this claim")).to_contain_text("rae")

    page = several("ana", "/review/differences")
    differing = page.get_by_role("region", name="105 killed")
    expect(differing).to_contain_text("it counts wounded too")
    differing.get_by_label("as rae has it").check()
    differing.get_by_label("Why", exact=True).fill("sam read the next sentence")
    differing.get_by_role("button", name="Settle it").click()
    expect(page.get_by_role("status").first).to_contain_text("Recorded as entry")
    expect(page.get_by_role("region", name="105 killed")).to_have_count(0)
    expect(page.get_by_role("row", name="rae and sam")).to_be_visible()

    page.goto(f"/claim/{TOLL}")
    expect(page.get_by_role("main")).to_contain_text("settles a difference")


def judge(page: Page, how: str, why: str) -> None:
    """Accept or reject the claim of a page, with a reason."""
    decision = page.get_by_role("region", name=how)
    decision.get_by_role("textbox").fill(why)
    decision.get_by_role("button").click()
    expect(page.get_by_role("status").first).to_contain_text("Recorded as entry")
