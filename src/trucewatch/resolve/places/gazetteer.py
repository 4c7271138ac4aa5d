"""The packaged index of the world's settlements, provinces, districts and countries.

Made from GeoNames (CC BY 4.0) by `training/build_gazetteer.py`; the codebook's own regions are
added when it is loaded.
"""

import io
import json
import sys
import zipfile
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from heapq import nlargest
from importlib import resources

from trucewatch.errors import CodebookError
from trucewatch.records.values import Feature, PlacePrecision
from trucewatch.resolve.places.candidate import FEATURES, PRECISIONS, Candidate, Kind
from trucewatch.resolve.places.folding import fold, skeleton
from trucewatch.resolve.places.regions import load_regions, load_standard_names
from trucewatch.resolve.places.standard import standard_name
from trucewatch.resolve.places.states import States, load_states

ARCHIVE = "codebook/gazetteer/gazetteer.zip"
_TYPES = {"i32": "i", "u32": "I", "u16": "H", "u8": "B"}
_SHORTEST_SKELETON = 4


class Gazetteer:
    """Every place that trucewatch knows by name.

    Source:  GeoNames CC BY 4.0; codebook/regions.toml; codebook/states.toml
    Errors:  CodebookError from `load` when the index is missing or damaged
    Example: Gazetteer.load().named("Sotk")[0].admin1 -> "Gegharkunik"
    """

    def __init__(self, archive: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(archive)) as members:
                meta = json.loads(members.read("meta.json"))
                self._names = members.read("names.txt").split(b"\n")
                self._columns = {
                    name.partition(".")[0]: _column(name, members.read(name))
                    for name in members.namelist()
                    if name.partition(".")[2] in _TYPES
                }
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
            raise CodebookError(str(error), where=ARCHIVE, advice="run `make gazetteer`") from error
        if len(self._names) != meta["places"] or len(self._columns["keys"]) != meta["keys"]:
            message = "holds less than it says"
            raise CodebookError(message, where=ARCHIVE, advice="run `make gazetteer`")
        self._units: list[tuple[str, str]] = [(country, name) for country, name in meta["units"]]
        self._preferred = load_standard_names()
        self.regions: Mapping[str, tuple[Candidate, ...]] = load_regions()
        self._standard_rows = {
            fold(name): row
            for number, name in self._preferred.items()
            for row in self._rows(skeleton(fold(name)))
            if self._columns["ids"][row] == number
        }
        self._country_rows = {
            self._units[self._columns["units"][row]][0]: row for row in self._of_kind(Kind.COUNTRY)
        }
        self.states: States = load_states(self._country_spellings())
        self._candidate = lru_cache(maxsize=32768)(self._read)
        self._exactly = lru_cache(maxsize=32768)(self._find)
        self._alike = lru_cache(maxsize=32768)(self._resembling)

    @staticmethod
    def load() -> "Gazetteer":
        """The packaged gazetteer, read on first use and then kept."""
        return _load()

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears `name` in some spelling that folds alike, codebook first."""
        return self._exactly(fold(name))

    def resembling(self, name: str) -> tuple[Candidate, ...]:
        """Places whose name differs from `name` in transliteration only."""
        return self._alike(fold(name))

    def _resembling(self, folded: str) -> tuple[Candidate, ...]:
        key = skeleton(folded)
        if len(key) < _SHORTEST_SKELETON:
            return ()
        same = {candidate.key for candidate in self._exactly(folded)}
        rows = (row for row in self._rows(key) if self._bears(row, key, skeleton_only=True))
        found = (*self._similar_regions().get(key, ()), *(self._candidate(row) for row in rows))
        return tuple(candidate for candidate in found if candidate.key not in same)

    def spellings(self, candidate: Candidate) -> tuple[str, ...]:
        """All names on record for a gazetteer place; the candidate's own name for a codebook one."""
        if candidate.kind is Kind.CODEBOOK:
            return (candidate.name,)
        return tuple(self._names[int(candidate.key)].decode().split("\t"))

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO 3166 alpha-2 code."""
        row = self._country_rows.get(code)
        return None if row is None else self._candidate(row)

    def provinces(self, code: str) -> tuple[Candidate, ...]:
        """The first-order units of a country."""
        return self._first_order().get(code, ())

    def largest_within(
        self, longitudes: tuple[float, float], latitudes: tuple[float, float], most: int
    ) -> tuple[Candidate, ...]:
        """The towns with most people between two meridians and two parallels, the largest first."""
        column = self._columns
        west, east = (round(degrees * 10_000) for degrees in longitudes)
        south, north = (round(degrees * 10_000) for degrees in latitudes)
        places = zip(column["latitudes"], column["longitudes"], column["kinds"], strict=True)
        inside = (
            row
            for row, (latitude, longitude, kind) in enumerate(places)
            if south <= latitude <= north and west <= longitude <= east and kind <= Kind.CAPITAL
        )
        populations = column["populations"]
        return tuple(map(self._candidate, nlargest(most, inside, key=lambda row: populations[row])))

    def __len__(self) -> int:
        return len(self._names)

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        if not folded:
            return ()
        curated = self.regions.get(folded, ())
        states = [state for code in self.states.named(folded) if (state := self.country(code))]
        standard = [self._standard_rows[folded]] if folded in self._standard_rows else []
        rows = standard + [
            row for row in self._rows(skeleton(folded)) if self._bears(row, folded, skeleton_only=False)
        ]
        indexed = [self._candidate(row) for row in rows]
        return tuple({candidate.key: candidate for candidate in (*curated, *states, *indexed)}.values())

    def _rows(self, key: str) -> "array[int]":
        keys, wanted = self._columns["keys"], zlib.crc32(key.encode())
        first = bisect_left(keys, wanted)
        return self._columns["postings"][first : bisect_right(keys, wanted, lo=first)]

    def _bears(self, row: int, key: str, *, skeleton_only: bool) -> bool:
        folds = [fold(name) for name in self._names[row].decode().split("\t")]
        return any(skeleton(name) == key for name in folds) if skeleton_only else key in folds

    def _read(self, row: int) -> Candidate:
        column = self._columns
        country, admin1 = self._units[column["units"][row]]
        kind = Kind(column["kinds"][row])
        number = column["ids"][row]
        first = self._names[row].partition(b"\t")[0].decode()
        return Candidate(
            key=str(row),
            name=self._preferred.get(number) or self._name(kind, country, first),
            kind=kind,
            feature=FEATURES.get(kind, Feature.SETTLEMENT),
            precision=PRECISIONS.get(kind, PlacePrecision.EXACT),
            country=country,
            admin1=standard_name(admin1),
            latitude=column["latitudes"][row] / 10_000,
            longitude=column["longitudes"][row] / 10_000,
            population=column["populations"][row],
            geonames_id=number or None,
        )

    def _name(self, kind: Kind, country: str, first: str) -> str:
        known = self.states.name_of(country) if kind is Kind.COUNTRY else None
        return known or standard_name(first)

    @cache  # noqa: B019 - one gazetteer lives as long as the process
    def _first_order(self) -> Mapping[str, tuple[Candidate, ...]]:
        units: dict[str, tuple[Candidate, ...]] = {}
        for row in self._of_kind(Kind.ADMIN1):
            unit = self._candidate(row)
            units[unit.country or ""] = (*units.get(unit.country or "", ()), unit)
        return units

    @cache  # noqa: B019 - as above
    def _similar_regions(self) -> Mapping[str, tuple[Candidate, ...]]:
        return _by_skeleton(self.regions)

    def _of_kind(self, kind: Kind) -> Iterator[int]:
        kinds, wanted = self._columns["kinds"].tobytes(), bytes((kind,))
        row = kinds.find(wanted)
        while row >= 0:
            yield row
            row = kinds.find(wanted, row + 1)

    def _country_spellings(self) -> Mapping[str, str]:
        return {
            fold(self._names[row].partition(b"\t")[0].decode()): code
            for code, row in self._country_rows.items()
        }


def _by_skeleton(regions: Mapping[str, tuple[Candidate, ...]]) -> Mapping[str, tuple[Candidate, ...]]:
    found: dict[str, dict[str, Candidate]] = {}
    for folded, places in regions.items():
        found.setdefault(skeleton(folded), {}).update({place.key: place for place in places})
    return {key: tuple(places.values()) for key, places in found.items()}


def _column(name: str, raw: bytes) -> "array[int]":
    column = array(_TYPES[name.partition(".")[2]])
    column.frombytes(raw)
    if sys.byteorder == "big":
        column.byteswap()
    return column


@cache
def _load() -> Gazetteer:
    try:
        archive = resources.files("trucewatch").joinpath(ARCHIVE).read_bytes()
    except OSError as error:
        message = f"cannot be read: {error}"
        raise CodebookError(message, where=ARCHIVE, advice="install trucewatch again") from error
    return Gazetteer(archive)
