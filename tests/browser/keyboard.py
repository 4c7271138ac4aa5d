"""The keyboard alone: what the Tab key reaches, in which order, and whether it can be seen."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

MOST_STEPS = 400
"""Presses of the Tab key after which a page counts as a trap."""

_HERE = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const all = [...document.querySelectorAll("*")];
    const seen = getComputedStyle(here), box = here.getBoundingClientRect();
    return {
        order: all.indexOf(here),
        name: here.outerHTML.slice(0, 120),
        ringed: seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) >= 2,
        shown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
            && box.bottom > 0 && box.top < innerHeight,
    };
}"""

_REACHABLE = """() => {
    const all = [...document.querySelectorAll("*")];
    const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
    const chosen = one => one.type !== "radio" || one === one.form.elements[one.name].item(0) || one.checked;
    return [...document.querySelectorAll(kinds)]
        .filter(one => one.tabIndex >= 0 && one.checkVisibility() && one.type !== "hidden" && chosen(one))
        .map(one => all.indexOf(one));
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that the Tab key reached: its place in the page, whether it has a ring and is in sight."""

    order: int
    name: str
    ringed: bool
    shown: bool


def stops(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until it has gone round; several stops in one field are one.

    Errors: AssertionError where it does not come round
    """
    found: list[Stop] = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None:
            return found
        if not found or here["order"] != found[-1].order:
            found.append(Stop(**here))
    raise AssertionError(f"the Tab key is held at {found[-1].name}")


def reachable(page: Page) -> list[int]:
    """The places of all that can be used with a keyboard, in the order of the page."""
    order: list[int] = page.evaluate(_REACHABLE)
    return order


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the focus.

    Errors: AssertionError where Tab does not get there
    """
    for _ in range(MOST_STEPS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never reaches {wanted}")
