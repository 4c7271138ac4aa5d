"""Every mention of a party in a text, with what it comes to."""

from collections.abc import Iterator
from functools import cache

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Party, Unresolved
from trucewatch.resolve.parties.cast import Cast
from trucewatch.resolve.parties.entries import FACTIONS, HEADS, STATE_LIKE, TITLES, Sort
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.metonyms import stands_for_party
from trucewatch.resolve.parties.scan import body_at, is_small, may_open_body
from trucewatch.resolve.parties.scene import Scene
from trucewatch.resolve.parties.titles import people_in
from trucewatch.resolve.parties.vocabulary import compounds, small_words

_NAMED = STATE_LIKE | FACTIONS | {Sort.GROUP, Sort.BODY}
_NEEDS_OWNER = frozenset((Sort.WEAPON, Sort.PAPER))
_OWNERS = _NAMED | {Sort.GOVERNMENT, Sort.ETHNIC}
_PERSONAL = frozenset(("he", "she", "it", "they"))
_LINKS_OWNER = TITLES | {Sort.GOVERNMENT, Sort.MINISTRY, Sort.AGENCY, Sort.MILITARY}
_PARTS = HEADS | {Sort.ETHNIC, Sort.STATE_SIDE, Sort.OTHER_SIDE, Sort.PLACE}


def mentions_of(cast: Cast) -> Iterator[Resolved[Party]]:
    """Every mention of a state, group, body, office, person or generic side, and every pronoun for one.

    Shape:   cast -> mentions in order, none overlapping, each as long as it can be; a pronoun, and a
             generic side whose country the text does not tell, are Unresolved with the reason
    Units:   offsets are code points, half-open
    Errors:  none; "in Baku", "shelling of Aleppo", "northern Syria" are places and no mentions
    """
    scene = cast.scene
    for first, last in _ranges(scene):
        elements = scene.scan.elements[first:last]
        words = scene.scan.words
        start, end = words[elements[0].first].start, words[elements[-1].last - 1].end
        if len(elements) == 1 and elements[0].sort is Sort.PRONOUN:
            reason = "a pronoun: ask the cast, which knows who spoke before"
            yield Resolved(start, end, Unresolved(scene.scan.text[start:end], reason), "pronoun")
        else:
            found = cast.source(start, end)
            yield Resolved(start, end, found.value, found.rule)


def _ranges(scene: Scene) -> Iterator[tuple[int, int]]:
    """The element ranges of mentions, people first."""
    people = _apart([(left, right) for _, left, right in people_in(scene)])
    index = 0
    elements = scene.scan.elements
    while index < len(elements):
        if people and people[0][0] < index:
            people.pop(0)
            continue
        if people and people[0][0] == index:
            yield people[0]
            index = people[0][1]
            continue
        limit = people[0][0] if people else len(elements)
        stop = _mention_from(scene, index, limit)
        if stop > index:
            yield index, stop
        index = max(stop, index + 1)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, without those that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def _mention_from(scene: Scene, index: int, limit: int) -> int:
    """Where the mention that begins at an element ends; the element itself when none begins there."""
    element = scene.scan.elements[index]
    if element.sort is Sort.SIDES or (
        element.entry and element.sort is Sort.PRONOUN and element.entry.name in _PERSONAL
    ):
        return index + 1
    opens = may_open_body(scene.scan, element)
    body = body_at(scene.scan, scene.scan.elements[index:limit], 0) if opens else None
    if body:
        return index + body[0]
    if element.sort not in _PARTS and not is_small(scene.scan, element, frozenset(("ethnic",))):
        return index + 1 if _is_called_again(scene, element) else index
    stop = _chunk_end(scene, index, limit)
    chunk = scene.scan.elements[index:stop]
    while chunk and chunk[-1].sort not in HEADS:
        chunk = chunk[:-1]
    if not chunk or not _is_party(scene, chunk):
        return index
    return _with_owner(scene, index + len(chunk), limit)


def _is_called_again(scene: Scene, element: Element) -> bool:
    """Whether an unlisted word, behind "the" or all in capitals, calls a party again: "the mission"."""
    plain = element.entry is None and scene.scan.definite(element)
    return plain and scene.standing(scene.scan.norm(element), element.first) is not None


def _chunk_end(scene: Scene, index: int, limit: int) -> int:
    scan = scene.scan
    stop = index
    while stop < limit:
        element = scan.elements[stop]
        if stop > index and not scan.close(element):
            break
        bound_word = element.entry is None and scan.words[element.first].norm in _bound_words()
        after_ethnic = is_small(scan, element, frozenset(("ethnic",)))
        if element.sort not in _PARTS and not (stop > index and bound_word) and not after_ethnic:
            break
        stop += 1
    return stop


@cache
def _bound_words() -> frozenset[str]:
    return compounds().loose | compounds().tied | compounds().unbound


def _with_owner(scene: Scene, stop: int, limit: int) -> int:
    """The end moved over "of the Free Syrian Army" behind a title or an organ."""
    scan = scene.scan
    elements = scan.elements
    if elements[stop - 1].sort not in _LINKS_OWNER or stop + 1 >= limit:
        return stop
    if not is_small(scan, elements[stop], frozenset(("of", "for"))):
        return stop
    named = stop + 1
    if is_small(scan, elements[named], small_words().articles):
        named += 1
    if named >= limit or elements[named].sort not in _NAMED or not scan.close(elements[named]):
        return stop
    return _chunk_end(scene, named, limit)


def _is_party(scene: Scene, chunk: tuple[Element, ...]) -> bool:
    """Whether a chunk names a party and is no mere place, weapon or colour."""
    head = chunk[-1]
    if head.sort in _NEEDS_OWNER:
        return any(part.sort in _OWNERS and not scene.bound(part) for part in chunk[:-1])
    if len(chunk) > 1 and head.sort is not Sort.CAPITAL:
        return not scene.bound(head)
    return not scene.bound(head) and head.sort is not Sort.COURTESY and stands_for_party(scene, head)
