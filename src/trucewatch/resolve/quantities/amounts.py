"""Amounts: cardinals, ranges, vague words and bounds, as their words put them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.numerals import Cardinal, cardinal_at
from trucewatch.resolve.spelling import FLAGS, GAP, before, ending, key_of, keyed, one_of, spelt

_REACH = 60
_SMALL = 10
_LINK = re.compile(rf"(?:{GAP}(?P<word>to|or|and){GAP}|[^\S\n]?[-–—‐‑][^\S\n]?)", FLAGS)
_BETWEEN = ending(rf"between{GAP}(?:the{GAP})?(?:about{GAP}|around{GAP})?")
_FROM = ending(rf"from{GAP}(?:about{GAP}|around{GAP})?")
_PLUS = re.compile(r"\+")


@dataclass(frozen=True, slots=True)
class Amount:
    """What text[start:end] comes to by itself; `core` is where the bare number begins."""

    start: int
    end: int
    core: int
    low: int
    high: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    vague: re.Pattern[str]
    several: re.Pattern[str]
    exact: re.Pattern[str]
    opener: re.Pattern[str]
    bounds: re.Pattern[str]
    behind: re.Pattern[str]
    particle: re.Pattern[str]
    values: dict[str, int]
    exact_values: dict[str, int]
    scales: dict[str, int]
    at_least: frozenset[str]
    up_to: frozenset[str]
    unspoken: frozenset[str]
    prepositions: frozenset[str]
    at_least_behind: frozenset[str]


def amount_at(text: str, position: int, *, running: bool = False) -> Amount | None:
    """The longest amount whose number begins at `position`, with the bound words around it.

    In `running` text "over" and its like bind no number below ten: "a quarrel over two men".
    """
    core = _core_at(text, position)
    return None if core is None else _bounded(text, core, running=running)


def next_opening(text: str, position: int) -> int | None:
    """Where the next word that may open an amount stands; None when there is no more."""
    found = _patterns().opener.search(text, position)
    return None if found is None else found.start()


def _core_at(text: str, position: int) -> Amount | None:
    patterns = _patterns()
    if (several := patterns.several.match(text, position)) is not None:
        scale = several["scale"]
        low = patterns.values[spelt(several["word"])] * (patterns.scales[spelt(scale)] if scale else 1)
        return Amount(position, several.end(), position, low, None, "vague")
    if (vague := patterns.vague.match(text, position)) is not None:
        return Amount(position, vague.end(), position, patterns.values[spelt(vague.group())], None, "vague")
    if (exact := patterns.exact.match(text, position)) is not None:
        value = patterns.exact_values[key_of(exact["word"])] * (
            patterns.scales[spelt(exact["scale"])] if exact["scale"] else 1
        )
        return Amount(position, exact.end(), position, value, value, "words")
    number = cardinal_at(text, position)
    return None if number is None or _after_few(text, position) else _ranged(text, number)


def _after_few(text: str, position: int) -> bool:
    return bool(re.search(rf"\bfew{GAP}\Z", before(text, position, 8), re.IGNORECASE))


def _ranged(text: str, first: Cardinal) -> Amount:
    kind = "digits" if text[first.start].isdecimal() else "words"
    single = Amount(first.start, first.end, first.start, first.value, first.value, kind)
    link = _LINK.match(text, first.end)
    second = cardinal_at(text, link.end()) if link is not None else None
    if link is None or second is None:
        return single
    front = before(text, first.start, _REACH)
    between = _BETWEEN.search(front)
    word = spelt(link["word"] or "-")
    if (word == "and" and between is None) or (word == "to" and _FROM.search(front)):
        return single
    lent = first.value * second.scale
    low = lent if lent < second.value and first.scale < second.scale else first.value
    if low >= second.value:
        return single
    start = first.start - len(between.group()) if between else first.start
    return Amount(start, second.end, first.start, low, second.value, "range")


def _bounded(text: str, core: Amount, *, running: bool) -> Amount:
    patterns = _patterns()
    low, high, start, end = core.low, core.high, core.start, core.end
    front = patterns.bounds.search(before(text, start, _REACH))
    words = (
        _bound_words(front, small=running and core.low < _SMALL and core.kind != "vague")
        if front is not None
        else []
    )
    if words and front is not None and any(word not in patterns.unspoken for word in words):
        start -= len(front.group()) - _idle_length(front.group(), words)
    if any(word in patterns.at_least for word in words):
        high = None
    elif any(word in patterns.up_to for word in words):
        low, high = 0, core.high
    behind = patterns.behind.match(text, end)
    if behind is not None:
        end = behind.end()
        if spelt(behind.group()) in patterns.at_least_behind:
            high = None
    elif _PLUS.match(text, end):
        end, high = end + 1, None
    return Amount(start, end, core.core, low, high, core.kind)


def _bound_words(front: re.Match[str], *, small: bool) -> list[str]:
    """The bound phrases before a number; a plain preposition before a small one, or a verb's, is none."""
    words = [spelt(found.group()) for found in re.finditer(_phrases(), front.group(), FLAGS)]
    plain = small or _patterns().particle.search(before(front.string, front.end())) is not None
    return [word for word in words if not (plain and word in _patterns().prepositions)]


def _idle_length(front: str, words: list[str]) -> int:
    """How much of `front` belongs to no phrase that counts: prepositions, and "the" that opens it."""
    kept = [found for found in re.finditer(_phrases(), front, FLAGS) if spelt(found.group()) in words]
    spoken = [found for found in kept if spelt(found.group()) not in _patterns().unspoken]
    return spoken[0].start() if spoken else len(front)


@cache
def _phrases() -> str:
    bounds: dict[str, list[str]] = _tables()["bounds"]
    return rf"(?<![\w]){one_of([*bounds['at_least'], *bounds['up_to'], *bounds['about']])}(?![\w])"


@cache
def _tables() -> dict[str, Any]:
    return load_toml("numbers.toml")


@cache
def _patterns() -> _Patterns:
    tables = _tables()
    bounds: dict[str, list[str]] = tables["bounds"]
    _check(tables)
    scales: dict[str, int] = {"dozen": 12, "hundred": 100, **tables["scales"]}
    vague: dict[str, int] = tables["vague"]
    scale = one_of(scales)
    cardinals = one_of(tables["cardinals"])
    spoken = one_of([*vague, *tables["exact"]])
    return _Patterns(
        vague=re.compile(rf"{one_of(vague)}(?![\w])", FLAGS),
        several=re.compile(rf"(?P<word>several|multiple)(?:{GAP}(?P<scale>{scale}))?(?![\w])", FLAGS),
        exact=re.compile(rf"(?P<word>{one_of(tables['exact'])})(?:{GAP}(?P<scale>{scale}))?(?![\w])", FLAGS),
        opener=re.compile(rf"(?<![\w])(?:(?:{spoken}|{cardinals}|an?{GAP}{scale})(?![\w])|[0-9])", FLAGS),
        bounds=ending(rf"(?:{_phrases()}{GAP}){{1,3}}"),
        behind=re.compile(
            rf"{GAP}{one_of([*bounds['at_least_behind'], *bounds['about_behind']])}(?![\w])", FLAGS
        ),
        particle=ending(rf"{one_of(bounds['verbs_before_over'])}{GAP}over{GAP}"),
        values=vague,
        exact_values=keyed(tables["exact"]),
        scales=scales,
        at_least=frozenset(bounds["at_least"]),
        up_to=frozenset(bounds["up_to"]),
        unspoken=frozenset(bounds["unspoken"]),
        prepositions=frozenset(bounds["prepositions"]),
        at_least_behind=frozenset(bounds["at_least_behind"]),
    )


def _check(tables: dict[str, Any]) -> None:
    where = "codebook/numbers.toml"
    bounds: dict[str, list[str]] = tables["bounds"]
    groups = [set(bounds[name]) for name in ("at_least", "up_to", "about")]
    if groups[0] & groups[1] or groups[0] & groups[2] or groups[1] & groups[2]:
        refuse("bounds: a word stands in two groups", where=where)
    if strangers := {*bounds["unspoken"], *bounds["prepositions"]} - set().union(*groups):
        refuse(f"bounds: {sorted(strangers)} are in no group", where=where)
    if clash := tables["vague"].keys() & tables["exact"].keys():
        refuse(f"vague: {sorted(clash)} are exact too", where=where)
