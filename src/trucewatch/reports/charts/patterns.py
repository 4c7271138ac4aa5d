"""Fills that can be told apart without colour."""

from markupsafe import Markup

from trucewatch.reports.charts.svg import box, element, group, line

PATTERNS = {
    "broken": (6, (line(0, 6, 6, 0, "hatch"), line(-1, 1, 1, -1, "hatch"), line(5, 7, 7, 5, "hatch"))),
    "over": (6, (line(0, 6, 6, 0, "hatch"), line(0, 0, 6, 6, "hatch"))),
    "agreed": (5, (element("circle", cx=2.5, cy=2.5, r=1, class_="speck"),)),
    "range": (4, (line(2, 0, 2, 4, "hatch"),)),
    "disputed": (8, (line(0, 8, 8, 0, "hatch"), line(-1, 1, 1, -1, "hatch"), line(7, 9, 9, 7, "hatch"))),
}
"""Each pattern's name, the side of its square, and what is in it."""


def patterns(key: str, *wanted: str) -> Markup:
    """Define patterns for one picture; its key keeps their names apart from those of other pictures."""
    return element("defs", *(_pattern(key, name) for name in wanted))


def filled(key: str, name: str, place: tuple[float, float], size: tuple[float, float]) -> Markup:
    """Draw a rectangle in a kind's own colour, with its pattern over it where it has one."""
    plain = box(*place, *size, f"band {name}")
    return group(plain, box(*place, *size, "overlay", fill=fill(key, name))) if name in PATTERNS else plain


def fill(key: str, name: str) -> str:
    """Name a pattern as the fill of a shape."""
    return f"url(#{key}-{name})"


def _pattern(key: str, name: str) -> Markup:
    side, inside = PATTERNS[name]
    return element(
        "pattern",
        *inside,
        id=f"{key}-{name}",
        class_=f"{name}-pattern",
        width=side,
        height=side,
        patternUnits="userSpaceOnUse",
    )
