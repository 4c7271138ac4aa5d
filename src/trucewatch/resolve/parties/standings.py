"""Parties that a document will call again by a shorter word: "the ministry", "the SLN", "the Register"."""

import re
from collections.abc import Iterator

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import ORGANS, STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import state_facts
from trucewatch.resolve.parties.interpret import meaning_of
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import tidy_name
from trucewatch.resolve.parties.organs import MILITARY_CALL
from trucewatch.resolve.parties.owners import owner_among
from trucewatch.resolve.parties.scan import Scan, body_at, is_body_word, may_open_body
from trucewatch.resolve.parties.scene import Meaning, Scene, Standing

_ABBREVIATION = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Za-z0-9-]{1,9})\s*\)")
_OPEN_KINDS = {kind.value: kind for kind in PartyKind}
_SMALLEST = 2
_OF_STATES = frozenset((MILITARY_CALL, "forces"))
"""Last words that call a state's army again, not the group whose name ends so."""
_LONGEST = 12
"""Elements that a body's name spans at most."""


def standings_in(scene: Scene) -> tuple[Standing, ...]:
    """Everything that may be called again, in the order of the text."""
    found = [*_organs(scene), *_listed(scene), *_unlisted(scene), *_coalition(scene)]
    return tuple(sorted(found, key=lambda standing: standing.at))


def _organs(scene: Scene) -> Iterator[Standing]:
    """Ministries, armies and the like whose owner stands beside them."""
    elements = scene.scan.elements
    for index, element in enumerate(elements):
        if element.sort not in ORGANS:
            continue
        before = elements[index - 1 : index] if index and scene.scan.close(element) else ()
        after = elements[index + 1 : index + 4]
        owned = [part for part in before if part.sort in STATE_LIKE and not scene.bound(part)]
        of_owner = after and scene.scan.norm(after[0]) == "of"
        phrase = (*owned, element) if owned else (element, *after) if of_owner else ()
        meaning = (
            meaning_of(scene, phrase)
            if phrase and owner_among(scene, phrase[:-1] if owned else after)
            else None
        )
        if isinstance(meaning, Meaning):
            norm = scene.scan.norm(element)
            calls = {norm, norm.split()[-1]} | ({MILITARY_CALL} if element.sort is Sort.MILITARY else set())
            yield Standing(element.first, frozenset(calls), meaning)


def _listed(scene: Scene) -> Iterator[Standing]:
    """Listed groups and bodies, by the last word of the name or of the words here."""
    for element in scene.scan.elements:
        entry = element.entry
        if entry is None or element.sort not in {Sort.GROUP, Sort.BODY} or scene.bound(element):
            continue
        last_words = {scene.scan.norm(element).split()[-1], _folded(entry.name).split()[-1]}
        calls = (last_words | {word for word in entry.words if is_body_word(word)}) - _OF_STATES
        calls |= {
            *_abbreviation(scene.scan, element.last),
            *_initials(scene.scan, element.first, element.last),
        }
        yield Standing(element.first, frozenset(calls), Meaning(entry.name, entry.kind, entry.side))


def _coalition(scene: Scene) -> Iterator[Standing]:
    """The coalition that fights in the report's country, for a report that names none before."""
    host = scene.host(0)
    name = state_facts()[host].coalition if host in state_facts() else None
    if name:
        yield Standing(-1, frozenset(("coalition",)), Meaning(name, PartyKind.ALLIANCE, name))


def _unlisted(scene: Scene) -> Iterator[Standing]:
    """Capitalised names that end in a word for a body, with their abbreviation."""
    scan = scene.scan
    index = 0
    while index < len(scan.elements):
        if not may_open_body(scan, scan.elements[index]):
            index += 1
            continue
        window = scan.elements[index : index + _LONGEST]
        found = body_at(scan, window, 0)
        if found is None:
            index += 1
            continue
        stop, kind = found
        meaning = body_meaning(scene, window, (0, stop, kind))
        last = window[stop - 1].last
        initials = _initials(scan, window[0].first, last)
        calls = {scan.words[last - 1].norm, *_abbreviation(scan, last), *initials}
        yield Standing(window[0].first, frozenset(calls), meaning)
        index += stop


def body_meaning(scene: Scene, elements: tuple[Element, ...], found: tuple[int, int, str]) -> Meaning:
    """An unlisted body or formation: its own name, and a side where its kind has one."""
    first, last, kind_word = found
    while first < last - _SMALLEST and elements[first].possessive:
        first += 1
    name = tidy_name(scene.scan, elements[first].first, elements[last - 1].last)
    kind = _OPEN_KINDS[kind_word]
    numbered = scene.scan.words[elements[first].first].surface[0].isdigit()
    stately = any(part.sort in STATE_LIKE for part in elements[: first + 1])
    if kind is PartyKind.ARMED_GROUP and (numbered or stately):
        kind = PartyKind.STATE
    owner = owner_among(scene, elements[:last])
    if kind is PartyKind.STATE:
        side = owner.side if owner and owner.side else scene.host(elements[0].first)
    elif kind is PartyKind.ARMED_GROUP:
        side = name
    else:
        side = owner.side if owner and kind is PartyKind.POLITICAL and owner.sort is Sort.GROUP else None
    return Meaning(name, kind, side)


def _abbreviation(scan: Scan, last: int) -> tuple[str, ...]:
    match = _ABBREVIATION.match(scan.text, scan.words[last - 1].end)
    return (_folded(match[1]),) if match else ()


def _initials(scan: Scan, first: int, last: int) -> tuple[str, ...]:
    """The first letters of a name's capitalised words: "aa" for the Arakan Army."""
    letters = "".join(word.norm[0] for word in scan.words[first:last] if word.capital)
    return (letters,) if len(letters) >= _SMALLEST else ()


def _folded(name: str) -> str:
    return name.casefold().replace("'", "").replace("’", "")
