"""`trucewatch search`: claims and reports by their words."""

from dataclasses import dataclass, fields, replace

from rich.text import Text

from trucewatch.cli.console import console, write_bytes, write_json
from trucewatch.cli.ledger.opening import opened
from trucewatch.ledger import Filters, Hit, Ledger
from trucewatch.ledger.holding import standing_judgements
from trucewatch.ledger.lookup import texts
from trucewatch.records.claim import Claim
from trucewatch.records.situation import Judged
from trucewatch.records.span import Span
from trucewatch.records.values import Party
from trucewatch.reports.gathering import meant, today
from trucewatch.reports.handed_out import found as handed_out
from trucewatch.reports.terminal.escaping import plain, quoted, visible
from trucewatch.situation.judging import laid
from trucewatch.web.telling.judged import by_claim, in_short

AROUND = 60
"""Characters that are shown before and behind the first word found in a report."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the text in which it stands, and what a person decided about it."""

    hit: Hit
    text: str
    judged: tuple[Judged, ...]


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
        found = _found(ledger, words, filters, limit)
    if as_json:
        write_json([_record(one) for one in found])
    elif not found:
        console().print(plain(f"nothing found in {ledger.address}"), soft_wrap=True)
    else:
        _show(found)


def _found(ledger: Ledger, words: str, filters: Filters, limit: int) -> list[Found]:
    hits = ledger.search(words, filters, limit=limit)
    view = ledger.view(known_at=filters.known_at)
    with ledger.looking() as connection:
        held = texts(connection, {hit.doc_id for hit in hits})
        judged = by_claim(laid(standing_judgements(connection, view.horizon)).listed)
    decided = [judged.get(hit.claim.id, ()) if hit.claim else () for hit in hits]
    return [Found(hit, held[hit.doc_id], one) for hit, one in zip(hits, decided, strict=True)]


def _record(found: Found) -> dict[str, object]:
    told = handed_out(found.hit, {found.hit.doc_id: found.text})
    return {**{field.name: getattr(told, field.name) for field in fields(told)}, "judged": found.judged}


def _show(found: list[Found]) -> None:
    """Print a line with tabs for each where a program reads, else a few lines that fit any width."""
    screen = console()
    rows = [tuple(map(visible, _fields(one))) for one in found]
    if not screen.is_terminal:
        write_bytes("\n".join(map("\t".join, rows)).encode())
        return
    for day, name, about, who, words, decided, number in rows:
        screen.print(Text(f"{day}  {name}  {about}  {who}", style="bold"), Text(f"  {words}"), sep="\n")
        if decided:
            screen.print(Text(f"  {decided}", style="bold"))
        screen.print(Text(f"  {number}", style="dim"), soft_wrap=True)


def _fields(found: Found) -> tuple[str, ...]:
    """The day, the report, what it is about, who says it or the title, words, what is decided, the id."""
    hit = found.hit
    about = str(hit.published_on or "no day"), hit.name
    if hit.claim is None:
        return (*about, "report", hit.title or "", _around(hit.spans, found.text), "", hit.doc_id)
    words = quoted(hit.spans[0].quote(found.text))
    who = hit.claim.family.value, _who(hit.claim)
    return (*about, *who, words, in_short(found.judged, found.text), hit.claim.id)


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
