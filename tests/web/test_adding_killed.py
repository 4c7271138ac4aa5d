"""A server that is killed loses nothing that it acknowledged, and its page says what became of everything."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import httpx

from tests.scale.readers import GATE
from tests.scale.test_attendant import are_finished, report, until, uploads
from tests.web.seen import seen
from trucewatch.ledger import open_ledger
from trucewatch.web.safety.forms import FIELD

MARK = re.compile(rf'name="{FIELD}" value="(\w+)"')


@contextmanager
def serving(address: str, port: int) -> Iterator[httpx.Client]:
    """Give a client of a server that is killed outright in the end."""
    command = [sys.executable, "-m", "tests.web.slow_server", address, str(port)]
    server = subprocess.Popen(command)  # noqa: S603 - our own module
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            until(lambda: answers(client))
            yield client
    finally:
        server.kill()
        server.wait()


def answers(client: httpx.Client) -> bool:
    try:
        return client.get("/method").is_success
    except httpx.TransportError:
        return False


def hand_in(client: httpx.Client, name: str, words: str) -> str:
    """Hand a file in, and give the address of its page once it is acknowledged."""
    mark = MARK.findall(client.get("/add").text)[0]
    files = {"file": (name, words.encode())}
    answer = client.post(
        "/add", data={FIELD: mark}, files=files, headers={"origin": str(client.base_url).rstrip("/")}
    )
    assert answer.status_code == 303
    return str(answer.headers["location"])


def begin(client: httpx.Client, port: int) -> socket.socket:
    """Send the first half of a form, and keep its connection open."""
    mark = MARK.findall(client.get("/add").text)[0]
    sending = client.build_request(
        "POST", "/add", data={FIELD: mark}, files={"file": ("half.txt", report("dam").encode())}
    )
    body = sending.read()
    head = "".join(f"{name}: {value}\r\n" for name, value in sending.headers.items())
    half = socket.create_connection(("127.0.0.1", port))
    half.sendall(f"POST /add HTTP/1.1\r\n{head}origin: http://127.0.0.1:{port}\r\n\r\n".encode())
    half.sendall(body[: len(body) // 2])
    return half


def said(client: httpx.Client, page: str) -> str:
    return seen(client.get(page).text).text


def test_what_was_acknowledged_outlives_a_kill_and_is_added_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    monkeypatch.setenv(GATE, str(gate))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    address = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving(address, port) as client:
        first = hand_in(client, "first.txt", report("mill"))
        second = hand_in(client, "second.txt", report("barn"))
        until(lambda: "It is being read" in said(client, first))
        half = begin(client, port)
    half.close()

    with serving(address, port) as client, open_ledger(address) as ledger:
        listed = said(client, "/add")
        assert ["first.txt" in listed, "second.txt" in listed, "half.txt" in listed] == [True, True, False]
        assert "What does not stand here was not received: send it again." in listed
        assert "It was received whole and is not lost" in said(client, second)
        assert "1 upload before it is to be read first" in said(client, second)
        gate.touch()  # the reader of the killed server, if it still lives, reads on as well
        until(lambda: are_finished(ledger))
        assert "Read: 1 report with 0 claims is in the ledger." in said(client, first)
        assert [one.outcome.failed for one in uploads(ledger)] == [0, 0]
        assert [entry.kind for entry in ledger.entries()].count("document") == 2
