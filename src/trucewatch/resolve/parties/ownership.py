"""Whose the head of a phrase is: by the words before it, behind it, or named earlier."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import Sort
from trucewatch.resolve.parties.facts import role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.owners import Owner, owner_among
from trucewatch.resolve.parties.phrase_shape import Parts, to_comma
from trucewatch.resolve.parties.scan import is_small
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_OF_PARTY = frozenset(("of", "for", "from", "representing"))


def owner_of(scene: Scene, parts: Parts) -> Owner | None:
    """The owner that the words before or after the head name."""
    before, head, tail = parts
    scan = scene.scan
    diplomat = scan.norm(head) in role_facts().diplomats
    follows = tail if tail and is_small(scan, tail[0], small_words().belonging) else ()
    of_party = bool(follows) and is_small(scan, tail[0], _OF_PARTY)
    if head.sort is Sort.ROLE and not diplomat and of_party:
        after = owner_among(scene, to_comma(scene, follows))
        named = owner_among(scene, before)
        if after and (named is None or after.sort is not Sort.GOVERNMENT):
            return after
        return named or _beside(scene, parts, follows, diplomat=False)
    return _beside(scene, parts, follows, diplomat=diplomat)


def _beside(scene: Scene, parts: Parts, follows: tuple[Element, ...], *, diplomat: bool) -> Owner | None:
    """The owner before the head, behind a possessive pronoun, or after a preposition."""
    before, head, _ = parts
    scan = scene.scan
    pronoun = next((part for part in before if is_small(scan, part, small_words().owners)), None)
    found = owner_among(scene, before, leftmost=diplomat or head.sort is Sort.OFFICE)
    if found is None and pronoun is not None and head.name not in role_facts().local:
        subject = scene.subject_before(pronoun.first)
        found = owner_among(scene, subject) or called_owner(scene, subject)
    if found is None and follows and not (diplomat and scan.words[follows[0].first].norm == "for"):
        found = owner_among(scene, to_comma(scene, follows))
    if found is None or found.sort is Sort.GOVERNMENT:
        found = called_owner(scene, (*before, *to_comma(scene, follows))) or found
    return found


def called_owner(scene: Scene, parts: Sequence[Element]) -> Owner | None:
    """The party that a common word calls again: "the coalition's spokesman", "a mission official"."""
    for part in parts:
        norm = scene.scan.norm(part)
        norm = norm if part.sort is None or not part.possessive else norm.removesuffix("s")
        open_word = part.entry is None or norm.removesuffix("s") in role_facts().collective
        found = scene.standing(norm, part.first) or scene.standing(norm.removesuffix("s"), part.first)
        if found is None and norm.removesuffix("s") in role_facts().collective:
            found = last_group(scene, part)
        only = scene.groups_of(None)
        unnamed = norm in role_facts().militant or norm.removesuffix("s") in role_facts().collective
        if found is None and unnamed and len(only) == 1:
            return Owner(only[0], only[0], Sort.GROUP)
        if found and open_word:
            sort = Sort.GROUP if found.kind is PartyKind.ARMED_GROUP else Sort.BODY
            return Owner(found.side, found.name, sort)
    return None


def last_group(scene: Scene, head: Element) -> Meaning | None:
    """The listed group or body named last before an element: what "the group" is."""
    for element in scene.before(head.first):
        body = element.sort is Sort.BODY and element.side is None
        if (element.sort is Sort.GROUP or body) and not scene.bound(element):
            return Meaning(element.name, element.kind, element.side)
    return None
