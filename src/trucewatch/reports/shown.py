"""Words from outside, made fit for a page: nothing in them is invisible or turns the line round."""

import re

from trucewatch.reports.terminal.escaping import visible

JOINERS = "\u200c\u200d\u200e\u200f\u00ad"
"""Characters that show nothing of their own but that scripts and hyphenation need, and that do no harm."""

_JOINER = re.compile(f"([{JOINERS}])")


def shown(text: str) -> str:
    r"""Give a text on one line, controls and changes of direction written as their escapes.

    Example: "a\u202eb" gives "a\\u202eb"; a zero-width joiner stays
    """
    return shown_within(text).strip()


def shown_within(text: str) -> str:
    """Give a part of a line in the same way; a blank at either end stays one, for other parts follow."""
    return "".join(part if part in JOINERS else _kept(part) for part in _JOINER.split(text))


def _kept(text: str) -> str:
    """Make visible without losing the blanks at the ends of a part."""
    if not text:
        return ""
    inner = visible(text)
    return f"{' ' * text[0].isspace()}{inner}{' ' * (text[-1].isspace() and bool(inner))}"
