"""Two speakers in one phrase: "Armenia and Azerbaijan", "Russian and Ukrainian officials"."""

from collections.abc import Sequence

from trucewatch.resolve.parties.entries import HEADS, Sort
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scan import is_small, name_runs
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_AND = frozenset(("and", "&", "plus"))
_OWNED = frozenset((Sort.OFFICIAL, Sort.MILITARY, Sort.AUTHORITIES, Sort.AGENCY, Sort.MEDIA))
_QUALIFYING = frozenset((Sort.ADJECTIVE, Sort.ETHNIC))


def coordinated(scene: Scene, elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """The phrases that "and" joins, each with the head that they share; one phrase when none are."""
    scan = scene.scan
    cuts = [index for index, element in enumerate(elements) if is_small(scan, element, _AND)]
    for cut in cuts:
        left, right = elements[:cut], elements[cut + 1 :]
        if not left or not right or _open(scene, left, right):
            continue
        if shares_head(scene, elements):
            return [(*left, right[-1]), *coordinated(scene, right)]
        if _nameable(scene, left) and _nameable(scene, right):
            shared = _shared_owner(left, right)
            return [*_listed(scene, left), *coordinated(scene, (*shared, *right))]
    return [elements]


def shares_head(scene: Scene, elements: Sequence[Element]) -> bool:
    """Whether adjectives on both sides of "and" stand before one noun."""
    cut = next((i for i, element in enumerate(elements) if is_small(scene.scan, element, _AND)), None)
    if cut is None or cut == 0 or cut + 1 >= len(elements):
        return False
    last = elements[cut - 1]
    state = last.sort is Sort.STATE and last.entry is not None and last.entry.name == "United States"
    body = last.sort is Sort.BODY and last.entry is not None and last.entry.name == "United Nations"
    head = elements[-1]
    return (
        (last.sort in _QUALIFYING or state or body)
        and head.sort in HEADS
        and head.sort
        not in {
            Sort.STATE,
            Sort.GROUP,
            Sort.BODY,
            Sort.CAPITAL,
            Sort.ADJECTIVE,
        }
    )


def joined(meanings: Sequence[Meaning], *, name: str | None) -> Meaning:
    """Two meanings as one, names and sides joined by "and"."""
    names = dict.fromkeys(meaning.name for meaning in meanings)
    sides = dict.fromkeys(meaning.side for meaning in meanings if meaning.side)
    return Meaning(name or " and ".join(names), meanings[0].kind, " and ".join(sides) or None)


def _open(scene: Scene, left: Sequence[Element], right: Sequence[Element]) -> bool:
    """Whether "and" still belongs to what a preposition opened: "a spokesman for X and Y"."""
    opened = any(is_small(scene.scan, part, small_words().prepositions) for part in left)
    anew = is_small(scene.scan, right[0], small_words().articles)
    return opened and not anew


def _shared_owner(left: Sequence[Element], right: Sequence[Element]) -> tuple[Element, ...]:
    """The "US" that stands before both nouns in "US commentators and officials"."""
    bare_noun = len(right) == 1 and right[0].sort in _OWNED
    owner = (
        left[0]
        if len(left) > 1 and left[0].sort in {*_QUALIFYING, Sort.STATE} and not left[0].possessive
        else None
    )
    return (owner,) if bare_noun and owner and left[-1].sort in HEADS else ()


def _nameable(scene: Scene, part: Sequence[Element]) -> bool:
    return any(element.sort in HEADS for element in part) or bool(name_runs(scene.scan, part))


def _listed(scene: Scene, left: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """The items of a list that commas part: "Russia, Turkey"."""
    named = {Sort.STATE, Sort.GROUP, Sort.BODY}
    plain = all(
        element.sort in named or is_small(scene.scan, element, small_words().articles) for element in left
    )
    if not plain or len(left) == 1:
        return [left]
    parts: list[list[Element]] = [[]]
    for element in left:
        if parts[-1] and not scene.scan.close(element):
            parts.append([])
        parts[-1].append(element)
    return [tuple(part) for part in parts]
