"""Chromium before servers of its own. What a page asks of another host, or complains of, fails its test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.accounts.conftest import PASSWORD
from tests.browser.chromium import chromium, launched
from tests.browser.keeping import keep, share, upload_in
from tests.browser.pages import PAGES
from tests.browser.serving import served
from tests.browser.visits import Opened, windows

SignedIn = Callable[..., Page]
"""`signed_in(who, address, **how)` gives a page in a window in which somebody is signed in."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; CI never skips")
    with launched(program or pytest.skip("chromium is not installed: apt-get install chromium")) as started:
        yield started


@pytest.fixture(scope="package")
def kept(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that all tests read and none writes into; made only where there is a browser to show it."""
    assert browser.is_connected()
    file = tmp_path_factory.mktemp("browser") / "ledger.sqlite"
    keep(file)
    return file


@pytest.fixture(scope="package")
def base(kept: Path) -> Iterator[str]:
    with served(kept) as address:
        yield address


@pytest.fixture(scope="package")
def shared_base(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workspace that ana, an admin, rae, a reviewer, and ben, a reader, share."""
    file = tmp_path_factory.mktemp("shared") / "ledger.sqlite"
    share(kept, file)
    with served(file, "--accounts") as address:
        yield address


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Opened]:
    """Open pages of the workspace of one person."""
    with windows(browser, base) as opener:
        yield opener


@pytest.fixture(scope="package")
def cookies() -> dict[str, Any]:
    """What the browser keeps of who signed in; nobody has to do it twice."""
    return {}


@pytest.fixture
def signed_in(browser: Browser, shared_base: str, cookies: dict[str, Any]) -> Iterator[SignedIn]:
    """Open pages of the shared workspace; "nobody" opens the page for signing in."""
    with windows(browser, shared_base) as opener:

        def open_for(who: str, address: str, **how: Any) -> Page:  # noqa: ANN401 - as `Opened` takes it
            if who != "nobody" and who not in cookies:
                page = opener("/sign-in")
                sign_in(page, who)
                cookies[who] = page.context.storage_state()
            return opener(address, storage_state=cookies.get(who), **how)

        yield open_for


@pytest.fixture(params=PAGES)
def example(request: pytest.FixtureRequest, kept: Path) -> Opened:
    """Open one of all pages after the other, each for whom it is there."""
    one = PAGES[request.param]
    address = one.address.format(upload=upload_in(kept))
    if one.who:
        signed_in: SignedIn = request.getfixturevalue("signed_in")
        return lambda **how: signed_in(one.who, address, **how)
    opened: Opened = request.getfixturevalue("opened")
    return lambda **how: opened(address, **how)


def sign_in(page: Page, who: str) -> None:
    """Fill the form of the page for signing in, and send it."""
    page.get_by_label("Name").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture
def own(browser: Browser, kept: Path, tmp_path: Path) -> Iterator[Opened]:
    """Open pages over a copy of the ledger that a story may write into."""
    file = Path(shutil.copy(kept, tmp_path / "ledger.sqlite"))
    with served(file) as address, windows(browser, address) as opener:
        yield opener


@pytest.fixture
def several(browser: Browser, kept: Path, tmp_path: Path) -> Iterator[SignedIn]:
    """Open pages over a shared workspace that a story may write into."""
    share(kept, tmp_path / "ledger.sqlite")
    with served(tmp_path / "ledger.sqlite", "--accounts") as address, windows(browser, address) as opener:

        def open_for(who: str, to: str) -> Page:
            page = opener("/sign-in")
            sign_in(page, who)
            page.goto(to)
            return page

        yield open_for
