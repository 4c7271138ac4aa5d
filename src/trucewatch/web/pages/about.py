"""The page on the method: what claims are, what is read, how everything is worked out and measured."""

import re
from functools import cache
from importlib import resources

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.web.rendering import page

TEXT = "method.html"
"""The method as `make docs` writes it from `docs/method.md`."""

CHAPTER = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>')
"""Where a chapter begins: its place on the page and its title, both set already."""


def about_page(request: Request) -> Response:
    """Show the method."""
    return page(request, "method.html.j2", {"here": "method", "text": _text(), "chapters": _chapters()})


@cache
def _text() -> Markup:
    return Markup(resources.files("trucewatch.web").joinpath(TEXT).read_text(encoding="utf-8"))  # noqa: S704 - ours


@cache
def _chapters() -> tuple[tuple[str, Markup], ...]:
    return tuple((place, Markup(title)) for place, title in CHAPTER.findall(_text()))  # noqa: S704 - ours
