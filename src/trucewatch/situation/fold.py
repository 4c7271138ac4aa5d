"""The situation of one conflict as of one day."""

from datetime import date, timedelta

from trucewatch.errors import SituationError
from trucewatch.records.entry import Conflict
from trucewatch.records.event import Event
from trucewatch.records.holdings import Holdings
from trucewatch.records.situation import Judged, Situation
from trucewatch.situation.changes import changes
from trucewatch.situation.gaps import gaps, undated
from trucewatch.situation.judging import Laid, laid
from trucewatch.situation.picture import Choice, Picture, everything, picture, without_news
from trucewatch.situation.sources import sources


def situation(
    holdings: Holdings,
    conflict: Conflict,
    day: date,
    *,
    since: date | None = None,
    only: Choice = everything,
) -> Situation:
    """What reports published up to `day` say of a conflict, and what changed after `since`.

    Shape: the same whatever the order of reports and claims, and however often each is there. Nothing of
           a report published later or without a day, nothing of another conflict in the same report.
           Judgements of people are laid over; what they hid or replaced is listed beside.
           `since` is the day before where none is given; `only` chooses among the conflict's claims
    Errors: SituationError where `since` is not before `day`
    """
    since = since or day - timedelta(days=1)
    if since >= day:
        what = f"is not before {day}, so nothing can have changed in between"
        raise SituationError(what, where=str(since), advice="give an earlier day")
    judged = laid(holdings.judgements)
    today = picture(holdings, conflict, day, judged, only)
    if _is_news(holdings, since, day):
        before = picture(holdings, conflict, since, judged, only)
    else:
        before = without_news(today, conflict, since)
    return Situation(
        conflict=conflict,
        day=day,
        since=since,
        truces=today.truces,
        tolls=today.tolls,
        background=today.background,
        events=tuple(sorted(today.events, key=_newest_first)),
        denials=today.denials,
        grounds=today.grounds,
        sources=sources((*today.tolls, *today.background), today.events),
        changes=changes(before, today),
        gaps=(*gaps(today.told, today.truces, conflict, day), *undated(holdings)),
        judged=_judged(judged, today),
        reports=tuple(dict.fromkeys(one.report.doc_id for one in today.told)),
        last_report=max((one.told_on for one in today.told), default=None),
    )


def _is_news(holdings: Holdings, since: date, day: date) -> bool:
    """Whether a report was published after the one day and up to the other."""
    published = (report.published_on for report in holdings.reports.values())
    return any(on is not None and since < on <= day for on in published)


def _judged(judged: Laid, today: Picture) -> tuple[Judged, ...]:
    """The judgements on claims of this situation."""
    own = today.claims | today.rejected
    return tuple(one for one in judged.listed if not own.isdisjoint(one.claims))


def _newest_first(event: Event) -> tuple[int, str]:
    when = event.when and (event.when.end or event.when.start)
    return -(when or date.min).toordinal(), event.id
