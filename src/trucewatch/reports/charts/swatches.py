"""Samples for legends: how a voice, a band or a pin is drawn."""

from markupsafe import Markup

from trucewatch.reports.charts.patterns import PATTERNS, filled, patterns
from trucewatch.reports.charts.svg import element, line
from trucewatch.reports.charts.voices import SHAPES, mark

WIDTH, HEIGHT = 26.0, 16.0


def swatch(kind: str, key: str) -> Markup:
    """Draw a sample; `key` is in no other picture of the page."""
    return element(
        "svg",
        _inside(kind, key),
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=WIDTH,
        height=HEIGHT,
        class_="chart swatch",
        aria_hidden="true",
    )


def _inside(kind: str, key: str) -> Markup:
    middle = WIDTH / 2, HEIGHT / 2
    if kind in SHAPES:
        return mark(kind, *middle, 5.5)
    if kind.startswith("band "):
        name = kind.removeprefix("band ")
        defined = patterns(key, name) if name in PATTERNS else Markup("")
        return defined + filled(key, name, (1, 2), (WIDTH - 2, HEIGHT - 4))
    return _map_sign(kind, *middle)


def _map_sign(kind: str, x: float, y: float) -> Markup:
    match kind:
        case "pin area":
            return element("rect", x=x - 6, y=y - 6, width=12, height=12, class_="pin")
        case "pin region":
            points = f"{x},{y - 7.5} {x + 7.5},{y} {x},{y + 7.5} {x - 7.5},{y}"
            return element("polygon", points=points, class_="pin")
        case "reach":
            return element("circle", cx=x, cy=y, r=7, class_="reach")
        case "cross" | "cross derived":
            return line(x - 5, y - 5, x + 5, y + 5, kind) + line(x - 5, y + 5, x + 5, y - 5, kind)
        case _:
            return element("circle", cx=x, cy=y, r=6.5, class_=kind)
