"""`trucewatch serve` opens a ledger where it says, and says who can read it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledger.made_up import told
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.web.safety.hosts import Served


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with open_ledger(address) as made:
        made.add([told(3)], "tester")
    return address


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Served]:
    """What would have been served."""
    found: list[Served] = []

    def serve(_: Ledger, served: Served) -> None:
        found.append(served)

    monkeypatch.setattr("trucewatch.cli.serve.serve", serve)
    return found


def test_it_is_this_machines_alone_by_default(run: Run, ledger: str, started: list[Served]) -> None:
    ended = run("serve", "--ledger", ledger)
    assert (ended.code, started) == (0, [Served("127.0.0.1", 8000)])
    assert ended.err == f"{ledger}: open http://127.0.0.1:8000/ in a browser (Ctrl-C ends it)\n"


def test_it_says_so_where_others_can_read(run: Run, ledger: str, started: list[Served]) -> None:
    ended = run("serve", "--ledger", ledger, "--host", "192.0.2.1", "--port", "9000")
    assert started == [Served("192.0.2.1", 9000)]
    assert "everybody who reaches this machine can read the ledger there" in ended.err


def test_there_must_be_a_ledger(run: Run, tmp_path: Path, started: list[Served]) -> None:
    ended = run("serve", "--ledger", f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert (ended.code, started) == (1, [])
    assert "is not there" in ended.err


def test_a_place_where_nobody_can_listen_is_told(run: Run, ledger: str) -> None:
    ended = run("serve", "--ledger", ledger, "--host", "192.0.2.1")
    assert ended.code == 1
    assert (
        "192.0.2.1:8000: is taken, or no place to listen; choose another with --port or --host" in ended.err
    )
