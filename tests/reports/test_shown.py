import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reports.shown import shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plain words", "plain words"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x00b", "a\\x00b"),
        ("two\n  lines", "two lines"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("قالت الوزارة", "قالت الوزارة"),
    ],
)
def test_what_would_not_show_is_shown(text: str, told: str) -> None:
    assert shown(text) == told


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set(shown(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\n\r\t")
