"""Windows of the browser, with what they asked of whom and what they complained of."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

Opened = Callable[..., Page]
"""`opened(address, **how)` gives a page in a window of its own; `how` is what `Browser.new_context` takes."""

TELEPHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1440, height=900)

MOST_MILLISECONDS = 10_000
"""How long the browser waits for what a story expects; far more than any page takes."""

REFUSALS = "Failed to load resource: the server responded with a status of 4"
"""What the browser writes of a page that was refused on purpose; its words are seen by the test itself."""


@dataclass
class Watch:
    """Requests to other hosts than ours, and errors of scripts or of the policy."""

    base: str
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> Page:
        """Open a page that is watched from its first request on."""
        context.on("request", self._asked)
        context.on("console", self._written)
        context.on("weberror", lambda failure: self.complaints.append(str(failure.error)))
        return context.new_page()

    def _asked(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in {"data", "blob"} and f"{asked.scheme}://{asked.netloc}" != self.base:
            self.strangers.append(request.url)

    def _written(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(REFUSALS):
            self.complaints.append(message.text)


@contextmanager
def windows(browser: Browser, base: str) -> Iterator[Opened]:
    """Open pages of one server; at the end nothing was asked of another, and no page complained."""
    watch = Watch(base)
    with ExitStack() as closing:

        def opened(address: str, **how: Any) -> Page:  # noqa: ANN401 - what the browser takes, not ours to name
            context = browser.new_context(base_url=base, reduced_motion="reduce", **how)
            closing.enter_context(context)
            context.set_default_timeout(MOST_MILLISECONDS)
            page = watch.over(context)
            page.goto(address)
            return page

        yield opened
    assert (watch.strangers, watch.complaints) == ([], [])
