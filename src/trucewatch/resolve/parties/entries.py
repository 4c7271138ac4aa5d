"""What the party word lists hold, once read: entries by the sort of thing they name."""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.records.values import PartyKind


class Sort(StrEnum):
    """What a listed phrase does in a mention."""

    STATE = "state"
    ADJECTIVE = "adjective"
    NATIONALS = "nationals"
    CAPITAL = "capital"
    SEAT = "seat"
    REGIME = "regime"
    PLACE = "place"
    GROUP = "group"
    BODY = "body"
    OFFICE = "office"
    ROLE = "role"
    RANK = "rank"
    COURTESY = "courtesy"
    GOVERNMENT = "government"
    AUTHORITIES = "authorities"
    MILITARY = "military"
    WEAPON = "weapon"
    AGENCY = "agency"
    MINISTRY = "ministry"
    MEDIA = "media"
    PAPER = "paper"
    PEOPLE = "people"
    OFFICIAL = "official"
    FIGHTER = "fighter"
    REBELS = "rebels"
    OPPOSITION = "opposition"
    SEPARATISTS = "separatists"
    ETHNIC = "ethnic"
    STATE_SIDE = "state_side"
    OTHER_SIDE = "other_side"
    SIDES = "sides"
    PRONOUN = "pronoun"
    IGNORED = "ignored"


STATE_LIKE = frozenset((Sort.STATE, Sort.ADJECTIVE, Sort.NATIONALS, Sort.CAPITAL, Sort.SEAT, Sort.REGIME))
FACTIONS = frozenset((Sort.REBELS, Sort.OPPOSITION, Sort.SEPARATISTS))
ORGANS = frozenset((Sort.GOVERNMENT, Sort.AUTHORITIES, Sort.MILITARY, Sort.AGENCY, Sort.MINISTRY))
TITLES = frozenset((Sort.OFFICE, Sort.ROLE, Sort.RANK, Sort.COURTESY))
HEADS = (
    STATE_LIKE
    | FACTIONS
    | ORGANS
    | TITLES
    | {Sort.GROUP, Sort.BODY, Sort.WEAPON, Sort.MEDIA, Sort.PAPER, Sort.PEOPLE, Sort.OFFICIAL, Sort.FIGHTER}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed thing.

    `name` is what a sheet calls it; `side` whom it speaks or fights for; `country` the state that it
    points to; `kind` what it is as a party; `words` all words of its names, by which it may be called again.
    """

    sort: Sort
    name: str
    kind: PartyKind
    side: str | None = None
    country: str | None = None
    parent: str | None = None
    words: frozenset[str] = frozenset()
