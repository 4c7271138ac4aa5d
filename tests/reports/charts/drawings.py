"""The charts of the made-up dossier, as they are kept in tests/golden/charts.

`python -m tests.reports.charts.drawings` writes them anew; look at each before you keep it.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.reports.made_up_dossier import dossier
from trucewatch.reports.charts.canvas import Canvas
from trucewatch.reports.charts.style import standalone_style
from trucewatch.reports.charts.svg import titled
from trucewatch.reports.sections.blocks import Picture
from trucewatch.reports.sections.contents import contents

KEPT = Path(__file__).parents[2] / "golden" / "charts"
WIDTHS = (720, 328)


def drawings() -> Iterator[tuple[str, str]]:
    """Every chart at both widths, by the name of its file."""
    for section in contents(dossier()):
        for block in section.blocks:
            if isinstance(block, Picture):
                yield from ((f"{block.key}-{width}.svg", _drawn(block, width)) for width in WIDTHS)


def _drawn(block: Picture, width: int) -> str:
    drawing = block.draw(Canvas(width, block.key))
    assert drawing is not None
    drawn = titled(drawing, block.key, block.title, block.told, standalone_style())
    return str(drawn).replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name, drawn in drawings():
        (KEPT / name).write_text(drawn, encoding="utf-8")
