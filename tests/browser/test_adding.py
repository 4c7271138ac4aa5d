"""Stories of reports that somebody adds in the browser."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.visits import MOST_MILLISECONDS, Opened

TELLING = Path(__file__).parents[1] / "golden" / "retellings" / "retelling-3.txt"
READING = 6 * MOST_MILLISECONDS
"""How long a report may take to be read: the reader is loaded for the first one."""


def know(page: Page) -> None:
    """Fill in what is known of the retelling."""
    page.get_by_label("Publisher").fill("Steppe News Agency")
    page.get_by_label("Published on").fill("2024-05-20")
    page.get_by_label("Title").fill("After 147 deaths, guns fall silent")


def test_a_report_that_is_pasted_tells_of_its_truce_by_side(own: Opened) -> None:
    page = own("/")
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("The words of a report").fill(TELLING.read_text(encoding="utf-8"))
    know(page)
    page.get_by_role("button", name="Add", exact=True).click()

    expect(page.get_by_text("This page goes on by itself.")).to_be_visible()
    expect(page.get_by_role("link", name="See how far it is")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Read: 1 report", timeout=READING)
    page.get_by_role("link", name="After 147 deaths").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("After 147 deaths, guns fall silent")

    page.goto("/?as-of=2024-05-20")
    page.get_by_role("row").get_by_role("link", name="Kyrgyzstan-Tajikistan").click()
    truce = page.get_by_role("region", name="The truce", exact=True)
    by_voice = truce.get_by_role("table", name="Where it stands, according to each voice").first
    expect(by_voice.get_by_role("row", name="Kyrgyzstan holding")).to_have_count(1)
    expect(by_voice.get_by_role("row", name="Tajikistan no comment")).to_have_count(1)

    tolls = page.get_by_role("region", name="Tolls", exact=True)
    tolls.get_by_role("row", name="Nurlan Asanbekov").locator(".cite").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nurlan Asanbekov: 64 killed")
    expect(page.locator("mark")).to_contain_text("64")


def test_a_file_is_read_once_however_often_it_is_sent(own: Opened) -> None:
    page = own("/add", java_script_enabled=False)
    for _ in range(2):
        page.goto("/add")
        page.get_by_label("Files").set_input_files(TELLING)
        know(page)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("retelling-3.txt")
        until_read(page)
    page.goto("/search?words=Asanbekov")
    expect(page.get_by_role("region", name="Reports").get_by_role("listitem")).to_have_count(1)


def test_several_files_are_followed_without_a_click_and_what_is_typed_stays(own: Opened) -> None:
    page = own("/add")
    page.get_by_label("Files").set_input_files([TELLING.with_name(f"retelling-{n}.txt") for n in (1, 2)])
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Publisher").fill("Another Wire")
    for number in (1, 2):
        row = page.get_by_role("row", name=f"retelling-{number}.txt")
        expect(row).to_contain_text("1 report", timeout=READING)
    expect(page.get_by_label("Publisher")).to_have_value("Another Wire")


def test_what_can_not_be_read_is_said_and_the_words_are_kept(own: Opened) -> None:
    page = own("/add")
    page.get_by_label("Publisher").fill("Nobody's Wire")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was kept")
    expect(page.get_by_label("Publisher")).to_have_value("Nobody's Wire")


def until_read(page: Page) -> None:
    """Look how far it is, as a person without scripts does, until it is read."""
    status = page.get_by_role("status")
    for _ in range(READING // 500):
        if "Read: 1 report" in status.inner_text():
            return
        page.wait_for_timeout(500)
        page.reload()
    expect(status).to_contain_text("Read: 1 report")
