"""What a name could be: one place of the gazetteer or the codebook."""

from dataclasses import dataclass, replace
from enum import IntEnum

from trucewatch.records.values import Feature, Place, PlacePrecision


class Kind(IntEnum):
    """The kinds that the packaged index tells apart; the numbers are stored in it."""

    PLAIN = 0
    SEAT = 1
    ADMIN1_SEAT = 2
    CAPITAL = 3
    QUARTER = 4
    GONE = 5
    ADMIN1 = 6
    ADMIN2 = 7
    COUNTRY = 8
    CODEBOOK = 9


FEATURES = {
    Kind.QUARTER: Feature.DISTRICT,
    Kind.ADMIN1: Feature.ADMIN,
    Kind.ADMIN2: Feature.ADMIN,
    Kind.COUNTRY: Feature.COUNTRY,
}
PRECISIONS = {
    Kind.QUARTER: PlacePrecision.NEAR,
    Kind.ADMIN1: PlacePrecision.ADMIN1,
    Kind.ADMIN2: PlacePrecision.ADMIN2,
    Kind.COUNTRY: PlacePrecision.COUNTRY,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    `key` tells it from every other; `admin1` is the name of its province, "" where unknown;
    `claimants` are the ISO codes of the states that an area is disputed between or shared by.
    """

    key: str
    name: str
    kind: Kind
    feature: Feature
    precision: PlacePrecision
    country: str | None
    admin1: str
    latitude: float
    longitude: float
    population: int
    geonames_id: int | None
    claimants: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """Every state whose mention speaks for this place."""
        return (self.country,) if self.country else self.claimants

    @property
    def is_settlement(self) -> bool:
        """Whether people live there in one town or village."""
        return self.kind <= Kind.GONE or self.feature is Feature.SETTLEMENT

    def at(self, precision: PlacePrecision) -> "Candidate":
        """The same place, said less or more exactly."""
        return replace(self, precision=precision)

    def place(self, text: str) -> Place:
        """The record of this place, as the words `text` name it."""
        return Place(
            name=self.name,
            feature=self.feature,
            country=self.country,
            latitude=self.latitude,
            longitude=self.longitude,
            precision=self.precision,
            geonames_id=self.geonames_id,
            text=text,
        )

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.admin1, self.country or "/".join(self.claimants)) if part)
        return f"{self.name} ({where})" if where else self.name
