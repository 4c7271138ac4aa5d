"""Charts as files of their own: SVG, and PNG where the package for it is installed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.errors import OutputError
from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.style import chart_style, standalone_style
from trucewatch.reports.charts.svg import titled
from trucewatch.reports.sections.blocks import Picture, Section

WIDTH = 720
"""Width of a chart in a file, in points."""

SHARPNESS = 2
"""Pixels of a PNG for each point."""


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart ready to be written; `key` tells it from the others of its report."""

    key: str
    content: bytes


def svg_files(sections: Sequence[Section]) -> Iterator[ChartFile]:
    """Draw every chart as SVG that follows the viewer's light or dark setting."""
    for picture in pictures(sections):
        if drawn := svg(picture):
            yield ChartFile(picture.key, drawn.encode())


def svg(picture: Picture, width: int = WIDTH) -> Markup:
    """Draw one chart as SVG that follows the viewer's light or dark setting, "" where it has nothing."""
    return _drawn(picture, standalone_style(), width)


def pictures(sections: Sequence[Section]) -> list[Picture]:
    """Give every chart of some sections."""
    return [block for section in sections for block in section.blocks if isinstance(block, Picture)]


def png_files(sections: Sequence[Section]) -> Iterator[ChartFile]:
    """Draw every chart as PNG on white.

    Errors: OutputError where `resvg-py` is not installed
    """
    try:
        import resvg_py  # noqa: PLC0415 - an extra that most do without
    except ImportError as error:
        what = "pictures as PNG need the package resvg-py, which is not installed"
        raise OutputError(what, where="png", advice="install trucewatch[png], or write .svg") from error
    for picture in pictures(sections):
        if drawn := _drawn(picture, chart_style(dark=False), WIDTH):
            content = resvg_py.svg_to_bytes(svg_string=str(drawn), zoom=SHARPNESS, background="white")
            yield ChartFile(picture.key, bytes(content))


def _drawn(picture: Picture, style: str, width: int) -> Markup:
    drawing = picture.draw(Canvas(width, picture.key))
    if drawing is None or not drawing.height:
        return Markup("")
    return titled(drawing, picture.key, picture.title, picture.told, style)
