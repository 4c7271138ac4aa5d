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
    for key, drawn in _drawn(sections, standalone_style()):
        yield ChartFile(key, drawn.encode())


def png_files(sections: Sequence[Section]) -> Iterator[ChartFile]:
    """Draw every chart as PNG on white.

    Errors: OutputError where `resvg-py` is not installed
    """
    try:
        import resvg_py  # noqa: PLC0415 - an extra that most do without
    except ImportError as error:
        what = "pictures as PNG need the package resvg-py, which is not installed"
        raise OutputError(what, where="png", advice="install trucewatch[png], or write .svg") from error
    for key, drawn in _drawn(sections, chart_style(dark=False)):
        content = resvg_py.svg_to_bytes(svg_string=str(drawn), zoom=SHARPNESS, background="white")
        yield ChartFile(key, bytes(content))


def _drawn(sections: Sequence[Section], style: str) -> Iterator[tuple[str, Markup]]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Picture):
                drawing = block.draw(Canvas(WIDTH, block.key))
                if drawing is not None and drawing.height:
                    yield block.key, titled(drawing, block.key, block.title, block.told, style)
