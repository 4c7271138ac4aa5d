"""Single things of a ledger by their ids: a report, its claims, its copies, one claim and its judgements."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from trucewatch.ledger.alikeness import links_around, stories
from trucewatch.ledger.holding import standing_judgements
from trucewatch.ledger.rows import claim_of, entry_of, in_order, report_of
from trucewatch.ledger.store.bulk import in_parts
from trucewatch.ledger.store.tables import claim, document, entry, party_named, reading
from trucewatch.ledger.store.team import secret
from trucewatch.ledger.views import View
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Entry, EntryKind, judgement_in
from trucewatch.records.holdings import Report

_ABOUT = document.c["number", "id", "name", "title", "url", "publisher", "published_on"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim as the ledger keeps it; `stands` False where a newer reading of its report lacks it."""

    claim: Claim
    recorded_at: datetime
    stands: bool


def texts(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """Give the words of reports by their ids; ids that are not there are left out."""
    found: dict[str, str] = {}
    for some in in_parts(ids):
        rows = select(document.c.id, document.c.text).where(document.c.id.in_(some))
        found |= {row.id: row.text for row in connection.execute(rows)}
    return found


def claims_in(connection: Connection, doc_id: str, view: View) -> tuple[Claim, ...]:
    """Give the claims of a report's newest reading in the order of its text."""
    stored = (
        select(claim.c.claim)
        .join(reading, reading.c.seq == claim.c.reading)
        .join(document, document.c.number == reading.c.document)
        .where(document.c.id == doc_id, view.stands())
    )
    found = [claim_of(row.claim, doc_id) for row in connection.execute(stored)]
    return tuple(sorted(found, key=_place))


def claim_counts(connection: Connection, ids: Iterable[str], view: View) -> Mapping[str, int]:
    """Count the claims of reports' newest readings; a report without any is left out."""
    found: dict[str, int] = {}
    for some in in_parts(ids):
        counted = (
            select(document.c.id, func.count().label("claims"))
            .join(reading, reading.c.document == document.c.number)
            .join(claim, claim.c.reading == reading.c.seq)
            .where(document.c.id.in_(some), view.stands())
            .group_by(document.c.id)
        )
        found |= {row.id: row.claims for row in connection.execute(counted)}
    return found


def kept(connection: Connection, claim_id: str, view: View) -> Kept | None:
    """Give a claim by its id as its newest reading has it, None where there is none."""
    stored = (
        select(claim.c.claim, document.c.id, entry.c.recorded_at, view.stands().label("stands"))
        .join(reading, reading.c.seq == claim.c.reading)
        .join(document, document.c.number == claim.c.document)
        .join(entry, entry.c.seq == reading.c.seq)
        .where(claim.c.id == claim_id, reading.c.seq <= view.horizon)
        .order_by(reading.c.seq.desc())
    )
    row = connection.execute(stored).first()
    return None if row is None else Kept(claim_of(row.claim, row.id), row.recorded_at, bool(row.stands))


def report(connection: Connection, doc_id: str, view: View) -> Report | None:
    """Give a report by its id, None where there is none."""
    row = connection.execute(select(*_ABOUT).where(document.c.id == doc_id)).first()
    if row is None or row.number > view.horizon:
        return None
    return report_of(row, stories(connection, {row.number: row.id}, view.horizon)[row.number])


def copies(connection: Connection, doc_id: str, view: View) -> tuple[Report, ...]:
    """Give the other reports that tell the same story, the earliest published first."""
    number = connection.execute(select(document.c.number).where(document.c.id == doc_id)).scalar()
    if number is None:
        return ()
    linked = {one for pair in links_around(connection, [number], view.horizon) for one in pair} - {number}
    rows = connection.execute(select(*_ABOUT).where(document.c.number.in_(linked))).all()
    told = stories(connection, {row.number: row.id for row in rows}, view.horizon)
    return tuple(sorted((report_of(row, told[row.number]) for row in rows), key=in_order))


def newest_reports(connection: Connection, view: View, limit: int) -> tuple[Report, ...]:
    """Give the reports added last, without looking for their stories."""
    rows = select(*_ABOUT).where(document.c.number <= view.horizon).order_by(document.c.number.desc())
    return tuple(report_of(row, row.id) for row in connection.execute(rows.limit(limit)))


def reports(connection: Connection, ids: Sequence[str]) -> tuple[Report, ...]:
    """Give reports by their ids, in that order, without looking for their stories."""
    found: dict[str, Report] = {}
    for some in in_parts(ids):
        rows = connection.execute(select(*_ABOUT).where(document.c.id.in_(some)))
        found |= {row.id: report_of(row, row.id) for row in rows}
    return tuple(found[doc_id] for doc_id in ids if doc_id in found)


def reports_behind(connection: Connection, view: View, behind: str | None, limit: int) -> tuple[Report, ...]:
    """Give reports, the last added first, from behind the one of an id; none where there is none."""
    rows = select(*_ABOUT).where(document.c.number <= view.horizon).order_by(document.c.number.desc())
    if behind is not None:
        number = select(document.c.number).where(document.c.id == behind).scalar_subquery()
        rows = rows.where(document.c.number < number)
    found = connection.execute(rows.limit(limit)).all()
    told = stories(connection, {row.number: row.id for row in found}, view.horizon)
    return tuple(report_of(row, told[row.number]) for row in found)


def how_many_reports(connection: Connection, view: View) -> int:
    """Count the reports."""
    held = select(func.count()).select_from(document).where(document.c.number <= view.horizon)
    return connection.execute(held).scalar() or 0


def judgements_on(connection: Connection, claim_id: str, view: View) -> tuple[Entry, ...]:
    """Give the judgements and adjudications on a claim that no later one stands in for, in order."""
    return tuple(made for made in standing_judgements(connection, view.horizon) if _is_on(made, claim_id))


def history_of(connection: Connection, claim_id: str, view: View) -> tuple[Entry, ...]:
    """Give every judgement and adjudication ever made on a claim, in order."""
    kinds = (EntryKind.JUDGEMENT.value, EntryKind.ADJUDICATION.value)
    made = select(entry).where(
        entry.c.kind.in_(kinds), entry.c.seq <= view.horizon, entry.c.payload.contains(claim_id)
    )
    found = [entry_of(row) for row in connection.execute(made.order_by(entry.c.seq))]
    return tuple(one for one in found if _is_on(one, claim_id))


def reports_with(connection: Connection, claim_ids: Iterable[str]) -> frozenset[str]:
    """Give the ids of the reports in which claims stand."""
    found: set[str] = set()
    for some in in_parts(claim_ids):
        rows = select(document.c.id).join(claim, claim.c.document == document.c.number)
        found |= set(connection.execute(rows.where(claim.c.id.in_(some))).scalars())
    return frozenset(found)


def _is_on(made: Entry, claim_id: str) -> bool:
    judgement = judgement_in(made)
    return judgement is not None and claim_id in judgement.claims


def sides_named(connection: Connection, names: Collection[str]) -> frozenset[str]:
    """Give those of some names that reports name as sides."""
    named = select(party_named.c.side).where(party_named.c.side.in_(names)).distinct()
    return frozenset(connection.execute(named).scalars())


def _place(told: Claim) -> tuple[int, int, str]:
    words = told.provenance.evidence
    return words.start, words.end, told.id


def server_key(connection: Connection, name: str) -> bytes:
    """Give a key of the server that was made with the ledger's tables."""
    value: str = connection.execute(select(secret.c.value).where(secret.c.name == name)).scalar_one()
    return bytes.fromhex(value)
