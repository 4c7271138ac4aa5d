"""A few large towns, so that one knows where one is; names are those of GeoNames (CC BY 4.0)."""

from collections.abc import Collection

from markupsafe import Markup

from trucewatch.reports.charts.svg import element, group
from trucewatch.reports.charts.text_width import text_width
from trucewatch.reports.map.ground import Box, Name, Places, is_free, placed
from trucewatch.reports.map.projection import Projection
from trucewatch.reports.shown import shown
from trucewatch.resolve.places.gazetteer import Gazetteer

MOST = 7
"""Towns on a sheet, at most."""

LOOKED_AT = 40
"""The largest towns, of which those are drawn that have room."""


def towns(projection: Projection, named: Collection[str], taken: list[Box]) -> Markup:
    """Draw the largest towns that no pin names already, each with its name or not at all; `taken` grows."""
    drawn: list[Markup] = []
    for town in Gazetteer.load().largest_within(*projection.degrees, LOOKED_AT):
        x, y = projection.place(town.longitude, town.latitude)
        spot = (x - 4, y - 4, x + 4, y + 4)
        places = _beside(shown(town.name), x, y)
        if len(drawn) == MOST or town.name in named or not is_free(spot, taken, projection):
            continue
        if name := placed([places], taken, projection):
            taken.append(spot)
            drawn.append(group(element("circle", cx=x, cy=y, r=2.2, class_="town-dot"), name))
    return group(*drawn)


def _beside(words: str, x: float, y: float) -> Places:
    half = text_width(words, 11) / 2 + 8
    return Name(words, x + half, y + 4, "town", 11), Name(words, x - half, y + 4, "town", 11)
