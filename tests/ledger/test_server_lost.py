"""A server that is killed outright or has no room loses nothing that was acknowledged, and is told."""

import os
import random
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.ledger.made_up import told
from tests.ledger.server import Process, execute, postgresql
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, open_ledger
from trucewatch.ledger.upkeep.check import check

KILLS = 4
SEED = 20261128
LONGEST = 0.4
"""Seconds after the first addition in which a server is killed."""


@pytest.fixture
def address() -> Iterator[str]:
    """Give an empty ledger on a server of its own that keeps what it acknowledges."""
    with postgresql(settings=()) as server:
        execute(server, "CREATE DATABASE ledger")
        yield make_url(server).set(database="ledger").render_as_string(hide_password=False)


def add_until_it_fails(ledger: Ledger, first: int, added: list[str], begun: threading.Event) -> LedgerError:
    number = first
    while True:
        one = told(number)
        try:
            ledger.add([one], by="tester")
        except LedgerError as error:
            return error
        added.append(one.document.id)
        begun.set()
        number += 1


def problems(ledger: Ledger) -> list[object]:
    with ledger.looking() as connection:
        return list(check(connection))


def test_a_server_killed_while_it_writes_keeps_every_acknowledged_report(address: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a seeded choice is no secret
    added: list[str] = []
    for trial in range(KILLS):
        server, begun = Process(address), threading.Event()
        failed: list[LedgerError] = []
        with open_ledger(address) as ledger:
            adding = threading.Thread(
                target=lambda ledger=ledger, first=1_000 * trial, begun=begun, failed=failed: failed.append(
                    add_until_it_fails(ledger, first, added, begun)
                )
            )
            adding.start()
            assert begun.wait(60)
            time.sleep(chance.uniform(0, LONGEST))
            server.kill()
            adding.join(60)
        assert failed[0].what in {"the connection is lost", "no server answers there"}
        server.start()
    with open_ledger(address) as ledger:
        assert problems(ledger) == []
        there = set(ledger.holdings().reports)
    assert set(added) <= there
    assert len(there) <= len(added) + KILLS  # what was on its way when the server was killed may be there


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a small file system of its own; only root may, and not everywhere."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0777", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:  # noqa: S603 - the system's own
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607 - as above


def fill(path: Path) -> None:
    """Take all the room that is left."""
    with suppress(OSError), path.open("wb", buffering=0) as rest:
        while True:
            rest.write(b"\0" * 65_536)


def test_a_full_disk_under_a_server_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    added: list[str] = []
    with small_disk(tmp_path / "disk", "300m") as disk, postgresql(settings=(), folder=disk) as server:
        execute(server, "CREATE DATABASE ledger")
        address = make_url(server).set(database="ledger").render_as_string(hide_password=False)
        with open_ledger(address) as ledger:
            ledger.add([told(0)], by="tester")
            filling = disk / "filling"
            fill(filling)
            error = add_until_it_fails(ledger, 1, added, threading.Event())
            assert "the disk is full; make room and run it again" in str(error)
            filling.unlink()
        with open_ledger(address) as ledger:
            ledger.add([told(99_999)], by="tester")
            assert problems(ledger) == []
            assert set(added) <= set(ledger.holdings().reports)
