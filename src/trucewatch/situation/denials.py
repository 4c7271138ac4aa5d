"""Plain denials: laid beside the accusation that they are told with, else listed without a guess."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.claims.sides import fighters
from trucewatch.records.cell import Claimant
from trucewatch.records.claim import Casualty, Incident, Said
from trucewatch.records.event import Account, Denial, Event
from trucewatch.situation.counts import Count
from trucewatch.situation.events.denying import blames, in_time
from trucewatch.situation.events.telling import OVERLAP, word_points
from trucewatch.situation.told import Told, claimants, ids

_Teller = tuple[Claimant, str]
"""Who denies, and in which story: copies tell one denial."""


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
           the accusations against its side nearest to it are of one event. Any other is listed with
           the events of that time for which its side is blamed; without such an event it is left
    """
    accused = list(_accusations(events, told, counts, of_event))
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.report.doc_id, []).append(one)
    plain = [
        one for one in told if _is_plain(one) and not _is_told_otherwise(one, by_report[one.report.doc_id])
    ]
    sides = {one.by.side for one in plain}
    against = {side: [one for one in accused if one.is_against(side)] for side in sides}
    of: dict[str, list[Told]] = {}
    others: dict[_Teller, list[Told]] = {}
    for denial in plain:
        meant = _meant(denial, against[denial.by.side])
        for event in meant:
            of.setdefault(event, []).append(denial)
        if not meant:
            others.setdefault((denial.by, denial.report.story), []).append(denial)
    begun = {event.id: event.when.start for event in events if event.when and event.when.start}
    found = (_denial(same, against[by.side], begun) for (by, _), same in others.items())
    return (
        tuple(_denied(event, of.get(event.id, ())) for event in events),
        tuple(denial for denial in found if denial is not None),
    )


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
    """Whether its speaker denies a claim beside it, or its words tell of something else than events."""
    others = [other for other in report if not isinstance(other.claim.payload, Said)]
    return any(
        (other.denied and other.by == denial.by and word_points(denial, other) > 0)
        or (
            word_points(denial, other) >= OVERLAP and not isinstance(other.claim.payload, Incident | Casualty)
        )
        for other in others
    )


def _meant(denial: Told, against: Iterable[_Accusation]) -> tuple[str, ...]:
    """The events that a denial is of; none where that would be a guess."""
    here = [one for one in against if one.told.report.doc_id == denial.report.doc_id]
    held = dict.fromkeys(one.event for one in here if word_points(denial, one.told) >= OVERLAP)
    if held:
        return tuple(held)
    nearest = max((word_points(denial, one.told) for one in here), default=0.0)
    beside = dict.fromkeys(one.event for one in here if word_points(denial, one.told) == nearest > 0)
    return tuple(beside) if len(beside) == 1 else ()


def _denial(same: Sequence[Told], against: Iterable[_Accusation], begun: Mapping[str, date]) -> Denial | None:
    """Denials by one source in one story, with the events of that time for which its side is blamed.

    `begun` are the first days of events: of what is dated later than a denial it can't be.
    """
    around = dict.fromkeys(
        one.event
        for one in against
        for denial in same
        if in_time(denial, one.told) and begun.get(one.event, date.min) <= denial.told_on
    )
    return Denial(ids(same), same[0].by, same[0].told_on, tuple(around)) if around else None


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
