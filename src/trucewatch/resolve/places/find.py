"""Where a text names places, by the gazetteer and by what stands around a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.resolve.places.candidate import Candidate, Kind
from trucewatch.resolve.places.context import Context, PlaceHints, read_context
from trucewatch.resolve.places.evidence import ACCEPTED, Evidence, Scene, is_name_like, names_persons, weigh
from trucewatch.resolve.places.extend import extend
from trucewatch.resolve.places.folding import fold
from trucewatch.resolve.places.gazetteer import Gazetteer
from trucewatch.resolve.places.joining import borders_by_adjective, join
from trucewatch.resolve.places.regions import lower_case_names, lower_case_openings
from trucewatch.resolve.places.tokens import Token, is_article, tokenise
from trucewatch.resolve.places.unknown import unknown_names, with_lists
from trucewatch.resolve.places.words import load_words

_LONGEST = 7
_DOUBTFUL = -1.0
_SHORTEST_SIMILAR = 6
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A run of words, tokens[first:last], that some place bears as its name."""

    first: int
    last: int
    evidence: Evidence


def find_places(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of `text` that plausibly name places, with what belongs to the name around it.

    Shape:   str -> half-open spans in order, none overlapping
    Units:   code points
    Errors:  never; () when there is none
    Example: "in the northern Aleppo countryside" -> the span of "northern Aleppo countryside"
    """
    tokens = tokenise(text)
    gazetteer = Gazetteer.load()
    context = read_context(text, PlaceHints())
    persons = names_persons(tokens)
    hits = list(_hits(text, Scene(tokens, context, persons), gazetteer))
    sure = {
        _folded(tokens, hit) for hit in hits if hit.evidence.score >= ACCEPTED and not hit.evidence.person
    }
    taken = [(hit.first, hit.last) for hit in hits if _is_kept(hit, tokens, sure)]
    taken += [run for run in unknown_names(tokens, persons) if not _overlaps(run, taken)]
    doubtful = [
        (hit.first, hit.last)
        for hit in hits
        if not hit.evidence.person
        and hit.evidence.score > _DOUBTFUL
        and tokens[hit.first].folded not in load_words().ordinary
        and not _overlaps((hit.first, hit.last), taken)
    ]
    taken = with_lists(tokens, taken, doubtful, persons)
    runs = [extend(tokens, run) for run in sorted(taken)]
    return join(text, [*runs, *borders_by_adjective(text)])


def _is_kept(hit: _Hit, tokens: Sequence[Token], sure: set[str]) -> bool:
    """Whether a hit stands by itself, or its name is surely a place elsewhere and may be one here."""
    if hit.evidence.score >= ACCEPTED:
        return True
    return _folded(tokens, hit) in sure and not hit.evidence.person and hit.evidence.score > 0


def _hits(text: str, scene: Scene, gazetteer: Gazetteer) -> Iterator[_Hit]:
    tokens, context = scene.tokens, scene.context
    at = 0
    while at < len(tokens):
        last = at
        for last in _ends(tokens, at):
            words = text[tokens[at].start : tokens[last - 1].end]
            found = _look_up(gazetteer, words, tokens[at:last], context)
            if found:
                yield _Hit(at, last, weigh(scene, at, last, found))
                break
        else:
            last = at
        at = max(last, at + 1)


def _ends(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """Where a name that opens at `first` may end, farthest first."""
    if not _may_open(tokens, first):
        return
    last = first + 1
    while last < min(first + _LONGEST, len(tokens)) and tokens[last].joined:
        last += 1
    lower, regions = lower_case_names(), Gazetteer.load().regions
    for end in range(last, first, -1):
        closing = tokens[end - 1]
        if closing.capital or closing.text[0].isdigit():
            if tokens[first].capital or _has_capital(tokens[first:end]):
                yield end
        else:
            name = " ".join(token.folded for token in tokens[first:end])
            if name in lower or (name in regions and tokens[first].capital):
                yield end


def _may_open(tokens: Sequence[Token], first: int) -> bool:
    token = tokens[first]
    if first and token.gap in _HYPHENS and tokens[first - 1].folded in load_words().evidence["articles"]:
        return False
    if token.capital:
        return True
    if is_article(tokens, first):
        return True
    return token.folded in lower_case_openings()


def _has_capital(run: Sequence[Token]) -> bool:
    """Whether a name that opens with an article ("al-Bab") goes on with a capital."""
    return len(run) > 1 and is_article(run, 0)


def _look_up(
    gazetteer: Gazetteer, words: str, run: Sequence[Token], context: Context
) -> tuple[Candidate, ...]:
    found = gazetteer.named(words)
    if found and len(run) == 1 and not is_name_like(run[0], found):
        return ()
    if found or run[0].shouted or len(fold(words)) < _SHORTEST_SIMILAR:
        return found
    words_of = load_words()
    if len(run) == 1 and (run[0].folded in words_of.ordinary or run[0].folded in words_of.personal):
        return ()
    similar = gazetteer.resembling(words)
    return tuple(c for c in similar if c.kind < Kind.ADMIN2 and context.weight(c) > 0)


def _folded(tokens: Sequence[Token], hit: _Hit) -> str:
    return " ".join(token.folded for token in tokens[hit.first : hit.last])


def _overlaps(run: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(run[0] < last and first < run[1] for first, last in taken)
