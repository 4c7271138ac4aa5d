# ruff: noqa: INP001 - a script of `make docs`, no part of a package
"""README's pictures of the workspace, taken by Chromium of a server over the samples.

Usage: python -m docs.screens
"""

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium, launched
from tests.browser.serving import add, served

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"
GEORGIA = "/conflict?name=Georgia-South+Ossetia&as-of=2011-10-14"
COLOURS = 256
"""Colours of a picture, spread over all that it has, so that small marks keep theirs."""

DRAWING = 2_000
"""Milliseconds that a map may take to be drawn when all of it is fetched."""

DESK, TELEPHONE = (1280, 860), (360, 740)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page to be shown: its address, the window, light or dark, what to follow and press there."""

    name: str
    address: str
    window: tuple[int, int] = DESK
    scheme: str = "light"
    follow: str = ""
    press: str = ""


SCREENS = (
    Screen("today", "/?as-of=2025-06-09&since=2025-06-06"),
    Screen("conflict", GEORGIA),
    Screen("workspace", "/search?words=diplomats", follow=".hits .origin a"),
    Screen("claim", "/search?words=policemen&source=Georgian+Interior+Ministry", follow=".hits .said a"),
    Screen("review", "/review?conflict=Georgia-South+Ossetia", follow="a.button"),
    Screen("map", f"{GEORGIA}#incidents", press="Open as a map to pan and zoom"),
    Screen("telephone", GEORGIA, TELEPHONE, "dark"),
)


def main() -> None:
    """Take every picture.

    Errors: SystemExit where there is no Chromium
    """
    program = chromium()
    if program is None:
        sys.exit("docs/screens.py: chromium is not installed; the pictures of the workspace stay as they are")
    with tempfile.TemporaryDirectory() as kept, launched(program) as browser:
        ledger = Path(kept) / "ledger.sqlite"
        add(ledger, ROOT / "samples")
        with served(ledger) as base:
            for screen in SCREENS:
                take(browser, base, screen)


def take(browser: Browser, base: str, screen: Screen) -> None:
    """Take one picture and keep it small."""
    width, height = screen.window
    window = {"width": width, "height": height}
    context = browser.new_context(base_url=base, viewport=window, color_scheme=screen.scheme)
    page = context.new_page()
    page.goto(screen.address)
    if screen.follow:
        page.locator(screen.follow).first.click()
    if screen.press:
        page.get_by_role("button", name=screen.press).click()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(DRAWING)
    save(page, PICTURES / f"{screen.name}.png")
    context.close()


def save(page: Page, file: Path) -> None:
    """Write what a page shows, in few colours."""
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    seen.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
