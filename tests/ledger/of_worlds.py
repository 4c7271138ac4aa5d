"""Invented worlds of `tests/situation` as reports that a ledger takes."""

import dataclasses
from typing import Any

from tests.situation.worlds import STEP, Told, World
from trucewatch.documents import CallerMetadata, read_text
from trucewatch.ledger import Ledger, ReadDocument
from trucewatch.records.entry import Judgement

LENGTH = 7 * STEP


def fill(ledger: Ledger, world: World, *, reader: str = "reader-1") -> None:
    """Add a world's reports, its judgements and the conflicts that it names."""
    ledger.add([read(told, reader) for told in world.reports], by="tester")
    for entry in world.judgements:
        if isinstance(entry.payload, Judgement):
            ledger.judge(entry.payload, by="tester")
    for conflict in world.conflicts:
        ledger.name_conflict(conflict, by="tester")


def read(told: Told, reader: str) -> ReadDocument:
    """Give one report with its claims at the same places of a text of its own."""
    report = told.report
    text = f"Report {report.doc_id}. {'Nothing else is told here. ' * (LENGTH // 25)}"
    caller = CallerMetadata(published_on=report.published_on, publisher=report.publisher)
    document = read_text(text.strip(), report.doc_id, caller)
    once = {claim.id: _moved(claim, document.id) for claim in told.claims}
    return ReadDocument(document, tuple(once.values()), reader, "codebook-1")


def _moved(value: Any, doc_id: str) -> Any:  # noqa: ANN401 - whatever a claim is made of
    """The same of another document."""
    if isinstance(value, tuple):
        return tuple(_moved(item, doc_id) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(
            value,
            **{name: doc_id if name == "doc_id" else _moved(getattr(value, name), doc_id) for name in names},
        )
    return value
