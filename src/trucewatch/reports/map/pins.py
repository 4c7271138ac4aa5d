"""Pins of incidents: numbered as in the list, parted where several stand at one place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.records.event import Event
from trucewatch.records.values import PlacePrecision
from trucewatch.reports.charts.svg import element, group, label, line
from trucewatch.reports.map.projection import Projection

REACH_KM = {
    PlacePrecision.EXACT: 0.0,
    PlacePrecision.NEAR: 10.0,
    PlacePrecision.ADMIN2: 25.0,
    PlacePrecision.ADMIN1: 60.0,
    PlacePrecision.LARGER: 100.0,
    PlacePrecision.COUNTRY: 150.0,
    PlacePrecision.WATER_OR_AIR: 60.0,
}
"""How far around its point a place of each exactness is drawn: a sign of doubt, no border."""

TOGETHER = 17.0
"""Pins nearer than this are parted."""

SIZE = 9.0


@dataclass(frozen=True, slots=True)
class Pin:
    """An incident's number in the list, and where it is said to have been."""

    number: int
    event: Event
    longitude: float
    latitude: float

    @property
    def precision(self) -> PlacePrecision:
        """How exactly the place is told."""
        return self.event.where.precision if self.event.where else PlacePrecision.LARGER

    @property
    def reach(self) -> float:
        """Kilometres around the point within which the place may be."""
        return REACH_KM[self.precision]


def pins(events: Sequence[Event]) -> tuple[Pin, ...]:
    """Give a pin to each event whose place has coordinates; numbers count all events."""
    return tuple(
        Pin(number, event, event.where.longitude, event.where.latitude)
        for number, event in enumerate(events, 1)
        if event.where and event.where.longitude is not None and event.where.latitude is not None
    )


def reaches(found: Sequence[Pin], projection: Projection) -> Markup:
    """Draw how inexact places are, each once."""
    return group(*dict.fromkeys(_reach(pin, projection) for pin in found if pin.reach))


def drawn_pins(found: Sequence[Pin], projection: Projection) -> Markup:
    """Draw the pins, those at one place on a ring around it."""
    return group(*(_cluster(cluster, projection) for cluster in clusters(found, projection)))


def clusters(found: Sequence[Pin], projection: Projection) -> list[list[Pin]]:
    """Bring pins together that would cover each other."""
    grouped: list[list[Pin]] = []
    for pin in found:
        at = projection.place(pin.longitude, pin.latitude)
        home = next((one for one in grouped if math.dist(at, _at(one[0], projection)) < TOGETHER), None)
        if home is None:
            grouped.append([pin])
        else:
            home.append(pin)
    return grouped


def ring(count: int) -> float:
    """The radius on which so many pins do not touch."""
    return 0.0 if count == 1 else max(17.0, count * (2 * SIZE + 3) / (2 * math.pi))


def _at(pin: Pin, projection: Projection) -> tuple[float, float]:
    return projection.place(pin.longitude, pin.latitude)


def _reach(pin: Pin, projection: Projection) -> Markup:
    x, y = _at(pin, projection)
    return element("circle", cx=x, cy=y, r=max(pin.reach / projection.km_a_point, 13), class_="reach")


def _cluster(cluster: Sequence[Pin], projection: Projection) -> Markup:
    x, y = _at(cluster[0], projection)
    radius = ring(len(cluster))
    parts: list[Markup] = []
    for turn, pin in enumerate(cluster):
        angle = 2 * math.pi * turn / len(cluster) - math.pi / 2
        u, v = x + radius * math.cos(angle), y + radius * math.sin(angle)
        parts += [line(x, y, u, v, "leader")] if radius else []
        parts.append(_pin(pin, u, v))
    if radius:
        parts.append(element("circle", cx=x, cy=y, r=2.5, class_="spot"))
    return group(*parts)


def _pin(pin: Pin, x: float, y: float) -> Markup:
    """A circle for a point, a square for an area, a diamond for a region; hollow where contested."""
    contested = " contested" if pin.event.contested else ""
    class_ = f"pin{contested}"
    if pin.precision <= PlacePrecision.NEAR:
        shape = element("circle", cx=x, cy=y, r=SIZE, class_=class_)
    elif pin.precision is PlacePrecision.ADMIN2:
        side = SIZE * 1.75
        shape = element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, class_=class_)
    else:
        s = SIZE * 1.3
        points = f"{x:.1f},{y - s:.1f} {x + s:.1f},{y:.1f} {x:.1f},{y + s:.1f} {x - s:.1f},{y:.1f}"
        shape = element("polygon", points=points, class_=class_)
    number = label(x, y + 4, str(pin.number), f"pin-number{contested}", text_anchor="middle")
    return group(shape, number)
