"""The reports of a conflict with the claims and judgements that stand at one moment."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, exists, select

from trucewatch.ledger.alikeness import stories
from trucewatch.ledger.rows import claim_of, entry_of, in_order, report_of
from trucewatch.ledger.sentences import in_sentences
from trucewatch.ledger.store.tables import claim, document, entry
from trucewatch.ledger.views import View, standing
from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict, Entry, EntryKind, judgement_in
from trucewatch.records.holdings import Holdings, Report


def holdings(connection: Connection, view: View, parties: Sequence[str], places: Sequence[str]) -> Holdings:
    """Give what stands from one view; reports without a day are counted where a day is asked for."""
    chosen = standing(view, parties, places).subquery()
    about = select(*document.c["number", "id", "name", "title", "url", "publisher", "published_on"]).join(
        chosen, chosen.c.document == document.c.number
    )
    rows = connection.execute(about).all()
    undated = sum(row.published_on is None for row in rows) if view.published_by else 0
    seen = [row for row in rows if _is_seen(row.published_on, view.published_by)]
    told = stories(connection, {row.number: row.id for row in seen}, view.horizon)
    reports = sorted((report_of(row, told[row.number]) for row in seen), key=in_order)
    stored = select(claim.c.document, claim.c.claim).join(chosen, chosen.c.seq == claim.c.reading)
    if (published := view.is_published()) is not None:
        stored = stored.join(document, document.c.number == claim.c.document).where(published)
    ids = {row.number: row.id for row in seen}
    claims = [
        claim_of(text, ids[number]) for number, text in connection.execute(stored.order_by(claim.c.number))
    ]
    judgements = _about(standing_judgements(connection, view.horizon), claims)
    conflicts = standing_entries(connection, EntryKind.CONFLICT, view.horizon)
    return Holdings(
        {report.doc_id: report for report in reports},
        _in_text_order(claims, reports),
        judgements,
        tuple(naming.payload for naming in conflicts if isinstance(naming.payload, Conflict)),
        in_sentences(connection, reports, claims),
        undated,
    )


def standing_entries(connection: Connection, kind: EntryKind, horizon: int) -> list[Entry]:
    """Give the entries of a kind that no later one supersedes, in order."""
    later = entry.alias("later")
    superseded = exists().where(later.c.supersedes == entry.c.seq, later.c.seq <= horizon)
    found = select(entry).where(entry.c.kind == kind.value, entry.c.seq <= horizon, ~superseded)
    return [entry_of(row) for row in connection.execute(found.order_by(entry.c.seq))]


def standing_judgements(connection: Connection, horizon: int) -> list[Entry]:
    """Give the judgements and adjudications that no later one supersedes, in order."""
    kinds = (EntryKind.JUDGEMENT, EntryKind.ADJUDICATION)
    return sorted(
        (made for kind in kinds for made in standing_entries(connection, kind, horizon)),
        key=lambda made: made.seq,
    )


def _is_seen(published_on: date | None, published_by: date | None) -> bool:
    return published_by is None or (published_on is not None and published_on <= published_by)


def _in_text_order(claims: Iterable[Claim], reports: Iterable[Report]) -> tuple[Claim, ...]:
    place = {report.doc_id: number for number, report in enumerate(reports)}

    def where(told: Claim) -> tuple[int, int, int]:
        words = told.provenance.evidence
        return place[told.provenance.doc_id], words.start, words.end

    return tuple(sorted(claims, key=where))


def _about(judgements: Iterable[Entry], claims: Iterable[Claim]) -> tuple[Entry, ...]:
    """Keep the judgements about any of the claims."""
    ids = {told.id for told in claims}
    return tuple(
        made for made in judgements if (told := judgement_in(made)) and not ids.isdisjoint(told.claims)
    )
