"""`trucewatch search`: claims and reports by their words."""

from dataclasses import replace

from rich import box
from rich.table import Table

from trucewatch.cli.console import console, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.ledger import Filters, Hit, Ledger
from trucewatch.records.claim import Claim
from trucewatch.records.span import Span
from trucewatch.records.values import Party
from trucewatch.reports.gathering import meant, today
from trucewatch.reports.handed_out import found
from trucewatch.reports.terminal.escaping import plain, quoted

AROUND = 60
"""Characters that are shown before and behind the first word found in a report."""


def search_ledger(
    words: str, filters: Filters, *, conflict: str | None, limit: int, address: str | None, as_json: bool
) -> None:
    """Print the claims and reports that hold the words; `conflict` stands for its parties.

    Errors: LedgerError where there is no ledger, SituationError where there is no such conflict in it
    """
    with opened(address) as ledger:
        if conflict is not None:
            day = filters.published_by or today()
            filters = replace(filters, parties=meant(ledger, conflict, day, filters.known_at).parties)
        hits = ledger.search(words, filters, limit=limit)
        texts = {doc_id: ledger.text(doc_id) for doc_id in {hit.doc_id for hit in hits}}
        if as_json:
            write_json([found(hit, texts) for hit in hits])
        else:
            _show(hits, texts, ledger)


def _show(hits: list[Hit], texts: dict[str, str], ledger: Ledger) -> None:
    screen = console()
    if not hits:
        screen.print(plain(f"nothing found in {ledger.address}"), soft_wrap=True)
        return
    claims = Table(box=box.SIMPLE_HEAD)
    for head in ("published", "report", "about", "who says it", "words"):
        claims.add_column(head, overflow="fold")
    claims.add_column("claim", no_wrap=True)  # whole, to be copied
    reports = Table(box=box.SIMPLE_HEAD)
    for head in ("published", "report", "title", "words"):
        reports.add_column(head, overflow="fold")
    for hit in hits:
        day = str(hit.published_on or "no day")
        text = texts[hit.doc_id]
        if hit.claim is None:
            reports.add_row(*map(plain, (day, hit.name, hit.title or "")), plain(_around(hit.spans, text)))
            continue
        words = plain(quoted(hit.spans[0].quote(text)))
        about = (day, hit.name, hit.claim.family.value, _who(hit.claim))
        claims.add_row(*map(plain, about), words, plain(hit.claim.id))
    for table in (claims, reports):
        if table.row_count:
            screen.print(table)


def _who(claim: Claim) -> str:
    speaker = claim.voice.speaker
    name = "(article)" if speaker is None else speaker.name if isinstance(speaker, Party) else speaker.text
    return f"{name} {claim.voice.stance.value}"


def _around(spans: tuple[Span, ...], text: str) -> str:
    if not spans:
        return ""
    start, end = max(0, spans[0].start - AROUND), spans[0].end + AROUND
    before, behind = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{behind}"
