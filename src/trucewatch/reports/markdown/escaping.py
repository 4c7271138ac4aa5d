"""Words from outside in Markdown: none of them can become markup, a link or HTML."""

import re

from trucewatch.reports.shown import shown

MARKUP = re.compile(r"[\\`*_{}\[\]#|<>&~^$]")
"""Characters that could begin markup, HTML or a table cell anywhere in a line."""

AT_THE_START = re.compile(r"^(\d+)?([-+.)=>:])")
"""What could begin a list, a rule or a quotation at the start of a line."""

BARE_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([.:])")
"""Beginnings of addresses that some dialects turn into links by themselves."""

AT_SIGN = "@"
"""What some dialects make an address of mail of."""


def escaped(text: str) -> str:
    """Give a text on one line with everything written so that it can't be taken for markup.

    Example: "<b>*x*" gives "&#60;b&#62;&#42;x&#42;"
    """
    whole = MARKUP.sub(_as_number, shown(text)).replace(AT_SIGN, "&#64;")
    whole = BARE_LINK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", whole)
    return AT_THE_START.sub(lambda found: f"{found[1] or ''}&#{ord(found[2])};", whole)


def _as_number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
