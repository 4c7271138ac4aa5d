"""Names that no list holds, but the words around them betray: "the town of X", "X district", "in X"."""

from collections.abc import Iterator, Sequence
from functools import cache

from trucewatch.resolve.places.bodies import body_names
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.states import state_adjectives
from trucewatch.resolve.places.tokens import Token, is_article
from trucewatch.resolve.places.words import load_words, nouns

_LONGEST = 4
_LONGEST_ABBREVIATION = 5
_ENOUGH_OF_A_LIST = 2
_PEOPLES = ("ians", "ish", "ese", "ists", "ism", "ist")
_UNITS = ("provinces", "districts", "quarters", "cities", "towns", "villages", "countryside")
_FOLLOWING = ("districts", "quarters", "villages", "countryside", "natural")

Run = tuple[int, int]


def unknown_names(tokens: Sequence[Token], persons: frozenset[str]) -> Iterator[Run]:
    """Runs of capitals that stand after a place word or before one, in order."""
    at = 0
    while at < len(tokens):
        last = at if _opens_sentence(tokens[at]) else _end_of_capitals(tokens, at)
        betrayed = last > at and (_is_announced(tokens, at) or _is_followed(tokens, last))
        if betrayed and _may_be_place(tokens, at, last, persons):
            yield (at, last)
        at = max(last, at + 1)


def _opens_sentence(token: Token) -> bool:
    """Whether a capital says no more than that a sentence starts: "In", "Near"."""
    words = load_words()
    return token.first and (
        token.folded in words.ordinary
        or token.folded in words.evidence["strong"]
        or token.folded in words.evidence["weak"]
    )


def with_lists(
    tokens: Sequence[Token], taken: Sequence[Run], doubtful: Sequence[Run], persons: frozenset[str]
) -> list[Run]:
    """`taken`, with the names that stand in one list with at least one of them.

    A name that some place bears (`doubtful`) needs one neighbour in the list, or two doubtful ones; an
    unknown one needs two, or one in a list that opens with "the villages of".
    """
    kept = sorted(taken)
    while True:
        found = [run for run in doubtful if _is_supported(tokens, run, kept, doubtful)]
        found += [
            run
            for run in _beside(tokens, kept)
            if run not in found
            and _neighbours(tokens, run, kept)
            >= (1 if _opens_with_places(tokens, run, kept) else _ENOUGH_OF_A_LIST)
            and _may_be_place(tokens, *run, persons)
        ]
        fresh = [run for run in found if not any(run[0] < last and first < run[1] for first, last in kept)]
        if not fresh:
            return kept
        kept = sorted([*kept, fresh[0]])


def _is_supported(tokens: Sequence[Token], run: Run, kept: Sequence[Run], doubtful: Sequence[Run]) -> bool:
    if _neighbours(tokens, run, kept):
        return True
    others = sorted([*kept, *(other for other in doubtful if other != run)])
    return _neighbours(tokens, run, others) >= _ENOUGH_OF_A_LIST


def _opens_with_places(tokens: Sequence[Token], run: Run, kept: Sequence[Run]) -> bool:
    """Whether the list that `run` stands in opens with "villages of", "towns" or the like."""
    edge = run[0]
    for first, last in reversed([other for other in kept if other[1] <= run[0]]):
        if not _is_listed(tokens, last, edge):
            break
        edge = first
    opening = tokens[edge - 2 : edge] if edge > 1 else ()
    places = nouns("villages", "towns", "districts", "cities", "quarters")
    return any(token.folded in places and token.folded.endswith("s") for token in opening)


def _neighbours(tokens: Sequence[Token], run: Run, kept: Sequence[Run]) -> int:
    """How many kept names stand in one list with `run`."""
    count = 0
    edge = run[0]
    for first, last in reversed([other for other in kept if other[1] <= run[0]]):
        if not _is_listed(tokens, last, edge):
            break
        count, edge = count + 1, first
    edge = run[1]
    for first, last in (other for other in kept if other[0] >= run[1]):
        if not _is_listed(tokens, edge, first):
            break
        count, edge = count + 1, last
    return count


def _is_listed(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether no more than a comma, "and" or "or" parts tokens[end - 1] from tokens[start]."""
    if start == end:
        return tokens[start].gap.strip() == ","
    between = tokens[end].folded in {"and", "or"} and start == end + 1
    return between and tokens[end].gap.strip() in {"", ","} and not tokens[start].gap.strip()


def _beside(tokens: Sequence[Token], kept: Sequence[Run]) -> Iterator[Run]:
    """The runs of capitals right before or after a kept name."""
    ends = {last for _, last in kept}
    for at, token in enumerate(tokens):
        if not token.capital and not is_article(tokens, at):
            continue
        last = _end_of_capitals(tokens, at)
        if last == at:
            continue
        after = any(_is_listed(tokens, end, at) for end in ends if end <= at <= end + 1)
        before = any(_is_listed(tokens, last, first) for first, _ in kept if last <= first <= last + 1)
        if after or before:
            yield (at, last)


def _end_of_capitals(tokens: Sequence[Token], at: int) -> int:
    """Past the last word of a run of capitals; a lower-case article may open it or stand inside."""
    last = at
    while last < len(tokens):
        token = tokens[last]
        tied = last == at or token.joined
        if not tied or token.shouted or not (is_article(tokens, last) or _is_name_word(token)):
            break
        last += 1
    return last


def _is_name_word(token: Token) -> bool:
    return token.capital and token.folded not in _no_names()


@cache
def _no_names() -> frozenset[str]:
    """Words that are no part of a name, capital or not."""
    return load_words().evidence["calendar"] | nouns(*_UNITS)


def _may_be_place(tokens: Sequence[Token], first: int, last: int, persons: frozenset[str]) -> bool:
    """Whether a run of capitals could name a place: no person, body, people or abbreviation in it."""
    words = load_words()
    run = tokens[first:last]
    if " ".join(token.folded for token in run) in body_names():
        return False
    if len(run) > _LONGEST or _is_abbreviation(run) or (run[0].first and run[0].capital):
        return False
    if first and tokens[first].joined:
        opens = _opens_sentence(tokens[first - 1])
        if tokens[first].gap.strip() or (tokens[first - 1].capital and not opens):
            return False
    if any(
        token.folded in _barred() or token.folded in persons or token.folded.endswith(_PEOPLES)
        for token in run
    ):
        return False
    return last >= len(tokens) or not (
        tokens[last].folded in words.evidence["bodies"] or tokens[last].folded in words.evidence["speech"]
    )


@cache
def _barred() -> frozenset[str]:
    """Words that no unknown place's name has."""
    words = load_words()
    peoples = frozenset(map(fold, state_adjectives()))
    return words.ordinary | words.personal | words.evidence["titles"] | words.evidence["bodies"] | peoples


def _is_abbreviation(run: Sequence[Token]) -> bool:
    word = run[0].text
    return len(run) == 1 and (not word.isalpha() or (word.isupper() and len(word) <= _LONGEST_ABBREVIATION))


def _is_announced(tokens: Sequence[Token], first: int) -> bool:
    """Whether "the town of", "in" or "near" stands before."""
    if not first or not tokens[first].spaced:
        return False
    before = tokens[first - 1].folded
    if before == "of" and first > 1:
        named = tokens[first - 2].folded in nouns(*_UNITS, "around") - {"state", "community"}
        return named or f"{tokens[first - 2].folded} of" in load_words().evidence["strong"]
    return before in load_words().evidence["announcing"] or before in nouns("villages", "towns")


def _is_followed(tokens: Sequence[Token], last: int) -> bool:
    if last >= len(tokens) or not tokens[last].spaced:
        return False
    words = load_words()
    at = last
    if tokens[at].folded in words.evidence["between"] and at + 1 < len(tokens) and tokens[at + 1].spaced:
        at += 1
    if tokens[at].folded in words.grammar["facilities"] - {"base", "port", "plant", "gate"} or at > last:
        return tokens[at].folded in words.grammar["facilities"]
    return tokens[at].folded in nouns(*_FOLLOWING) - {"street", "square", "territory"}
