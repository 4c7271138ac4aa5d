"""Options that several commands share."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from trucewatch.cli.days import day, instant

Word = TypeVar("Word", bound=StrEnum)

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
SourceName = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says it.")]
SideName = Annotated[str | None, typer.Option("--side", metavar="NAME", help="The side of who says it.")]
FamilyName = Annotated[
    str | None,
    typer.Option("--family", metavar="FAMILY", help="What it is about: casualty, truce, incident, ..."),
]
StanceName = Annotated[
    str | None,
    typer.Option("--stance", metavar="STANCE", help="How it is said: asserts, denies, accuses, ..."),
]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where it is said to be.")]
FromDay = Annotated[
    date | None,
    typer.Option("--from", parser=day, metavar="DAY", help="Said to be on that day or later."),
]
ToDay = Annotated[
    date | None, typer.Option("--to", parser=day, metavar="DAY", help="Said to be on that day or before.")
]
PartyNames = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME", help="A party of the conflict; give it once for each."),
]
Confidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0, max=1, metavar="P", help="The least probability of a claim."),
]


def one_of(words: type[Word], said: str | None, option: str) -> Word | None:
    """Give a word of a closed list, None where none is asked for.

    Errors: BadParameter on a word that is none of them
    """
    try:
        return None if said is None else words(said)
    except ValueError as error:
        what = f"{said!r} is none of {', '.join(words)}"
        raise typer.BadParameter(what, param_hint=option) from error
