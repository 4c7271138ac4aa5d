"""A folder of sheets: safe names, whole files, and what is done in it."""

import errno
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents import CallerMetadata, read_text
from trucewatch.errors import OutputError
from trucewatch.records.document import Document
from trucewatch.records.sheet import Sheet, encode_sheet
from trucewatch.scale.filing import (
    LONGEST_NAME,
    MANIFEST,
    Edition,
    Folder,
    content_id,
    safe_name,
    writable_name,
    write_whole,
)

EDITION = Edition("1", "reader-1", "codebook-1")
SHEET = encode_sheet(Sheet(doc_id="a", published_on=None))


def document(text: str = "Five soldiers died.", name: str = "a", day: date | None = None) -> Document:
    return read_text(text, name, CallerMetadata(published_on=day))


@pytest.mark.parametrize("name", ["harun-1", "Ağdam 2", "a.b", "北京", "x" * LONGEST_NAME])
def test_a_harmless_name_stays(name: str) -> None:
    assert safe_name(name) == name


HARMFUL = [
    "../x",
    "/etc/passwd",
    "a/b",
    "..",
    ".",
    "",
    "a\x00b",
    "a\nb",
    "a\x1b[1m",
    "\u202ea",
    ".x",
    "a:b",
    "x" * 300,
]


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_name_is_changed_and_stays_itself_by_a_hash(name: str) -> None:
    safe = safe_name(name)
    assert safe != name
    assert safe != safe_name(f"{name}!")
    assert safe == safe_name(name)


@given(st.text())
def test_every_name_is_one_file_of_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert Path("d", safe).parent == Path("d")
    assert safe not in {"", ".", ".."}
    assert not safe.startswith(".")
    assert 0 < len(safe.encode()) <= LONGEST_NAME
    assert safe.isprintable()


def test_two_names_that_a_file_system_takes_for_one_are_two_files(tmp_path: Path) -> None:
    folder = Folder.open(tmp_path, EDITION, again=False)
    first, second = folder.place_for("Goris"), folder.place_for("GORIS")
    assert first == "Goris.json"
    assert first.casefold() != second.casefold()
    assert folder.place_for("Goris") == first


def test_bytes_of_a_name_that_are_no_text_are_escapes() -> None:
    assert writable_name("a\udcff") == "a\\udcff"


def test_what_was_done_is_known_again(tmp_path: Path) -> None:
    folder = Folder.open(tmp_path / "new" / "sheets", EDITION, again=False)
    folder.put("a.json", content_id(document()), SHEET)
    folder.save()
    again = Folder.open(folder.path, EDITION, again=False)
    assert again.has("a.json", content_id(document()))
    assert not again.has("b.json", content_id(document()))


CHANGED = [document("Six soldiers died."), document(name="b"), document(day=date(2021, 3, 4))]


@pytest.mark.parametrize("other", CHANGED, ids=["text", "name", "day"])
def test_another_article_is_not_done(other: Document, tmp_path: Path) -> None:
    folder = Folder.open(tmp_path, EDITION, again=False)
    folder.put("a.json", content_id(document()), SHEET)
    assert not folder.has("a.json", content_id(other))


@pytest.mark.parametrize("damage", [b"", SHEET[:-4], b"{}", None], ids=["empty", "cut", "no sheet", "gone"])
def test_a_damaged_sheet_is_not_done(damage: bytes | None, tmp_path: Path) -> None:
    folder = Folder.open(tmp_path, EDITION, again=False)
    folder.put("a.json", content_id(document()), SHEET)
    path = tmp_path / "a.json"
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    assert not folder.has("a.json", content_id(document()))


@pytest.mark.parametrize("listing", ["", "{", "[]", '{"edition": 5}'])
def test_a_damaged_list_says_that_nothing_is_done(listing: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(listing)
    folder = Folder.open(tmp_path, EDITION, again=False)
    assert folder.manifest.sheets == {}
    assert json.loads((tmp_path / MANIFEST).read_text())["sheets"] == {}


@pytest.mark.parametrize(
    "edition", [Edition("2", "reader-1", "codebook-1"), Edition("1", "reader-2", "codebook-1")]
)
def test_another_edition_fills_sheets_again(edition: Edition, tmp_path: Path) -> None:
    folder = Folder.open(tmp_path, EDITION, again=False)
    folder.put("a.json", content_id(document()), SHEET)
    folder.save()
    assert Folder.open(tmp_path, edition, again=False).manifest.sheets == {}


def test_again_fills_sheets_again(tmp_path: Path) -> None:
    folder = Folder.open(tmp_path, EDITION, again=False)
    folder.put("a.json", content_id(document()), SHEET)
    folder.save()
    assert Folder.open(tmp_path, EDITION, again=True).manifest.sheets == {}


@pytest.mark.parametrize("place", ["file/sheets", "file", "/proc/sheets", "nul\x00"])
def test_a_place_that_cannot_be_a_folder_is_named(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError) as caught:
        Folder.open(tmp_path / place, EDITION, again=False)
    assert "cannot be written" in str(caught.value)
    assert str(tmp_path / place) in str(caught.value)


def test_a_file_on_a_full_disk_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"old")

    def full(place: Path, content: bytes) -> None:
        with place.open("wb") as stream:
            stream.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"old"
