"""Plain denials: laid beside the accusation that they are told with, else listed without a guess."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.records.cell import Claimant
from trucewatch.records.claim import Casualty, Incident, Said
from trucewatch.records.event import Account, Denial, Event
from trucewatch.situation.counts import Count
from trucewatch.situation.events.denying import blames, in_time
from trucewatch.situation.events.telling import OVERLAP, word_points
from trucewatch.situation.sides import fighters
from trucewatch.situation.told import Told, claimants, ids

_Open = tuple[Claimant, date, tuple[str, ...]]
"""Who denies, told on which day, and the events that may be meant."""


@dataclass(frozen=True, slots=True)
class _Accusation:
    """A claim that a side did something, with the id of the event it is of."""

    told: Told
    event: str

    def is_against(self, side: str) -> bool:
        """Whether it blames a side, and is not that side's own telling."""
        payload = self.told.claim.payload
        if isinstance(payload, Casualty):
            return not self.told.denied and self.told.by.side != side and side in fighters(payload.blamed)
        return blames(self.told, side)


def with_denials(
    events: Sequence[Event], told: Sequence[Told], counts: Sequence[Count], of_event: Mapping[int, str]
) -> tuple[tuple[Event, ...], tuple[Denial, ...]]:
    """The events with plain denials among their accounts, and the denials that name no event.

    Shape: a denial is of an event where its words hold an accusation against its side, or where
           all accusations against its side that are told beside it are of one event. Any other is listed with
           the events of that time for which its side is blamed; without such an event it is left
    """
    accused = list(_accusations(events, told, counts, of_event))
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.report.doc_id, []).append(one)
    of: dict[str, list[Told]] = {}
    open_: dict[_Open, list[Told]] = {}
    for denial in filter(_is_plain, told):
        if _is_told_otherwise(denial, by_report[denial.report.doc_id]):
            continue
        against = [one for one in accused if one.is_against(denial.by.side)]
        meant = _meant(denial, against)
        for event in meant:
            of.setdefault(event, []).append(denial)
        around = tuple(dict.fromkeys(one.event for one in against if in_time(denial, one.told)))
        if around and not meant:
            open_.setdefault((denial.by, denial.told_on, around), []).append(denial)
    denials = tuple(Denial(ids(same), by, told_on, around) for (by, told_on, around), same in open_.items())
    return tuple(_denied(event, of.get(event.id, ())) for event in events), denials


def _accusations(
    events: Iterable[Event], told: Iterable[Told], counts: Iterable[Count], of_event: Mapping[int, str]
) -> Iterator[_Accusation]:
    home = {claim: event.id for event in events for claim in event.claims}
    for one in told:
        if isinstance(one.claim.payload, Incident) and one.claim.id in home:
            yield _Accusation(one, home[one.claim.id])
    for count in counts:
        if count.told.rank in of_event:
            yield _Accusation(count.told, of_event[count.told.rank])


def _is_plain(told: Told) -> bool:
    return isinstance(told.claim.payload, Said) and told.denied and bool(told.by.side)


def _is_told_otherwise(denial: Told, report: Iterable[Told]) -> bool:
    """Whether its words hold a denied claim of the same speaker, or claims of something else than events."""
    held = [
        other
        for other in report
        if not isinstance(other.claim.payload, Said) and word_points(denial, other) >= OVERLAP
    ]
    return any(
        not isinstance(other.claim.payload, Incident | Casualty) or (other.denied and other.by == denial.by)
        for other in held
    )


def _meant(denial: Told, against: Iterable[_Accusation]) -> tuple[str, ...]:
    """The events that a denial is of; none where that would be a guess."""
    here = [one for one in against if one.told.report.doc_id == denial.report.doc_id]
    held = dict.fromkeys(one.event for one in here if word_points(denial, one.told) >= OVERLAP)
    beside = dict.fromkeys(one.event for one in here if word_points(denial, one.told) > 0)
    return tuple(held) or (tuple(beside) if len(beside) == 1 else ())


def _denied(event: Event, denials: Sequence[Told]) -> Event:
    if not denials:
        return event
    accounts = (
        Account((one.claim.id,), one.by, event.kind, (), (), denied=True, told_on=one.told_on)
        for one in denials
    )
    return replace(
        event,
        claims=(*event.claims, *ids(denials)),
        accounts=(*event.accounts, *accounts),
        denied_by=tuple(sorted({*event.denied_by, *claimants(denials)})),
        contested=True,
    )
