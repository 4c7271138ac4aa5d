"""The page of sources: how each fares among the others, conflict by conflict, and who publishes."""

from collections import Counter
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from trucewatch.records.entry import Conflict
from trucewatch.records.situation import SourceRecord
from trucewatch.reports.charts.voices import voice_of
from trucewatch.reports.dossier import Dossier
from trucewatch.reports.gathering import found, today
from trucewatch.reports.phrases import who
from trucewatch.reports.sections.sources import NOTE
from trucewatch.web.addresses import address
from trucewatch.web.asked import before
from trucewatch.web.choosing import Chosen, source_of
from trucewatch.web.pages.reached import MOST_PAGES, asked_of, day_of, shelf_of
from trucewatch.web.pages.today import MOST, MOST_NAMED, WAIT
from trucewatch.web.rendering import page
from trucewatch.web.shelf import Look

A_PAGE, BRIEFLY = 200, 12
"""Rows of a table where one conflict is chosen, and where all are told beside each other."""


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
    """The sources and publishers of one conflict; `goes_on` where there are more."""

    conflict: Conflict
    sources: tuple[Fares, ...]
    publishers: tuple[Publisher, ...]
    goes_on: bool = False


def sources_page(request: Request) -> Response:
    """Show sources and publishers.

    Errors: HTTPException 404 where there is no such page
    """
    asked, shelf = asked_of(request), shelf_of(request)
    day, name = day_of(asked), asked.words("name")
    conflicts = shelf.conflicts(day)
    wanted = (found(conflicts, name),) if name else conflicts[:MOST]
    number = asked.count("page", 1, MOST_PAGES)
    look = Look(day, before(day), Chosen())
    summed = list(shelf.soon(wanted, look, _of_conflict, WAIT).values())
    as_of = None if day == today() else day
    last = _last(summed[0]) if name else 1
    if number > last:
        raise HTTPException(404)
    told = {
        "here": "sources",
        "day": day,
        "as_of": as_of,
        "name": name,
        "conflicts": [one.name for one in conflicts[:MOST_NAMED]],
        "left_out": 0 if name else max(len(conflicts) - MOST, 0),
        "told": [_portion(one, number, A_PAGE if name else BRIEFLY) for one in summed if one],
        "number": number,
        "pages": [
            address("/sources", name=name, as_of=as_of, page=n if n > 1 else None) for n in range(1, last + 1)
        ],
        "to_come": [one for one, of_it in zip(wanted, summed, strict=True) if of_it is None],
        "note": NOTE,
    }
    return page(request, "sources.html.j2", told)


def _last(one: OfConflict | None) -> int:
    """The number of the last page of a conflict; any may be, of one that is still worked out."""
    return max(-(-max(len(one.sources), len(one.publishers)) // A_PAGE), 1) if one else MOST_PAGES


def _portion(one: OfConflict, page: int, rows: int) -> OfConflict:
    """So many of the sources and publishers of a conflict."""
    some = slice((page - 1) * rows, page * rows)
    more = max(len(one.sources), len(one.publishers)) > rows
    return replace(one, sources=one.sources[some], publishers=one.publishers[some], goes_on=more)


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
