"""Charts as they stand on the page: once for wide screens and paper, once for narrow ones."""

from markupsafe import Markup

from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.svg import titled
from trucewatch.reports.charts.swatches import swatch
from trucewatch.reports.sections.blocks import Picture

WIDTHS = {"wide": 720, "narrow": 328}
"""How wide a chart is drawn, by which of the two it is."""


def drawn(picture: Picture) -> tuple[tuple[str, Markup], ...]:
    """Draw a picture at each width; none where there is nothing to draw."""
    found = []
    for name, width in WIDTHS.items():
        key = f"{picture.key}-{name}"
        drawing = picture.draw(Canvas(width, key))
        if drawing is not None and drawing.height:
            found.append((name, titled(drawing, key, picture.title, picture.told)))
    return tuple(found)


def legend(picture: Picture) -> tuple[tuple[Markup, str], ...]:
    """Give a sample for each line of a picture's legend."""
    return tuple(
        (swatch(kind, f"{picture.key}-legend-{number}"), words)
        for number, (kind, words) in enumerate(picture.legend)
    )
