"""`trucewatch` as a person starts it: reports added, a server on a free port of this machine."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TRUCEWATCH = (sys.executable, "-m", "trucewatch")
PATIENCE = 30
"""Seconds within which a server must listen, and end."""


def add(ledger: Path, reports: Path) -> None:
    """Read a folder of reports, with what its `meta.json` tells of them, into a ledger."""
    told = ("--meta", str(reports / "meta.json"), "--by", "tester")
    command = (*TRUCEWATCH, "add", str(reports), *told, "--ledger", f"sqlite:///{ledger}")
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - the project's own command


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[str]:
    """Give the address of a server over a ledger; it is ended at the end."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    command = (*TRUCEWATCH, "serve", "--port", str(port), "--ledger", f"sqlite:///{ledger}", *options)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - the same
        try:
            _wait_until_it_listens(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def _wait_until_it_listens(process: subprocess.Popen[str], port: int) -> None:
    ends_at = time.monotonic() + PATIENCE
    while time.monotonic() < ends_at:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing listens on port {port}")
