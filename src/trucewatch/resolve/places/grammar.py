"""How a place is said through another: "the Aleppo countryside", "border between X and Y", "near Z"."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from trucewatch.resolve.places.states import state_adjectives, state_names
from trucewatch.resolve.places.words import Words, alternatives, is_plural, load_words
from trucewatch.resolve.places.words import nouns as nouns_of

_DEEPEST = 4
_DASH = r"[\-–—‐‑/]"


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
class _Patterns:
    amounts: re.Pattern[str]
    border_between: re.Pattern[str]
    border_with: re.Pattern[str]
    border_of: re.Pattern[str]
    ends: re.Pattern[str]
    line: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], Wanted | Shape], ...]


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
    for pattern, meaning in _patterns().kinds:
        match = pattern.fullmatch(reading.name)
        if match is None:
            continue
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
    x = r"(?P<x>\S.*?)"
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
        kinds=tuple((_compile(pattern.replace("<X>", x)), meaning) for pattern, meaning in _kinds(words)),
    )


def _kinds(words: Words) -> tuple[tuple[str, Wanted | Shape], ...]:
    """The forms in the order of trial: what takes most words apart comes first."""
    directions = rf"(?:{words.one_of('directions')}[\s\-]+)+"
    around, things, near = (
        words.one_of("around", "quarters"),
        words.one_of("things", "villages"),
        words.one_of("near"),
    )
    towns = alternatives(filter(is_plural, nouns_of("cities", "towns", "villages")))
    inner = rf"(?:['’]s?)?\s+(?:(?<=['’]s\s){directions})?"
    holder = r"\s+(?:of|in)\s+(?:the\s+)?(?P<within>.+)"
    people, states = alternatives(state_adjectives()), alternatives(state_names())
    kinds: list[tuple[str, Wanted | Shape]] = [
        (rf"(?P<within>{states})['’]?s\s+<X>", Wanted.ANY),
        (rf"(?:{directions})?{words.one_of('countryside')}\s+of\s+(?:the\s+)?<X>", Shape.COUNTRYSIDE),
        (rf"<X>(?:['’]s?)?\s+(?:{directions})?{words.one_of('countryside')}", Shape.COUNTRYSIDE),
        (rf"(?:.*\s)?{things}\s+(?:{near}|in|along)\s+(?:the\s+)?<X>", Shape.AROUND),
        (r".*\b(?:km|kilometers?|kilometres?|miles?)\s+.*\b(?:of|from)\s+(?:the\s+)?<X>", Shape.AROUND),
        (
            rf"(?:just\s+)?(?:to\s+the\s+)?(?:{directions})?{around}\s+(?:of|around)\s+(?:the\s+)?<X>",
            Shape.AROUND,
        ),
        (rf"(?:just\s+)?{near}\s+(?:the\s+)?<X>", Shape.NEAR),
    ]
    for meaning, group in (
        (Wanted.CITY, "cities"),
        (Wanted.TOWN, "towns"),
        (Wanted.VILLAGE, "villages"),
        (Wanted.DISTRICT, "districts"),
        (Wanted.PROVINCE, "provinces"),
    ):
        nouns = words.one_of(group)
        kinds += [
            (rf"(?:(?P<within>{people})\s+)?(?:\S+\-\S+\s+)?(?:port\s+)?{nouns}\s+of\s+<X>", meaning),
            (rf"<X>{inner}{nouns}{holder}", meaning),
            (rf"<X>{inner}(?P<plural>{towns})", Shape.AROUND),
            (rf"<X>{inner}{nouns}", meaning),
        ]
    kinds += [
        (rf"<X>['’]s\s+(?:{directions})?{around}", Shape.AROUND),
        (rf"<X>{inner}{words.one_of('quarters')}{holder}", Shape.QUARTER),
        (rf"<X>{inner}{words.one_of('quarters')}", Shape.QUARTER),
        (rf"<X>(?:['’]s?)?\s+{words.one_of('facilities')}{holder}", Shape.FACILITY),
        (rf"<X>(?:['’]s?)?\s+{words.one_of('facilities')}", Shape.FACILITY),
        (rf"<X>\s+{words.one_of('natural')}", Shape.NATURAL),
        (rf"(?:{words.one_of('directions')}[\s\-]+)+(?:part\s+of\s+|parts\s+of\s+)?<X>", Shape.DIRECTION),
        (rf"<X>(?:['’]s?)?\s+(?:{directions})?{around}", Shape.AROUND),
        (rf"\S+\-{alternatives(words.evidence['held'])}\s+<X>", Wanted.ANY),
        (rf"(?P<within>{people})\s+<X>", Wanted.ANY),
        (
            r"(?-i:(?:[a-z0-9][\w\-]*\s+)+)(?:near|around|outside|overlooking|in|of|on|along)\s+(?:the\s+)?(?-i:(?P<x>[A-Z].*|a[ldrsnz]-.*))",
            Shape.AROUND,
        ),
    ]
    return tuple(kinds)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
