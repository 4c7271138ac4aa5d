"""Chromium before servers of its own. What a page asks of another host, or complains of, fails its test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.accounts.conftest import PASSWORD
from tests.browser.chromium import chromium, launched
from tests.browser.keeping import keep, share, upload_in
from tests.browser.pages import PAGES
from tests.browser.serving import served
from tests.browser.visits import Opened, windows

HERE = Path(__file__).parent

SignedIn = Callable[[str, str], Page]
"""`signed_in(who, address)` gives a page in a window in which somebody is signed in, or "nobody"."""

SessionOf = Callable[[str], StorageState | None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: while Playwright runs, no other test could begin an event loop."""
    items.sort(key=lambda item: item.path.is_relative_to(HERE))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; CI never skips")
    with launched(program or pytest.skip("chromium is not installed: apt-get install chromium")) as started:
        yield started


@pytest.fixture(scope="session")
def kept(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that all tests read and none writes into; made only where there is a browser to show it."""
    assert browser.is_connected()
    file = tmp_path_factory.mktemp("browser") / "ledger.sqlite"
    keep(file)
    return file


@pytest.fixture(scope="session")
def base(kept: Path) -> Iterator[str]:
    with served(kept) as address:
        yield address


@pytest.fixture(scope="session")
def shared_base(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workspace that ana, an admin, rae, a reviewer, and ben, a reader, share."""
    file = tmp_path_factory.mktemp("shared") / "ledger.sqlite"
    share(kept, file)
    with served(file, "--accounts") as address:
        yield address


@pytest.fixture(scope="session")
def session_of(browser: Browser, shared_base: str) -> SessionOf:
    """Give what the browser keeps of who signed in there; nobody has to do it twice."""

    @cache
    def session(who: str) -> StorageState | None:
        if who == "nobody":
            return None
        with closing(browser.new_context(base_url=shared_base)) as context:
            page = context.new_page()
            page.goto("/sign-in")
            sign_in(page, who)
            return context.storage_state()

    return session


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Opened]:
    """Open pages of the workspace of one person."""
    with windows(browser, base) as opener:
        yield opener


@pytest.fixture
def signed_in(browser: Browser, shared_base: str, session_of: SessionOf) -> Iterator[SignedIn]:
    """Open pages of the shared workspace."""
    with windows(browser, shared_base) as opener:
        yield lambda who, address: opener(address, storage_state=session_of(who))


@pytest.fixture(scope="module", params=PAGES)
def example(request: pytest.FixtureRequest, browser: Browser, kept: Path) -> Iterator[Opened]:
    """Open one of all pages after the other, each for whom it is there."""
    one = PAGES[request.param]
    address = one.address.format(upload=upload_in(kept))
    session = request.getfixturevalue("session_of")(one.who) if one.who else None
    base: str = request.getfixturevalue("shared_base" if one.who else "base")
    with windows(browser, base) as opener:
        yield lambda **how: opener(address, storage_state=session, **how)


@pytest.fixture(scope="module")
def shown(example: Opened) -> Page:
    """The example of a page in one window for all tests of it; each sets the window as it needs it."""
    return example()


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


def sign_in(page: Page, who: str) -> None:
    """Fill the form of the page for signing in, and send it."""
    page.get_by_label("Name").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
