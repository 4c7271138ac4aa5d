"""How a noun phrase is built: its core, its head, and the tail that says whose or where."""

from collections.abc import Sequence

from trucewatch.resolve.parties.entries import HEADS
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.owners import free
from trucewatch.resolve.parties.scan import is_small
from trucewatch.resolve.parties.scene import Scene
from trucewatch.resolve.parties.vocabulary import small_words

_SHORT_PARTICIPLE = 5
_FURTHER = frozenset(("in", "at", "who", "on", "to", "and"))

Parts = tuple[tuple[Element, ...], Element, tuple[Element, ...]]
"""What stands before a head, the head, and what follows."""


def core_and_tail(
    scene: Scene, elements: Sequence[Element]
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """A phrase up to its head, and what follows: "a spokesman" and "for the Free Syrian Army"."""
    scan = scene.scan
    for index in range(1, len(elements)):
        element = elements[index]
        after_head = any(part.sort in HEADS or part.entry is None for part in elements[:index])
        if not after_head:
            continue
        if scene.bound(elements[index - 1]):
            continue
        parted = (
            not scan.close(element) or _apposed(scene, elements, index) or _participle(scene, elements, index)
        )
        if parted or is_small(scan, element, small_words().prepositions):
            if not parted and scan.words[element.first].joined:
                continue
            return tuple(elements[:index]), tuple(elements[index:])
    return tuple(elements), ()


def _participle(scene: Scene, elements: Sequence[Element], index: int) -> bool:
    """Whether a participle after the head opens what it does: "an official travelling with the envoy"."""
    word = scene.scan.words[elements[index].first]
    doing = elements[index].entry is None and word.norm.endswith("ing") and len(word.norm) > _SHORT_PARTICIPLE
    return doing and elements[index - 1].sort in HEADS and not word.capital


def _apposed(scene: Scene, elements: Sequence[Element], index: int) -> bool:
    """Whether an article opens an apposition that no comma parts: "MINURSO the UN mission"."""
    small = small_words()
    article = is_small(scene.scan, elements[index], small.articles)
    return article and not is_small(scene.scan, elements[index - 1], small.prepositions | {"and"})


def head_of(scene: Scene, core: Sequence[Element]) -> Element | None:
    """The last listed word of a phrase that can head a mention."""
    return next((part for part in reversed(free(scene, core)) if part.sort in HEADS), None)


def to_comma(scene: Scene, elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements up to the next comma or further preposition."""
    for index in range(1, len(elements)):
        later = is_small(scene.scan, elements[index], _FURTHER)
        if not scene.scan.close(elements[index]) or later:
            return tuple(elements[:index])
    return tuple(elements)


def past(scene: Scene, parts: Sequence[Element]) -> bool:
    """Whether an office is over: "a retired general" speaks for himself."""
    return any(is_small(scene.scan, part, small_words().past) for part in parts)
