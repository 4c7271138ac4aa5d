"""Finds listed phrases in words: the longest at each place, capitals minded where print minds them."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from trucewatch.codebook.loading import load_toml, refuse
from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import Entry, Sort
from trucewatch.resolve.parties.entry_lists import (
    Pair,
    body_pairs,
    group_pairs,
    office_pairs,
    people_pairs,
    pronoun_pairs,
    state_pairs,
)
from trucewatch.resolve.parties.vocabulary import small_words
from trucewatch.resolve.parties.words import Word, loose, split_words

_SHORT = 3
_NEVER_OWNERS = frozenset(
    (
        *(Sort.ROLE, Sort.RANK, Sort.COURTESY, Sort.OFFICE, Sort.PEOPLE, Sort.OFFICIAL, Sort.FIGHTER),
        *(Sort.PAPER, Sort.WEAPON, Sort.MEDIA, Sort.PRONOUN, Sort.SIDES, Sort.ETHNIC),
    )
)


class Element(NamedTuple):
    """Words [first, last) of a text, what they are listed as, and whether they own what follows."""

    first: int
    last: int
    entry: Entry | None
    possessive: bool = False

    @property
    def sort(self) -> Sort | None:
        """The sort of a listed phrase, None for any other word."""
        return self.entry.sort if self.entry else None

    @property
    def name(self) -> str:
        """The sheet's name for a listed phrase, empty for any other word."""
        return self.entry.name if self.entry else ""

    @property
    def kind(self) -> PartyKind:
        """The kind of a listed phrase; other words are some people."""
        return self.entry.kind if self.entry else PartyKind.PEOPLE

    @property
    def side(self) -> str | None:
        """The side of a listed phrase by itself."""
        return self.entry.side if self.entry else None


class Lexicon:
    """All listed phrases, asked word by word."""

    def __init__(self, pairs: Iterable[Pair], *, spelling: dict[str, str], shouted: frozenset[str]) -> None:
        self._spelling = spelling
        self._shouted = shouted
        self._phrases: dict[tuple[str, ...], list[tuple[tuple[str, ...], Entry]]] = {}
        self._longest: dict[str, int] = {}
        for phrase, entry in pairs:
            self._add(phrase, entry)

    def spelt(self, norm: str) -> str:
        """A word's form in the one spelling that is compared."""
        return self._spelling.get(norm, norm)

    def elements(self, words: tuple[Word, ...]) -> tuple[Element, ...]:
        """The words cut into listed phrases, longest first from the left, and single other words."""
        found: list[Element] = []
        spelt = tuple(self.spelt(word.norm) for word in words)
        index = 0
        while index < len(words):
            element = self._at(words, spelt, index)
            found.append(element)
            index = element.last
        return tuple(found)

    def _add(self, phrase: str, entry: Entry) -> None:
        split = split_words(phrase)
        key = tuple(self.spelt(word.norm) for word in split)
        if not key:
            refuse(f"{phrase!r} can never match", where=f"codebook entry {entry.name!r}")
        forms = tuple(word.surface for word in split)
        known = self._phrases.setdefault(key, [])
        for other_forms, other in known:
            if other_forms == forms or [form.islower() for form in other_forms] == [
                form.islower() for form in forms
            ]:
                refuse(
                    f"{phrase!r} stands twice, as {other.sort} and {entry.sort}",
                    where=f"codebook entry {entry.name!r}",
                )
        known.append((forms, entry))
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def _at(self, words: tuple[Word, ...], spelt: tuple[str, ...], index: int) -> Element:
        norm, first = words[index].norm, spelt[index]
        if first not in self._longest and not self._owns_alone(norm):
            return Element(index, index + 1, None)
        reach = max(
            self._longest.get(first, 0), self._longest.get(first[:-1], 0) if first.endswith("s") else 0, 1
        )
        longest = 1
        while longest < min(reach, len(words) - index) and loose(words, index + longest):
            longest += 1
        for last in range(index + longest, index, -1):
            element = self._match(words, index, spelt[index:last])
            if element:
                return element
        return Element(index, index + 1, None)

    def _owns_alone(self, norm: str) -> bool:
        """Whether a word that opens no phrase may be the possessive or plural of a listed one."""
        return norm.endswith("s") and self.spelt(norm[:-1]) in self._longest

    def _match(self, words: Sequence[Word], index: int, key: tuple[str, ...]) -> Element | None:
        last = index + len(key)
        tail = words[last - 1].norm
        owning = (*key[:-1], self.spelt(tail[:-1])) if tail.endswith("s") and len(tail) >= _SHORT else ()
        if key not in self._phrases and owning not in self._phrases:
            return None
        piece = words[index:last]
        loud = _loud(words, index, last)
        for forms, entry in self._phrases.get(key, ()):
            if self._printed(piece, forms, loud=loud):
                owns = last <= len(words) and _ends_in_apostrophe(words, last)
                return Element(index, last, entry, possessive=owns)
        for forms, entry in self._phrases.get(owning, ()):
            fits = piece[-1].apostrophe or entry.sort not in _NEVER_OWNERS
            if fits and self._printed(piece, forms, loud=loud):
                return Element(
                    index, last, entry, possessive=piece[-1].apostrophe or entry.sort not in _NEVER_OWNERS
                )
        return None

    def _printed(self, piece: Sequence[Word], forms: tuple[str, ...], *, loud: bool) -> bool:
        """Whether the words stand in print as the list has them, as far as capitals tell."""
        if loud:
            return not (len(forms) == 1 and piece[0].norm in self._shouted and not forms[0].islower())
        fits = [_capitals_fit(word, form) for word, form in zip(piece, forms, strict=True)]
        return all(fits) or (len(fits) > _SHORT and fits[0] and sum(fits) * 2 > len(fits))


def _capitals_fit(word: Word, form: str) -> bool:
    letters = form.replace(".", "")
    if word.norm in small_words().particles:
        return True
    if len(letters) <= _SHORT and len(letters) > 1 and letters.isupper():
        return word.surface.replace(".", "").rstrip("s").rstrip("'’").isupper()
    return word.capital or word.surface[0].isdigit() or not letters[0].isupper()


def _loud(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words stand among words that are all in capitals."""
    around = [*words[max(0, first - 3) : first], *words[last : last + 3]]
    return len(around) > 1 and all(word.surface.isupper() or word.norm.isdigit() for word in around)


def _ends_in_apostrophe(words: Sequence[Word], last: int) -> bool:
    apostrophe = words[last - 1].apostrophe
    return apostrophe or (
        last < len(words) and words[last].gap[:1] in {"'", "’"} and words[last].gap.strip() in {"'", "’"}
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon of the whole codebook.

    Errors: CodebookError when a phrase stands twice or can never match.
    """
    pairs = chain(state_pairs(), group_pairs(), body_pairs(), office_pairs(), people_pairs(), pronoun_pairs())
    spelling = load_toml("offices.toml")["spelling"]
    shouted = frozenset(load_toml("states.toml")["capitals_only"]["words"])
    return Lexicon(pairs, spelling=spelling, shouted=shouted)
