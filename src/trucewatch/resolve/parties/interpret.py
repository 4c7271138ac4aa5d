"""What a noun phrase that names a party comes to: its head decides, the words beside it say whose."""

from collections.abc import Callable, Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, Sort
from trucewatch.resolve.parties.kinds import (
    faction,
    fighters,
    media,
    named_meaning,
    outlet_meaning,
    paper,
    people_kind,
    role,
)
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import bare, tidy_name, written
from trucewatch.resolve.parties.organs import of_state
from trucewatch.resolve.parties.phrase_shape import Parts, core_and_tail, head_of
from trucewatch.resolve.parties.scan import is_small, name_runs
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_NAMING_TAIL = frozenset(("itself", "themselves", "as"))
_GROUPS = frozenset((Sort.FIGHTER, Sort.REBELS))

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
    proper = next((part for part in tail[:1] if part.sort in {Sort.BODY, Sort.GROUP}), None)
    owns = head is not None and head.sort in {Sort.GROUP, Sort.PEOPLE}
    if proper is not None and not owns and not scene.scan.close(proper):
        return named_meaning(scene, ((), proper, ()))
    if head is None:
        return "names no known party"
    at = core.index(head)
    named = _called_by_name(scene, elements)
    if named is not None:
        return named
    if _goes_on(scene, core[at + 1 :]):
        return _unlisted_noun(scene, core, head)
    organ = next((part for part in core[:at] if part.sort in {Sort.MINISTRY, Sort.MILITARY}), None)
    if head.sort is Sort.PAPER and organ:
        return of_state(scene, (core[: core.index(organ)], organ, ()))
    by_head = _BY_SORT.get(head.sort, of_state) if head.sort else of_state
    return by_head(scene, (core[:at], head, tail))


def _called_by_name(scene: Scene, elements: Sequence[Element]) -> Meaning | str | None:
    """The listed group or body of "the group calling itself Sinai Province"; any other name of a group."""
    scan = scene.scan
    at = next((i for i, part in enumerate(elements) if is_small(scan, part, small_words().naming)), None)
    rest = elements[at + 1 :] if at else ()
    while rest and is_small(scan, rest[0], small_words().articles | _NAMING_TAIL):
        rest = rest[1:]
    if not rest or not scan.close(rest[0]):
        return None
    if rest[0].sort in {Sort.GROUP, Sort.BODY}:
        return named_meaning(scene, ((), rest[0], ()))
    runs = name_runs(scan, rest)
    if not runs or runs[0][0] > 0 or not any(part.sort in _GROUPS for part in elements[:at]):
        return None
    name = tidy_name(scan, rest[0].first, rest[runs[0][1] - 1].last)
    return Meaning(name, PartyKind.ARMED_GROUP, name)


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
    if head.sort is Sort.BODY and head.kind is PartyKind.MEDIA:
        return outlet_meaning(head, core)
    if head.sort is Sort.BODY:
        again = scene.standing(noun, head.first) or scene.only_later(noun, head.first)
        if again and again.kind is head.kind:
            return again
        if scan.words[core[-1].first].capital or core[-1].sort is None:
            return Meaning(written(scan, core), head.kind, head.side)
    if head.sort is Sort.GROUP:
        return named_meaning(scene, ((), head, ()))
    return "names no known party"
