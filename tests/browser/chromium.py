"""Debian's Chromium for the tests and README's pictures: it reaches no other host and speaks one tongue."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""The last one leaves the browser without names, so that nothing is reached even where a test fails. Maps are
drawn without a graphics card."""

TONGUE = {**os.environ, "LANGUAGE": "en_US"}
"""Fields of days take the month first, whatever the tongue of the machine."""


def chromium() -> str | None:
    """Give the program, None where it is not installed."""
    return shutil.which("chromium")


@contextmanager
def launched(program: str) -> Iterator[Browser]:
    """Give a browser that ends with its block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES, env=TONGUE)
        yield browser
        browser.close()
