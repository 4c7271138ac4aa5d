"""`trucewatch review`: what people decide about claims."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import LedgerError
from trucewatch.ledger.codec import decode
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Entry, Judgement, Verdict
from trucewatch.reports.terminal.escaping import visible


def record_judgement(judgement: Judgement, *, by: str, address: str | None, as_json: bool) -> None:
    """Append a judgement and print its entry.

    Errors: LedgerError on a claim that is not there, or without reason or name
    """
    with opened(address) as ledger:
        show_entry(ledger.judge(judgement, by=by), as_json=as_json)


def judgement_of(verdict: Verdict, claims: Sequence[str], reason: str, instead: Path | None) -> Judgement:
    """Give a judgement as it was typed; a correction reads the claim as it should be from a file.

    Errors: LedgerError on a file that holds no claim
    """
    return Judgement(verdict, tuple(claims), _claim(instead) if instead else None, reason)


def show_entry(made: Entry, *, as_json: bool) -> None:
    """Print what was recorded."""
    if as_json:
        write_json(made)
        return
    instead = f", in place of entry {made.supersedes}" if made.supersedes else ""
    line = f"entry {made.seq}: {made.kind.value} by {made.recorded_by}{instead}"
    console().print(Text(visible(line)), soft_wrap=True)


def _claim(path: Path) -> Claim:
    try:
        return decode(path.read_text(encoding="utf-8"), Claim)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise LedgerError(what, where=str(path), advice="check the path and its rights") from error
    except ValueError as error:
        what = f"is no claim: {error}"
        advice = "take what `trucewatch search --json` writes under `claim`, and change what is wrong"
        raise LedgerError(what, where=str(path), advice=advice) from error
