"""An office or role that stands without its holder's name: "the governor", "the nurse", "a spokesman"."""

from collections.abc import Sequence

from trucewatch.resolve.parties.entries import STATE_LIKE, Sort
from trucewatch.resolve.parties.interpret import meaning_of
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.phrase_shape import core_and_tail
from trucewatch.resolve.parties.scan import is_small
from trucewatch.resolve.parties.scene import Meaning, Person, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_OFFICES = frozenset((Sort.OFFICE, Sort.ROLE, Sort.RANK))
_KINDS_OF_ONE = _OFFICES | {Sort.COURTESY, Sort.PEOPLE}
"""What one person is called again by behind "the": "the nurse", "the bishop"."""

_INDEFINITE = frozenset(("a", "an", "another", "one"))
_OPENING = 3
"""Sentences in which a report keeps a name for later: headline, dateline and lead."""


def holder_of(scene: Scene, elements: Sequence[Element]) -> Person | None:
    """The one person who is introduced with the office that stands alone in a phrase.

    Shape:  introduced before it; or, where a report opens with an office and no name, after it
    Errors: None when nobody or several hold the office, or somebody of another side
    """
    scan = scene.scan
    core, tail = core_and_tail(scene, elements)
    definite = scan.definite(elements[0]) and not scan.norm(core[-1]).endswith("s")
    titles = [part for part in core if part.sort in (_KINDS_OF_ONE if definite else _OFFICES)]
    others = [part for part in core if part not in titles and part.sort not in STATE_LIKE]
    if len(titles) != 1 or core[-1] != titles[0] or is_small(scan, core[0], small_words().owners):
        return None
    if not any(part.entry for part in others) and not _is_indefinite(scene, elements[0]):
        office = scan.norm(titles[0])
        before = [p for p in scene.people if p.holds(office) and p.at < elements[0].first]
        known = _only(before, (*core, *tail))
        if known:
            return known
    return _named_later(scene, elements, titles[0])


def _is_indefinite(scene: Scene, element: Element) -> bool:
    return element.first > 0 and scene.scan.words[element.first - 1].norm in _INDEFINITE


def _only(people: Sequence[Person], parts: Sequence[Element]) -> Person | None:
    """The only one of some people who is of the state that a phrase names, if it names one."""
    named = [part.entry for part in parts if part.entry and part.sort in STATE_LIKE]
    fits = [person for person in people if not named or person.side == named[0].side]
    return fits[0] if len(fits) == 1 else None


def _named_later(scene: Scene, elements: Sequence[Element], title: Element) -> Person | None:
    """The holder whom a report names after its opening: "the regional governor said", later "Governor X"."""
    at = elements[0].first
    opens = scene.sentence_of(at) <= _OPENING and not any(person.at < at for person in scene.people)
    if not opens or title.sort not in _OFFICES or scene.scan.norm(title).endswith("s"):
        return None
    office = scene.scan.norm(title)
    fits = [person for person in scene.people if person.at >= elements[-1].last and person.may_be(office)]
    meaning = meaning_of(scene, elements)
    side = meaning.side if isinstance(meaning, Meaning) else None
    one = fits[0] if len(fits) == 1 else None
    return one if one and (side is None or one.side == side) else None
