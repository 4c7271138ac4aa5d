"""`trucewatch add`: many reports into the ledger."""

import dataclasses
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import typer
from rich.text import Text

from trucewatch.cli.code import articles_of, cores_at_hand
from trucewatch.cli.code_progress import Progress
from trucewatch.cli.code_summary import noticed
from trucewatch.cli.console import console, write_json
from trucewatch.cli.installed import reader_version
from trucewatch.cli.ledger.opening import opened, user
from trucewatch.cli.ledger.reader import load_reader
from trucewatch.codebook.version import codebook_version
from trucewatch.documents import CallerMetadata, count_reports, load_meta, read_inputs
from trucewatch.ledger import Ledger
from trucewatch.reports.terminal.escaping import visible
from trucewatch.scale.intake import Intake, Versions


@dataclasses.dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added, and what is known of it."""

    inputs: Sequence[str]
    meta: Path | None
    published: date | None
    publisher: str | None
    jobs: int | None
    by: str | None


def add_reports(asked: Addition, *, address: str | None, as_json: bool) -> None:
    """Add the reports and print what became of every input.

    Errors: LedgerError when the ledger can't be written, DocumentError on a broken --meta file,
            ReaderError without weights; leaves with 1 when inputs failed, 130 on Ctrl-C
    """
    known = load_meta(asked.meta) if asked.meta is not None else {}
    of_all = CallerMetadata(published_on=asked.published, publisher=asked.publisher)
    versions = Versions(reader_version(), codebook_version())
    with opened(address, create=True) as ledger:
        try:
            articles = list(articles_of(asked.inputs, asked.meta))
            with Progress(count_reports(articles)) as progress:
                jobs = asked.jobs or cores_at_hand()
                by = asked.by or user()
                intake = Intake(ledger, versions, load_reader, jobs, progress.hear, by)
                intake.take(read_inputs(articles, known, sys.stdin.buffer, of_all=of_all))
        except KeyboardInterrupt as stop:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed again, it would only garble the end
            console(stderr=True).print(Text("stopped; what was added stays, run it again to go on"))
            raise typer.Exit(130) from stop
        _tell(intake, ledger, as_json=as_json)
    if intake.tally.failures:
        raise typer.Exit(1)


def _tell(intake: Intake, ledger: Ledger, *, as_json: bool) -> None:
    if as_json:
        failed = [dataclasses.asdict(failure) for failure in intake.tally.failures]
        write_json({"ledger": ledger.address, **dataclasses.asdict(intake.counts), "failed": failed})
        return
    for line in _summary(intake, ledger.address):
        console().print(Text(line), soft_wrap=True)


def _summary(intake: Intake, address: str) -> Iterator[str]:
    counts = intake.counts
    failed = len(intake.tally.failures)
    told = f"{counts.documents} added, {counts.already} there already, {failed} failed"
    again = counts.readings - counts.documents
    yield f"reports: {told}; in {visible(address)}"
    if again:
        yield f"read anew, for reader or codebook changed: {again}"
    yield f"claims: {counts.claims} added"
    if counts.alike:
        yield f"told alike: {counts.alike} links to reports in nearly the same words"
    yield from noticed(intake.tally, "added without claims")
