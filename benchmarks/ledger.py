"""A growing ledger on both databases: `python -m benchmarks.ledger [--sizes N...] [--seed N] [--out FILE]`.

Made-up reports (`made_up_reports.py`) are added as `trucewatch add` adds them, 32 in a durable transaction.
At each size: claims added in a second since the size before, time of a search, of the holdings and of the
situation of one conflict of about 2,000 claims, of the list of all conflicts (95 of 100 are faster), bytes
for each claim, peak memory of this process.
The picture of it is `docs/images/ledger.svg`.
"""

import argparse
import io
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.ledger_picture import draw
from benchmarks.made_up_reports import ASKED_FOR, DAYS, FIRST_DAY, Measured, measure, reports, rows
from tests.ledger.server import execute, postgresql
from trucewatch.documents import load_meta, read_inputs
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.ledger import Filters, Ledger, open_ledger
from trucewatch.ledger.upkeep.info import info
from trucewatch.pipeline import Pipeline
from trucewatch.records.claim import Family
from trucewatch.records.document import Document
from trucewatch.records.entry import Conflict
from trucewatch.records.situation import Situation
from trucewatch.records.vocabulary import Stance
from trucewatch.reports.gathering import listed
from trucewatch.scale.intake import AT_ONCE
from trucewatch.situation import situation

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000)
CONFLICT = 2_000
SEARCHES = 300
HOLDINGS = 30
DYAD = Conflict("-".join(ASKED_FOR), ASKED_FOR)


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at one size; times in seconds, sizes in bytes."""

    database: str
    claims: int
    documents: int
    added_a_second: float
    search_median: float
    search_p95: float
    search_worst: float
    holdings_claims: int
    holdings_p95: float
    situation_p95: float
    listing_p95: float
    bytes_a_claim: float
    memory: int


def main() -> None:
    """Measure both databases, print the table and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"])
    parser.add_argument("--picture", type=Path, default=ROOT / "docs" / "images" / "ledger.svg")
    parser.add_argument("--out", type=Path, help="also write the figures as JSON")
    chosen = parser.parse_args()
    measured = measured_on_samples()
    found: list[Row] = []
    for database in chosen.databases:
        found += measured_apart(database, measured, sorted(chosen.sizes), chosen.seed)
    show(found)
    draw([asdict(row) for row in found], chosen.picture)
    if chosen.out:
        chosen.out.write_text(json.dumps([asdict(row) for row in found], indent=1), encoding="utf-8")


def measured_on_samples() -> Measured:
    """Read the samples once: the shapes of claims, and how many claims make a row of a sheet."""
    pipeline = Pipeline.load()
    inputs = read_inputs([ROOT / "samples"], load_meta(ROOT / "samples" / "meta.json"), io.BytesIO())
    told = [pipeline.tell(each) for each in inputs if isinstance(each, Document)]
    claims = [claim for each in told for claim in each.claims]
    in_sheets = sum(rows(sheet_of(each.document, each.claims)) for each in told)
    return measure(claims, len(claims) / in_sheets)


def measured_apart(database: str, measured: Measured, sizes: Sequence[int], seed: int) -> list[Row]:
    """Measure one database in a process of its own, so that its memory is its own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(grow, (database, measured, sizes, seed))


def grow(database: str, measured: Measured, sizes: Sequence[int], seed: int) -> list[Row]:
    """Fill one ledger up to each size in turn, and measure it there."""
    found = []
    with ExitStack() as stack:
        address = place(database, stack)
        ledger = stack.enter_context(open_ledger(address))
        made = reports(measured, seed=seed, asked_for=CONFLICT)
        claims = 0
        for size in sizes:
            before, seconds = claims, 0.0
            while claims < size:
                batch = list(islice(made, AT_ONCE))
                begun = time.perf_counter()
                claims += ledger.add(batch, "benchmark").claims
                seconds += time.perf_counter() - begun
            if database == "PostgreSQL":
                execute(address, "VACUUM ANALYZE")  # what autovacuum does within a minute or two
            found.append(row(database, ledger, (claims - before) / seconds, measured, seed))
            print(found[-1], flush=True)
    return found


def place(database: str, stack: ExitStack) -> str:
    """Give the address of a new database, with its own durable defaults."""
    if database == "PostgreSQL":
        return stack.enter_context(postgresql(settings=()))
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    return f"sqlite:///{folder}/ledger.sqlite"


def row(database: str, ledger: Ledger, rate: float, measured: Measured, seed: int) -> Row:
    """Ask a ledger of one size."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice is no secret
    searches = sorted(timed(lambda: search(ledger, measured, chance)) for _ in range(SEARCHES))
    holdings = sorted(timed(lambda: ledger.holdings(parties=ASKED_FOR)) for _ in range(HOLDINGS))
    pictures = sorted(timed(lambda: picture_of(ledger)) for _ in range(HOLDINGS))
    listings = sorted(timed(lambda: listed(ledger, ledger.view())) for _ in range(HOLDINGS))
    with ledger.looking() as connection:
        counted = info(connection)
    claims = sum(counted.claims.values())
    return Row(
        database=database,
        claims=claims,
        documents=counted.documents,
        added_a_second=rate,
        search_median=searches[len(searches) // 2],
        search_p95=searches[int(len(searches) * 0.95)],
        search_worst=searches[-1],
        holdings_claims=len(ledger.holdings(parties=ASKED_FOR).claims),
        holdings_p95=holdings[int(len(holdings) * 0.95)],
        situation_p95=pictures[int(len(pictures) * 0.95)],
        listing_p95=listings[int(len(listings) * 0.95)],
        bytes_a_claim=counted.size / claims,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    )


def picture_of(ledger: Ledger) -> Situation:
    """The situation of the one conflict, from the ledger to the last cell."""
    return situation(ledger.holdings(parties=ASKED_FOR), DYAD, FIRST_DAY + timedelta(days=DAYS))


def search(ledger: Ledger, measured: Measured, chance: random.Random) -> None:
    """Search one to three words as they stand in reports, half of the times with one or two filters."""
    words = chance.choices(measured.words, cum_weights=measured.weights, k=chance.randint(1, 3))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    dyad = 2 * min(int(chance.paretovariate(0.5)), 399)
    narrowings: list[dict[str, Any]] = [
        {"side": f"Side {dyad}"},
        {"family": chance.choice(list(Family))},
        {"stance": chance.choice(list(Stance))},
        {"place": f"Town {chance.randrange(4_000)}"},
        {"from_day": day, "to_day": day + timedelta(days=60)},
        {"parties": (f"Side {dyad}", f"Side {dyad + 1}")},
        {"min_confidence": 0.8},
        {"published_by": day},
    ]
    some = chance.sample(narrowings, chance.choice([0, 0, 1, 2]))
    ledger.search(" ".join(words), Filters(**{name: value for each in some for name, value in each.items()}))


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def show(found: Sequence[Row]) -> None:
    """Print the table."""
    table = Table(
        "database",
        "claims",
        "added/s",
        "search p50",
        "p95",
        "worst",
        "holdings p95",
        "situation p95",
        "conflicts p95",
        "bytes/claim",
        "memory",
    )
    for each in found:
        times = (
            each.search_median,
            each.search_p95,
            each.search_worst,
            each.holdings_p95,
            each.situation_p95,
            each.listing_p95,
        )
        table.add_row(
            each.database,
            f"{each.claims:,}",
            f"{each.added_a_second:,.0f}",
            *(f"{1000 * seconds:.0f} ms" for seconds in times),
            f"{each.bytes_a_claim:,.0f}",
            f"{each.memory / 2**20:.0f} MB",
        )
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
