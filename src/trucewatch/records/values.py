"""What words come to once resolved: days, numbers, places, parties, or the reason why not."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that could not be given a value, and why; never replaced by a default."""

    text: str
    reason: str


class DatePrecision(StrEnum):
    """How exactly the words fix the time."""

    PART_OF_DAY = "part_of_day"
    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Modifier(StrEnum):
    """What stands before the time: since Monday, until May, about 1994."""

    NONE = "none"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days, both ends included, local to the article; an open end is None.

    "since early Tuesday" has a start and no end; "on Tuesday" has both on the same day.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    modifier: Modifier
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of people: `high` is None where the words give no upper bound ("more than 70")."""

    low: int
    high: int | None
    text: str


class PlacePrecision(IntEnum):
    """UCDP's where_prec: 1 exact place ... 7 water or air."""

    EXACT = 1
    NEAR = 2
    ADMIN2 = 3
    ADMIN1 = 4
    LARGER = 5
    COUNTRY = 6
    WATER_OR_AIR = 7


class Feature(StrEnum):
    """What kind of place a name names."""

    SETTLEMENT = "settlement"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"
    DISPUTED = "disputed"
    BORDER = "border"
    NATURAL = "natural"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as resolved.

    `name` is the short standard English name; `country` an ISO 3166 alpha-2 code, or None where
    states dispute it or several share it; degrees are WGS 84.
    """

    name: str
    feature: Feature
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    geonames_id: int | None
    text: str


class PartyKind(StrEnum):
    """What a named side, source or actor is."""

    STATE = "state"
    ARMED_GROUP = "armed_group"
    POLITICAL = "political"
    ALLIANCE = "alliance"
    BODY = "body"
    MONITOR = "monitor"
    MEDIA = "media"
    PERSON = "person"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts or speaks.

    `name` is the normalised name as a coding sheet has it ("Armenian Defence Ministry", "Nikol
    Pashinyan", "witnesses"); `side` the side it speaks or fights for ("Armenia"), None for
    monitors, media, witnesses and whoever stands for no side.
    """

    name: str
    kind: PartyKind
    side: str | None
    text: str
