"""A killed server has kept all that it acknowledged, and a form that is sent anew is not doubled."""

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.ledger.made_up import told
from tests.web.seen import seen
from trucewatch.ledger import open_ledger
from trucewatch.ledger.upkeep.check import check
from trucewatch.records.entry import EntryKind, judgement_in
from trucewatch.web.safety.forms import FIELD

REPORTS = [told(number) for number in range(60, 120)]
CLAIMS = [claim.id for report in REPORTS for claim in report.claims]
ENOUGH = 7
"""Decisions that are acknowledged before the server is killed."""


@pytest.fixture
def address(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'killed.sqlite'}"
    with open_ledger(address) as made:
        made.add(REPORTS, "tester")
    return address


@contextmanager
def server(address: str) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    named = ("--ledger", address, "--port", str(port), "--name", "rae")
    base = f"http://127.0.0.1:{port}"
    transport = httpx.HTTPTransport(retries=12)  # it listens a moment after it was started
    with (
        subprocess.Popen(  # noqa: S603 - this project's own command
            [sys.executable, "-m", "trucewatch", "serve", *named],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process,
        httpx.Client(base_url=base, headers={"origin": base}, transport=transport, timeout=60) as client,
    ):
        yield process, client
        os.kill(process.pid, signal.SIGKILL)


def form_of(client: httpx.Client) -> dict[str, str]:
    page = seen(client.get(f"/review/{CLAIMS[0]}").text)
    mark = next(str(one["value"]) for one in page.of("input") if one.get("name") == FIELD)
    return {FIELD: mark, "verdict": "reject", "reason": "misread"}


def kept(address: str) -> list[str]:
    """The claims that were judged, in order, of a ledger in which all is well."""
    with open_ledger(address) as opened, opened.looking() as connection:
        assert list(check(connection)) == []
        made = [judgement_in(one) for one in opened.entries() if one.kind is EntryKind.JUDGEMENT]
    return [one.claims[0] for one in made if one]


def test_what_was_acknowledged_is_there_once(address: str) -> None:
    acknowledged: queue.SimpleQueue[str] = queue.SimpleQueue()
    with server(address) as (process, client):
        form = form_of(client)

        def review() -> None:
            for claim in CLAIMS:
                try:
                    answer = client.post(f"/review/{claim}", data=form)
                except httpx.HTTPError:
                    return
                if answer.status_code == 303:
                    acknowledged.put(claim)

        at_work = threading.Thread(target=review)
        at_work.start()
        told_of = [acknowledged.get(timeout=120) for _ in range(ENOUGH)]
        os.kill(process.pid, signal.SIGKILL)
        at_work.join()
    while not acknowledged.empty():
        told_of.append(acknowledged.get())
    there = kept(address)
    assert there[: len(told_of)] == told_of
    assert len(there) - len(told_of) in {0, 1}  # one may have been kept whose answer was on its way
    with server(address) as (_, client):
        form = form_of(client)
        answers = [client.post(f"/review/{claim}", data=form) for claim in CLAIMS[: len(told_of) + 1]]
        assert {answer.status_code for answer in answers} == {303}
        said = seen(client.get(answers[0].headers["location"]).text).text
    assert "nothing was added" in said
    assert kept(address) == CLAIMS[: len(told_of) + 1]
