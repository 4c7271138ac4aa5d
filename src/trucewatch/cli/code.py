"""`trucewatch code`: coding sheets for many articles."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from rich.text import Text

from trucewatch.cli.code_progress import Progress
from trucewatch.cli.code_summary import summary
from trucewatch.cli.coder import load_coder
from trucewatch.cli.console import console
from trucewatch.cli.installed import reader_version
from trucewatch.codebook.version import codebook_version
from trucewatch.documents import count_reports, load_meta, near_duplicates, read_inputs
from trucewatch.scale.batch import Batch
from trucewatch.scale.filing import Edition, Folder
from trucewatch.settings import PACKAGE_VERSION


def code_sheets(
    inputs: Sequence[str], *, out: Path, meta: Path | None, jobs: int | None, again: bool
) -> None:
    """Write the sheets and print what became of every input.

    Errors: OutputError when the folder can't be written, DocumentError on a broken --meta file,
            ReaderError without weights; leaves with 1 when inputs failed, 130 on Ctrl-C
    """
    known = load_meta(meta) if meta is not None else {}
    edition = Edition(PACKAGE_VERSION, reader_version(), codebook_version())
    folder = Folder.open(out, edition, again=again)
    cores = jobs or cores_at_hand()
    try:
        articles = list(articles_of(inputs, meta))
        with Progress(count_reports(articles)) as progress:
            batch = Batch(folder, load_coder, cores, progress.hear)
            documents = read_inputs(articles, known, sys.stdin.buffer)
            alike = near_duplicates(batch.documents(documents))
    except KeyboardInterrupt as stop:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed again, it would only garble the end
        stopped = "stopped; the finished sheets stay, run it again to go on"
        console(stderr=True).print(Text(stopped))
        raise typer.Exit(130) from stop
    for line in summary(batch.tally, alike, out):
        console().print(Text(line), soft_wrap=True)
    if batch.tally.failures:
        raise typer.Exit(1)


def cores_at_hand() -> int:
    """Count the cores that this process may use, where the system says; else all there are."""
    may_use = getattr(os, "sched_getaffinity", None)
    return len(may_use(0)) if may_use is not None else os.cpu_count() or 1


def articles_of(inputs: Sequence[str], meta: Path | None) -> Iterator[str]:
    """Leave out the --meta file where a shell's `*` named it among the articles."""
    for item in inputs:
        if meta is None or item == "-" or Path(item).resolve() != meta.resolve():
            yield item
