"""What a chart is drawn on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canvas:
    """How wide a chart is, and a key that is in no other chart of the page."""

    width: int
    key: str
