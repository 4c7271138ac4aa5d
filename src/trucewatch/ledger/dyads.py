"""Which sides the reports of a ledger set against each other, added up by the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, case, func, select

from trucewatch.claims.opposing import dyads_told, summed
from trucewatch.ledger.rows import LONGEST_NAME, claim_of
from trucewatch.ledger.store.bulk import in_parts
from trucewatch.ledger.store.tables import claim, document, dyad_told, reading
from trucewatch.ledger.views import View
from trucewatch.records.claim import Claim
from trucewatch.records.holdings import Dyad

AT_ONCE = 500
"""Claims that are fetched in one go."""

Changed = Mapping[str, Claim | None]
"""Claims that people corrected, by their ids; None for those that they rejected."""


def dyads(connection: Connection, view: View, changed: Changed) -> tuple[Dyad, ...]:
    """Give the dyads that reports with a day tell of, in the order of their parties.

    Shape: as people's decisions leave them; readings of which people changed a claim are counted anew.
           Names count by their first 200 letters
    """
    anew = _readings_of(connection, view, changed)
    return summed([*_told(connection, view, anew), *_told_anew(connection, anew, changed)])


def dyads_in(claims: Iterable[Claim], published_on: date) -> tuple[Dyad, ...]:
    """Give the dyads of one report's claims under names as columns hold them."""
    told = dyads_told(claims, published_on)
    return summed(replace(dyad, parties=_shortened(dyad.parties)) for dyad in told)


def dyad_rows(claims: Iterable[Claim], reading: int, published_on: date | None) -> list[dict[str, Any]]:
    """Give the dyads of a reading as rows; a report without a day has none, for it is never folded."""
    if published_on is None:
        return []
    return [
        {
            "one": dyad.parties[0],
            "other": dyad.parties[1],
            "reading": reading,
            "published_on": published_on,
            "fought": dyad.fought,
            "in_truce": dyad.in_truce,
            "accused": dyad.accused,
            "mediated": dyad.mediated,
        }
        for dyad in dyads_in(claims, published_on)
    ]


def rows_of_readings(connection: Connection) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Give every reading that has claims with the rows that its claims make."""
    about = (claim.c.reading, document.c.id, document.c.published_on)
    stored = (
        select(*about, claim.c.claim)
        .join(document, document.c.number == claim.c.document)
        .order_by(claim.c.reading, claim.c.number)
        .execution_options(yield_per=AT_ONCE)
    )
    with connection.execute(stored) as found:
        for (seq, doc_id, published_on), rows in groupby(found, key=lambda row: row[:3]):
            yield seq, dyad_rows((claim_of(row.claim, doc_id) for row in rows), seq, published_on)


def _told(connection: Connection, view: View, but: Collection[int]) -> Iterator[Dyad]:
    """Add up what stands, but for some readings."""
    of = dyad_told.c
    against = of.fought + of.in_truce + of.accused > 0
    newest = func.coalesce(func.max(case((against, of.published_on))), func.max(of.published_on))
    counted = (func.sum(count) for count in (of.fought, of.in_truce, of.accused, of.mediated))
    found = (
        select(of.one, of.other, func.count(case((against, 1))), newest, *counted)
        .where(of.reading <= view.horizon, of.reading.not_in(view.overtaken()))
        .group_by(of.one, of.other)
    )
    if view.published_by is not None:
        found = found.where(of.published_on <= view.published_by)
    if but:  # in the statement itself, for there may be more than it takes as values
        left_out: BindParameter[int] = bindparam("but", sorted(but), expanding=True, literal_execute=True)
        found = found.where(of.reading.not_in(left_out))
    for one, other, reports, last, *counts in connection.execute(found):
        fought, in_truce, accused, mediated = map(int, counts)
        yield Dyad((one, other), fought, in_truce, accused, mediated, reports, last)


def _readings_of(connection: Connection, view: View, changed: Changed) -> dict[int, Row[Any]]:
    """Give the readings that stand with any of these claims, with their reports' ids and days."""
    found: dict[int, Row[Any]] = {}
    for some in in_parts(changed):
        rows = (
            select(reading.c.seq, document.c.id, document.c.published_on)
            .join(document, document.c.number == reading.c.document)
            .join(claim, claim.c.reading == reading.c.seq)
            .where(claim.c.id.in_(some), view.stands(), document.c.published_on.is_not(None))
        )
        if (published := view.is_published()) is not None:
            rows = rows.where(published)
        found |= {row.seq: row for row in connection.execute(rows)}
    return found


def _told_anew(connection: Connection, readings: Mapping[int, Row[Any]], changed: Changed) -> Iterator[Dyad]:
    for seq, about in readings.items():
        stored = select(claim.c.claim).where(claim.c.reading == seq).order_by(claim.c.number)
        claims = [claim_of(row.claim, about.id) for row in connection.execute(stored)]
        left = (changed.get(one.id, one) for one in claims)
        yield from dyads_in((one for one in left if one is not None), about.published_on)


def _shortened(parties: tuple[str, str]) -> tuple[str, str]:
    one, other = parties
    return one[:LONGEST_NAME], other[:LONGEST_NAME]
