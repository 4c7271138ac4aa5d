"""The day of publication: who is trusted when the caller, the page and its metadata differ."""

import re
from datetime import UTC, date, datetime

from trucewatch.documents.printed_dates import printed_days
from trucewatch.errors import DocumentError
from trucewatch.records.document import DateSource, PublicationDate

_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}")


def today_here() -> date:
    """Give the day that it is where this runs."""
    return datetime.now(tz=UTC).astimezone().date()


def decide_publication(
    text: str, *, caller: date | None, declared: str | None, where: str, today: date | None = None
) -> tuple[PublicationDate, tuple[str, ...]]:
    """Decide the day of publication, and note what was put aside.

    Shape:   the caller's day, else the first printed one that is no update, else the metadata's
    Errors:  DocumentError when the caller's day is still to come
    """
    latest = today or today_here()
    if caller is not None and caller > latest:
        what = f"the day of publication given, {caller}, is still to come"
        raise DocumentError(what, where=where, advice="give the day on which the report was published")
    notes: list[str] = []
    said = [(DateSource.CALLER, caller)] if caller is not None else []
    said += [(DateSource.PRINTED, day) for day in _printed(text, latest, notes)]
    said += [(DateSource.METADATA, day) for day in _metadata(declared, latest, notes)]
    if not said:
        return PublicationDate(None, None), tuple(notes)
    source, day = said[0]
    others = dict.fromkeys((who, other) for who, other in said[1:] if other != day)
    notes += [f"published {day} by {source}, but {other} by {who}" for who, other in others]
    return PublicationDate(day, source, tuple(others)), tuple(notes)


def _printed(text: str, latest: date, notes: list[str]) -> list[date]:
    """Find the day printed first; days of an update count only where no other is printed."""
    found: list[tuple[bool, int, date]] = []
    for printed in printed_days(text):
        if printed.day is None:
            notes.append(f"printed day {printed.words!r} ignored: not one day of the calendar")
        elif printed.day > latest:
            notes.append(f"printed day {printed.words!r} ignored: still to come")
        else:
            found.append((printed.is_update, printed.start, printed.day))
    ordered = sorted(found)
    return [day for is_update, _, day in ordered if not is_update] or [day for _, _, day in ordered]


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
