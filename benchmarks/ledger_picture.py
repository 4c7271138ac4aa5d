"""The picture of `benchmarks/ledger.py`: four small charts over the number of claims, as one SVG."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PANEL_WIDTH, PANEL_HEIGHT = 330, 200
MARGIN_LEFT, MARGIN_TOP, GAP = 64, 40, 84
COLOURS = {"SQLite": "#0b5394", "PostgreSQL": "#b45f06"}
PANELS = (
    ("claims added a second", "added_a_second", 1, 5_000, "at least 5,000"),
    ("search, ms (95 of 100 are faster)", "search_p95", 1000, 150, "at most 150"),
    ("situation of one conflict, ms (95 of 100)", "situation_p95", 1000, 300, "at most 300"),
    ("bytes for each claim", "bytes_a_claim", 1, None, None),
)
"""Title, figure, factor, bound and what the bound says."""


def draw(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write the picture of the rows, which are those of the benchmark."""
    width = 2 * (MARGIN_LEFT + PANEL_WIDTH) + 40
    height = 2 * (PANEL_HEIGHT + GAP) + MARGIN_TOP
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        "<style>text { font-family: sans-serif; font-size: 12px }</style>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for place, (name, colour) in enumerate(COLOURS.items()):
        x = MARGIN_LEFT + 110 * place
        drawn.append(f'<rect x="{x}" y="8" width="12" height="12" fill="{colour}"/>')
        drawn.append(f'<text x="{x + 17}" y="18">{name}</text>')
    for place, panel in enumerate(PANELS):
        x = MARGIN_LEFT + (place % 2) * (PANEL_WIDTH + MARGIN_LEFT + 10)
        y = MARGIN_TOP + 24 + (place // 2) * (PANEL_HEIGHT + GAP - 10)
        drawn += _panel(rows, panel, x, y)
    drawn.append("</svg>\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(drawn), encoding="utf-8")


def _panel(rows: Sequence[Mapping[str, Any]], panel: tuple[Any, ...], x: int, y: int) -> list[str]:
    title, figure, factor, bound, told = panel
    values = [factor * row[figure] for row in rows]
    top = _rounded_up(max([*values, *([bound] if bound else [])]) * 1.05)
    sizes = sorted({row["claims"] for row in rows})
    low, high = math.log10(min(sizes)), math.log10(max(sizes))

    def across(claims: int) -> float:
        return x + 12 + (PANEL_WIDTH - 24) * ((math.log10(claims) - low) / ((high - low) or 1))

    def up(value: float) -> float:
        return y + PANEL_HEIGHT * (1 - value / top)

    drawn = [f'<text x="{x}" y="{y - 10}" font-weight="bold">{title}</text>']
    for part in range(5):
        value = top * part / 4
        drawn.append(f'<path d="M{x} {up(value):.1f}h{PANEL_WIDTH}" stroke="#ddd"/>')
        drawn.append(f'<text x="{x - 6}" y="{up(value) + 4:.1f}" text-anchor="end">{value:,.0f}</text>')
    drawn += [
        f'<text x="{across(claims):.1f}" y="{y + PANEL_HEIGHT + 16}" text-anchor="middle">'
        f"{round(claims, -3):,}</text>"
        for claims in sizes
        if not any(other < claims < 1.1 * other for other in sizes)  # too near to write both
    ]
    if bound:
        drawn.append(f'<path d="M{x} {up(bound):.1f}h{PANEL_WIDTH}" stroke="#999" stroke-dasharray="5 4"/>')
        end = x + PANEL_WIDTH
        drawn.append(f'<text x="{end}" y="{up(bound) - 5:.1f}" text-anchor="end" fill="#666">{told}</text>')
    for name, colour in COLOURS.items():
        points = [
            (across(row["claims"]), up(factor * row[figure])) for row in rows if row["database"] == name
        ]
        line = " ".join(f"{left:.1f},{down:.1f}" for left, down in points)
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{left:.1f}" cy="{down:.1f}" r="4" fill="{colour}"/>' for left, down in points]
    return drawn


def _rounded_up(value: float) -> float:
    """Give the next of 1, 2, 4, 5 or 8 times a power of ten."""
    power = 10 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= value)
