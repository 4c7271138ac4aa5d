"""What the map that moves shows: incidents and grounds with who says so, and towns to find one's way by."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from trucewatch.records.event import Account, Event
from trucewatch.records.ground import Ground, Hold
from trucewatch.records.situation import Situation
from trucewatch.records.values import Place, PlacePrecision
from trucewatch.reports.map.pins import REACH_KM
from trucewatch.reports.phrases import EXACTNESS, day, days, names, spaced, who
from trucewatch.reports.sections.control import hold_words
from trucewatch.reports.sections.incidents import place
from trucewatch.reports.shown import shown
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.web.addresses import address, claim_address

SAYINGS = 5
"""Sayings that a window of the map has; the page has all."""

TOWNS, AROUND = 60, 2
"""The largest towns so many degrees around all marks; the map names those that have room."""

BOXES_KEPT = 32
"""Regions whose towns are kept."""


class Saying(msgspec.Struct):
    """Who says what, and where that can be read."""

    who: str
    says: str
    claim: str


class Mark(msgspec.Struct):
    """A thing on the map; `shape` says how exact its place is, `reach` kilometres within which it may be."""

    id: str
    number: str
    at: tuple[float, float]
    shape: str
    reach: float
    contested: bool
    title: str
    where: str
    says: list[Saying]
    more: int
    to: str


class Town(msgspec.Struct):
    """A town."""

    name: str
    at: tuple[float, float]


class Told(msgspec.Struct):
    """All that the map shows."""

    incidents: list[Mark]
    grounds: list[Mark]
    towns: tuple[Town, ...]


def told(situation: Situation, asked: dict[str, object]) -> Told:
    """Give what the map shows of a situation; `asked` is what the address of its page asks."""
    incidents = [*_incidents(situation.events, asked)]
    grounds = [*_grounds(situation.grounds, asked)]
    return Told(incidents, grounds, _towns_around([mark.at for mark in (*incidents, *grounds)]))


def _incidents(events: Sequence[Event], asked: dict[str, object]) -> Iterator[Mark]:
    for number, event in enumerate(events, 1):
        if event.where and (at := _at(event.where)):
            precision = event.where.precision
            yield Mark(
                id=f"incident-{number}",
                number=str(number),
                at=at,
                shape=_shape(precision),
                reach=REACH_KM[precision],
                contested=event.contested,
                title=shown(f"{spaced(event.kind)}, {days(event.when)}"),
                where=shown(f"{place(event)} ({EXACTNESS[precision]})"),
                says=[_account(one, asked) for one in event.accounts[:SAYINGS]],
                more=max(len(event.accounts) - SAYINGS, 0),
                to=address("/conflict/place", at=event.claims[0], **asked),
            )


def _grounds(grounds: Sequence[Ground], asked: dict[str, object]) -> Iterator[Mark]:
    for number, ground in enumerate(grounds, 1):
        if ground.where and (at := _at(ground.where)):
            yield Mark(
                id=f"ground-{number}",
                number="",
                at=at,
                shape="ground",
                reach=REACH_KM[ground.where.precision],
                contested=ground.contested,
                title=shown(f"Who is said to hold {ground.territory}"),
                where=shown(EXACTNESS[ground.where.precision]),
                says=[_hold(one, asked) for one in ground.holds[:SAYINGS]],
                more=max(len(ground.holds) - SAYINGS, 0),
                to=address("/conflict/place", at=ground.claims[0], **asked),
            )


def _account(one: Account, asked: dict[str, object]) -> Saying:
    says = "denies it" if one.denied else f"by {names(one.actors)}" if one.actors else "names nobody"
    return Saying(who(one.by), shown(says), _claim(one.claims, asked))


def _hold(one: Hold, asked: dict[str, object]) -> Saying:
    on = day(one.on) if one.on else f"told {day(one.told_on)}"
    return Saying(who(one.by), shown(f"{hold_words(one)}, {on}"), _claim(one.claims, asked))


def _claim(claims: Sequence[str], asked: dict[str, object]) -> str:
    return claim_address(claims[0], as_of=asked["as_of"])


def _at(where: Place) -> tuple[float, float] | None:
    return None if where.longitude is None or where.latitude is None else (where.longitude, where.latitude)


def _shape(precision: PlacePrecision) -> str:
    """A circle for a point, a square for an area, a diamond for a region, as in the server's own map."""
    if precision <= PlacePrecision.NEAR:
        return "point"
    return "area" if precision is PlacePrecision.ADMIN2 else "region"


def _towns_around(places: Sequence[tuple[float, float]]) -> tuple[Town, ...]:
    if not places:
        return ()
    longitudes, latitudes = zip(*places, strict=True)
    west, east = int(min(longitudes)) - AROUND, int(max(longitudes)) + AROUND
    return _towns(west, east, int(min(latitudes)) - AROUND, int(max(latitudes)) + AROUND)


@lru_cache(BOXES_KEPT)
def _towns(west: int, east: int, south: int, north: int) -> tuple[Town, ...]:
    found = Gazetteer.load().largest_within((west, east), (south, north), TOWNS)
    return tuple(Town(shown(one.name), (one.longitude, one.latitude)) for one in found)
