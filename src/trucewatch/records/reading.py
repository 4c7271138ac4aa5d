"""What the reader marks in one document: spans, their labels, and the links between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.records.span import Span
from trucewatch.records.vocabulary import Stance


class MentionKind(StrEnum):
    """What a mention names."""

    PARTY = "party"
    PLACE = "place"
    TIME = "time"


class TriggerKind(StrEnum):
    """Which family of claims a trigger starts."""

    NUMBER = "number"
    INCIDENT = "incident"
    TRUCE = "truce"
    CONTROL = "control"
    DEPLOYMENT = "deployment"
    DEALING = "dealing"


class Role(StrEnum):
    """What a mention is to a trigger."""

    SIDE = "side"
    BLAMED = "blamed"
    ACTOR = "actor"
    TARGET = "target"
    PARTY = "party"
    BROKER = "broker"
    HOLDER = "holder"
    GIVER = "giver"
    RECEIVER = "receiver"
    PLACE = "place"
    TERRITORY = "territory"
    TIME = "time"


class Trait(StrEnum):
    """What is known of a mention before the reader links it; the order is the order of the weights."""

    UNLISTED = "unlisted"
    UNRESOLVED = "unresolved"
    FIRST = "first"
    SECOND = "second"
    RARER = "rarer"
    ONCE = "once"
    OPENING = "opening"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    POLITICAL = "political"
    ALLIANCE = "alliance"
    BODY = "body"
    MONITOR = "monitor"
    MEDIA = "media"
    PERSON = "person"
    PEOPLE = "people"
    SETTLEMENT = "settlement"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"
    DISPUTED = "disputed"
    BORDER = "border"
    NATURAL = "natural"
    DISTRICT = "district"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SINCE = "since"
    ON_PUBLICATION = "on_publication"
    LONG_BEFORE = "long_before"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a party, a place or a time; confidence is a probability."""

    span: Span
    kind: MentionKind
    confidence: float
    traits: frozenset[Trait] = frozenset({Trait.UNLISTED})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one source says.

    `source` is None where nobody is named, `content` None for a bare no-comment; `parent` is the
    index of the statement inside whose content this one stands ("X said that Y said").
    """

    source: Span | None
    cue: Span
    content: Span | None
    stance: Stance
    parent: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """A trigger's guess at one of its roles: an index into the reading's mentions.

    `mention` None says that the role falls to the speaker's own side ("it lost 71").
    """

    role: Role
    mention: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Label:
    """The likeliest value of an attribute and its probability."""

    value: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """The number or clause that tells of a casualty, incident, truce, control, deployment or dealing."""

    span: Span
    kind: TriggerKind
    labels: Mapping[str, Label]
    links: tuple[Link, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader marked in one document, each tuple in the order of the text."""

    doc_id: str
    reader_version: str
    statements: tuple[Statement, ...]
    triggers: tuple[Trigger, ...]
    mentions: tuple[Mention, ...]
