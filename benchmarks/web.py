"""Pages of a large ledger under many readers: `python -m benchmarks.web [--size N] [--readers N]`.

A ledger is made as `benchmarks.ledger` makes it, with one conflict of about 2,000 claims, and served by
`trucewatch serve`. Readers on loopback each ask for one page after the other without a pause, from a mix as
of an analyst's morning. Each page is asked for before until it is whole, as the first reader of a morning
does; how long the slowest of these took is told beside.
"""

import argparse
import contextlib
import http.client
import json
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

from rich.console import Console
from rich.table import Table

from benchmarks.ledger import DYAD, measured_on_samples
from benchmarks.made_up_reports import DAYS, FIRST_DAY, Measured, reports
from trucewatch.ledger import open_ledger
from trucewatch.scale.intake import AT_ONCE

CONFLICT = 2_000
SIZE, READERS, ROUNDS = 1_000_000, 20, 60
SECTIONS = ("truce", "tolls", "incidents", "timeline", "voices")
KINDS = {
    "today": 2,
    "conflict": 6,
    "section": 4,
    "claims": 1,
    "claim": 4,
    "document": 3,
    "search": 4,
    "sources": 1,
}
"""How often each kind of page is asked for among 25."""

TO_COME = b"Still being worked out"
"""What a page says of conflicts of which so much is told that they are not summed up yet."""

READY = 120.0
"""Seconds within which the server is to answer."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of a kind of page; times in seconds, `first` of the slowest first answer."""

    kind: str
    asked: int
    median: float
    p95: float
    worst: float
    first: float
    bytes: int


def main() -> None:
    """Make the ledger, serve it, ask, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ledger", help="a ledger that an earlier run left, instead of making one")
    parser.add_argument("--out", type=Path, help="also write the figures as JSON")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measured_on_samples()
        address = chosen.ledger or f"sqlite:///{folder}/ledger.sqlite"
        if not chosen.ledger:
            fill(address, chosen.size, measured, chosen.seed)
        with served(address) as port:
            found = ask(
                port, pages(address, measured, chosen.seed), chosen.readers, chosen.rounds, chosen.seed
            )
    show(found)
    if chosen.out:
        chosen.out.write_text(json.dumps([asdict(row) for row in found], indent=1), encoding="utf-8")


def fill(address: str, size: int, measured: Measured, seed: int) -> None:
    """Fill a ledger."""
    made = reports(measured, seed=seed, asked_for=CONFLICT)
    with open_ledger(address) as ledger:
        claims = 0
        while claims < size:
            claims += ledger.add(list(islice(made, AT_ONCE)), "benchmark").claims
        ledger.name_conflict(DYAD, by="benchmark")


@contextlib.contextmanager
def served(address: str) -> Iterator[int]:
    """Serve a ledger on a free port."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "trucewatch", "serve", "--ledger", address, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            until = time.monotonic() + READY
            while not _is_listening(port):
                if time.monotonic() > until:
                    raise TimeoutError(f"no answer on port {port} within {READY:g} s")
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()


def pages(address: str, measured: Measured, seed: int) -> dict[str, list[str]]:
    """Give the addresses of each kind of page that readers ask for."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice is no secret
    days = [FIRST_DAY + timedelta(days=DAYS - 400 * back) for back in range(4)]
    with open_ledger(address) as ledger:
        held = ledger.holdings(parties=DYAD.parties)
    about = [{"name": DYAD.name}, *({"name": DYAD.name, "as-of": str(day)} for day in days)]
    claims = chance.sample([claim.id for claim in held.claims], 40)
    documents = chance.sample(sorted(held.reports), 40)
    words = chance.choices(measured.words, cum_weights=measured.weights, k=40)
    return {
        "today": ["/", f"/?as-of={days[0]}&since={days[1]}"],
        "conflict": [f"/conflict?{urlencode(one)}" for one in about],
        "section": [
            f"/conflict/part?{urlencode(one | {'section': key})}" for one in about for key in SECTIONS
        ],
        "claims": [f"/conflict/claims?{urlencode(about[0] | {'page': number})}" for number in range(1, 6)],
        "claim": [f"/claim/{one}" for one in claims],
        "document": [f"/document/{one}" for one in documents],
        "search": [f"/search?{urlencode({'words': one})}" for one in words],
        "sources": [f"/sources?{urlencode(about[0])}", "/conflicts"],
    }


def ask(port: int, addresses: dict[str, list[str]], readers: int, rounds: int, seed: int) -> list[Row]:
    """Ask for every page once, then have all readers ask at once."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as line:
        first = {kind: [ready(line, one) for one in several] for kind, several in addresses.items()}
    with ThreadPoolExecutor(readers) as together:
        read = [together.submit(reader, port, addresses, rounds, seed + number) for number in range(readers)]
        taken = [one for each in read for one in each.result()]
    return [
        row(kind, [seconds for of, seconds in taken if kind in {of, "all"}], first.get(kind, ()))
        for kind in (*addresses, "all")
    ]


def reader(port: int, addresses: dict[str, list[str]], rounds: int, seed: int) -> list[tuple[str, float]]:
    """Ask for one page after the other, as one browser."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice is no secret
    kinds = chance.choices(list(KINDS), weights=list(KINDS.values()), k=rounds)
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as line:
        return [(kind, timed(line, chance.choice(addresses[kind]))[0]) for kind in kinds]


def ready(line: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Seconds until a page is whole, and its bytes; large conflicts are told to come before."""
    begun = time.perf_counter()
    while TO_COME in (content := fetched(line, address)):
        time.sleep(1)
    return time.perf_counter() - begun, len(content)


def timed(line: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Seconds and bytes of one answer."""
    begun = time.perf_counter()
    content = fetched(line, address)
    return time.perf_counter() - begun, len(content)


def fetched(line: http.client.HTTPConnection, address: str) -> bytes:
    """Give a page."""
    line.request("GET", address)
    answer = line.getresponse()
    content = answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{address} answers {answer.status}")
    return content


def row(kind: str, seconds: Sequence[float], first: Sequence[tuple[float, int]]) -> Row:
    """Sum up what was measured of a kind."""
    told = sorted(seconds)
    slowest, largest = (max(one[0] for one in first), max(one[1] for one in first)) if first else (0.0, 0)
    return Row(kind, len(told), told[len(told) // 2], told[int(len(told) * 0.95)], told[-1], slowest, largest)


def show(found: Sequence[Row]) -> None:
    """Print the table."""
    table = Table("page", "asked", "p50", "p95", "worst", "first", "largest")
    for each in found:
        times = (f"{1000 * seconds:,.0f} ms" for seconds in (each.median, each.p95, each.worst, each.first))
        table.add_row(each.kind, str(each.asked), *times, f"{each.bytes:,}")
    Console(width=110).print(table)


def _is_listening(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    main()
