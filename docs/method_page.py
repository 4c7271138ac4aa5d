# ruff: noqa: INP001 - a script of `make docs`, no part of a package
"""The workspace's page on the method, made from `docs/method.md`; links to files beside it become words.

Usage: python docs/method_page.py
"""

import re
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
METHOD = ROOT / "docs" / "method.md"
PAGE = ROOT / "src" / "trucewatch" / "web" / "method.html"
_NO_ANCHOR = re.compile(r"[^a-z0-9 -]")


def method_page(text: str) -> str:
    """Give the method as a part of an HTML page; headings have anchors, raw HTML stays words."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = [token for token in markdown.parse(without_comments(text)) if token.type != "html_block"]
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(following.content))
        if token.type in {"th_open", "td_open"} and token.attrs.pop("style", None):
            token.attrSet("class", "count")
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if token.children:
            token.children = list(without_file_links(token.children))
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    return html


def without_comments(text: str) -> str:
    """Leave out what marks the places that programs fill in."""
    return re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)


def anchor(title: str) -> str:
    """Give a heading's anchor as repositories write it."""
    return _NO_ANCHOR.sub("", title.lower()).replace(" ", "-")


def without_file_links(tokens: list[Token]) -> list[Token]:
    """Leave the words of links that lead to files beside the page, for the workspace has no such files."""
    kept, dropped = [], False
    for token in tokens:
        if token.type == "link_open" and not str(token.attrGet("href")).startswith("#"):
            dropped = True
        elif token.type == "link_close" and dropped:
            dropped = False
        else:
            kept.append(token)
    return kept


if __name__ == "__main__":
    PAGE.write_text(method_page(METHOD.read_text(encoding="utf-8")), encoding="utf-8")
