"""The places that the development gold's rows name, and whether a resolved place is the one that is meant."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trucewatch.records.values import Place, PlacePrecision, Unresolved
from trucewatch.reports.sameness import same_place
from trucewatch.resolve.places.geodesy import distance_km

FILE = Path(__file__).with_name("gold_places.json")
NEAR_ENOUGH_KM = 25.0
"""A place this far off still shows a reader the right town on a map of the country."""
FOUND = "found"
WIDER = frozenset(
    (PlacePrecision.ADMIN2, PlacePrecision.ADMIN1, PlacePrecision.LARGER, PlacePrecision.COUNTRY)
)
"""Precisions of a place that says no more than the area."""


@dataclass(frozen=True, slots=True)
class Point:
    """Where a named settlement lies, in degrees."""

    latitude: float
    longitude: float


def read_gold_places(path: Path = FILE) -> dict[str, dict[str, Point]]:
    """The judged point of each settlement, by article and by its name in the article's sheet.

    Errors: ValueError on a point that lies nowhere on Earth
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    return {
        doc_id: {name: _point(name, at) for name, at in places.items()} for doc_id, places in found.items()
    }


def _point(name: str, at: list[float]) -> Point:
    latitude, longitude = at
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 - the ranges of WGS 84
        message = f"{name} at {at} lies nowhere on Earth"
        raise ValueError(message)
    return Point(latitude, longitude)


def outcome(where: Place | Unresolved | None, name: str, truth: Point) -> str:
    """FOUND where a place lies near enough to the point of the settlement meant, else what went wrong.

    Shape: a place that is missing, unresolved or without coordinates is never found
    """
    if where is None:
        return "no place given"
    if isinstance(where, Unresolved):
        return f"unresolved: {where.reason.partition(':')[0]}"
    apart = distance_km(where, truth)
    if apart is None:
        return "without coordinates"
    if apart <= NEAR_ENOUGH_KM:
        return FOUND
    if where.precision in WIDER:
        return "only the area that holds it"
    return "another place of the same name" if same_place(where.text, name) else "another place"


def share_found(outcomes: Mapping[str, int]) -> float:
    """The share of the outcomes, each with how often it came about, that are FOUND; 0 of none."""
    return outcomes.get(FOUND, 0) / max(1, sum(outcomes.values()))
