"""A few large towns, so that one knows where one is; names are those of GeoNames (CC BY 4.0)."""

from collections.abc import Collection, Iterator

from markupsafe import Markup

from trucewatch.reports.charts.svg import element, group
from trucewatch.reports.charts.text_width import text_width
from trucewatch.reports.map.ground import Name, is_free, Box
from trucewatch.reports.map.projection import Projection
from trucewatch.reports.shown import shown
from trucewatch.resolve.places.gazetteer import Gazetteer

MOST = 7
"""Towns on a sheet, at most."""

LOOKED_AT = 40
"""The largest towns, of which those are drawn that have room."""


def towns(projection: Projection, named: Collection[str], taken: list[Box]) -> tuple[Markup, list[tuple[Name, ...]]]:
    """Draw the largest towns that no pin names already, and say where their names may go."""
    dots, names = [], []
    for town in Gazetteer.load().largest_within(*projection.degrees, LOOKED_AT):
        x, y = projection.place(town.longitude, town.latitude)
        spot = (x - 4, y - 4, x + 4, y + 4)
        if town.name in named or len(names) == MOST or not is_free(spot, taken, projection):
            continue
        taken.append(spot)
        dots.append(element("circle", cx=x, cy=y, r=2.2, class_="town-dot"))
        names.append(tuple(_beside(shown(town.name), x, y)))
    return group(*dots), names


def _beside(words: str, x: float, y: float) -> Iterator[Name]:
    half = text_width(words, 11) / 2 + 8
    yield from (Name(words, u, y + 4, "town", 11) for u in (x + half, x - half))
