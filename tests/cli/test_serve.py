"""`trucewatch serve` opens a ledger where it says, and says who can read it."""

import asyncio
import getpass
import socket
from pathlib import Path

import pytest
from starlette.requests import Request

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.records.account import Role
from trucewatch.scale.attendant import Attendant
from trucewatch.web.entrance.alone import Alone
from trucewatch.web.entrance.team import Team
from trucewatch.web.safety.hosts import Served
from trucewatch.web.serving import Tls
from trucewatch.web.visitor import Visitor

PASSWORD = b"tulip anvil harbour\n"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as made:
        made.add([told(3)], "tester")
    return address


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Served, object]]:
    """What would have been served, and who would have been let in."""
    found: list[tuple[Served, object]] = []

    def serve(_: Ledger, served: Served, entrance: Alone | Team, __: Tls, attendant: Attendant) -> None:
        assert attendant.trouble is None
        if isinstance(entrance, Team):
            found.append((served, Team))
            return
        admitted = asyncio.run(entrance.admit(Request({"type": "http"})))
        found.append((served, admitted.visitor))

    monkeypatch.setattr("trucewatch.cli.serve.serve", serve)
    return found


@pytest.mark.parametrize(
    ("named", "name"), [((), getpass.getuser()), (("--name", "An Analyst"), "An Analyst")]
)
def test_it_is_this_machines_alone_by_default(
    run: Run, ledger: str, started: list[tuple[Served, object]], named: tuple[str, ...], name: str
) -> None:
    ended = run("serve", "--ledger", ledger, *named)
    assert (ended.code, started) == (0, [(Served("127.0.0.1", 8000), Visitor(name, Role.ADMIN))])
    assert ended.err == f"{ledger}: open http://127.0.0.1:8000/ in a browser (Ctrl-C ends it)\n"


@pytest.mark.parametrize("host", ["192.0.2.1", "0.0.0.0", "::", "desk.example"])  # noqa: S104 - what a user may ask for
def test_nobody_else_is_let_in_without_a_name(
    run: Run, ledger: str, started: list[tuple[Served, object]], host: str
) -> None:
    ended = run("serve", "--ledger", ledger, "--host", host, "--port", "9000")
    assert (ended.code, started) == (1, [])
    assert "would let everybody who reaches this machine read and change the ledger" in ended.err


@pytest.mark.parametrize(("host", "warns"), [("127.0.0.1", False), ("192.0.2.1", True)])
def test_several_people_sign_in(
    run: Run,
    ledger: str,
    started: list[tuple[Served, object]],
    host: str,
    warns: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert run("user", "add", "ana", "--role", "admin", "--ledger", ledger, stdin=PASSWORD).code == 0
    ended = run("serve", "--ledger", ledger, "--accounts", "--host", host)
    assert (ended.code, started) == (0, [(Served(host, 8000), Team)])
    assert ("passwords and pages cross the network" in ended.err) is warns


@pytest.mark.parametrize("role", ["", "reviewer"])
def test_somebody_must_be_admin(
    run: Run, ledger: str, started: list[tuple[Served, object]], role: str
) -> None:
    if role:
        run("user", "add", "ana", "--role", role, "--ledger", ledger, stdin=PASSWORD)
    ended = run("serve", "--ledger", ledger, "--accounts")
    assert (ended.code, started) == (1, [])
    assert "has no admin who could sign in; run `trucewatch user add NAME --role admin`" in ended.err


def test_with_a_certificate_it_is_reached_by_https(
    run: Run, ledger: str, started: list[tuple[Served, object]]
) -> None:
    ended = run("serve", "--ledger", ledger, "--certificate", "c.pem", "--key", "k.pem")
    assert started[0][0] == Served("127.0.0.1", 8000, is_secure=True)
    assert "open https://127.0.0.1:8000/ in a browser" in ended.err


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        (("--accounts", "--name", "An Analyst"), "give --name or --accounts, not both"),
        (("--key", "k.pem"), "give --certificate as well"),
    ],
)
def test_what_does_not_go_together_is_refused(
    run: Run, ledger: str, started: list[tuple[Served, object]], asked: tuple[str, ...], complaint: str
) -> None:
    ended = run("serve", "--ledger", ledger, *asked)
    assert (ended.code, started) == (2, [])
    assert complaint in " ".join(ended.err.replace("│", " ").split())


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_certificate_that_is_none_is_told(
    run: Run, ledger: str, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "c.pem").write_text(content)
    ended = run("serve", "--ledger", ledger, "--certificate", tmp_path / "c.pem")
    assert ended.code == 1
    assert "c.pem: can't be used:" in ended.err
    assert ended.err.count("\n") == 2


def test_there_must_be_a_ledger(run: Run, tmp_path: Path, started: list[tuple[Served, object]]) -> None:
    ended = run("serve", "--ledger", f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert (ended.code, started) == (1, [])
    assert "is not there" in ended.err


def test_a_place_where_nobody_can_listen_is_told(run: Run, ledger: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("serve", "--ledger", ledger, "--port", str(port))
    assert ended.code == 1
    complaint = f"127.0.0.1:{port}: is taken, or no place to listen; choose another with --port or --host"
    assert ended.err.splitlines()[1:] == [complaint]
