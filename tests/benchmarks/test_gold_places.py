"""When a resolved place counts as the settlement meant, and how rows and claims are brought together."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.gold_places import FOUND, Point, outcome, read_gold_places, share_found
from benchmarks.places import claims_of_rows, first_standing, places_of_rows
from trucewatch.documents import CallerMetadata, read_bytes
from trucewatch.exports.coding_sheet import sheet_of
from trucewatch.pipeline import Pipeline
from trucewatch.records.values import Feature, Place, PlacePrecision, Unresolved

SAMPLES = Path(__file__).parents[2] / "samples"
YEREVAN = Point(40.1811, 44.5136)


def place(
    latitude: float | None, precision: PlacePrecision = PlacePrecision.EXACT, text: str = "Yerevan"
) -> Place:
    longitude = None if latitude is None else YEREVAN.longitude
    return Place("Yerevan", Feature.SETTLEMENT, "AM", latitude, longitude, precision, None, text)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (place(40.1811), FOUND),
        (place(40.1811 + 0.224), FOUND),  # 24.9 km
        (place(40.1811 + 0.226), "another place of the same name"),  # 25.1 km
        (place(41.5, text="Gyumri"), "another place"),
        (place(41.5, PlacePrecision.ADMIN1), "only the area that holds it"),
        (place(40.1811, PlacePrecision.ADMIN1), FOUND),
        (place(None), "without coordinates"),
        (None, "no place given"),
        (Unresolved("Yerevan", "equally good candidates: A; B"), "unresolved: equally good candidates"),
    ],
)
def test_outcome(where: Place | Unresolved | None, found: str) -> None:
    assert outcome(where, "Yerevan", YEREVAN) == found


def test_what_is_not_found_counts_as_a_miss() -> None:
    assert share_found(Counter({FOUND: 3, "no place given": 1})) == 0.75
    assert share_found(Counter()) == 0.0


def test_the_judged_points_are_read() -> None:
    places = read_gold_places()
    assert places["seed-armenia-azerbaijan"]["Sotk"] == Point(40.2001, 45.8695)
    assert all(places.values())


def test_a_point_off_the_globe_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    path.write_text(json.dumps({"a": {"Zyx": [91, 0]}}), encoding="utf-8")
    with pytest.raises(ValueError, match="Zyx at"):
        read_gold_places(path)


def test_a_name_stands_as_words_of_its_own() -> None:
    document = read_bytes(b"The Homsi family left. In HOMS it was quiet.", "a", CallerMetadata())
    span = first_standing(document, "Homs")
    assert span is not None
    assert span.quote(document.text) == "HOMS"
    assert first_standing(document, "Hom") is None


def test_claims_stand_in_the_order_of_the_sheets_rows() -> None:
    text = next(iter(sorted(SAMPLES.glob("*.txt"))))
    document = read_bytes(text.read_bytes(), text.stem, CallerMetadata())
    claims = Pipeline.load(threads=1).tell(document).claims
    sheet = sheet_of(document, claims)
    rows = {
        "count": [row.quote for row in sheet.casualties],
        "event": [row.quote for row in sheet.incidents],
        "control": [row.quote for row in sheet.control],
        "truce": [step.quote for truce in sheet.ceasefires for step in truce.transitions],
    }
    told = claims_of_rows(claims)
    quotes = {f: [c.provenance.evidence.quote(document.text) for c in told[f]] for f in told}
    assert quotes == rows
    assert any(rows.values())
    assert {figure: len(names) for figure, names in places_of_rows(sheet).items()} == {
        figure: len(quotes) for figure, quotes in rows.items()
    }
