"""The record of a place said through another: its own words, the other's coordinates, less exact."""

from itertools import product

from trucewatch.records.values import Feature, Place, PlacePrecision
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.geodesy import distance_km, midpoint
from trucewatch.resolve.places.grammar import Reading, Shape, Wanted
from trucewatch.resolve.places.regions import load_borders
from trucewatch.resolve.places.shortlist import SAME_SPOT_KM

_LOOSE = {
    Shape.DIRECTION: PlacePrecision.NEAR,
    Shape.AROUND: PlacePrecision.NEAR,
    Shape.NEAR: PlacePrecision.NEAR,
    Shape.FACILITY: PlacePrecision.NEAR,
    Shape.QUARTER: PlacePrecision.NEAR,
    Shape.COUNTRYSIDE: PlacePrecision.ADMIN2,
    Shape.NATURAL: PlacePrecision.ADMIN2,
}
_FEATURES = {
    Shape.FACILITY: Feature.DISTRICT,
    Shape.QUARTER: Feature.DISTRICT,
    Shape.NATURAL: Feature.NATURAL,
    Shape.COUNTRYSIDE: Feature.REGION,
}
_KEEPS_NAME = frozenset((Shape.NEAR,))
_KEEPS_ID = frozenset((Shape.NEAR, Shape.AROUND))
_UNITS = {Wanted.PROVINCE: PlacePrecision.ADMIN1, Wanted.DISTRICT: PlacePrecision.ADMIN2}


def derive(base: Candidate, reading: Reading, words: str, text: str) -> Place:
    """The record for `text`, said through `base`; `words` are its words without article and amount."""
    shapes = reading.shapes
    precision, feature = _precision(base, reading), _feature(base, shapes)
    as_unit = reading.wanted in _UNITS and base.is_settlement
    kept = not as_unit and set(shapes) <= _KEEPS_NAME
    return Place(
        name=base.name if kept else words,
        feature=Feature.ADMIN if as_unit and not shapes else feature,
        country=base.country,
        latitude=base.latitude,
        longitude=base.longitude,
        precision=precision,
        geonames_id=base.geonames_id if not as_unit and set(shapes) <= _KEEPS_ID else None,
        text=text,
    )


def between(
    ends: tuple[Candidate, Candidate], reading: Reading, gazetteer: Gazetteer, words: str, text: str
) -> Place:
    """A border or a line between two places: half way, or where two countries' provinces come closest."""
    (a, b), border = ends, reading.border
    curated = known_border(a, b) if border else None
    if curated:
        return curated.place(text)
    latitude, longitude = _meeting_point(a, b, gazetteer)
    apart = distance_km(a, b)
    short = not border and apart is not None and apart <= SAME_SPOT_KM
    return Place(
        name=words,
        feature=Feature.BORDER if border else Feature.REGION,
        country=a.country if a.country == b.country else None,
        latitude=latitude,
        longitude=longitude,
        precision=PlacePrecision.ADMIN2 if short else PlacePrecision.LARGER,
        geonames_id=None,
        text=text,
    )


def known_border(a: Candidate, b: Candidate) -> Candidate | None:
    """The codebook's border between two countries."""
    if a.kind is not Kind.COUNTRY or b.kind is not Kind.COUNTRY:
        return None
    return load_borders().get(frozenset((*a.countries, *b.countries)))


def _meeting_point(a: Candidate, b: Candidate, gazetteer: Gazetteer) -> tuple[float, float]:
    ends = [
        gazetteer.provinces(end.country) if end.kind is Kind.COUNTRY and end.country else () for end in (a, b)
    ]
    pairs = product(ends[0] or (a,), ends[1] or (b,))
    x, y = min(pairs, key=lambda pair: distance_km(*pair) or 0.0)
    return midpoint((x.latitude, x.longitude), (y.latitude, y.longitude))


def _precision(base: Candidate, reading: Reading) -> PlacePrecision:
    if not base.is_settlement and base.feature is not Feature.DISTRICT:
        return _precision_of_area(base, reading.shapes)
    unit = _UNITS.get(reading.wanted, base.precision)
    return max([unit, *(_LOOSE[shape] for shape in reading.shapes)])


def _precision_of_area(base: Candidate, shapes: tuple[Shape, ...]) -> PlacePrecision:
    if base.kind is Kind.COUNTRY and shapes:
        return PlacePrecision.LARGER
    return base.precision


def _feature(base: Candidate, shapes: tuple[Shape, ...]) -> Feature:
    named = next((_FEATURES[shape] for shape in shapes if shape in _FEATURES), None)
    if named:
        return named
    if Shape.DIRECTION in shapes:
        return Feature.DISTRICT if base.is_settlement else Feature.REGION
    return base.feature
