"""The page of sources: how each fares among the others, conflict by conflict, and who publishes."""

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from trucewatch.records.entry import Conflict
from trucewatch.records.situation import SourceRecord
from trucewatch.reports.charts.voices import voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import found, today
from trucewatch.reports.phrases import who
from trucewatch.reports.sections.sources import NOTE
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen, source_of
from trucewatch.web.pages.reached import asked_of, day_of, shelf_of
from trucewatch.web.pages.today import MOST
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look


@dataclass(frozen=True, slots=True)
class Fares:
    """A source with its record; `source` is its name as claims have it, `voice` how it is drawn."""

    record: SourceRecord
    who: str
    source: str
    voice: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: how many reports, and how many of them tell a story that another report has too."""

    name: str
    reports: int
    shared: int


@dataclass(frozen=True, slots=True)
class OfConflict:
    """The sources and publishers of one conflict."""

    conflict: Conflict
    sources: tuple[Fares, ...]
    publishers: tuple[Publisher, ...]


def sources_page(request: Request) -> Response:
    """Show sources and publishers."""
    asked, shelf = asked_of(request), shelf_of(request)
    day, name = day_of(asked), asked.words("name")
    conflicts = shelf.conflicts(day)
    wanted = (found(conflicts, name),) if name else conflicts[:MOST]
    look = Look(day, before(day), Chosen())
    told = {
        "here": "sources",
        "day": day,
        "as_of": None if day == today() else day,
        "name": name,
        "conflicts": conflicts,
        "left_out": 0 if name else max(len(conflicts) - MOST, 0),
        "told": [_of_conflict(shelf.dossier(one.name, look)) for one in wanted],
        "note": NOTE,
    }
    return page(request, "sources.html.j2", told)


def _of_conflict(dossier: Dossier) -> OfConflict:
    situation = dossier.situation
    records = tuple(_fares(dossier, one) for one in situation.sources)
    return OfConflict(situation.conflict, records, publishers(dossier))


def _fares(dossier: Dossier, record: SourceRecord) -> Fares:
    said = dossier.claims[record.claims[0]]
    drawn = voice_of(record.by, dossier.situation.conflict.parties)
    return Fares(record, who(record.by), source_of(said.voice), drawn)


def publishers(dossier: Dossier) -> tuple[Publisher, ...]:
    """Count the reports of each publisher, and those that tell a story which another tells too."""
    reports = [dossier.reports[doc_id] for doc_id in dossier.situation.reports]
    stories = Counter(report.story for report in reports)
    names = Counter(report.publisher or "publisher not known" for report in reports)
    shared = Counter(
        report.publisher or "publisher not known" for report in reports if stories[report.story] > 1
    )
    return tuple(Publisher(name, count, shared[name]) for name, count in names.most_common())
