"""`trucewatch user`: from the first account to what was done, with no password on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trucewatch.accounts.signing_in import sign_in
from trucewatch.ledger import open_ledger

PASSWORD = b"tulip anvil harbour\n"
OTHER = b"seven quiet lanterns\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name a new ledger in the environment."""
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    monkeypatch.setenv("TRUCEWATCH_LEDGER", address)
    monkeypatch.setenv("LOGNAME", "root-of-desk")
    return address


def signs_in(place: str, name: str, password: bytes) -> bool:
    with open_ledger(place) as ledger:
        return sign_in(ledger, name, password.decode().strip(), "192.0.2.9").secret is not None


def test_from_the_first_account_to_the_log(run: Run, place: str) -> None:
    assert run("user", "add", "ana", "--role", "admin", stdin=PASSWORD).out == "ana may sign in as admin\n"
    made = json.loads(run("user", "add", "ben", "--json", stdin=PASSWORD).out)
    assert made == {"name": "ben", "role": "reader"}
    assert signs_in(place, "ben", PASSWORD)
    assert run("user", "role", "ben", "reviewer").out == "ben is reviewer\n"
    listed = json.loads(run("user", "list", "--json").out)
    assert [(one["name"], one["role"]) for one in listed] == [("ana", "admin"), ("ben", "reviewer")]
    assert "password" not in listed[0]
    assert run("user", "password", "ben", stdin=OTHER).code == 0
    assert (signs_in(place, "ben", PASSWORD), signs_in(place, "ben", OTHER)) == (False, True)
    assert run("user", "disable", "ben").out == "ben is let in no more\n"
    assert not signs_in(place, "ben", OTHER)
    assert run("user", "enable", "ben").code == 0
    assert signs_in(place, "ben", OTHER)
    lines = json.loads(run("user", "audit", "--who", "ben", "--json").out)
    assert [line["what"] for line in lines] == [
        "signed in",
        "enabled an account",
        "gave a wrong password",
        "disabled an account",
        "signed in",
        "gave a wrong password",
        "changed a password",
        "signed in",
    ]
    newest = json.loads(run("user", "audit", "--limit", "20", "--json").out)[-1]
    assert (newest["who"], newest["about"], newest["address"]) == ("root-of-desk", "ana, admin", "terminal")
    shown = run("user", "audit").out
    assert "changed a role" in shown
    assert "ben, reader to reviewer" in shown


@pytest.mark.usefixtures("place")
def test_a_token_is_printed_once(run: Run) -> None:
    run("user", "add", "ana", "--role", "admin", stdin=PASSWORD)
    secret = run("user", "token", "ana", "nightly import", "--role", "reviewer", "--days", "7").out.strip()
    assert secret.startswith("trucewatch_")
    (told,) = json.loads(run("user", "tokens", "ana", "--json").out)
    assert (told["label"], told["role"], told["used_at"]) == ("nightly import", "reviewer", None)
    for listed in (run("user", "tokens").out, run("user", "tokens", "--json").out, run("user", "audit").out):
        assert "nightly import" in listed
        assert secret not in listed
    assert run("user", "revoke", told["id"]).code == 0
    again = run("user", "revoke", told["id"])
    assert (again.code, again.err.count("is the id of no token")) == (1, 1)
    assert json.loads(run("user", "tokens", "--json").out)[0]["revoked_at"]
    assert run("user", "tokens", "ben").out == "none\n"


@pytest.mark.parametrize(
    ("asked", "stdin", "complaint"),
    [
        (("add", "Ana"), PASSWORD, "'Ana': is no name of an account"),
        (("add", "ana"), b"short\n", "this password: has 5 characters"),
        (("add", "ana"), b"", "this password: has 0 characters"),
        (("add", "root"), PASSWORD, "root: has an account"),
        (("role", "root", "reader"), b"", "root: is the last admin"),
        (("disable", "root"), b"", "root: is the last admin"),
        (("password", "eve"), PASSWORD, "eve: has no account"),
        (("token", "eve", "x"), b"", "eve: has no account"),
        (("token", "root", "\x1b[31m"), b"", "is no name of a token"),
    ],
)
@pytest.mark.usefixtures("place")
def test_what_cannot_be_done_is_said(run: Run, asked: tuple[str, ...], stdin: bytes, complaint: str) -> None:
    run("user", "add", "root", "--role", "admin", stdin=PASSWORD)
    ended = run("user", *asked, stdin=stdin)
    assert (ended.code, ended.out) == (1, "")
    assert complaint in ended.err
    assert len(json.loads(run("user", "list", "--json").out)) == 1


@pytest.mark.usefixtures("place")
def test_a_password_is_no_argument(run: Run) -> None:
    for asked in (("add", "ana", "--password", "x"), ("add", "ana", "tulip anvil harbour")):
        assert run("user", *asked, stdin=PASSWORD).code == 2


@pytest.mark.usefixtures("place")
def test_typed_at_a_terminal_it_is_asked_for_twice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["tulip anvil harbour", "tulip anvil harbor", *["tulip anvil harbour"] * 2])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    monkeypatch.setattr("trucewatch.cli.accounts.managing.sys", Terminal())
    first = run("user", "add", "ana")
    assert (first.code, "was typed differently" in first.err) == (1, True)
    assert run("user", "add", "ana").code == 0


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        (("add", "Bad Name"), "is no name of an account"),
        (("add", "root"), "root: has an account"),
        (("password", "eve"), "eve: has no account"),
    ],
)
@pytest.mark.usefixtures("place")
def test_a_name_is_checked_before_a_password_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], complaint: str
) -> None:
    run("user", "add", "root", "--role", "admin", stdin=PASSWORD)
    monkeypatch.setattr("getpass.getpass", lambda _: pytest.fail("asked for a password"))
    monkeypatch.setattr("trucewatch.cli.accounts.managing.sys", Terminal())
    assert complaint in run("user", *asked).err


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.usefixtures("place")
def test_the_id_of_a_token_can_be_copied_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    run("user", "add", "ana", "--role", "admin", stdin=PASSWORD)
    run("user", "token", "ana", "nightly import of all that came")
    (told,) = json.loads(run("user", "tokens", "--json").out)
    monkeypatch.setenv("COLUMNS", str(columns))
    assert told["id"] in run("user", "tokens").out


class Terminal:
    """What `sys` is where somebody types."""

    class stdin:  # noqa: N801 - as sys has it
        @staticmethod
        def isatty() -> bool:
            return True


def test_nothing_is_made_where_there_is_no_ledger(run: Run, place: str) -> None:
    for asked in (("list",), ("audit",), ("tokens",), ("disable", "ana"), ("token", "ana", "x")):
        ended = run("user", *asked)
        assert ended.code == 1
        assert "is not there" in ended.err
    with pytest.raises(FileNotFoundError):
        Path(place.removeprefix("sqlite:///")).stat()
