"""What a noun phrase that names a party comes to: its head decides, the words beside it say whose."""

from collections.abc import Callable, Sequence

from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, Sort
from trucewatch.resolve.parties.kinds import faction, fighters, media, named_meaning, paper, people_kind, role
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import bare, written
from trucewatch.resolve.parties.organs import of_state
from trucewatch.resolve.parties.phrase_shape import Parts, core_and_tail, head_of
from trucewatch.resolve.parties.scene import Meaning, Scene

_BY_SORT: dict[Sort, Callable[[Scene, Parts], Meaning | str]] = {
    **dict.fromkeys((*STATE_LIKE, Sort.GROUP, Sort.BODY), named_meaning),
    **dict.fromkeys(FACTIONS, faction),
    Sort.PEOPLE: people_kind,
    Sort.FIGHTER: fighters,
    Sort.PAPER: paper,
    Sort.MEDIA: media,
    Sort.ROLE: role,
    Sort.COURTESY: role,
}


def meaning_of(scene: Scene, elements: Sequence[Element]) -> Meaning | str:
    """The meaning of a phrase that names nobody by a person's name, or why it has none."""
    core, tail = core_and_tail(scene, bare(scene.scan, elements))
    head = head_of(scene, core)
    if head is None:
        return "names no known party"
    at = core.index(head)
    proper = next((part for part in tail[:1] if part.sort in {Sort.BODY, Sort.GROUP}), None)
    if proper is not None and head.sort not in {Sort.GROUP, Sort.PEOPLE} and not scene.scan.close(proper):
        return named_meaning(scene, ((), proper, ()))
    if _goes_on(scene, core[at + 1 :]):
        return _unlisted_noun(scene, core, head)
    by_head = _BY_SORT.get(head.sort, of_state) if head.sort else of_state
    return by_head(scene, (core[:at], head, tail))


def _goes_on(scene: Scene, after: Sequence[Element]) -> bool:
    """Whether unlisted common words follow the listed one, so that they are what the phrase is about."""
    return (
        bool(after)
        and all(part.entry is None or part.sort is Sort.STATE_SIDE for part in after)
        and (not scene.scan.words[after[0].first].joined)
    )


def _unlisted_noun(scene: Scene, core: Sequence[Element], head: Element) -> Meaning | str:
    """Tell what "the UN mission" is: called again by its last word, or as written."""
    scan = scene.scan
    noun = scan.norm(core[-1])
    if head.sort is Sort.BODY:
        again = scene.standing(noun, head.first)
        if again and again.kind is head.kind:
            return again
        if scan.words[core[-1].first].capital or core[-1].sort is None:
            return Meaning(written(scan, core), head.kind, head.side)
    if head.sort is Sort.GROUP:
        return named_meaning(scene, ((), head, ()))
    return "names no known party"
