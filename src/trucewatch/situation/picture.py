"""All cells of one conflict as of one day, before they are compared with another day's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.records.entry import Conflict
from trucewatch.records.event import Event
from trucewatch.records.ground import Ground
from trucewatch.records.holdings import Holdings
from trucewatch.records.toll import Toll
from trucewatch.records.truce import Truce
from trucewatch.situation.conflicts import conflicts_told
from trucewatch.situation.events.clustering import Scored
from trucewatch.situation.events.folding import events
from trucewatch.situation.grounds import grounds
from trucewatch.situation.judging import Laid
from trucewatch.situation.scope import of_conflict
from trucewatch.situation.told import Told, in_order, tellings
from trucewatch.situation.tolls.folding import tolls
from trucewatch.situation.truces.folding import truces


@dataclass(frozen=True, slots=True)
class Picture:
    """The cells of one day; `told` are the claims behind them, `rejected` ids of those that people hid."""

    told: Sequence[Told]
    claims: frozenset[str]
    rejected: frozenset[str]
    truces: tuple[Truce, ...]
    tolls: tuple[Toll, ...]
    background: tuple[Toll, ...]
    events: tuple[Event, ...]
    grounds: tuple[Ground, ...]


def picture(holdings: Holdings, conflict: Conflict, day: date, laid: Laid) -> Picture:
    """Fold what reports published up to `day` say of a conflict."""
    known = in_order(laid.over(holdings.claims), holdings.reports, day)
    standing = [claim for claim in known if claim.id not in laid.rejected]
    others = conflicts_told(
        standing, (conflict, *(one for one in holdings.conflicts if one.name != conflict.name))
    )
    own = of_conflict(known, conflict, others)
    told = tellings((c for c in own if c.id not in laid.rejected), holdings.reports, conflict.parties)
    found, of_event = events(told, laid, Scored())
    running = truces(told, laid, conflict, day, found)
    current, background = tolls(told, of_event, found, _current(running), laid)
    return Picture(
        told=told,
        claims=frozenset(one.claim.id for one in told),
        rejected=frozenset(claim.id for claim in own if claim.id in laid.rejected),
        truces=running,
        tolls=current,
        background=background,
        events=found,
        grounds=grounds(told),
    )


def _current(found: Sequence[Truce]) -> Truce | None:
    """The newest truce that is said to have taken effect, over or not; "since the truce" is since it."""
    return next((truce for truce in found if truce.held is not None), None)
