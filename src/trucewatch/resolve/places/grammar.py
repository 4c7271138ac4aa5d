"""How a place is said through another: "the Aleppo countryside", "border between X and Y", "near Z"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from trucewatch.resolve.places.states import state_adjectives, state_names
from trucewatch.resolve.places.words import Words, alternatives, is_plural, load_words
from trucewatch.resolve.places.words import nouns as nouns_of
from trucewatch.resolve.spelling import spelt

_DEEPEST = 4
_DASH = r"[\-–—‐‑/]"
_PARTS = re.compile(r"[\s\-]+")
_X = r"(?P<x>\S.*?)"


class Shape(StrEnum):
    """What stands around a place's own name; the value is the rule's name in decisions."""

    DIRECTION = "direction"
    AROUND = "around"
    NEAR = "near"
    COUNTRYSIDE = "countryside"
    FACILITY = "facility"
    NATURAL = "natural"
    QUARTER = "quarter"


class Wanted(StrEnum):
    """What kind of place the words ask for."""

    ANY = "any"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a place taken apart.

    `name` is the place's own name; `shapes` what stands around it, outermost first; `within` the
    places said to hold it, nearest first; `other` the far end of a border or a line.
    """

    name: str
    wanted: Wanted = Wanted.ANY
    shapes: tuple[Shape, ...] = ()
    within: tuple[str, ...] = ()
    other: str | None = None
    border: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to say a place through another; `needs` holds a word of every text that `pattern` can match."""

    pattern: str
    meaning: Wanted | Shape
    needs: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    amounts: re.Pattern[str]
    border_between: re.Pattern[str]
    border_with: re.Pattern[str]
    border_of: re.Pattern[str]
    ends: re.Pattern[str]
    line: re.Pattern[str]
    forms: tuple[_Form, ...]


def read(words: str) -> Reading:
    """The place that `words` name, taken apart; words that are no more than a name come back as one.

    Example: "eastern countryside of Aleppo province" -> Reading("Aleppo", PROVINCE, (DIRECTION, COUNTRYSIDE))
    """
    reading = Reading(bare(words))
    for _ in range(_DEEPEST):
        further = _step(reading)
        if further == reading or not further.name:
            break
        reading = further
    return reading


def bare(words: str) -> str:
    """`words` without the article and the amount before a name, and without marks at the ends."""
    plain = " ".join(words.split()).strip(' ,;:."“”()')
    for _ in range(_DEEPEST):
        shorter = _patterns().amounts.sub("", plain)
        if not shorter or shorter == plain:
            break
        plain = shorter
    return re.sub(r"['’]s?$", "", plain)


def _step(reading: Reading) -> Reading:
    shorter = bare(reading.name)
    if shorter and shorter != reading.name:
        return replace(reading, name=shorter)
    return _linear(reading) or _kinded(reading) or _contained(reading)


def _linear(reading: Reading) -> Reading | None:
    if reading.other:
        return None
    patterns = _patterns()
    for pattern, border in ((patterns.border_between, True), (patterns.ends, True), (patterns.line, False)):
        match = pattern.fullmatch(reading.name)
        if match:
            return replace(reading, name=match["a"], other=match["b"], border=border)
    if reading.border:
        return None
    match = patterns.border_with.fullmatch(reading.name) or patterns.border_of.fullmatch(reading.name)
    if match is None:
        return None
    ends = [end for end in match.groups() if end]
    other = ends[1] if len(ends) > 1 else None
    return replace(reading, name=ends[0], other=other, border=True)


def _kinded(reading: Reading) -> Reading | None:
    parts = frozenset(_PARTS.split(spelt(reading.name)))
    for form in _patterns().forms:
        if form.needs is not None and form.needs.isdisjoint(parts):
            continue
        match = _compile(form.pattern).fullmatch(reading.name)
        if match is None:
            continue
        meaning = form.meaning
        found = match.groupdict()
        within = (found["within"],) if found.get("within") else ()
        inside = (*within, *reading.within)
        if isinstance(meaning, Shape):
            return replace(reading, name=found["x"], shapes=(*reading.shapes, meaning), within=inside)
        wanted = meaning if reading.wanted is Wanted.ANY else reading.wanted
        return replace(reading, name=found["x"], wanted=wanted, within=inside)
    return None


def _contained(reading: Reading) -> Reading:
    match = re.fullmatch(r"(?P<x>[^,]+?)(?:,\s*(?:in\s+)?|\s+in\s+)(?P<within>.+)", reading.name)
    if match is None:
        return reading
    inside = (*re.split(r",\s*", match["within"]), *reading.within)
    return replace(reading, name=match["x"], within=inside)


@cache
def _patterns() -> _Patterns:
    words = load_words()
    borders = words.one_of("borders")
    lines = words.one_of("lines")
    return _Patterns(
        amounts=_compile(
            rf"^(?:{words.one_of('amounts')}|[\d.,\-–]+\s?(?:%|percent|per cent))"
            r"(?:\s+of)?(?:\s+the)?\s+(?=\S)"
        ),
        border_between=_compile(
            rf"{borders}\s+(?:area\s+)?(?:between|of|separating)\s+(?P<a>.+?)\s+(?:and|with)\s+(?:the\s+)?(?P<b>.+)"
        ),
        border_with=_compile(rf"(?:(?P<a>\S+(?:\s\S+)?)\s+)?{borders}\s+with\s+(?:the\s+)?(?P<b>.+)"),
        border_of=_compile(rf"(?P<a>\S+(?:\s\S+)??)(?:['’]s?)?\s+{borders}"),
        ends=_compile(rf"(?P<a>\S.*?)\s?{_DASH}\s?(?P<b>[^\s\-–].*?)\s+{borders}"),
        line=_compile(rf"(?P<a>\S.*?)\s?[\-–—/]\s?(?P<b>[^\s\-–].*?)\s+(?:international\s+)?{lines}"),
        forms=tuple(_forms(words)),
    )


def _forms(words: Words) -> list[_Form]:
    """The forms in the order of trial: what takes most words apart comes first."""
    direction = _Group.of(words, "directions")
    directions = rf"(?:{direction}[\s\-]+)+"
    countryside, natural = _Group.of(words, "countryside"), _Group.of(words, "natural")
    around, things = _Group.of(words, "around", "quarters"), _Group.of(words, "things", "villages")
    near, quarters = _Group.of(words, "near"), _Group.of(words, "quarters")
    facilities = _Group.of(words, "facilities")
    towns = _Group(filter(is_plural, nouns_of("cities", "towns", "villages")))
    inner = rf"(?:['’]s?)?\s+(?:(?<=['’]s\s){directions})?"
    holder = r"\s+(?:of|in)\s+(?:the\s+)?(?P<within>.+)"
    people, states = _Group(state_adjectives()), _Group(state_names())
    owners = frozenset(part + tail for part in states.ends for tail in ("s", "'s", "’s"))
    forms = [
        _Form(rf"(?P<within>{states})['’]?s\s+{_X}", Wanted.ANY, owners),
        countryside.form(rf"(?:{directions})?{countryside}\s+of\s+(?:the\s+)?{_X}", Shape.COUNTRYSIDE),
        countryside.form(rf"{_X}(?:['’]s?)?\s+(?:{directions})?{countryside}", Shape.COUNTRYSIDE),
        things.form(rf"(?:.*\s)?{things}\s+(?:{near}|in|along)\s+(?:the\s+)?{_X}", Shape.AROUND),
        _Form(
            rf".*\b(?:km|kilometers?|kilometres?|miles?)\s+.*\b(?:of|from)\s+(?:the\s+)?{_X}", Shape.AROUND
        ),
        around.form(
            rf"(?:just\s+)?(?:to\s+the\s+)?(?:{directions})?{around}\s+(?:of|around)\s+(?:the\s+)?{_X}",
            Shape.AROUND,
        ),
        near.form(rf"(?:just\s+)?{near}\s+(?:the\s+)?{_X}", Shape.NEAR),
    ]
    for meaning, group in (
        (Wanted.CITY, "cities"),
        (Wanted.TOWN, "towns"),
        (Wanted.VILLAGE, "villages"),
        (Wanted.DISTRICT, "districts"),
        (Wanted.PROVINCE, "provinces"),
    ):
        nouns = _Group.of(words, group)
        forms += [
            nouns.form(
                rf"(?:(?P<within>{people})\s+)?(?:\S+\-\S+\s+)?(?:port\s+)?{nouns}\s+of\s+{_X}", meaning
            ),
            nouns.form(rf"{_X}{inner}{nouns}{holder}", meaning),
            towns.form(rf"{_X}{inner}(?P<plural>{towns})", Shape.AROUND),
            nouns.form(rf"{_X}{inner}{nouns}", meaning),
        ]
    forms += [
        around.form(rf"{_X}['’]s\s+(?:{directions})?{around}", Shape.AROUND),
        quarters.form(rf"{_X}{inner}{quarters}{holder}", Shape.QUARTER),
        quarters.form(rf"{_X}{inner}{quarters}", Shape.QUARTER),
        facilities.form(rf"{_X}(?:['’]s?)?\s+{facilities}{holder}", Shape.FACILITY),
        facilities.form(rf"{_X}(?:['’]s?)?\s+{facilities}", Shape.FACILITY),
        natural.form(rf"{_X}\s+{natural}", Shape.NATURAL),
        direction.form(rf"{directions}(?:part\s+of\s+|parts\s+of\s+)?{_X}", Shape.DIRECTION),
        around.form(rf"{_X}(?:['’]s?)?\s+(?:{directions})?{around}", Shape.AROUND),
        _Form(rf"\S+\-{alternatives(words.evidence['held'])}\s+{_X}", Wanted.ANY),
        people.form(rf"(?P<within>{people})\s+{_X}", Wanted.ANY),
        _Form(
            r"(?-i:(?:[a-z0-9][\w\-]*\s+)+)(?:near|around|outside|overlooking|in|of|on|along)\s+(?:the\s+)?(?-i:(?P<x>[A-Z].*|a[ldrsnz]-.*))",
            Shape.AROUND,
        ),
    ]
    return forms


class _Group:
    """Words that may stand for each other in a pattern; `ends` are their last parts, for `_Form.needs`."""

    def __init__(self, words: Iterable[str]) -> None:
        known = tuple(words)
        self._pattern = alternatives(known)
        self.ends = frozenset(_PARTS.split(spelt(word))[-1] for word in known)

    @classmethod
    def of(cls, words: Words, *groups: str) -> "_Group":
        """The words of some groups of the codebook."""
        return cls(word for group in groups for word in words.grammar[group])

    def __str__(self) -> str:
        return self._pattern

    def form(self, pattern: str, meaning: Wanted | Shape) -> _Form:
        """A form that holds one of these words as words of its own."""
        return _Form(pattern, meaning, self.ends)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
