"""`trucewatch agree`: how far two folders of sheets agree."""

from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from trucewatch.cli.console import console, write_json
from trucewatch.reports.agreement import OVERALL, Agreement, Tally, agreement
from trucewatch.reports.terminal.escaping import plain


def show_agreement(gold: Path, coded: Path, *, errors: int, as_json: bool) -> None:
    """Print the figures, then at most `errors` of the rows missed.

    Errors: SheetError on a folder or sheet that can't be read
    """
    found = agreement(gold, coded)
    if as_json:
        write_json(_record(found, errors))
        return
    screen = console()
    screen.print(_table(found))
    if found.missing_sheets:
        screen.print(plain(f"sheets missing from the second folder: {', '.join(found.missing_sheets)}"))
    if found.without_text:
        screen.print(plain(f"not compared, for their articles are missing: {', '.join(found.without_text)}"))
    for miss in found.misses[:errors]:
        screen.print(plain(f"missed {miss.figure} | {miss.doc_id} | {miss.row}"), soft_wrap=True)
    left = len(found.misses) - errors
    if left > 0 and errors:
        screen.print(Text(f"and {left} more; --errors {len(found.misses)} lists all"))


def _table(found: Agreement) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("figure")
    for head in ("F1", "precision", "recall", "gold", "coded"):
        table.add_column(head, justify="right")
    for figure, tally in found.tallies.items():
        shares = (f"{share:.3f}" for share in (tally.f1, tally.precision, tally.recall))
        table.add_row(figure, *shares, str(tally.gold), str(tally.coded))
    table.add_section()
    table.add_row("overall", f"{found.overall:.3f}")
    table.caption = f"overall: the mean of {', '.join(OVERALL)}"
    return table


def _record(found: Agreement, errors: int) -> dict[str, object]:
    figures = {figure: _figures(tally) for figure, tally in found.tallies.items()}
    misses = [
        {"doc_id": miss.doc_id, "figure": miss.figure, "row": miss.row} for miss in found.misses[:errors]
    ]
    others = {"missing_sheets": found.missing_sheets, "without_text": found.without_text, "misses": misses}
    return {**figures, "overall": round(found.overall, 3), **others}


def _figures(tally: Tally) -> dict[str, float | int]:
    shares = {"f1": tally.f1, "p": tally.precision, "r": tally.recall}
    return {
        **{name: round(share, 3) for name, share in shares.items()},
        "gold": tally.gold,
        "coded": tally.coded,
    }
