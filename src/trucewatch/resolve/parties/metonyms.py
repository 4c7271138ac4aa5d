"""When a capital, a state or a people stands for a party, and when it is a place or an adjective."""

from trucewatch.resolve.parties.entries import Sort
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scene import Scene
from trucewatch.resolve.parties.vocabulary import small_words


def stands_for_party(scene: Scene, element: Element) -> bool:
    """Whether a lone listed word names a party here."""
    if element.sort is Sort.CAPITAL:
        return _capital_acts(scene, element)
    if element.sort is Sort.ADJECTIVE:
        return _people_of(scene, element)
    if element.sort is Sort.STATE:
        return not scene.locative(element) and not _owns_ground(scene, element)
    return True


def _capital_acts(scene: Scene, element: Element) -> bool:
    """Whether a capital stands for its government: it acts, or is dealt with."""
    words = scene.scan.words
    small = small_words()
    before = words[element.first - 1].norm if element.first else ""
    after = words[element.last] if element.last < len(words) else None
    if before in small.place_prepositions or (after and after.joined):
        return False
    acts = after is not None and after.adjacent and after.norm in small.acting
    paired = after is not None and after.norm == "and" and _is_capital_at(scene, element.last + 1)
    pair_before = before == "and" and _is_capital_before(scene, element.first - 1)
    return acts or before in small.dealing_with or paired or pair_before


def _is_capital_at(scene: Scene, index: int) -> bool:
    return any(
        part.first == index and part.sort in {Sort.CAPITAL, Sort.STATE} for part in scene.scan.elements
    )


def _is_capital_before(scene: Scene, index: int) -> bool:
    return any(part.last == index and part.sort in {Sort.CAPITAL, Sort.STATE} for part in scene.scan.elements)


def _people_of(scene: Scene, element: Element) -> bool:
    """Whether an adjective stands for the people: "the British said"."""
    words = scene.scan.words
    small = small_words()
    definite = element.first > 0 and words[element.first - 1].norm == "the"
    after = words[element.last] if element.last < len(words) else None
    return definite and (after is None or not after.adjacent or after.norm in small.acting)


def _owns_ground(scene: Scene, element: Element) -> bool:
    """Whether a state owns a place and no party: "Syria's north"."""
    words = scene.scan.words
    after = words[element.last] if element.last < len(words) else None
    return element.possessive and after is not None and after.adjacent
