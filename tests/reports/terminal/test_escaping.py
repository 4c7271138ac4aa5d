"""Nothing in an article can move the cursor, colour a line, ring the bell or turn the words round."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reports.terminal.escaping import plain, quoted, visible

HOSTILE = [
    ("a\x1b[31mb", "a\\x1b[31mb"),
    ("\x1b]0;title\x07x", "\\x1b]0;title\\x07x"),
    ("a\x9b2Jb", "a\\x9b2Jb"),
    ("one\x08\x08two", "one\\x08\\x08two"),
    ("left\u202eright", "left\\u202eright"),
    ("soft\xadhyphen", "soft\\xadhyphen"),
    ("line\u2028line", "line\\u2028line"),
    ("next\x85line", "next\\x85line"),
    ("half\ud800", "half\\ud800"),
    ("zero\u200bwidth", "zero\\u200bwidth"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE, ids=[shown for _, shown in HOSTILE])
def test_what_would_not_show_is_written_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Şuşa", "ألف", "Լեռնային Ղարաբաղ", "“so”—é", "北京"])
def test_letters_of_every_script_stay(text: str) -> None:
    assert visible(text) == text


def test_lines_and_tabs_become_one_space() -> None:
    assert visible(" a\n\n b\tc\r\nd ") == "a b c d"


def test_words_that_look_like_markup_are_words() -> None:
    text = "[bold red]x[/] :smile: [link=http://a.example]y[/link]"
    assert (plain(text).plain, plain(text).spans) == (text, [])


@given(st.text(st.characters(codec=None)))
def test_every_text_shows_on_one_line(text: str) -> None:
    shown = quoted(text)
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in shown)
    assert "\n" not in shown
