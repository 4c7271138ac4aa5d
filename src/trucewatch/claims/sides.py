"""Names of sides: who fights, as whom somebody speaks, whom each role names."""

from functools import lru_cache

from trucewatch.codebook.joined_sides import apart
from trucewatch.records.claim import PartyValue, Voice
from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.parties import Cast

FIGHTING = frozenset({PartyKind.STATE, PartyKind.ARMED_GROUP, PartyKind.POLITICAL, PartyKind.ALLIANCE})
"""Kinds of those who can be a party to a conflict by what they do; monitors, media and people only speak."""

STANDS_FOR_SIDE = frozenset({PartyKind.PERSON, PartyKind.BODY, PartyKind.PEOPLE})
"""Kinds of those who act for the side they belong to."""


PUBLISHING = FIGHTING | {PartyKind.BODY}
"""Kinds of publishers whose own voice is their side's; papers and agencies are none, whoever owns them."""


def fighters(value: PartyValue) -> tuple[str, ...]:
    """The sides that fill a role and can be parties to a conflict, each once.

    Example: a party "Armenia and Azerbaijan" gives ("Armenia", "Azerbaijan"); "civilians" gives none
    """
    return tuple(dict.fromkeys(name for party in value for name in _fighting(party)))


def named(value: PartyValue) -> tuple[str, ...]:
    """Everybody who fills a role, those that could not be resolved left out."""
    return tuple(
        dict.fromkeys(name for party in value if isinstance(party, Party) for name in apart(party.name))
    )


def side_spoken_for(voice: Voice) -> str:
    """The side that a voice speaks for, "" where none."""
    speaker = voice.speaker
    return speaker.side or "" if isinstance(speaker, Party) else ""


@lru_cache(maxsize=10_000)
def publishing_side(publisher: str) -> str:
    """The side whose own publication a report is, "" where it is nobody's.

    Example: "Ministry of Internal Affairs of Georgia" gives "Georgia"; "Georgia Today" gives ""
    """
    party = Cast.of(publisher, [(0, len(publisher))]).source(0, len(publisher)).value
    if not isinstance(party, Party) or party.kind not in PUBLISHING:
        return ""
    return party.side or ""


def _fighting(party: object) -> tuple[str, ...]:
    if not isinstance(party, Party):
        return ()
    if party.kind in FIGHTING:
        return apart(party.name)
    return apart(party.side) if party.side and party.kind in STANDS_FOR_SIDE else ()
