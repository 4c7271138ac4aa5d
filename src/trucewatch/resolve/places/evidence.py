"""Whether a name that some town bears is meant as a place here: what stands before, after and around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from trucewatch.records.values import Feature
from trucewatch.resolve.places.bodies import body_names
from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.context import Context
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.tokens import Token, is_article
from trucewatch.resolve.places.words import load_words, nouns

ACCEPTED = 2.0
# Set by hand on the training corpus: one strong sign is enough, two weak ones are.
_STRONG, _WEAK, _OF, _CONTEXT, _AREA = 2.5, 1.0, 3.5, 1.5, 3.5
_LARGE, _TOWN, _LONG_NAME = 1.5, 0.5, 1.0
_PERSONAL, _PERSON, _RUN, _SPEECH, _ORDINARY, _SHOUTED = -2.0, -4.0, -2.5, -0.5, -2.5, -0.5
_LARGE_PEOPLE, _TOWN_PEOPLE = 100_000, 15_000
_HINT_WEIGHT = 0.5
_SHORTEST_DATELINE = 3
_ABBREVIATION, _SHORT, _LONGEST_BODY = 5, 2, 7
_UNITS = (
    "provinces",
    "districts",
    "quarters",
    "cities",
    "towns",
    "villages",
    "countryside",
    "facilities",
    "natural",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for a place, and whether a person or a body is named instead."""

    score: float
    person: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A text's words, the countries it speaks of, and the last names of people in it."""

    tokens: Sequence[Token]
    context: Context
    persons: frozenset[str]


def weigh(scene: Scene, first: int, last: int, found: Sequence[Candidate]) -> Evidence:
    """What speaks for and against words [first:last] being a place, given what bears their name."""
    words, tokens, context = load_words(), scene.tokens, scene.context
    run = tokens[first:last]
    alone = len(run) == 1
    curated_area = any(c.kind is Kind.CODEBOOK and c.feature is not Feature.SETTLEMENT for c in found)
    if not curated_area and _in_body(tokens, first, last):
        return Evidence(_RUN, person=True)
    before = _before(tokens, first)
    follows = _unit_follows(tokens, last)
    score = _standing(found, context) + before + (_STRONG if follows else 0.0)
    score += 0.0 if alone else _LONG_NAME
    score += _SHOUTED if run[0].shouted else 0.0
    if _is_ordinary(run) and (before < _OF or not alone) and not _is_hint(run, context):
        if _goes_on_with_of(tokens, last) or run[0].folded == "the":
            return Evidence(_RUN, person=True)
        score += _ORDINARY + (_ORDINARY if run[0].first and not run[0].shouted else 0.0)
    person = _is_person(scene, first, last, found)
    if person:
        score += _PERSON
    elif alone and run[0].folded in words.personal and before < _OF:
        score += _PERSONAL
    if _inside_longer_name(tokens, first, last, found) and not follows:
        score += _RUN
    if last < len(tokens) and tokens[last].folded in words.evidence["speech"] and not _is_area(found):
        score += _SPEECH
    return Evidence(score, person)


def names_persons(tokens: Sequence[Token]) -> frozenset[str]:
    """The folded last names of everyone who is introduced by a title or a given name."""
    words = load_words()
    found: set[str] = set()
    for at, token in enumerate(tokens[:-1]):
        opens = token.folded in words.evidence["titles"] or (token.capital and token.folded in words.personal)
        if not opens or token.shouted:
            continue
        last = at + 1
        while last < len(tokens) and tokens[last].capital and tokens[last].joined:
            last += 1
        if last > at + 1 and tokens[last - 1].folded not in nouns(*_UNITS):
            found.add(tokens[last - 1].folded)
    return frozenset(found)


def is_name_like(token: Token, found: Sequence[Candidate]) -> bool:
    """Whether one word may be a name at all: no day or month, and a short abbreviation only of a country."""
    if token.folded in load_words().evidence["calendar"]:
        return False
    if not token.shouted and len(token.text) <= _ABBREVIATION and token.text.isupper():
        return _is_area(found) or (token.first and len(token.text) > _SHORTEST_DATELINE)
    if len(token.text) <= _SHORT:
        return _is_area(found) and not token.shouted
    return True


def _is_ordinary(run: Sequence[Token]) -> bool:
    ordinary, units = load_words().ordinary, nouns(*_UNITS)
    return all(
        token.folded in ordinary or token.folded in units or token.folded in {"the", "of"} for token in run
    )


def _is_hint(run: Sequence[Token], context: Context) -> bool:
    """Whether the codebook knows the word as a town of a country that the document speaks of."""
    code = Gazetteer.load().states.hints.get(" ".join(token.folded for token in run))
    return code is not None and context.weights.get(code, 0.0) >= _HINT_WEIGHT


def _goes_on_with_of(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].folded == "of" and tokens[last].spaced


def _standing(found: Sequence[Candidate], context: Context) -> float:
    """What the places themselves bring: areas, size, and a country that the document speaks of."""
    if _is_area(found):
        return _AREA
    largest = max(candidate.population for candidate in found)
    size = _LARGE if largest >= _LARGE_PEOPLE else _TOWN if largest >= _TOWN_PEOPLE else 0.0
    return size + _CONTEXT * max(context.weight(candidate) for candidate in found)


def _is_area(found: Sequence[Candidate]) -> bool:
    return any(candidate.kind in {Kind.COUNTRY, Kind.CODEBOOK, Kind.CAPITAL} for candidate in found)


def _before(tokens: Sequence[Token], first: int) -> float:
    """What the words before a name say: "city of", "in", "rebel-held"."""
    words = load_words()
    at = first - 1
    while at >= 0 and _is_passed_over(tokens[at].folded) and tokens[at + 1].spaced:
        at -= 1
    if at < 0:
        return 0.0
    if not tokens[at + 1].spaced:
        apposed = tokens[at + 1].gap.strip() == "," and tokens[at].folded in nouns(
            "cities", "towns", "villages"
        )
        return _STRONG if apposed else 0.0
    word = tokens[at].folded
    pair = f"{tokens[at - 1].folded} {word}" if at else word
    if word == "of" and at and tokens[at - 1].folded in nouns(*_UNITS):
        return _OF
    if word in nouns(*_UNITS) or word in words.evidence["held"]:
        return _STRONG
    if (
        word in words.evidence["strong"]
        or pair in words.evidence["strong"]
        or (at < first - 1 and _is_direction(tokens, first))
    ):
        return _STRONG
    return _WEAK if word in words.evidence["weak"] else 0.0


def _is_passed_over(word: str) -> bool:
    return word == "the" or word in load_words().grammar["directions"]


def _in_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is part of a body's or an event's: "Bank of X", "X University", "X War"."""
    words = load_words()
    shouted = tokens[first].shouted
    if " ".join(token.folded for token in tokens[first:last]) in body_names():
        return True
    while (
        last + 1 < len(tokens) and tokens[last].capital and tokens[last].joined and tokens[last].gap.strip()
    ):
        last += 1
    if last < len(tokens) and tokens[last].spaced and tokens[last].capital and not shouted:
        unit = tokens[last].folded in nouns(*_UNITS)
        if tokens[last].folded in words.evidence["bodies"] and not unit:
            return True
    before = [token.folded for token in tokens[max(0, first - _LONGEST_BODY) : first]]
    return any(" ".join(before[at:]) in words.evidence["bodies_before"] for at in range(len(before)))


def _is_direction(tokens: Sequence[Token], first: int) -> bool:
    return tokens[first - 1].folded in load_words().grammar["directions"]


def _unit_follows(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].spaced and tokens[last].folded in nouns(*_UNITS)


def _is_person(scene: Scene, first: int, last: int, found: Sequence[Candidate]) -> bool:
    words, tokens, persons = load_words(), scene.tokens, scene.persons
    run = tokens[first:last]
    known = any(candidate.population >= _LARGE_PEOPLE for candidate in found) or _is_area(found)
    if len(run) == 1 and run[0].folded in persons and not known:
        return True
    if first and tokens[first].spaced:
        word = tokens[first - 1]
        titled = word.folded in words.evidence["titles"] and (word.capital or not known)
        given = word.capital and word.folded in words.personal
        if titled or given:
            return True
    if last < len(tokens) and tokens[last].spaced and tokens[last].capital:
        follower = tokens[last].folded
        unit = follower in nouns(*_UNITS) or follower in words.evidence["calendar"]
        return run[0].folded in words.personal and not unit
    return False


def _inside_longer_name(tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate]) -> bool:
    """Whether capitals go on before or after, so that the name is only part of another."""
    if tokens[first].shouted:
        return False
    words, harmless = load_words(), _harmless()
    if first and tokens[first].spaced and tokens[first - 1].capital:
        neighbour = tokens[first - 1]
        opens = neighbour.first and (
            neighbour.folded in words.ordinary or neighbour.folded in words.evidence["weak"]
        )
        if not opens and neighbour.folded not in harmless and not _is_area(found):
            return True
    if last < len(tokens) and tokens[last].joined and is_article(tokens, last):
        return True
    if last < len(tokens) and tokens[last].spaced and tokens[last].capital:
        return tokens[last].folded not in harmless and not _is_area(found)
    return False


@cache
def _harmless() -> frozenset[str]:
    """Words with a capital beside a name that make no longer name of it."""
    evidence = load_words().evidence
    directions = load_words().grammar["directions"]
    return evidence["calendar"] | evidence["titles"] | evidence["strong"] | directions | nouns(*_UNITS)
