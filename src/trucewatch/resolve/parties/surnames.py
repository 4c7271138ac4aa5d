"""Somebody called again by the last name alone: which person it is, and the full name in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.resolve.parties.naming import tidy_name
from trucewatch.resolve.parties.scan import body_at, name_runs
from trucewatch.resolve.parties.scene import Person, Scene
from trucewatch.resolve.parties.vocabulary import small_words
from trucewatch.resolve.parties.words import Word, breaks

_PLAIN = 4
"""Letters of a word that even headlines with a capital on each word would give one."""


def merged(scene: Scene, people: Sequence[Person]) -> tuple[Person, ...]:
    """One record for each person: later, shorter or untitled mentions join the first full name."""
    kept: list[Person] = []
    for person in people:
        index = next((i for i, other in enumerate(kept) if _is_same(other.name, person.name)), None)
        if index is None:
            kept.append(person)
            continue
        other = kept[index]
        longer = max((other.name, person.name), key=lambda name: len(name.split()))
        female = other.female if other.female is not None else person.female
        kept[index] = Person(
            longer, other.side or person.side, other.offices | person.offices, female, other.at
        )
    return tuple(replace(person, name=full_name(scene, person.name)) for person in kept)


def named_person(scene: Scene, name: str, at: int) -> Person | None:
    """The one person of the document whom a name can mean at word `at`, None when none or several.

    Example: "al-Saeed" and "Saeed" mean Omar al-Saeed; "Deng" means Salva Deng Garang where nobody
             else may be called so; "Ali Hassan" never means Omar Hassan
    """
    fits = [person for person in scene.people if _is_same(person.name, name)]
    found = [person for person in fits if person.name.casefold() == name.casefold()] or fits
    if not found and len(_words(name)) == 1:
        return _only([person for person in scene.people if _words(name)[0] in _words(person.name)[1:]])
    if len(found) > 1:
        found = [person for person in found if person.at <= at][-1:]
    return _only(found)


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


def full_name(scene: Scene, name: str) -> str:
    """The one full name of the text that a last name ends; the name itself where none or several do."""
    if not _is_lone(_words(name)):
        return name
    longer = {full.casefold(): full for full in _full_names(scene) if _is_same(full, name)}
    return next(iter(longer.values())) if len(longer) == 1 else name


def _full_names(scene: Scene) -> Iterator[str]:
    """Every name of two words or more that is neither a place's behind "in" nor a body's."""
    if scene.full_names is None:
        scene.full_names = tuple(_names_of(scene))
    return iter(scene.full_names)


def _names_of(scene: Scene) -> Iterator[str]:
    scan, small = scene.scan, small_words()
    lower = frozenset(word.norm for word in scan.words if not word.capital)
    running = {scene.sentence_of(i) for i, word in enumerate(scan.words) if _is_plain(word)}
    for first, last in name_runs(scan, scan.elements):
        opening, end = scan.elements[first].first, scan.elements[last - 1].last
        before = scan.words[opening - 1].norm if opening > 0 else ""
        placed = not breaks(scan.words, opening) and before in small.place_prepositions | small.articles
        common = scan.words[opening].norm in lower or scene.sentence_of(opening) not in running
        if not (placed or common or body_at(scan, scan.elements[first:last], 0)):
            name = tidy_name(scan, opening, end)
            if not _is_lone(_words(name)):
                yield name


def _is_plain(word: Word) -> bool:
    """Whether a word shows that its sentence is no headline with capitals throughout."""
    return not word.capital and len(word.norm) >= _PLAIN


def _is_same(one: str, other: str) -> bool:
    """Whether two names are alike, or the shorter is the last name of the longer with its particles."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return short == long or (_is_lone(short) and short == long[-len(short) :])


def _is_lone(words: Sequence[str]) -> bool:
    """Whether a name is one word beside particles: "de la Cruz"."""
    return bool(words) and all(word in small_words().particles for word in words[:-1])


def _words(name: str) -> list[str]:
    """The words of a name without capitals, a particle apart from what a hyphen binds it to."""
    words: list[str] = []
    for word in name.casefold().split():
        head, hyphen, rest = word.partition("-")
        words += [head, rest] if hyphen and head in small_words().particles else [word]
    return words
