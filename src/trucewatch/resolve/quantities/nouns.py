"""What a number counts: the nouns of people and of things, from `codebook/numbers.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.spelling import GAP

_REACH = 6
_WORD = re.compile(rf"(?:{GAP}|[-‐‑])(?:[\"“‘'(]?)([^\W\d_]+(?:[-‐‑'’.][^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class Nouns:
    """Sets of small-letter words."""

    person: frozenset[str]
    people: frozenset[str]
    speakers: frozenset[str]
    things: frozenset[str]
    endings: tuple[str, ...]
    units: frozenset[str]
    phrase_ends: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of the codebook.

    Errors: CodebookError when a word is both of people and of things, or a speaker is no person.
    """
    tables = load_toml("numbers.toml")
    where = "codebook/numbers.toml"
    people: dict[str, str] = tables["people"]
    both = {*people.values(), *tables["crowds"]["words"]} | people.keys()
    if clash := both & {*tables["things"]["words"], *tables["units"]["words"]}:
        refuse(f"things: {sorted(clash)} are people too", where=where)
    if strangers := set(tables["speakers"]["words"]) - people.keys():
        refuse(f"speakers: {sorted(strangers)} are not among people", where=where)
    return Nouns(
        person=frozenset(people),
        people=frozenset({*people.values(), *tables["crowds"]["words"]}),
        speakers=frozenset(tables["speakers"]["words"]),
        things=frozenset(tables["things"]["words"]),
        endings=tuple(tables["things"]["endings"]),
        units=frozenset(tables["units"]["words"]),
        phrase_ends=frozenset(tables["phrase_ends"]["words"]),
    )


def words_behind(text: str, position: int, reach: int = _REACH) -> Iterator[str]:
    """The small-letter words that follow `position` with nothing but spaces between, at most `reach`."""
    for _ in range(reach):
        found = _WORD.match(text, position)
        if found is None:
            return
        yield found.group(1).casefold()
        position = found.end()


def phrase_behind(text: str, position: int) -> list[str]:
    """The words of the noun phrase that a number ending at `position` opens."""
    phrase: list[str] = []
    for word in words_behind(text, position):
        if word in nouns().phrase_ends and phrase:
            break
        phrase.append(word)
    return phrase


def people_behind(text: str, position: int) -> bool:
    """Whether a noun of several people closes the noun phrase behind `position`."""
    return any(word in nouns().people for word in phrase_behind(text, position))
