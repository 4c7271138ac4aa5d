"""The section on sources and their record, and on the reports that were read."""

from collections import Counter

from trucewatch.records.holdings import Report
from trucewatch.records.situation import SourceRecord
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.phrases import day, names
from trucewatch.reports.sections.blocks import Cell, Note, Section, Table, Words
from trucewatch.reports.sections.telling import speaker

NOTE = (
    "Counts of figures and accounts: alone, where no independent source gives one for the same; "
    "contradicted, where another’s can’t be right beside it; revised, where it later gave another. "
    "They are no marks of truth."
)


def source_section(dossier: Dossier) -> Section:
    """Give the record of every source, and the reports with what was copied from whom."""
    blocks: list[Note | Table] = []
    if dossier.situation.sources:
        head = ("Source", "Told", "Alone", "Contradicted", "Revised", "Contradicted by")
        rows = tuple(_record(dossier, one) for one in dossier.situation.sources)
        blocks += [Note(NOTE), Table("Sources and their record", head, rows)]
    blocks.append(_reports(dossier))
    return Section("sources", "Sources", tuple(blocks))


def _record(dossier: Dossier, one: SourceRecord) -> tuple[Cell, ...]:
    counts = (one.told, one.alone, one.contradicted, one.revised)
    return (
        (speaker(one.by, dossier.situation.conflict.parties, one.claims),),
        *((Words(f"{count:,}"),) for count in counts),
        (Words(names(one.contradicted_by, "nobody")),),
    )


def _reports(dossier: Dossier) -> Table:
    reports = [dossier.reports[doc_id] for doc_id in dossier.situation.reports]
    stories = Counter(report.story for report in reports)
    rows = tuple(_report(report, stories[report.story] > 1) for report in reports)
    return Table("Reports read", ("Report", "Publisher", "Published", "Copies"), rows)


def _report(report: Report, copied: bool) -> tuple[Cell, ...]:  # noqa: FBT001 - a plain finding
    return (
        (Words(report.title or report.name, to=f"report-{report.doc_id}"),),
        (Words(report.publisher or "not known"),),
        (Words(day(report.published_on)),),
        (Words("tells a story that another report has too" if copied else "none found"),),
    )
