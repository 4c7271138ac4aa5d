"""`add` and `search` with their options and help; what each does is loaded only when it is asked for."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from trucewatch.cli.days import day
from trucewatch.cli.ledger.groups import conflict, ledger
from trucewatch.cli.ledger.options import AsJson, KnownAt, LedgerAddress, PublishedBy
from trucewatch.cli.review.groups import review

Word = TypeVar("Word", bound=StrEnum)


def add_commands(app: typer.Typer) -> None:
    """Give the command line what is about the ledger."""
    app.command()(add)
    app.command()(search)
    app.command()(situation)
    app.add_typer(ledger, name="ledger")
    app.add_typer(review, name="review")
    app.add_typer(conflict, name="conflict")


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Text, HTML or JSON Lines files, folders of them, or -."),
    ],
    address: LedgerAddress = None,
    meta: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="JSON list of what you know: doc_id, published_on, publisher, title, url."
        ),
    ] = None,
    published: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="The day on which all of them were published."),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published all of them.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many cores to read on.", show_default="all")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who adds them; by default your user name.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read reports into the ledger, each once.

    Stopped and run again, it goes on where it was. A report that can't be read is named and passed over.
    """
    from trucewatch.cli.ledger.adding import Addition, add_reports  # noqa: PLC0415 - loads the readers

    asked = Addition(inputs, meta, published, publisher, jobs, by)
    add_reports(asked, address=address, as_json=as_json)


def search(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words that must all be there, in any order.")
    ],
    address: LedgerAddress = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Who says it.")] = None,
    side: Annotated[str | None, typer.Option(metavar="NAME", help="The side of who says it.")] = None,
    family: Annotated[
        str | None, typer.Option(metavar="FAMILY", help="What it is about: casualty, truce, incident, ...")
    ] = None,
    stance: Annotated[
        str | None, typer.Option(metavar="STANCE", help="How it is said: asserts, denies, accuses, ...")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Where it is said to be.")] = None,
    since: Annotated[
        date | None,
        typer.Option("--from", parser=day, metavar="DAY", help="Said to be on that day or later."),
    ] = None,
    until: Annotated[
        date | None, typer.Option("--to", parser=day, metavar="DAY", help="Said to be on that day or before.")
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="NAME", help="A party of the conflict; give it once for each."),
    ] = None,
    conflict: Annotated[
        str | None, typer.Option(metavar="NAME", help="The conflict, by its name; stands for its parties.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="P", help="The least probability of a claim.")
    ] = 0.0,
    published_by: PublishedBy = None,
    known_at: KnownAt = None,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="The most claims and the most reports.")
    ] = 20,
    as_json: AsJson = False,
) -> None:
    """Find claims and reports by their words, the latest added first.

    Words are words: no sign among them has a meaning of its own. Without words ("") the options choose alone.
    """
    from trucewatch.cli.ledger.searching import search_ledger  # noqa: PLC0415 - loads the database
    from trucewatch.ledger import Filters  # noqa: PLC0415 - as above
    from trucewatch.records.claim import Family  # noqa: PLC0415 - --help does without
    from trucewatch.records.vocabulary import Stance  # noqa: PLC0415 - as above

    filters = Filters(
        source=source,
        side=side,
        family=_chosen(Family, family, "--family"),
        stance=_chosen(Stance, stance, "--stance"),
        place=place,
        from_day=since,
        to_day=until,
        parties=party or (),
        min_confidence=min_confidence,
        published_by=published_by,
        known_at=known_at,
    )
    search_ledger(words, filters, conflict=conflict, limit=limit, address=address, as_json=as_json)


def _chosen(words: type[Word], said: str | None, option: str) -> Word | None:
    try:
        return None if said is None else words(said)
    except ValueError as error:
        what = f"{said!r} is none of {', '.join(words)}"
        raise typer.BadParameter(what, param_hint=option) from error


def situation(
    conflict: Annotated[
        str | None,
        typer.Argument(metavar="CONFLICT", help="Its name, or two parties as A-B; none lists the conflicts."),
    ] = None,
    as_of: PublishedBy = None,
    known_at: KnownAt = None,
    address: LedgerAddress = None,
    as_json: AsJson = False,
) -> None:
    """Show what is said of a conflict as of a day, and the gaps.

    Every line is according to somebody. Without --as-of it is as of today.
    """
    from trucewatch.cli.ledger.situation import Moment, show_situation  # noqa: PLC0415 - loads the database

    show_situation(conflict, Moment(as_of, known_at), address=address, as_json=as_json)
