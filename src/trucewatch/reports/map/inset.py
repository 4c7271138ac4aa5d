"""A small map in a free corner that shows where in the world the large one lies."""

from markupsafe import Markup

from trucewatch.reports.charts.svg import box, element, group
from trucewatch.reports.map.base import BaseMap
from trucewatch.reports.map.clipping import clipped, path
from trucewatch.reports.map.ground import Box, is_free
from trucewatch.reports.map.projection import Projection

SHARE, ASPECT, EDGE = 0.24, 0.72, 8.0
"""Its width as a part of the sheet's, its height as a part of its width, its distance from the edge."""

LEAST_KM = 2400.0
"""How much of the world it shows at least, from side to side."""

TIMES = 7.0
"""How much more of the world it shows than the sheet, at least."""


def inset(base: BaseMap, projection: Projection, taken: list[Box]) -> Markup:
    """Draw it in the first free corner, or not at all; `taken` grows."""
    width = projection.width * SHARE
    height = width * ASPECT
    right, low = projection.width - EDGE - width, projection.height - EDGE - height
    for left, top in ((right, EDGE), (EDGE, EDGE), (right, low)):
        place = (left, top, left + width, top + height)
        if is_free(place, taken, projection):
            taken.append(place)
            return _drawn(base, projection, place)
    return Markup("")


def _drawn(base: BaseMap, projection: Projection, place: Box) -> Markup:
    left, top, right, bottom = place
    width, height = right - left, bottom - top
    km = max(LEAST_KM / width, projection.km_a_point * TIMES * projection.width / width)
    small = Projection(projection.longitude, projection.latitude, km, width, height)
    land = "".join(path(clipped(country.rings, small, beyond=0)) for country in base.countries)
    share = projection.km_a_point / km
    wide, high = max(projection.width * share, 6), max(projection.height * share, 5)
    return group(
        box(0, 0, width, height, "sea"),
        element("path", d=land, class_="land", fill_rule="evenodd", stroke_width="0.5"),
        box((width - wide) / 2, (height - high) / 2, wide, high, "here"),
        box(0, 0, width, height, "frame"),
        transform=f"translate({left:.1f} {top:.1f})",
        class_="inset",
    )
