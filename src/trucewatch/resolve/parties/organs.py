"""Governments, armies, ministries, officials, weapons and offices: what belongs to a state."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, ORGANS, STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import adjective_of, group_names, role_facts
from trucewatch.resolve.parties.kinds import ethnic_name
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import written
from trucewatch.resolve.parties.owners import Owner
from trucewatch.resolve.parties.ownership import owner_of
from trucewatch.resolve.parties.phrase_shape import Parts, past, to_comma
from trucewatch.resolve.parties.scan import Scan, is_small
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

MILITARY_CALL = "army"
"""The word under which every named army stands."""

_PLACED = frozenset(("Governor", "Mayor", "Commissioner", "Ambassador", "President"))
_LOCAL = frozenset(("Governor", "Mayor", "Commissioner"))
_LABELS = STATE_LIKE | FACTIONS | {Sort.GROUP, Sort.BODY, Sort.PLACE, Sort.ETHNIC}


def of_state(scene: Scene, parts: Parts) -> Meaning | str:
    """Governments, armies, ministries, officials, jets and offices."""
    before, head, _ = parts
    ethnic = (
        ethnic_name(scene, before, head)
        if head.sort in {Sort.MILITARY, Sort.AUTHORITIES, Sort.WEAPON}
        else None
    )
    if ethnic:
        return Meaning(ethnic, PartyKind.ARMED_GROUP, ethnic)
    owner = owner_of(scene, parts)
    if head.sort is Sort.OFFICIAL and owner is None:
        people = any(part.sort is Sort.ETHNIC for part in before)
        if people:
            return Meaning(written(scene.scan, (*before, head)), PartyKind.PEOPLE, ethnic_side(scene, before))
    if owner is None:
        call = MILITARY_CALL if head.sort is Sort.MILITARY else scene.scan.norm(head)
        known = scene.standing(call, head.first)
        if known and head.sort in ORGANS:
            return _same_army(scene, parts, known) if head.sort is Sort.MILITARY else known
        owner = _owner_by_default(scene, head)
    if owner is None:
        return f"no country is known whose {scene.scan.norm(head)} this is"
    return _owned_by_state(scene, parts, owner)


def ethnic_side(scene: Scene, parts: Sequence[Element]) -> str | None:
    """The listed forces of a people that is no state: those for whom "a Kurdish official" speaks."""
    people = next((part for part in parts if part.sort is Sort.ETHNIC), None)
    side = f"{scene.scan.quote(people.first, people.last)} forces" if people else None
    return side if side in group_names() else None


def _owner_by_default(scene: Scene, head: Element) -> Owner | None:
    """The one state that has such an office, else the country that the report is about."""
    home = role_facts().home.get(head.name)
    if home:
        return Owner(home, adjective_of(home), Sort.STATE)
    armed = head.sort in {Sort.MILITARY, Sort.WEAPON, Sort.RANK}
    host = scene.army(head.first) if armed else scene.host(head.first)
    return Owner(host, "", Sort.GOVERNMENT) if host else None


def _same_army(scene: Scene, parts: Parts, known: Meaning) -> Meaning:
    """The army named before, by the word used here: "Israeli troops", later "the army"."""
    if known.side is None:
        return known
    return _owned_by_state(scene, parts, Owner(known.side, "", Sort.GOVERNMENT))


def _owned_by_state(scene: Scene, parts: Parts, owner: Owner) -> Meaning:
    before, head, _ = parts
    side = owner.side
    whole = head.sort in {Sort.GOVERNMENT, Sort.WEAPON} or scene.scan.norm(head).startswith("government ")
    armed = owner.sort is Sort.GROUP and head.sort in {Sort.MILITARY, Sort.WEAPON, Sort.GOVERNMENT}
    if scene.scan.norm(head).endswith("government") and owner.sort is not Sort.GROUP and side:
        return Meaning(f"{adjective_of(side)} {scene.scan.norm(head)}", PartyKind.STATE, side)
    if side and (whole or armed) and head.sort is not Sort.OFFICIAL:
        kind = PartyKind.ARMED_GROUP if owner.sort in FACTIONS | {Sort.GROUP} else PartyKind.STATE
        return Meaning(side or owner.label, kind, side)
    name = _titled(scene, parts, owner)
    if head.sort is Sort.OFFICE:
        return Meaning(name, PartyKind.PERSON, None if past(scene, before) else side)
    if past(scene, before):
        side = None
    if owner.sort is Sort.BODY:
        return Meaning(name, PartyKind.BODY, side)
    if head.sort is Sort.RANK:
        return Meaning(name, PartyKind.PERSON, side)
    return Meaning(name, PartyKind.STATE if head.sort in ORGANS else PartyKind.PEOPLE, side)


def _titled(scene: Scene, parts: Parts, owner: Owner) -> str:
    """Name an organ or office with its state: "Armenian Defence Ministry", "mayor of Melitopol"."""
    before, head, tail = parts
    scan = scene.scan
    if head.sort is Sort.OFFICE and head.name in _PLACED and tail and owner.sort is Sort.PLACE:
        return written(scan, (*before, head, *to_comma(scene, tail)))
    if head.name in _LOCAL and _names_place(scan, tail):
        return written(scan, (head, *to_comma(scene, tail)))
    named = any(part.sort in _LABELS for part in before)
    label = owner.label or (adjective_of(owner.side) if owner.side else "")
    if head.sort is Sort.MINISTRY:
        return f"{label} {head.name}".strip()
    core = [part for part in (*before, head) if not is_small(scan, part, small_words().owners)]
    text = written(scan, core)
    if head.sort is Sort.OFFICE and core == [head] and head.name in role_facts().local:
        return text
    owned = bool(before) and before[-1].possessive and before[-1].sort is Sort.STATE
    if head.sort is Sort.OFFICE and head.name == "President" and owned:
        return f"{head.name} of {owner.side}"
    unowned = head.sort is Sort.OFFICIAL and owner.sort is not Sort.BODY and not owner.label
    return text if named or unowned or not label else f"{label} {text}"


def _names_place(scan: Scan, tail: Sequence[Element]) -> bool:
    """Whether an office is told with its place: "the Chadian governor of Logone Oriental"."""
    if len(tail) < 2 or not is_small(scan, tail[0], frozenset(("of",))):  # noqa: PLR2004 - "of" and a name
        return False
    named = tail[1]
    return scan.words[named.first].capital and named.sort in {None, Sort.PLACE, Sort.CAPITAL}
