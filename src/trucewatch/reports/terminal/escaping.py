"""Text from outside, made safe to show: nothing in it can move the cursor, colour a line or turn it round."""

import unicodedata

from rich.text import Text

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of characters that show nothing of their own: controls, bidi marks, halves of pairs."""


def visible(text: str) -> str:
    r"""Give a text on one line, every character that would not show written as its escape.

    Example: "a\x1b[31mb" gives "a\\x1b[31mb"
    """
    text = text.replace("\n", " ")
    if not text.isprintable():  # most words hide nothing
        text = "".join(map(_character, text))
    return " ".join(text.split())


def plain(text: str, *, style: str = "") -> Text:
    """Give a text in which rich finds no markup, no emoji code and no escape."""
    return Text(visible(text), style=style)


def quoted(text: str) -> str:
    """Give the very words between quotation marks."""
    return f"“{visible(text)}”"


def _character(character: str) -> str:
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) not in HIDDEN:
        return character
    return character.encode("unicode_escape").decode("ascii")
