"""Each kind of voice has a colour and a shape of its own, so that neither is needed alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.records.cell import Claimant, VoiceKind
from trucewatch.reports.charts.svg import element
from trucewatch.reports.phrases import names

FIRST, SECOND, FURTHER, SOURCE, ARTICLE = "first", "second", "further", "source", "article"

SHAPES = {
    FIRST: "circle",
    SECOND: "square",
    FURTHER: "triangle",
    SOURCE: "diamond",
    ARTICLE: "triangle pointing down",
}
"""What each kind of voice is drawn as, in words."""


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: how a voice is drawn, and who is drawn so."""

    voice: str
    shape: str
    words: str


def voice_of(by: Claimant, parties: Sequence[str]) -> str:
    """Tell how a claimant is drawn."""
    if by.side in parties:
        return (FIRST, SECOND, FURTHER)[min(parties.index(by.side), 2)]
    return ARTICLE if by.kind is VoiceKind.ARTICLE else SOURCE


def legend(parties: Sequence[str]) -> tuple[Key, ...]:
    """Say who is drawn how."""
    sides = [(FIRST, parties[:1]), (SECOND, parties[1:2]), (FURTHER, parties[2:])]
    told = [(voice, f"speaks for {names(some)}") for voice, some in sides if some]
    told += [(SOURCE, "another source"), (ARTICLE, "an article’s own words")]
    return tuple(Key(voice, SHAPES[voice], words) for voice, words in told)


def mark(voice: str, x: float, y: float, size: float = 6, *, hollow: bool = False) -> Markup:
    """Draw a voice's shape around a point."""
    class_ = f"mark {voice}{' hollow' if hollow else ''}"
    s = size
    if voice == FIRST:
        return element("circle", cx=x, cy=y, r=s, class_=class_)
    if voice == SECOND:
        return element("rect", x=x - s * 0.9, y=y - s * 0.9, width=s * 1.8, height=s * 1.8, class_=class_)
    corners = {
        FURTHER: ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
        SOURCE: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        ARTICLE: ((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
    }[voice]
    points = " ".join(f"{x + u * s:.1f},{y + v * s:.1f}" for u, v in corners)
    return element("polygon", points=points, class_=class_)
