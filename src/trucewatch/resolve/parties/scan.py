"""A text cut once into words and listed phrases, with the names of people and unlisted bodies in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.resolve.parties.entries import STATE_LIKE, TITLES, Sort
from trucewatch.resolve.parties.lexicon import Element, lexicon
from trucewatch.resolve.parties.vocabulary import compounds, small_words
from trucewatch.resolve.parties.words import Word, breaks, loose, split_words

_NAME_PARTS = frozenset((Sort.PLACE, Sort.CAPITAL, Sort.STATE))
_MAX_NAME = 5
_ORDINALS = frozenset(("first", "second", "third"))
_QUOTE = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_LOUD = 0.8
_OF = frozenset(("of", "for"))
_HOLDERS = STATE_LIKE | {Sort.GROUP, Sort.PLACE}
"""What owns a body, and is no part of its name."""


_first_word, _last_word = attrgetter("first"), attrgetter("last")


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, its words, and the elements that they form."""

    text: str
    words: tuple[Word, ...]
    elements: tuple[Element, ...]
    loud: bool
    quotes: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Scan":
        """The scan of a text."""
        words = split_words(text)
        lettered = [word for word in words if word.surface.isalpha() and len(word.surface) > 1]
        shouted = sum(word.surface.isupper() for word in lettered)
        loud = len(lettered) > 1 and shouted >= _LOUD * len(lettered)
        quotes = tuple(match.span() for match in _QUOTE.finditer(text))
        return cls(text, words, lexicon().elements(words), loud, quotes)

    def within(self, start: int, end: int) -> tuple[Element, ...]:
        """The elements of text[start:end], cut anew where a listed phrase reaches over its ends."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        opening = bisect_left(self.elements, first, key=_first_word)
        closing = bisect_right(self.elements, last, lo=opening, key=_last_word)
        inside = self.elements[opening:closing]
        if inside and inside[0].first == first and inside[-1].last == last:
            return inside
        cut = lexicon().elements(self.words[first:last])
        return tuple(Element(e.first + first, e.last + first, e.entry, e.possessive) for e in cut)

    def norm(self, element: Element) -> str:
        """An element's words as compared, joined by spaces."""
        return " ".join(lexicon().spelt(word.norm) for word in self.words[element.first : element.last])

    def quote(self, first: int, last: int) -> str:
        """The text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def close(self, element: Element) -> bool:
        """Whether no comma, bracket or end parts an element from the word before."""
        return loose(self.words, element.first)

    def quoted(self, element: Element) -> bool:
        """Whether an element stands in quotation marks."""
        return self.within_quotes(self.words[element.first].start)

    def within_quotes(self, start: int) -> bool:
        """Whether a character stands in quotation marks."""
        at = bisect_left(self.quotes, (start, start)) - 1
        return at >= 0 and self.quotes[at][1] > start

    def definite(self, element: Element) -> bool:
        """Whether "the" stands before an element, or it is an abbreviation in capitals."""
        word = self.words[element.first]
        article = element.first > 0 and self.words[element.first - 1].norm == "the"
        return article or (word.shouted and not self.loud)


def is_small(scan: Scan, element: Element, words: frozenset[str]) -> bool:
    """Whether an unlisted word, or a pronoun, is one of `words`."""
    return element.last - element.first == 1 and scan.words[element.first].norm in words


def name_runs(scan: Scan, elements: Sequence[Element]) -> tuple[tuple[int, int], ...]:
    """Runs of elements, as index ranges, that look like proper names of people or bodies."""
    runs: list[tuple[int, int]] = []
    particles = small_words().particles
    index = 0
    while index < len(elements):
        element = elements[index]
        word = scan.words[element.first]
        if (element.entry is not None or not word.capital) and word.norm not in particles:
            index += 1
            continue
        stop = _run_from(scan, elements, index)
        if stop > index:
            runs.append((index, stop))
        index = max(stop, index + 1)
    return tuple(runs)


def _run_from(scan: Scan, elements: Sequence[Element], index: int) -> int:
    stop = index
    while stop < len(elements) and stop - index < _MAX_NAME * 2:
        if stop > index and not scan.close(elements[stop]):
            break
        if not _in_name(scan, elements, stop, started=stop > index):
            break
        stop += 1
        if scan.words[elements[stop - 1].last - 1].apostrophe:
            break
    while stop > index and is_small(scan, elements[stop - 1], small_words().particles):
        stop -= 1
    return stop


def _in_name(scan: Scan, elements: Sequence[Element], index: int, *, started: bool) -> bool:
    if _is_name(scan, elements[index]) or _is_particle(scan, elements, index, started=started):
        return True
    return started and _continues(scan, elements, index)


def _is_name(scan: Scan, element: Element) -> bool:
    word = scan.words[element.first]
    if element.entry is not None or not word.capital:
        return False
    if word.initial and scan.text[word.end : word.end + 1] == ".":
        return True
    small = small_words()
    if word.norm in compounds().sources | compounds().against and _is_bound(scan, element.last):
        return False
    known = word.norm in small.openers or word.norm in small.prepositions or word.norm in small.quantifiers
    if scan.loud and (word.norm in small.verbs_of_speech or word.norm in small.acting):
        return False
    return not known and word.norm not in small.articles and word.norm not in compounds().loose


def _is_bound(scan: Scan, index: int) -> bool:
    """Whether a hyphen binds words[index] to the word before: "Pro-Kremlin"."""
    return index < len(scan.words) and scan.words[index].joined


def _is_particle(scan: Scan, elements: Sequence[Element], index: int, *, started: bool) -> bool:
    if not is_small(scan, elements[index], small_words().particles) or index + 1 >= len(elements):
        return False
    following = elements[index + 1]
    word = scan.words[following.first]
    if scan.norm(elements[index]) in small_words().bound_particles and not word.joined:
        return False
    bound = word.joined or started or scan.words[elements[index].first].capital
    capital = any(part.capital for part in scan.words[following.first : following.last])
    capital = capital or _is_particle(scan, elements, index + 1, started=started)  # "van der Berg"
    return bound and capital and (following.entry is None or following.sort in _NAME_PARTS)


def _continues(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    """Whether a listed town or state is the later part of a name ("Abu Homs", "Rami al-Ghouta")."""
    element = elements[index]
    word = scan.words[element.first]
    if element.sort not in _NAME_PARTS or element.possessive:
        return False
    before = scan.words[elements[index - 1].first]
    return word.joined or (before.norm in small_words().particles)


def unlisted_body(scan: Scan, elements: Sequence[Element]) -> tuple[int, int, str] | None:
    """A capitalised run of words that ends in a word for a body or formation: its elements and its kind."""
    for index in range(len(elements)):
        found = body_at(scan, elements, index)
        if found:
            return (index, *found)
    return None


def may_open_body(scan: Scan, element: Element) -> bool:
    """Whether a body's name may begin at an element, by its first letter."""
    first = scan.words[element.first].surface[0]
    return first.isupper() or first.isdigit()


def body_at(scan: Scan, elements: Sequence[Element], index: int) -> tuple[int, str] | None:
    """Where an unlisted body that begins at elements[index] ends, and its kind."""
    if not may_open_body(scan, elements[index]) or _is_plain_title(scan, elements[index]):
        return None
    best: tuple[int, str] | None = None
    for stop in range(index + 1, len(elements) + 1):
        element = elements[stop - 1]
        if stop - 1 > index and not (scan.close(element) and _in_body_name(scan, elements, stop - 1)):
            break
        kind = _ending(scan, elements, index, stop) or _opening(scan, elements, index, stop)
        if kind and any(
            _is_name(scan, part) or scan.words[part.first].surface[0].isdigit()
            for part in elements[index:stop]
        ):
            best = (stop, kind)
        if element.possessive or scan.words[element.last - 1].apostrophe:
            best = None
    return best


def _is_plain_title(scan: Scan, element: Element) -> bool:
    small = small_words()
    norm = scan.words[element.first].norm
    numbered = norm in _ORDINALS and element.last < len(scan.words) and scan.words[element.last].capital
    plain = element.entry is None and (
        (norm in small.openers and not numbered) or norm in small.articles or norm in small.quantifiers
    )
    return plain or element.sort in TITLES or element.sort in {Sort.PRONOUN, Sort.SIDES}


def _in_body_name(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    word = scan.words[elements[index].first]
    linking = word.norm in {"of", "for", "and", "the"} and index + 1 < len(elements)
    if linking:
        following = scan.words[elements[index + 1].first]
        opened = word.norm == "the" or is_body_word(scan.words[elements[index - 1].last - 1].norm)
        return opened and (following.capital or following.norm == "the")
    return (word.capital or word.surface[0].isdigit()) and elements[index].sort not in TITLES


def is_body_word(norm: str) -> bool:
    """Whether one word may stand for a body named before: "the mission", "the council"."""
    return norm in _endings()


def _ending(scan: Scan, elements: Sequence[Element], index: int, stop: int) -> str | None:
    words = scan.words[elements[index].first : elements[stop - 1].last]
    if not words[-1].capital or lexicon().spelt(words[-1].norm) not in _last_words():
        return None
    for size in range(min(3, len(words) - 1), 0, -1):
        phrase = " ".join(lexicon().spelt(word.norm) for word in words[-size:])
        if phrase in _endings():
            return _endings()[phrase]
    return None


def _opening(scan: Scan, elements: Sequence[Element], index: int, stop: int) -> str | None:
    """The kind of a body whose name opens with the word for it: "the Association of Muslim Scholars"."""
    first, last = elements[index], elements[stop - 1]
    named = index + 1 < stop - 1 and first.entry is None and is_small(scan, elements[index + 1], _OF)
    if not named or scan.loud or breaks(scan.words, first.first) or last.sort in _HOLDERS:
        return None
    capital = all(word.capital for word in scan.words[last.first : last.last])
    return _endings().get(lexicon().spelt(scan.words[first.first].norm)) if capital else None


@cache
def _last_words() -> frozenset[str]:
    """The last words of all endings, without which there is none."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _endings())


@cache
def _endings() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, phrases in load_toml("bodies.toml")["endings"].items():
        for phrase in phrases:
            key = " ".join(lexicon().spelt(word.norm) for word in split_words(phrase))
            if key in found:
                refuse(f"endings: {phrase!r} stands twice", where="codebook/bodies.toml")
            found[key] = kind
    return found
