"""The style sheets of charts: one for light, and what differs in the dark."""

from functools import cache
from importlib import resources


@cache
def chart_style(*, dark: bool) -> str:
    """Give the style of charts; the dark one only says what differs."""
    name = "chart_dark.css" if dark else "chart.css"
    return resources.files("trucewatch.reports.charts").joinpath(name).read_text(encoding="utf-8")


def standalone_style() -> str:
    """Give the style for a chart in a file of its own: it follows the reader's setting."""
    return f"{chart_style(dark=False)}@media (prefers-color-scheme: dark) {{\n{chart_style(dark=True)}}}\n"
