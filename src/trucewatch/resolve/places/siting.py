"""What a text says of where a place lies that no list holds: beside a town, in a province, in the city."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.grammar import Shape, read
from trucewatch.resolve.places.words import is_plural, load_words, nouns

_REACH = 200
_LONGEST = 5
_SETTLED = ("cities", "towns", "villages")
_PARTS = ("quarters", "districts")
_THE_CITY = re.compile(r"the\s(?:[\w\-]+\s)?(?:city|town)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a place is said to lie.

    `beside` are the towns that it is said to lie near or on some side of, `within` the places said to
    hold it; `in_city` says that it is part of "the city"; `settled` and `part` what it is called: a
    town or village, a quarter or district.
    """

    beside: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    in_city: bool = False
    settled: bool = False
    part: bool = False

    def __or__(self, other: "Site") -> "Site":
        return Site(
            (*self.beside, *other.beside),
            (*self.within, *other.within),
            self.in_city or other.in_city,
            self.settled or other.settled,
            self.part or other.part,
        )


def site(text: str, start: int, end: int, gazetteer: Gazetteer) -> Site:
    """What the words about text[start:end] say of where it lies.

    Shape:   an empty Site where they say nothing
    Example: in "[Zyxabad], a village north of Homs", beside "Homs"; in "the [Zyx] district of the
             city", in the city
    """
    called = _before().search(text[max(0, start - _REACH) : start])
    after = text[end : end + _REACH]
    own, later = _after().match(after), _later().search(after)
    found = _called([called["kind"]] if called else [])
    if own:
        found |= _tied(own, gazetteer)
    if later:
        found |= Site(beside=_named(later["rest"], gazetteer, towns=True), settled=True)
    return found


def _tied(match: re.Match[str], gazetteer: Gazetteer) -> Site:
    """What stands right behind the name, in its own clause."""
    unit, rest = match["unit"] or "", match["rest"]
    if is_plural(unit):  # "Fulani villages" are no place of that name
        return Site()
    called = _called({unit, match["kind"] or ""})
    of_another = match["of"] and called.settled and not match["kind"]  # "the Fulani village of X"
    if rest is None or of_another:
        return called
    if match["bearing"]:
        return called | Site(beside=_named(rest, gazetteer, towns=True))
    if _THE_CITY.match(rest):
        return called | Site(in_city=called.part)
    return called | Site(within=_named(rest, gazetteer, towns=False))


def _called(kinds: Iterable[str]) -> Site:
    words = {kind.lower() for kind in kinds}
    return Site(settled=bool(words & nouns(*_SETTLED)), part=bool(words & nouns(*_PARTS)))


def _named(rest: str, gazetteer: Gazetteer, *, towns: bool) -> tuple[str, ...]:
    """The longest words at the head of `rest` that name a place, or a town; () where none do."""
    head = re.match(r"[^,.;:()\n]*", _opening().sub("", rest))
    words = head[0].split() if head else []
    if words and words[0].lower() in load_words().evidence["calendar"]:  # "in August" is no town of that name
        return ()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        reading = read(phrase)
        if (
            not phrase[0].isupper()
            or reading.border
            or reading.other
            or set(reading.shapes) - {Shape.DIRECTION}
        ):
            continue
        if any(place.is_settlement or not towns for place in gazetteer.named(reading.name)):
            return (phrase,)
    return ()


@cache
def _before() -> re.Pattern[str]:
    kinds = load_words().one_of(*_SETTLED, *_PARTS)
    return re.compile(rf"(?<![\w\-])(?P<kind>{kinds})\s(?:of\s|called\s|named\s)?(?:the\s)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    kinds = load_words().one_of(*_SETTLED, *_PARTS)
    return re.compile(
        rf"(?:\s(?P<unit>{kinds})\b)?(?:,?\s(?:an?|the)\s(?:[\w\-]+\s){{0,3}}?(?P<kind>{kinds})\b)?"
        rf"(?:{_tie()}(?:(?P<bearing>{_bearing()})|in|(?P<of>(?(unit)of|(?(kind)of|in))))\s(?P<rest>\S[^\n]*))?",
        re.IGNORECASE,
    )


@cache
def _later() -> re.Pattern[str]:
    """The next sentence, where it tells of "the villages" just named."""
    kinds = load_words().one_of(*_SETTLED)
    return re.compile(
        rf"[.;]\s+(?:the|both)\s(?:[a-z]+\s)?{kinds}\s(?:is|are|was|were|lies?|stands?)\s"
        rf"(?:{_bearing()})\s(?P<rest>\S[^\n]*)",
        re.IGNORECASE,
    )


def _tie() -> str:
    return (
        r",?\s\(?(?:(?:which\s)?(?:is|are|was|were|lies?)\s|located\s|situated\s)?(?:just\s|immediately\s)?"
    )


@cache
def _bearing() -> str:
    """Words for lying by a town: "near", "north of", "20 km from"; fifty kilometres off is not by it."""
    words = load_words()
    sides = words.one_of("bearings")
    away = (
        r"(?:(?:about|some|around|roughly)\s)?"
        r"(?:[1-4]?\d(?:[.,]\d+)?\s?(?:km|kilomet(?:er|re)s?)|[12]?\d(?:[.,]\d+)?\s?miles?)\s"
    )
    return rf"{words.one_of('near')}|(?:{away})?(?:to\sthe\s)?{sides}\sof|{away}(?:{sides}\s)?from"


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the other place's own name: "the city of", "the rebels' stronghold of"."""
    kinds = load_words().one_of(*_SETTLED)
    return re.compile(rf"^the\s(?:(?:[\w\-'’]+\s){{0,3}}?{kinds}\s(?:of\s)?)?", re.IGNORECASE)
