"""What lies under the pins: sea, countries, disputed areas as disputed, names, a scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.reports.charts.patterns import fill
from trucewatch.reports.charts.svg import element, group, label, line
from trucewatch.reports.charts.text_width import text_width
from trucewatch.reports.map.base import BaseMap, Disputed
from trucewatch.reports.map.clipping import clipped, path
from trucewatch.reports.map.middles import middle
from trucewatch.reports.map.projection import Projection

Box = tuple[float, float, float, float]
"""Left, top, right, bottom of what is already taken on the sheet."""

POINT_SIZE = 16.0
"""Radius of the sign for a disputed area of which no outline is at hand."""

MARGIN = 2.0
"""Room at the edge of the sheet in which no name stands."""

NAME_SIZE = 14.0
"""Font size by which a country's name is measured, for its letters stand apart."""

BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Round lengths of the scale bar, in kilometres."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map: the middle of its line."""

    words: str
    x: float
    y: float
    class_: str
    size: float

    @property
    def box(self) -> Box:
        """What it covers."""
        half = text_width(self.words, self.size) / 2 + 3
        return self.x - half, self.y - self.size, self.x + half, self.y + 5


Places = tuple[Name, ...]
"""One name at each of the places where it may stand, the best first."""


def countries(base: BaseMap, projection: Projection) -> tuple[Markup, list[Places]]:
    """Draw the countries on the sheet, and say where their names go."""
    drawn, found = [], []
    for country in base.countries:
        rings = list(clipped(country.rings, projection))
        if rings:
            drawn.append(element("path", d=path(rings), class_="land", fill_rule="evenodd"))
            if country.name:
                found.append(_name(country.name.upper(), rings, projection))
    return group(*drawn), found


def disputed_areas(base: BaseMap, projection: Projection, key: str) -> tuple[Markup, list[Places]]:
    """Draw disputed areas hatched with a dashed border, or as a dashed circle where no outline is known."""
    drawn, found = [], []
    for area in base.disputed:
        for shape, name in _disputed(area, projection, key):
            drawn.append(shape)
            found.append(name)
    return group(*drawn), found


def placed(names: Iterable[Places], taken: list[Box], projection: Projection) -> Markup:
    """Write each name at the first of its places that is free, if any is; `taken` grows.

    Shape: an empty string where none has room
    """
    drawn = []
    for places in names:
        name = next((one for one in places if is_free(one.box, taken, projection)), None)
        if name is not None:
            taken.append(name.box)
            drawn.append(label(name.x, name.y, name.words, name.class_, text_anchor="middle"))
    return group(*drawn) if drawn else Markup("")


def scale_bar(projection: Projection) -> Markup:
    """Draw how long so many kilometres are, at the lower left."""
    most = projection.width * 0.28 * projection.km_a_point
    km = max((bar for bar in BARS if bar <= most), default=BARS[0])
    long, y = km / projection.km_a_point, projection.height - 14
    ends = [line(x, y - 4, x, y + 4, "scale") for x in (14, 14 + long)]
    return group(line(14, y, 14 + long, y, "scale"), *ends, label(14, y - 8, f"{km:,} km", "place"))


def _name(words: str, rings: Sequence[Sequence[tuple[float, float]]], projection: Projection) -> Places:
    """A country's name at its middle, else a little above or below, where that is still inside."""
    found = middle(rings, projection.width, projection.height)
    if found is None:
        return ()
    (x, y), deep = found
    half = text_width(words, NAME_SIZE) / 2 + 6
    x = min(max(x, half), projection.width - half)
    return tuple(
        Name(words, x, y + part * deep, "country", NAME_SIZE) for part in (0, -0.3, 0.3, -0.6, 0.6, -0.85)
    )


def _disputed(area: Disputed, projection: Projection, key: str) -> Iterator[tuple[Markup, Places]]:
    if area.at is not None:
        x, y = projection.place(*area.at)
        if 0 < x < projection.width and 0 < y < projection.height:
            places = (y + POINT_SIZE + 13, y - POINT_SIZE - 5)
            yield _sign(x, y, key), tuple(Name(area.name, x, v, "area", 11) for v in places)
        return
    rings = list(clipped(area.rings, projection))
    if rings:
        shape = path(rings)
        found = middle(rings, projection.width, projection.height)
        drawn = group(
            element("path", d=shape, class_="disputed-ground", fill="none"),
            element("path", d=shape, fill=fill(key, "disputed"), fill_rule="evenodd"),
            element("path", d=shape, class_="disputed-edge"),
        )
        yield drawn, _within(area.name, rings, *found) if found else ()


def _within(
    words: str, rings: Sequence[Sequence[tuple[float, float]]], at: tuple[float, float], deep: float
) -> Places:
    """A disputed area's name at its middle, else a little aside, else above or below it."""
    x, y = at
    ys = [v for ring in rings for _, v in ring]
    aside = ((0.0, 0.0), (0.0, 0.7), (0.0, -0.7), (0.9, 0.0), (-0.9, 0.0), (0.9, 0.7), (-0.9, -0.7))
    places = [(x + u * deep, y + v * deep) for u, v in aside] + [(x, min(ys) - 5), (x, max(ys) + 13)]
    return tuple(Name(words, u, v, "area", 11) for u, v in places)


def _sign(x: float, y: float, key: str) -> Markup:
    return group(
        element("circle", cx=x, cy=y, r=POINT_SIZE, fill=fill(key, "disputed")),
        element("circle", cx=x, cy=y, r=POINT_SIZE, class_="disputed-edge"),
    )


def is_free(box: Box, taken: Iterable[Box], projection: Projection) -> bool:
    """Tell whether something fits on the sheet and touches nothing."""
    left, top, right, bottom = box
    on_sheet = (
        min(left, top) > MARGIN and right < projection.width - MARGIN and bottom < projection.height - MARGIN
    )
    return on_sheet and not any(_touch(box, other) for other in taken)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
