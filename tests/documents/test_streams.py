"""A file that is at hand as bytes is read as the same file on the disk."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.documents import CallerMetadata, read_inputs, read_upload
from trucewatch.errors import DocumentError
from trucewatch.records.document import Document

REPORT = "The mill burned on Monday, the miller said, and nobody came until the evening of the next day."
PAGE = f"<html><body><article><h1>Mill burns</h1><p>{REPORT}</p></article></body></html>"
LINES = f'{{"id": "a", "text": "{REPORT}"}}\n\nno line\n{{"text": "{REPORT}"}}\n'
ENDINGS = (".txt", ".html", ".jsonl", ".TXT", "", ".pdf")

contents = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda words: words.encode("utf-8", "surrogatepass")),
    st.sampled_from([REPORT, PAGE, LINES]).map(str.encode),
    st.text(max_size=60).map(lambda words: PAGE.replace("Mill", words).encode("utf-8", "surrogatepass")),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(content=contents, ending=st.sampled_from(ENDINGS))
def test_bytes_are_read_as_the_file_is(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"mill{ending}"
    path.write_bytes(content)
    told = CallerMetadata(publisher="The Courier")
    on_disk = [plain(one, tmp_path) for one in read_inputs([path], {}, io.BytesIO(), of_all=told)]
    assert [plain(one, tmp_path) for one in read_upload(content, path.name, told)] == on_disk


def plain(one: Document | DocumentError, folder: Path) -> Document | str:
    return one if isinstance(one, Document) else str(one).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("mill.txt", "mill"),
        ("a/b\\mill.html", "mill"),
        ("C:\\news\\mill.txt", "mill"),
        ("../..", ".."),
        ("/", "upload"),
        ("", "upload"),
    ],
)
def test_of_a_name_only_its_last_part_counts(file_name: str, name: str) -> None:
    (document,) = read_upload(PAGE.encode(), file_name)
    assert isinstance(document, Document)
    assert document.name == name


@pytest.mark.parametrize(("words", "language"), [("Moulin.", "fr"), (REPORT, "en")])
def test_a_language_that_is_said_holds_where_the_words_are_too_few(words: str, language: str) -> None:
    (document,) = read_upload(words.encode(), "mill.txt", CallerMetadata(language="fr"))
    assert isinstance(document, Document)
    assert document.metadata.language == language
