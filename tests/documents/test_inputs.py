"""Many inputs are read in order, and one that fails ends no other."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.caller import CallerMetadata, caller_day, load_meta
from trucewatch.documents.inputs import count_reports, read_inputs
from trucewatch.errors import DocumentError
from trucewatch.records.document import DateSource, Document

REPORT = "The army said on Monday that three soldiers were killed near the bridge at night."
OTHER = "The ministry denied it and asked for talks in the capital next week with both sides."


def read(*inputs: str | Path, stdin: bytes = b"", **meta: CallerMetadata) -> list[Document | DocumentError]:
    return list(read_inputs(inputs, meta, io.BytesIO(stdin)))


def outcome(item: Document | DocumentError) -> str:
    return item.name if isinstance(item, Document) else f"! {item.where}"


def test_a_folder_is_read_sorted_and_to_its_depths(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.TXT", "b/deep/d.txt", "b/c.txt", "sheet.json", ".git/x.txt", ".y.txt"):
        (tmp_path / name).write_text(f"{REPORT} {name}")
    (tmp_path / "b" / "bad.txt").write_bytes(b"\x00")
    found = [outcome(item) for item in read(tmp_path)]
    assert found == ["a", f"! {tmp_path}/b/bad.txt", "c", "d", "c-2"]


def test_one_that_fails_ends_no_other(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(REPORT)
    empty = tmp_path / "empty"
    empty.mkdir()
    found = read(tmp_path / "none.txt", empty, "/dev/null", "a\x00b", good)
    assert [outcome(item) for item in found[:-1]] == [
        f"! {tmp_path}/none.txt",
        f"! {empty}",
        "! /dev/null",
        "! a\x00b",
    ]
    assert outcome(found[-1]) == "good"


def test_a_caller_of_one_name_goes_before_the_caller_of_all(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(REPORT)
    meta = {"a": CallerMetadata(publisher="Ledger")}
    of_all = CallerMetadata(published_on=date(2022, 9, 14), publisher="Post")
    found = [d for d in read_inputs([tmp_path], meta, io.BytesIO(), of_all=of_all) if isinstance(d, Document)]
    assert [(d.published_on, d.metadata.publisher) for d in found] == [
        (date(2022, 9, 14), "Ledger"),
        (date(2022, 9, 14), "Post"),
    ]


LINE = {
    "id": "one",
    "text": f'Truce "fails"\n{REPORT} \U0001f600 é',
    "title": 'Truce "fails"',
    "url": "http://example.invalid/1",
    "publisher": "Ledger",
    "published_at": "2022-09-14T10:00:00Z",
    "language": "en-GB",
    "other": {"a": [1, None]},
}


@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_a_line_of_json(ensure_ascii: bool) -> None:  # noqa: FBT001
    raw = json.dumps(LINE, ensure_ascii=ensure_ascii).encode()
    (document,) = read("-", stdin=raw)
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("one", LINE["text"])
    assert document.metadata.published.source is DateSource.METADATA
    assert (document.published_on, document.metadata.language) == (date(2022, 9, 14), "en")
    assert document.original.content == raw
    source = raw.decode()
    pairs = zip(document.original.offsets, document.text, strict=True)
    assert all(source[at] in {character, "\\"} for at, character in pairs)


def test_a_line_may_use_the_words_of_a_sheet() -> None:
    raw = json.dumps({"doc_id": "one", "published_on": "2022-09-14", "text": REPORT}).encode()
    (document,) = read("-", stdin=raw)
    assert isinstance(document, Document)
    assert (document.name, document.published_on) == ("one", date(2022, 9, 14))


def test_a_broken_line_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    page = f"<p>{REPORT}</p><p>{OTHER}</p>"
    lines = [json.dumps({"text": REPORT}), '{"text": "cut', "", json.dumps({"id": 7, "html": page})]
    path.write_text("\n".join(lines))
    found = read(path)
    assert [outcome(item) for item in found] == ["wire-1", f"! {path}, line 2", "7"]
    assert isinstance(found[2], Document)
    assert found[2].text == f"{REPORT}\n\n{OTHER}"


BROKEN = [
    "[]",
    "{}",
    "5",
    '{"text": 5}',
    '{"text": "  "}',
    '{"text": "a",}',
    '{"text": "a"} {"text": "b"}',
    '{"text": "a", "title": []}',
    '{"text" "a"}',
    "{5: 6}",
    '{"id": "x", "text": null}',
    "[" * 100_000,
    '{"text": "\\u0000 army"}',
    '{"text": "a',
    "{",
]


@pytest.mark.parametrize("line", BROKEN, ids=[line[:20] for line in BROKEN])
def test_broken_lines(line: str, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f"{line}\n{json.dumps({'id': 'good', 'text': REPORT})}\n")
    assert [outcome(item) for item in read(path)] == [f"! {path}, line 1", "good"]


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused(line: str) -> None:
    stdin = b'{"text": "Five died."}\n' + line.encode("utf-8", "surrogatepass")
    assert outcome(read("-", stdin=stdin)[0]) == "stdin-1"


def test_reports_are_counted_without_reading_them(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_bytes(b"\x00")
    (tmp_path / "b" / "sheet.json").write_text("{}")
    (tmp_path / "wire.jsonl").write_text("{}\n\n{broken\n{}")
    inputs = [tmp_path, tmp_path / "none.txt", tmp_path / "b" / "one.txt", "a\x00b"]
    assert count_reports(inputs) == 4 + 1 + 1 + 1
    assert count_reports([*inputs, "-"]) is None
    assert count_reports([]) == 0


def test_standard_input_is_one_report() -> None:
    (document,) = read("-", stdin=f"Truce fails\n{REPORT}".encode())
    assert outcome(document) == "stdin"


def test_meta(tmp_path: Path) -> None:
    path = tmp_path / "meta.json"
    path.write_text(
        json.dumps([{"doc_id": "a", "published_on": "2022-09-14", "extra": 1}, {"doc_id": "b", "title": "T"}])
    )
    assert load_meta(path) == {
        "a": CallerMetadata(published_on=date(2022, 9, 14)),
        "b": CallerMetadata(title="T"),
    }


BAD_META = [
    "{}",
    "[5]",
    '[{"doc_id": ""}]',
    '[{"doc_id": "a"}, {"doc_id": "a"}]',
    '[{"doc_id": "a", "published_on": "2022-02-31"}]',
    '[{"doc_id": "a", "title": 5}]',
    "[",
]


@pytest.mark.parametrize("text", BAD_META)
def test_bad_meta(text: str, tmp_path: Path) -> None:
    path = tmp_path / "meta.json"
    path.write_text(text)
    with pytest.raises(DocumentError, match=r"meta\.json"):
        load_meta(path)


@pytest.mark.parametrize("words", ["2022-02-31", "yesterday", "", "14/09/2022"])
def test_a_caller_day_that_is_none(words: str) -> None:
    with pytest.raises(DocumentError, match="calendar"):
        caller_day(words, where="--published")
