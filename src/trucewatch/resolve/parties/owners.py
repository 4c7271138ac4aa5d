"""Whose a spokesman, an army or a jet is: the party that the words beside it name."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.resolve.parties.entries import FACTIONS, ORGANS, STATE_LIKE, Entry, Sort
from trucewatch.resolve.parties.facts import adjective_of
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scene import Scene
from trucewatch.resolve.parties.vocabulary import compounds

_GROUPS = frozenset((Sort.GROUP,))
_BODIES = frozenset((Sort.BODY,))


@dataclass(frozen=True, slots=True)
class Owner:
    """The party that owns a head noun: its side, how it is called before the noun, and what named it."""

    side: str | None
    label: str
    sort: Sort


def free(scene: Scene, elements: Sequence[Element]) -> tuple[Element, ...]:
    """Elements without those that a compound binds: "Turkish-backed rebels" are not Turkey's."""
    kept: list[Element] = []
    coloured = False
    for element in elements:
        before = scene.scan.words[max(0, element.first - 1) : element.first]
        opposed = (
            bool(before) and before[0].norm in compounds().against and scene.scan.words[element.first].joined
        )
        colour_word = coloured and element.entry is None
        coloured = scene.bound(element)
        if not (coloured or opposed or colour_word):
            kept.append(element)
    return tuple(kept)


def owner_among(scene: Scene, elements: Sequence[Element], *, leftmost: bool = False) -> Owner | None:
    """The party among the words before or after a head, None when they name none.

    A group stands before a body, a body before a state; `leftmost` takes whichever comes first,
    as in "UN Syria envoy".
    """
    parts = free(scene, elements)
    named = [part for part in parts if part.sort in STATE_LIKE or part.sort in {Sort.GROUP, Sort.BODY}]
    faction = _last(parts, FACTIONS)
    group = _last(parts, _GROUPS)
    if faction is not None and faction.entry and (group is None or group.first < faction.first):
        return _faction(scene, faction, _last(parts, STATE_LIKE))
    if leftmost and named:
        return _named(scene, named[0])
    for sorts in (_GROUPS, _BODIES, STATE_LIKE):
        found = _last(parts, sorts)
        if found is not None:
            return _named(scene, found)
    return _implied(scene, parts)


def _last(parts: Sequence[Element], sorts: frozenset[Sort]) -> Element | None:
    return next((part for part in reversed(parts) if part.sort in sorts), None)


def _faction(scene: Scene, faction: Element, state: Element | None) -> Owner | None:
    if faction.entry is None:
        return None
    home = state.entry.country if state and state.entry else scene.host(faction.first)
    side = scene.rebels(faction.entry.sort, home)
    return Owner(side, side or faction.entry.name, faction.entry.sort)


def _named(scene: Scene, element: Element) -> Owner:
    entry = element.entry
    if entry is None:
        raise AssertionError(element)
    side = entry.side
    if side is None and element.sort is Sort.GROUP:
        side = scene.host(element.first)
    return Owner(side, owner_label(entry), entry.sort)


def owner_label(entry: Entry) -> str:
    """How an owner is called before a noun: "Syrian", "SDF"."""
    return adjective_of(entry.name) if entry.sort in STATE_LIKE and entry.side == entry.name else entry.name


def _implied(scene: Scene, parts: Sequence[Element]) -> Owner | None:
    """The state behind "government spokesman", "Mariupol mayor", or the other side of "pro-opposition"."""
    place = _last(parts, frozenset((Sort.PLACE,)))
    if place is not None and place.entry:
        return Owner(place.entry.country, "", Sort.PLACE)
    other = _last(parts, frozenset((Sort.OTHER_SIDE,)))
    if other is not None:
        side = scene.rebels(Sort.OPPOSITION, scene.host(other.first))
        return Owner(side, "", Sort.OPPOSITION) if side else None
    organ = _last(parts, ORGANS | {Sort.STATE_SIDE, Sort.OFFICE})
    if organ is None:
        return None
    side = scene.army(organ.first) if organ.sort is Sort.MILITARY else scene.host(organ.first)
    return Owner(side, "", Sort.GOVERNMENT) if side else None
