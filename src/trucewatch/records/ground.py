"""Cells of control: who is said to hold which ground, by themselves, by others, by articles."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.records.cell import Cell, Claimant
from trucewatch.records.values import Place
from trucewatch.records.vocabulary import ControlChange


class Footing(StrEnum):
    """On whose word: a side's about itself, somebody else's, or an article's own."""

    CLAIMED = "claimed"
    REPORTED = "reported"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Hold(Cell):
    """What one claimant last said of one ground; `on` None where it gives no day."""

    by: Claimant
    footing: Footing
    holder: tuple[str, ...]
    change: ControlChange
    on: date | None
    told_on: date | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Ground(Cell):
    """One ground with all that is said of it; `contested` where claimants name different holders."""

    territory: str
    where: Place | None
    holds: tuple[Hold, ...]
    contested: bool
