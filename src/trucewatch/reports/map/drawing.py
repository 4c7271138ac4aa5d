"""The incident map, put together."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from trucewatch.records.event import Event
from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.patterns import patterns
from trucewatch.reports.charts.svg import Drawing, box, element, group
from trucewatch.reports.charts.text_width import text_width
from trucewatch.reports.map.base import base_map
from trucewatch.reports.map.ground import Box, Name, countries, disputed_areas, placed, scale_bar
from trucewatch.reports.map.inset import inset
from trucewatch.reports.map.pins import Pin, clusters, drawn_pins, pins, reaches, ring
from trucewatch.reports.map.projection import Projection, around
from trucewatch.reports.map.towns import towns
from trucewatch.reports.shown import shown

WIDEST_ASPECT = 0.62
"""Height of a wide map as a part of its width."""

NARROW = 400
"""Width below which a map is square."""


def incident_map(events: Sequence[Event], on: Canvas) -> Drawing | None:
    """Draw where incidents are said to have been; None where no place has coordinates."""
    found = pins(events)
    if not found:
        return None
    height = on.width if on.width < NARROW else on.width * WIDEST_ASPECT
    projection = around([(pin.longitude, pin.latitude, pin.reach) for pin in found], on.width, height)
    base = base_map()
    land, country_names = countries(base, projection)
    areas, area_names = disputed_areas(base, projection, on.key)
    taken = [*_pin_boxes(found, projection), (0.0, height - 40, 130.0, height)]
    corner = inset(base, projection, taken)
    own_names = list(_place_names(found, projection))
    own = placed(own_names, taken, projection)
    areas_named = placed(area_names, taken, projection)
    known = towns(projection, {name.words for name, *_ in own_names}, taken)
    names = group(own, areas_named, known, placed(country_names, taken, projection))
    inside = group(
        box(0, 0, on.width, height, "sea"),
        land,
        areas,
        reaches(found, projection),
        names,
        clip_path=f"url(#{on.key}-sheet)",
    )
    sheet = element("clipPath", box(0, 0, on.width, height, "sheet"), id=f"{on.key}-sheet")
    frame = box(0.5, 0.5, on.width - 1, height - 1, "frame")
    defined = group(patterns(on.key, "disputed"), element("defs", sheet))
    marks = group(drawn_pins(found, projection), clip_path=f"url(#{on.key}-sheet)")
    return Drawing(
        on.width, height, Markup("").join([defined, inside, marks, scale_bar(projection), corner, frame])
    )


def _pin_boxes(found: Sequence[Pin], projection: Projection) -> Iterator[Box]:
    """What the pins cover."""
    for cluster in clusters(found, projection):
        x, y = projection.place(cluster[0].longitude, cluster[0].latitude)
        half = ring(len(cluster)) + 11
        yield x - half, y - half, x + half, y + half


def _place_names(found: Sequence[Pin], projection: Projection) -> Iterator[tuple[Name, ...]]:
    """The name of each pin's place beside its pins: right, else left, below, above."""
    for cluster in clusters(found, projection):
        place = cluster[0].event.where
        if place is not None:
            x, y = projection.place(cluster[0].longitude, cluster[0].latitude)
            yield _beside(shown(place.name), x, y, ring(len(cluster)) + 12)


def _beside(words: str, x: float, y: float, away: float) -> tuple[Name, ...]:
    half = text_width(words, 13.5) / 2 + 4
    places = ((x + away + half, y + 4), (x - away - half, y + 4), (x, y + away + 11), (x, y - away - 2))
    return tuple(Name(words, u, v, "place", 13.5) for u, v in places)
