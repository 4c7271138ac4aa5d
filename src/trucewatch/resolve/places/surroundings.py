"""What the words right before and after a place say of it: whose it is, in what it lies, what kind it is."""

import re
from dataclasses import dataclass
from functools import cache

from trucewatch.records.values import Feature
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Shape, Wanted, read
from trucewatch.resolve.places.states import state_adjectives
from trucewatch.resolve.places.words import alternatives, is_plural, load_words, nouns
from trucewatch.resolve.spelling import spelt

_JOIN = re.compile(
    r"(?P<join>,\s+(?:(?:a|the)\s[\w\- ]{1,30}?\s(?:in|of)\s(?:the\s)?)?"
    r"|['’]?s?\s\(?in\s(?:the\s)?|\s\()(?=\S)"
)
_REACH = 90
_LONGEST = 5
_HOLDING = frozenset((Feature.COUNTRY, Feature.ADMIN, Feature.REGION, Feature.DISPUTED))
_GROUPS = (
    ("cities", Wanted.CITY),
    ("towns", Wanted.TOWN),
    ("villages", Wanted.VILLAGE),
    ("districts", Wanted.DISTRICT),
    ("provinces", Wanted.PROVINCE),
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands about one mention of a place.

    `within` are the places said to hold it, by what was written; `adjective` whose it is said to be.
    """

    wanted: Wanted = Wanted.ANY
    near: bool = False
    adjective: str | None = None
    within: tuple[str, ...] = ()


def look_around(text: str, start: int, end: int, gazetteer: Gazetteer) -> Surroundings:
    """What the words about text[start:end] say of the place.

    Example: in "the Armenian city of [Vardenis]", CITY and "Armenian"; in "[Sotk], Armenia", within "Armenia"
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    left = _left().search(before) if _may_tell(before) else None
    adjective, wanted, near = None, Wanted.ANY, False
    if left:
        adjective = left["adjective"]
        wanted = _meaning(left["kind"]) if left["kind"] else Wanted.ANY
        near = bool(left["near"])
    return Surroundings(
        wanted=_unit_after(after) if wanted is Wanted.ANY else wanted,
        near=near,
        adjective=adjective,
        within=_holders(after, gazetteer),
    )


def _may_tell(before: str) -> bool:
    """Whether the words before a place end as `_left` asks for, which is slow to find out by trying."""
    words = [word.rpartition("-")[2] for word in spelt(before).split()]
    if words[-1:] == ["the"]:
        words.pop()
    peoples, others = _endings()
    return any(word in peoples for word in words[-2:]) or any(word.endswith(others) for word in words[-1:])


@cache
def _endings() -> tuple[frozenset[str], tuple[str, ...]]:
    """The last parts of the adjectives of states, and of the other words that tell of a place."""
    groups = ("cities", "towns", "villages", "districts", "provinces", "near")
    others = {re.split(r"[\s-]", word)[-1] for word in nouns(*groups)} | {"of", "called", "named"}
    return frozenset(re.split(r"[\s-]", spelt(word))[-1] for word in state_adjectives()), tuple(others)


@cache
def _left() -> re.Pattern[str]:
    words = load_words()
    kinds = words.one_of("cities", "towns", "villages", "districts", "provinces")
    return re.compile(
        rf"(?:(?<!\w)(?P<adjective>{alternatives(state_adjectives())})(?:\s[\w\-]+)?\s)?"
        rf"(?:(?:port\s)?(?<!\w)(?P<kind>{kinds})\s(?:of\s|called\s|named\s)?)?"
        rf"(?P<near>(?<!\w)(?:{words.one_of('near')})\s)?(?:the\s)?$",
        re.IGNORECASE,
    )


@cache
def _right() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words()
    unit = words.one_of("provinces", "districts", "cities", "towns", "villages")
    plural = words.one_of("provinces", "districts")
    return (
        re.compile(rf"\s(?P<kind>{unit})\b", re.IGNORECASE),
        re.compile(rf"\s(?:and|or)\s\w[\w\-]*(?:\s[A-Z][\w\-]*)?\s(?P<kind>{plural})\b", re.IGNORECASE),
    )


def _meaning(kind: str) -> Wanted:
    plain = kind.lower()
    words = load_words()
    return next((wanted for group, wanted in _GROUPS if plain in words.grammar[group]), Wanted.ANY)


def _unit_after(after: str) -> Wanted:
    """The kind of unit right after a name, or shared with the next: "Donetsk and Luhansk Oblasts"."""
    own, shared = _right()
    match = own.match(after)
    if match:
        return Wanted.ANY if is_plural(match["kind"]) else _meaning(match["kind"])
    match = shared.match(after)
    shares = match is not None and is_plural(match["kind"])
    return _meaning(match["kind"]) if match and shares else Wanted.ANY


def _holders(after: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place that the words after a name put it in: ", Armenia", ", a town in Syria"."""
    match = _JOIN.match(after)
    if match is None:
        return ()
    rest = re.match(r"[^,.;:()\n]*", after[match.end() :])
    words = rest[0].split() if rest else []
    for size in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        if _holds(phrase, gazetteer, listed=match["join"].strip() == ","):
            return (phrase,)
    return ()


def _holds(phrase: str, gazetteer: Gazetteer, *, listed: bool) -> bool:
    """Whether `phrase` names something that places lie in; after a bare comma no town does."""
    if not phrase[:1].isalpha() or phrase.islower():
        return False
    reading = read(phrase)
    if reading.other or set(reading.shapes) - {Shape.DIRECTION, Shape.COUNTRYSIDE}:
        return False
    found = gazetteer.named(reading.name)
    named = reading.wanted in {Wanted.PROVINCE, Wanted.DISTRICT} or bool(reading.shapes)
    if listed and not named and any(candidate.is_settlement and candidate.population for candidate in found):
        return any(candidate.kind is Kind.COUNTRY for candidate in found)
    return any(_is_holding(candidate) for candidate in found)


def _is_holding(candidate: Candidate) -> bool:
    return candidate.feature in _HOLDING
