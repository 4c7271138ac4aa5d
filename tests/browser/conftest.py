"""Chromium before a server of its own. What a page asks of another host, or complains of, fails its test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import add, served
from tests.browser.visits import SWITCHES, TONGUE, Opened, windows
from tests.web.made_up import fill
from trucewatch.ledger import open_ledger

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium")
    if found is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; CI never skips")
    return found or pytest.skip("chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=SWITCHES, env=TONGUE)
        yield started
        started.close()


@pytest.fixture(scope="package")
def ledger(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as the reader reads them, and the made-up reports of tests/web; nobody writes into it."""
    assert chromium
    path = tmp_path_factory.mktemp("browser") / "ledger.sqlite"
    add(path, ROOT / "samples")
    with open_ledger(f"sqlite:///{path}") as opened:
        fill(opened)
    return path


@pytest.fixture(scope="package")
def base(ledger: Path) -> Iterator[str]:
    with served(ledger) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Opened]:
    """Open pages in windows of their own over the ledger that all tests share."""
    with windows(browser, base) as opener:
        yield opener
