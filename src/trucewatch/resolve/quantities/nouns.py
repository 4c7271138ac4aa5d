"""What a number counts: the nouns of people and of things, from `codebook/numbers.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.spelling import GAP, spelt

_REACH = 7
_WORD = re.compile(rf"(?:{GAP}|[-‐‑])(?:[\"“‘'(]?)([^\W_]+(?:[-‐‑'’.][^\W_]+)*)")


class Counted(Enum):
    """What a noun phrase is about."""

    PEOPLE = auto()
    THINGS = auto()


@dataclass(frozen=True, slots=True)
class Nouns:
    """Sets of small-letter words."""

    person: frozenset[str]
    people: frozenset[str]
    adjectival: frozenset[str]
    things: frozenset[str]
    endings: tuple[str, ...]
    units: frozenset[str]
    followers: frozenset[str]
    phrase_ends: frozenset[str]
    harms: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of the codebook.

    Errors: CodebookError when a word is both of people and of things, or an adjectival word is no person.
    """
    tables = load_toml("numbers.toml")
    where = "codebook/numbers.toml"
    singular: dict[str, str] = tables["people"]
    many = {*singular.values(), *tables["crowds"]["words"]}
    things = {*tables["things"]["words"], *tables["units"]["words"]}
    if clash := (many | singular.keys()) & things:
        refuse(f"things: {sorted(clash)} are people too", where=where)
    if strangers := set(tables["adjectival"]["words"]) - singular.keys():
        refuse(f"adjectival: {sorted(strangers)} are not among people", where=where)
    return Nouns(
        person=frozenset(singular),
        people=frozenset(many),
        adjectival=frozenset(tables["adjectival"]["words"]),
        things=frozenset(things),
        endings=tuple(tables["things"]["endings"]),
        units=frozenset(tables["units"]["words"]),
        followers=frozenset(tables["followers"]["words"]),
        phrase_ends=frozenset(tables["phrase_ends"]["words"]),
        harms=frozenset(tables["phrase_ends"]["after_first"]),
    )


def words_behind(text: str, position: int, reach: int = _REACH) -> Iterator[str]:
    """The small-letter words that follow `position` with nothing but spaces between, at most `reach`."""
    for word, _ in _ends_behind(text, position, reach):
        yield word


def _ends_behind(text: str, position: int, reach: int = _REACH) -> Iterator[tuple[str, int]]:
    for _ in range(reach):
        found = _WORD.match(text, position)
        if found is None:
            return
        position = found.end()
        yield spelt(found.group(1)), position


def phrase_behind(text: str, position: int) -> list[str]:
    """The words of the noun phrase that a number ending at `position` opens, "of the" left out."""
    phrase: list[str] = []
    for word in words_behind(text, position):
        if not phrase and word in nouns().followers:
            continue
        if word in nouns().phrase_ends or (phrase and word in nouns().harms):
            break
        phrase.append(word)
    return phrase


def phrase_end(text: str, position: int) -> int:
    """Where the noun phrase that a number ending at `position` opens comes to its end."""
    words = nouns()
    end, opened = position, False
    for word, stop in _ends_behind(text, position):
        if not opened and word in words.followers:
            continue
        if word in words.phrase_ends or (opened and word in words.harms):
            break
        end, opened = stop, True
    return end


def counted_behind(text: str, position: int, *, single: bool = False) -> Counted | None:
    """What the noun phrase behind a number counts, by the last noun that is known; None when none is.

    `single` lets a noun of one person count too: "one soldier".
    """
    known: Counted | None = None
    words = nouns()
    for place, word in enumerate(phrase_behind(text, position)):
        if word in words.units and place == 0:
            return Counted.THINGS
        if word in words.people or (single and word in words.person):
            known = Counted.PEOPLE
        elif word in words.things or word.endswith(words.endings):
            known = Counted.THINGS
    return known


def people_behind(text: str, position: int) -> bool:
    """Whether a noun of several people closes the noun phrase behind `position`."""
    return counted_behind(text, position) is Counted.PEOPLE


def one_person_behind(text: str, position: int) -> bool:
    """Whether the noun phrase behind an article is of one person: "a soldier", "a 12-year-old boy".

    A word that is an adjective too must close the phrase: "a rebel", not "a rebel advance".
    """
    words = nouns()
    phrase = phrase_behind(text, position)
    places = [place for place, word in enumerate(phrase) if word in words.person]
    if not places:
        return False
    last = places[-1]
    trailing = phrase[last + 1 :]
    if phrase[last] in words.adjectival and trailing:
        return False
    return not any(word in words.things or word in words.people for word in trailing)


def is_one_of_a_kind(phrase: list[str]) -> bool:
    """Whether a noun phrase behind "a" may be of one person: nothing in it is a thing, a unit or a crowd."""
    words = nouns()
    known = words.things | words.units | words.people
    return bool(phrase) and not any(word in known or word.endswith(words.endings) for word in phrase)
