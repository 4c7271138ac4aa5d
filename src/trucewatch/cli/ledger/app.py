"""`add` and `search` with their options and help; what each does is loaded only when it is asked for."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.days import day
from trucewatch.cli.ledger.groups import conflict, ledger
from trucewatch.cli.ledger.options import (
    AsJson,
    Confidence,
    FamilyName,
    FromDay,
    KnownAt,
    LedgerAddress,
    PartyNames,
    PlaceName,
    PublishedBy,
    SideName,
    SourceName,
    StanceName,
    ToDay,
    one_of,
)
from trucewatch.cli.review.groups import review


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
    source: SourceName = None,
    side: SideName = None,
    family: FamilyName = None,
    stance: StanceName = None,
    place: PlaceName = None,
    since: FromDay = None,
    until: ToDay = None,
    party: PartyNames = None,
    conflict: Annotated[
        str | None, typer.Option(metavar="NAME", help="The conflict, by its name; stands for its parties.")
    ] = None,
    min_confidence: Confidence = 0.0,
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
        family=one_of(Family, family, "--family"),
        stance=one_of(Stance, stance, "--stance"),
        place=place,
        from_day=since,
        to_day=until,
        parties=party or (),
        min_confidence=min_confidence,
        published_by=published_by,
        known_at=known_at,
    )
    search_ledger(words, filters, conflict=conflict, limit=limit, address=address, as_json=as_json)


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
