"""Charts on a page: light ones stand in it, heavy ones are fetched when they come into view."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from trucewatch.reports.page.figures import WIDTHS, drawn
from trucewatch.reports.sections.blocks import Picture
from trucewatch.web.parts.weighing import is_heavy
from trucewatch.web.scripting import GROUND, LIBRARY, bundled, script_at

MAP = "incident-map"
"""The picture that a map that moves can take the place of."""

NARROW = "(max-width: 47rem)"
"""Screens on which charts are narrow, as the style has it."""

FETCHED = Markup(
    '<picture><source media="{narrow_screens}" srcset="{narrow}">'
    '<img class="chart" src="{wide}" alt="{told}" width="{width}" height="{height}" loading="lazy"></picture>'
)
MOVING = Markup(
    '<div data-map="{told}" data-ground="{ground}" data-library="{library}" data-worker="{worker}" '
    'data-look="{look}">{picture}</div>'
)
"""A map with what its script needs to make it one that moves."""

HIGH = 0.62
"""Height of a fetched chart as a part of its width, until it is here."""


@pass_context
def drawn_or_fetched(context: Context, picture: Picture) -> tuple[tuple[str, Markup], ...]:
    """Give a picture at each width, or one element that fetches it from `chart_at`."""
    if not is_heavy(picture):
        return drawn(picture)
    chart_at, width = context["chart_at"], WIDTHS["wide"]
    element = FETCHED.format(
        narrow_screens=NARROW,
        narrow=chart_at(picture.key, "narrow"),
        wide=chart_at(picture.key),
        told=picture.told,
        width=width,
        height=round(width * HIGH),
    )
    if picture.key == MAP and bundled():
        element = MOVING.format(
            told=context["map_at"],
            ground=script_at(GROUND),
            library=script_at(LIBRARY),
            worker=script_at("maplibre-gl-worker.js"),
            look=script_at("maplibre-gl.css"),
            picture=element,
        )
    return (("fetched", element),)
