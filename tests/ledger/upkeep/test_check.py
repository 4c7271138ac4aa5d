"""Every kind of damage is found and told with what it befell; what is whole is saved."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.ledger.made_up import told
from trucewatch.documents import read_inputs
from trucewatch.errors import LedgerError, OutputError
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.codec import decode
from trucewatch.ledger.upkeep.check import check
from trucewatch.ledger.upkeep.salvage import salvage
from trucewatch.ledger.words import mark
from trucewatch.records.claim import Claim
from trucewatch.records.document import Document
from trucewatch.records.entry import Judgement, Verdict

WORDS = "The mill burned and nobody came, the miller said, while the road stayed closed until the evening."
MANY = 40
PAGE = 4096

INDEXED = f"INSERT INTO claim_words (rowid, words) VALUES (77, '{mark('family', 'casualty')}')"  # noqa: S608 - the tests' own
DAMAGE = {
    "UPDATE document SET text = 'x' || substr(text, 2) WHERE number = 1": "its words are not those",
    "UPDATE document SET text = substr(text, 1, 20) WHERE number = 1": "its words stand outside",
    "UPDATE document SET title = 'other' WHERE number = 1": "its words are not those",
    "UPDATE document SET sha256 = 'x' WHERE number = 1": "its original is not the one",
    "UPDATE document SET offsets = original WHERE number = 1": "document",
    "UPDATE document SET about = '{}' WHERE number = 1": "cannot be read: 'title' is missing",
    "UPDATE claim SET side = 'Vastria' WHERE number = 2": "its columns differ from its record: side",
    "UPDATE claim SET claim = '[]' WHERE number = 2": "cannot be read: a part is of another kind",
    INDEXED: "casualty claims: 1 of 3 are not indexed",
    "UPDATE dyad_told SET fought = 9 WHERE reading = 2": "conflicts: 2 of 3 are not counted",
    "DELETE FROM claim WHERE number = 2": "1 of its 2 claims are there",
    "DELETE FROM entry WHERE seq = 2": "1 of 6 are missing",
    "UPDATE entry SET payload = '{' WHERE seq = 3": "entry 3: cannot be read",
    "UPDATE entry SET recorded_at = '1990-01-01T00:00:00.000000Z' WHERE seq = 5": "entry 5: was recorded",
}


@pytest.mark.parametrize(("statement", "complaint"), DAMAGE.items())
def test_each_kind_of_damage_is_found(ledger: Ledger, statement: str, complaint: str) -> None:
    ledger.add([told(number) for number in (1, 2, 3)], by="tester")
    unprotected(ledger, statement)
    with ledger.looking() as connection:
        found = [f"{problem.where}: {problem.what}" for problem in check(connection)]
    assert any(complaint in problem for problem in found), found


def unprotected(ledger: Ledger, statement: str) -> None:
    """Change what the ledger holds behind its back."""
    if (path := ledger.engine.url.database) and ledger.engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(path)) as connection:
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(statement)
            connection.commit()
        return
    with ledger.writing() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


@pytest.fixture
def filled(empty_sqlite: str) -> Path:
    with open_ledger(empty_sqlite) as ledger:
        for number in range(1, MANY + 1):
            ledger.add([told(number, words=WORDS)], by="tester")
        claim = told(1, words=WORDS).claims[0].id
        ledger.judge(Judgement(Verdict.ACCEPT, (claim,), None, "seen"), by="editor")
        ledger.judge(Judgement(Verdict.REJECT, (claim,), None, "misread"), by="other")
        ledger.adjudicate(Judgement(Verdict.ACCEPT, (claim,), None, "reads so"), by="third")
    return Path(empty_sqlite.removeprefix("sqlite:///"))


def spoil(path: Path, damaged: Callable[[int], bool]) -> None:
    content = bytearray(path.read_bytes())
    for number in range(len(content) // PAGE):
        if damaged(number):
            content[number * PAGE : (number + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


def pages_of(path: Path, table: str) -> list[int]:
    """The leaf pages of a table, from 0."""
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
        return [number - 1 for (number,) in connection.execute(asked, [table])]


def test_of_a_damaged_file_what_is_whole_is_saved(filled: Path, tmp_path: Path) -> None:
    leaves = pages_of(filled, "document")
    hurt = set(leaves[3:5])
    spoil(filled, hurt.__contains__)
    out = tmp_path / "saved.jsonl"
    saved = salvage(filled, out)
    lines = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert MANY // 2 < saved.documents == len(lines) < MANY
    assert saved.claims == 2 * saved.documents
    assert saved.lost >= MANY - saved.documents
    known = {one.document.id: one for one in (told(number, words=WORDS) for number in range(1, MANY + 1))}
    for line in lines:
        claims = [decode(json.dumps(claim), Claim) for claim in line["claims"]]
        assert sorted(claims, key=str) == sorted(known[line["doc_id"]].claims, key=str)
    entries = (tmp_path / "saved-entries.jsonl").read_text().splitlines()
    assert [json.loads(entry)["kind"] for entry in entries] == ["judgement", "judgement", "adjudication"]


def test_what_was_saved_can_be_read_again(filled: Path, tmp_path: Path) -> None:
    salvage(filled, tmp_path / "saved.jsonl")
    with (tmp_path / "empty").open("wb+") as nothing:
        again = list(read_inputs([tmp_path / "saved.jsonl"], {}, nothing))
    assert {document.id for document in again if isinstance(document, Document)} == {
        told(number, words=WORDS).document.id for number in range(1, MANY + 1)
    }


def test_damage_is_told_in_one_line_with_what_to_do(filled: Path) -> None:
    hurt = set(pages_of(filled, "document"))
    spoil(filled, hurt.__contains__)
    with open_ledger(f"sqlite:///{filled}") as ledger:
        with pytest.raises(LedgerError) as caught:
            ledger.holdings()
        assert "the file is damaged; run `trucewatch ledger salvage`" in str(caught.value)
        with pytest.raises(LedgerError, match="damaged"), ledger.looking() as connection:
            assert any("page" in problem.what or "Tree" in problem.what for problem in check(connection))
    saved = salvage(filled, filled.with_name("saved.jsonl"))
    assert saved.documents == 0


@pytest.mark.parametrize("content", [b"\0" * 10_000, b"SQLite format 3\0" + b"x" * 5_000, b"words" * 1_000])
def test_of_what_is_no_ledger_nothing_is_saved(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        open_ledger(f"sqlite:///{path}")
    with pytest.raises(LedgerError):
        salvage(path, tmp_path / "saved.jsonl")


def test_salvage_goes_over_no_file(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "saved.jsonl").write_text("mine")
    with pytest.raises(OutputError, match="cannot be written"):
        salvage(filled, tmp_path / "saved.jsonl")
    with pytest.raises(LedgerError, match="is not there"):
        salvage(tmp_path / "nothing", tmp_path / "other.jsonl")
    assert (tmp_path / "saved.jsonl").read_text() == "mine"


def test_a_file_cut_short_is_told_and_saved_from(filled: Path, tmp_path: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) * 2 // 3 // PAGE * PAGE])
    try:
        with open_ledger(f"sqlite:///{filled}") as ledger, ledger.looking() as connection:
            assert list(check(connection))
    except LedgerError as error:
        assert "damaged" in str(error)  # noqa: PT017 - it may be found by either
    saved = salvage(filled, tmp_path / "saved.jsonl")
    assert saved.is_cut
    assert MANY // 8 < saved.documents < MANY
    known = {one.document.id: one for one in (told(number, words=WORDS) for number in range(1, MANY + 1))}
    for line in (tmp_path / "saved.jsonl").read_bytes().splitlines():
        claims = [decode(json.dumps(claim), Claim) for claim in json.loads(line)["claims"]]
        assert set(claims) <= set(known[json.loads(line)["doc_id"]].claims)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.7, 0.99])
def test_however_much_is_left_of_a_file_what_is_saved_is_whole(
    filled: Path, tmp_path: Path, part: float
) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * part)])
    saved = salvage(filled, tmp_path / "saved.jsonl")
    lines = (tmp_path / "saved.jsonl").read_bytes().splitlines()
    known = {told(number, words=WORDS).document.id for number in range(1, MANY + 1)}
    assert {json.loads(line)["doc_id"] for line in lines} <= known
    assert (len(lines), saved.is_cut) == (saved.documents, True)
