"""What people decide about claims, typed at the terminal."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.errors import LedgerError
from trucewatch.ledger import Ledger, lookup
from trucewatch.ledger.codec import decode
from trucewatch.ledger.views import View
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Entry, Judgement, Verdict
from trucewatch.reports.terminal.escaping import visible
from trucewatch.reports.terminal.wording import NOTHING
from trucewatch.reviewing.fields import differences


def record_judgement(
    judgement: Judgement, *, by: str, address: str | None, as_json: bool, settles: bool
) -> None:
    """Append a judgement, or what settles a difference, and print its entry with what it changes.

    Errors: LedgerError on a claim that is not there, without reason or name, or where nobody differs
    """
    with opened(address) as ledger:
        made = ledger.adjudicate(judgement, by=by) if settles else ledger.judge(judgement, by=by)
        show_entry(made, as_json=as_json)
        if judgement.instead is not None and not as_json:
            _show_changes(ledger, judgement.claims[0], judgement.instead)


def _show_changes(ledger: Ledger, claim_id: str, instead: Claim) -> None:
    """Print each field that a correction reads otherwise."""
    with ledger.looking() as connection:
        kept = lookup.kept(connection, claim_id, View.at(connection, None, None))
    if kept is None:
        return
    text = ledger.text(kept.claim.provenance.doc_id)
    for one in differences(kept.claim, instead, text):
        line = f"  {one.name}: {one.was or NOTHING} -> {one.now or NOTHING}"
        console().print(Text(visible(line)), soft_wrap=True)


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
