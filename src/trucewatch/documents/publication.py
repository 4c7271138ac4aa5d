"""The day of publication: who is trusted when the caller, the page and its metadata differ."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from trucewatch.documents.printed_dates import dateline_day, printed_days
from trucewatch.errors import DocumentError
from trucewatch.records.document import DateSource, PublicationDate

_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}")


def today_here() -> date:
    """Give the day that it is where this runs."""
    return datetime.now(tz=UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that says when a report was published: the caller, its text, its datelines, its metadata."""

    caller: date | None
    text: str
    datelines: tuple[str, ...]
    declared: str | None


def decide_publication(
    said: Sayings, *, where: str, today: date | None = None
) -> tuple[PublicationDate, tuple[str, ...]]:
    """Decide the day of publication, and note what was put aside.

    Shape:   the caller's day, else the first printed one (an update's last), else the metadata's
    Errors:  DocumentError when the caller's day is still to come
    """
    latest = today or today_here()
    if said.caller is not None and said.caller > latest:
        what = f"the day of publication given, {said.caller}, is still to come"
        raise DocumentError(what, where=where, advice="give the day on which the report was published")
    notes: list[str] = []
    days = [(DateSource.CALLER, said.caller)] if said.caller is not None else []
    days += [(DateSource.PRINTED, day) for day in _printed(said, latest, notes)]
    days += [(DateSource.METADATA, day) for day in _metadata(said.declared, latest, notes)]
    if not days:
        return PublicationDate(None, None), (*notes, *_yearless(said.datelines))
    source, day = days[0]
    others = dict.fromkeys((who, other) for who, other in days[1:] if other != day)
    notes += [f"published {day} by {source}, but {other} by {who}" for who, other in others]
    return PublicationDate(day, source, tuple(others)), tuple(notes)


def _printed(said: Sayings, latest: date, notes: list[str]) -> list[date]:
    """Order the days printed: those of a label or line, of a dateline, then of an update."""
    found: list[tuple[bool, bool, int, date]] = []
    labelled = [(False, day) for day in printed_days(said.text)]
    in_datelines = [(True, day) for day in map(dateline_day, said.datelines) if day and day.has_year]
    for is_dateline, printed in [*labelled, *in_datelines]:
        if printed.day is None:
            notes.append(f"printed day {printed.words!r} ignored: not one day of the calendar")
        elif printed.day > latest:
            notes.append(f"printed day {printed.words!r} ignored: still to come")
        else:
            found.append((printed.is_update, is_dateline, printed.start, printed.day))
    ordered = sorted(found)
    return [day for is_update, _, _, day in ordered if not is_update] or [day for *_, day in ordered]


def _yearless(datelines: tuple[str, ...]) -> tuple[str, ...]:
    """Note the first dateline's day when no year is known for it."""
    days = [day for day in map(dateline_day, datelines) if day and not day.has_year]
    return tuple(f"dateline of {day.words} names no year: day of publication unknown" for day in days[:1])


def _metadata(declared: str | None, latest: date, notes: list[str]) -> list[date]:
    if declared is None or not declared.strip():
        return []
    start = _ISO_START.match(declared.strip())
    try:
        day = date.fromisoformat(start.group()) if start else None
    except ValueError:
        day = None
    if day is None:
        notes.append(f"metadata's day {declared!r} ignored: not a day of the calendar as YYYY-MM-DD")
        return []
    if day > latest:
        notes.append(f"metadata's day {day} ignored: still to come")
        return []
    return [day]
