"""Bytes become text in the encoding they are in, and what is no text is refused in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.decoding import decode
from trucewatch.documents.limits import LARGEST_INPUT
from trucewatch.errors import DocumentError

RUSSIAN = (
    "Министерство обороны сообщило о гибели троих военнослужащих. "
    "Перемирие нарушено ночью, по данным ведомства."
)
PAGE = '<html><head><meta charset="windows-1251"></head><body><p>' + RUSSIAN + "</p></body></html>"
ENGLISH = "The army said it “would not” yield — ever, in the café at Goris."
DECODED = [
    (ENGLISH.encode(), "utf-8", ENGLISH),
    (b"\xef\xbb\xbf" + ENGLISH.encode(), "utf-8-sig", ENGLISH),
    (b"\xff\xfe" + ENGLISH.encode("utf-16-le"), "utf-16", ENGLISH),
    (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "utf-16", ENGLISH),
    (b"\xff\xfe\x00\x00" + ENGLISH.encode("utf-32-le"), "utf-32", ENGLISH),
    (ENGLISH.encode("cp1252"), "cp1252", ENGLISH),
    (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN),
    (PAGE.encode("cp1251"), "cp1251", PAGE),
    (
        b'<meta charset="iso-8859-1">caf\xe9 \x93so\x94 \xfe',
        "cp1252",
        '<meta charset="iso-8859-1">café “so” þ',
    ),
]


@pytest.mark.parametrize(("content", "encoding", "text"), DECODED)
def test_decoded(content: bytes, encoding: str, text: str) -> None:
    found = decode(content, where="x", is_html=text.startswith("<"))
    assert (found.encoding, found.text) == (encoding, text)
    assert content.decode(found.encoding) == text


REFUSED = [
    (b"", "empty"),
    (b" \n\t", "empty"),
    (b"\xef\xbb\xbf \n", "white space"),
    (b"The army\x00left", "NUL"),
    ("The army left.".encode("utf-16-le"), "NUL"),
    (b"\x01\x02\x03\x04\x05\x06", "binary"),
    (b"%PDF-1.4 text", "PDF"),
    (b"PK\x03\x04text", "ZIP"),
    (b"\xff\xfea", "utf-16"),
    (bytes(range(128, 256)), "encoding"),
    (b"a" * (LARGEST_INPUT + 1), "20,000,000 bytes (20 MB)"),
]


@pytest.mark.parametrize(("content", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_refused(content: bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(content, where="a.txt")
    assert words in caught.value.what
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("charset", ["unicode_escape", "punycode", "zip", "idna", "no-such"])
def test_a_page_cannot_choose_a_codec_that_is_no_encoding(charset: str) -> None:
    with pytest.raises(DocumentError):
        decode(f'<meta charset="{charset}">'.encode() + bytes(range(128, 256)), where="x", is_html=True)


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_decoded_or_refused(content: bytes, is_html: bool) -> None:  # noqa: FBT001
    try:
        found = decode(content, where="x", is_html=is_html)
    except DocumentError:
        return
    assert content.decode(found.encoding) == found.text
