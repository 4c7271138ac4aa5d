"""All cells of one conflict as of one day, before they are compared with another day's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.records.claim import Claim
from trucewatch.records.entry import Conflict
from trucewatch.records.event import Denial, Event
from trucewatch.records.ground import Ground
from trucewatch.records.holdings import Holdings
from trucewatch.records.toll import Toll
from trucewatch.records.truce import Truce
from trucewatch.situation.conflicts import conflicts_told
from trucewatch.situation.copies import with_copies
from trucewatch.situation.counts import counts
from trucewatch.situation.denials import with_denials
from trucewatch.situation.events.folding import events
from trucewatch.situation.grounds import grounds
from trucewatch.situation.judging import Laid
from trucewatch.situation.scope import of_conflict
from trucewatch.situation.told import Told, in_order, tellings
from trucewatch.situation.tolls.folding import tolls
from trucewatch.situation.truces.folding import truces

Choice = Callable[[Claim], bool]
"""Tells which of a conflict's claims are looked at."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The cells of one day.

    `told` are the claims behind them, `of_event` the events of counts by rank, `rejected` the ids of
    claims that people hid, `laid` what was laid over.
    """

    told: Sequence[Told]
    laid: Laid
    of_event: Mapping[int, str]
    claims: frozenset[str]
    rejected: frozenset[str]
    truces: tuple[Truce, ...]
    tolls: tuple[Toll, ...]
    background: tuple[Toll, ...]
    events: tuple[Event, ...]
    denials: tuple[Denial, ...]
    grounds: tuple[Ground, ...]


def everything(_: Claim) -> bool:
    """Choose every claim."""
    return True


def picture(
    holdings: Holdings, conflict: Conflict, day: date, laid: Laid, only: Choice = everything
) -> Picture:
    """Fold what reports published up to `day` say of a conflict.

    Shape: what is of the conflict is told by all claims; of these only the chosen ones are folded
    """
    known = in_order(laid.over(holdings.claims), holdings.reports, day)
    standing = [claim for claim in known if claim.id not in laid.rejected]
    named = (conflict, *(one for one in holdings.conflicts if one.name != conflict.name))
    others = conflicts_told(standing, holdings.reports, named).all
    read, laid = with_copies(known, holdings, laid)
    own = of_conflict(read, conflict, others)
    chosen = (claim for claim in own if claim.id not in laid.rejected and only(claim))
    told = tellings(chosen, holdings.reports, conflict.parties)
    counted = tuple(counts(told))
    tellers, of_event = events(told, counted, laid)
    found, denials = with_denials(tellers, told, counted, of_event)
    running = truces(told, laid, conflict, day, found)
    current, background = tolls(counted, of_event, found, _current(running), laid)
    return Picture(
        told=told,
        laid=laid,
        of_event=of_event,
        claims=frozenset(one.claim.id for one in told),
        rejected=frozenset(claim.id for claim in own if claim.id in laid.rejected),
        truces=running,
        tolls=current,
        background=background,
        events=found,
        denials=denials,
        grounds=grounds(told),
    )


def without_news(today: Picture, conflict: Conflict, before: date) -> Picture:
    """The picture of an earlier day than that of `today`, where no report was published in between.

    Shape: only what the calendar changes is folded anew
    """
    running = truces(today.told, today.laid, conflict, before, today.events)
    same = _since(running) == _since(today.truces)
    current = today.tolls if same else _tolls(today, running)
    return replace(today, truces=running, tolls=current)


def _tolls(today: Picture, running: Sequence[Truce]) -> tuple[Toll, ...]:
    counted = tuple(counts(today.told))
    found, _ = tolls(counted, today.of_event, today.events, _current(running), today.laid)
    return found


def _since(found: Sequence[Truce]) -> tuple[str, date] | None:
    truce = _current(found)
    return None if truce is None or truce.held is None else (truce.id, truce.held.since)


def _current(found: Sequence[Truce]) -> Truce | None:
    """The newest truce that is said to have taken effect, over or not; "since the truce" is since it."""
    return next((truce for truce in found if truce.held is not None), None)
