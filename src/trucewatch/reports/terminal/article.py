"""The whole report on one article: header, truces, the other families, and what could not be told."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from trucewatch.records.claim import Claim, TruceStep
from trucewatch.records.document import Document
from trucewatch.reports.terminal.addition import sums
from trucewatch.reports.terminal.escaping import quoted, visible
from trucewatch.reports.terminal.families import ACCORDING_TO, SECTIONS, evidence
from trucewatch.reports.terminal.header import header
from trucewatch.reports.terminal.sides import standings, truces
from trucewatch.reports.terminal.tables import Records, indented, section
from trucewatch.reports.terminal.untold import untold
from trucewatch.reports.terminal.wording import NOTHING, denied, parties, spaced, speaker, when
from trucewatch.settings import LANGUAGES_READ


def article_report(
    document: Document, claims: Sequence[Claim], *, reader_version: str, codebook: str, left_out: int = 0
) -> Group:
    """Give what one article says and according to whom, for a terminal of any width.

    Shape: families without a claim are named in one line at the end; `left_out` says how many claims
           the caller took out for their confidence
    """
    parts: list[RenderableType] = [header(document, versions=f"reader {reader_version}, codebook {codebook}")]
    parts += _truces(document, claims)
    parts += _families(document, claims)
    parts += _untold(claims)
    parts += _not_shown(document, claims, left_out)
    return Group(*parts)


def _truces(document: Document, claims: Sequence[Claim]) -> Iterator[RenderableType]:
    found = truces(claims)
    if not found:
        return
    yield section(f"Truces ({len(found)})")
    for steps in found:
        payload = steps[0].payload
        if isinstance(payload, TruceStep):
            yield Text()
            yield Text(visible(payload.label), style="bold")
            yield indented(
                Text(f"parties: {parties(payload.parties)}"), Text(f"brokers: {parties(payload.brokers)}")
            )
        yield indented(Text("where it stands, by side:", style="dim"))
        yield _standings(steps, claims, document.text)
        yield indented(Text("its steps, as they are told:", style="dim"))
        yield _steps(steps, document.text)


def _standings(steps: Sequence[Claim], claims: Sequence[Claim], text: str) -> Records:
    rows = [
        (
            standing.side,
            standing.state,
            NOTHING if standing.claim is None else when(standing.claim),
            NOTHING if standing.claim is None else evidence(standing.claim, text),
        )
        for standing in standings(steps, claims)
    ]
    return Records((ACCORDING_TO, "it stands at", "when", "words"), rows)


def _steps(steps: Sequence[Claim], text: str) -> Records:
    rows = [
        (
            speaker(step.voice),
            denied(step, spaced(step.payload.state)),
            when(step),
            evidence(step, text),
        )
        for step in steps
        if isinstance(step.payload, TruceStep)
    ]
    return Records((ACCORDING_TO, "step", "when", "words"), rows)


def _families(document: Document, claims: Sequence[Claim]) -> Iterator[RenderableType]:
    for title, family, records in SECTIONS:
        own = [claim for claim in claims if claim.family is family]
        if not own:
            continue
        yield section(f"{title} ({len(own)})", records(own, document.text))
        added = sums(own)
        if added:
            yield indented(Text("derived, said by nobody:"), *(Text(f"  {line}") for line in added))


def _untold(claims: Sequence[Claim]) -> Iterator[RenderableType]:
    found = untold(claims)
    if not found:
        return
    rows = [
        (role, visible(value.reason), str(count) if count > 1 else NOTHING, quoted(value.text))
        for (role, value), count in found.items()
    ]
    records = Records(("what", "why", "times", "words"), rows, below="why")
    yield section(f"Could not tell ({found.total()})", records)


def _not_shown(document: Document, claims: Sequence[Claim], left_out: int) -> Iterator[RenderableType]:
    """What is missing here and why: the language, the confidence asked for, or nothing found."""
    if document.metadata.language not in {*LANGUAGES_READ, None}:
        yield Text("\nNot read: the reader was not made for this language.", style="bold")
        return
    held = {claim.family for claim in claims}
    absent = [title for title, family, _ in SECTIONS if family not in held]
    titles = [*([] if truces(claims) else ["Truces"]), *absent]
    if titles:
        found = "Nothing found for" if not left_out else "Nothing left for"
        yield Text()
        yield Text(f"{found}: {', '.join(titles).lower()}", style="dim")
    if left_out:
        yield Text(f"Left out for a smaller confidence than asked for: {left_out} claims", style="dim")
