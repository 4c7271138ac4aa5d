"""`export` with its options and help; what it does is loaded only when it is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.ledger.options import (
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


def export(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The table (.csv), or - for standard output.")],
    conflict: Annotated[
        str | None, typer.Argument(metavar="CONFLICT", help="Its name; without one, every claim is taken.")
    ] = None,
    words: Annotated[
        str, typer.Option(metavar="WORDS", help="Words that must all be there, in any order.")
    ] = "",
    source: SourceName = None,
    side: SideName = None,
    family: FamilyName = None,
    stance: StanceName = None,
    place: PlaceName = None,
    since: FromDay = None,
    until: ToDay = None,
    party: PartyNames = None,
    min_confidence: Confidence = 0.0,
    published_by: PublishedBy = None,
    known_at: KnownAt = None,
    address: LedgerAddress = None,
) -> None:
    """Write claims as a table (CSV), a row for each.

    Of a conflict it has all claims of the reports that its situation is made of. Every row is what a
    source says.
    """
    if conflict is not None and party:
        raise typer.BadParameter("give CONFLICT or --party, not both", param_hint="--party")
    from trucewatch.cli.exports.writing import write_table  # noqa: PLC0415 - loads the database
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
    write_table(out, words, filters, conflict=conflict, address=address)
