"""The situation of one conflict as of one day."""

from datetime import date

from trucewatch.records.entry import Conflict
from trucewatch.records.event import Event
from trucewatch.records.holdings import Holdings
from trucewatch.records.situation import Judged, Situation
from trucewatch.situation.changes import changes
from trucewatch.situation.gaps import gaps, undated
from trucewatch.situation.judging import Laid, laid
from trucewatch.situation.picture import Picture, eve, picture
from trucewatch.situation.sources import sources


def situation(holdings: Holdings, conflict: Conflict, day: date) -> Situation:
    """What reports published up to `day` say of a conflict.

    Shape: the same whatever the order of reports and claims, and however often each is there. Nothing of
           a report published later or without a day, nothing of another conflict in the same report.
           Judgements of people are laid over; what they hid or replaced is listed beside
    """
    judged = laid(holdings.judgements)
    today = picture(holdings, conflict, day, judged)
    before = eve(holdings, conflict, day, judged, today)
    return Situation(
        conflict=conflict,
        day=day,
        truces=today.truces,
        tolls=today.tolls,
        background=today.background,
        events=tuple(sorted(today.events, key=_newest_first)),
        grounds=today.grounds,
        sources=sources((*today.tolls, *today.background), today.events),
        changes=changes(before, today),
        gaps=(*gaps(today.told, today.truces, conflict, day), *undated(holdings)),
        judged=_judged(judged, today),
        reports=tuple(dict.fromkeys(one.report.doc_id for one in today.told)),
        last_report=max((one.told_on for one in today.told), default=None),
    )


def _judged(judged: Laid, today: Picture) -> tuple[Judged, ...]:
    """The judgements on claims of this situation."""
    own = today.claims | today.rejected
    return tuple(one for one in judged.standing if not own.isdisjoint(one.claims))


def _newest_first(event: Event) -> tuple[int, str]:
    when = event.when and (event.when.end or event.when.start)
    return -(when or date.min).toordinal(), event.id
