"""Names of sides: who fights, as whom somebody speaks, two sides joined in one name taken apart."""

from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.records.claim import PartyValue, Voice
from trucewatch.records.values import Party, PartyKind

JOINED = " and "
"""Between two sides in one name."""

FIGHTING = frozenset({PartyKind.STATE, PartyKind.ARMED_GROUP, PartyKind.POLITICAL, PartyKind.ALLIANCE})
"""Kinds of those who can be a party to a conflict by what they do; monitors, media and people only speak."""

STANDS_FOR_SIDE = frozenset({PartyKind.PERSON, PartyKind.BODY, PartyKind.PEOPLE})
"""Kinds of those who act for the side they belong to."""


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


@cache
def apart(name: str) -> tuple[str, ...]:
    """The sides joined in one name; a state's own "and" joins nothing."""
    if JOINED not in name or name in _states_with_and():
        return (name,)
    return tuple(part for part in name.split(JOINED) if part)


def side_spoken_for(voice: Voice) -> str:
    """The side that a voice speaks for, "" where none."""
    speaker = voice.speaker
    return speaker.side or "" if isinstance(speaker, Party) else ""


def _fighting(party: object) -> tuple[str, ...]:
    if not isinstance(party, Party):
        return ()
    if party.kind in FIGHTING:
        return apart(party.name)
    return apart(party.side) if party.side and party.kind in STANDS_FOR_SIDE else ()


@cache
def _states_with_and() -> frozenset[str]:
    states = load_toml("states.toml")["states"]
    return frozenset(
        name for key, entry in states.items() for name in (key, *entry.get("names", ())) if JOINED in name
    )
