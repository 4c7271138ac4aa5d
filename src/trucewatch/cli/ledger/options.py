"""Options that several commands share."""

from datetime import date, datetime
from typing import Annotated

import typer

from trucewatch.cli.days import day, instant

LedgerAddress = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="URL",
        help="sqlite:///PATH or postgresql://...; by default TRUCEWATCH_LEDGER, else your own file.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Author = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, in a few words.")]
PublishedBy = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DAY", help="Only what was published by that day."),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        "--known-at", parser=instant, metavar="INSTANT", help="Only what was recorded by then, in UTC."
    ),
]
