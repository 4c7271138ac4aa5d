"""Rebels, people, fighters, papers, media and roles: kinds that have a side only by the words around them."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import adjective_of, group_names, role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import kind_name, written
from trucewatch.resolve.parties.owners import Owner, free, owner_among
from trucewatch.resolve.parties.ownership import last_group, owner_of
from trucewatch.resolve.parties.phrase_shape import Parts, past, to_comma
from trucewatch.resolve.parties.scan import is_small
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_LABELS = STATE_LIKE | FACTIONS | {Sort.GROUP, Sort.BODY}
_LEANINGS = FACTIONS | {Sort.OTHER_SIDE, Sort.GROUP}


def named_meaning(scene: Scene, parts: Parts) -> Meaning | str:
    """A listed state, group or body; the formation of any state belongs to the state beside it."""
    before, head, _ = parts
    if head.sort is Sort.BODY and head.kind is PartyKind.MEDIA:
        return outlet_meaning(head, before)
    society = national_society(scene, before, head)
    if society is not None:
        return society
    if head.sort is not Sort.GROUP or head.side:
        return Meaning(head.name, head.kind, head.side)
    owner = owner_among(scene, before)
    return Meaning(head.name, head.kind, owner.side if owner and owner.side else scene.host(head.first))


def national_society(scene: Scene, before: Sequence[Element], head: Element) -> Meaning | None:
    """The Red Cross of the country beside it, or of the report's country where it is the local one."""
    if scene.scan.norm(head) not in role_facts().societies:
        return None
    states = [part.name for part in free(scene, before) if part.sort in STATE_LIKE and part.entry]
    local = any(is_small(scene.scan, part, role_facts().local_societies) for part in before)
    country = states[-1] if states else scene.host(head.first) if local else None
    if country is None:
        return None
    name = scene.scan.norm(head).title()
    return Meaning(f"{adjective_of(country)} {name}", PartyKind.BODY, None)


def faction(scene: Scene, parts: Parts) -> Meaning | str:
    """Rebels, opposition, separatists: the side that the country or a group beside them gives."""
    before, head, tail = parts
    ethnic = ethnic_name(scene, before, head)
    group = owner_among(scene, [part for part in (*before, *tail) if part.sort is Sort.GROUP])
    if ethnic:
        return Meaning(ethnic, PartyKind.ARMED_GROUP, ethnic)
    if group:
        return Meaning(
            group.label if not before else written(scene.scan, (*before, head)), head.kind, group.side
        )
    owner = owner_among(scene, (*[part for part in before if part.sort is not Sort.PLACE], head))
    if owner is None or owner.side is None:
        return f"no country is known whose {scene.scan.norm(head)} these are"
    plain = all(part.sort in STATE_LIKE for part in free(scene, before))
    several = scene.scan.norm(head) != "rebel"
    name = owner.side if plain and several else written(scene.scan, (*free(scene, before), head))
    return Meaning(name, head.kind, owner.side)


def ethnic_name(scene: Scene, before: Sequence[Element], head: Element) -> str | None:
    """Name a people that is no state, in arms: "ethnic Armenian forces", "Kurdish fighters"."""
    scan = scene.scan
    for index, part in enumerate(before):
        if is_small(scan, part, frozenset(("ethnic",))) and index + 1 < len(before):
            following = before[index + 1]
            return f"ethnic {scan.quote(following.first, following.last)} forces"
    ethnic = next((part for part in free(scene, before) if part.sort is Sort.ETHNIC), None)
    if ethnic is None or any(part.sort is Sort.GROUP for part in before):
        return None
    armed = head.sort in {Sort.MILITARY, Sort.WEAPON, Sort.AUTHORITIES}
    forces = f"{scan.quote(ethnic.first, ethnic.last)} forces"
    return forces if armed or forces in group_names() else written(scan, (ethnic, head))


def people_kind(scene: Scene, parts: Parts) -> Meaning | str:
    """Witnesses, activists, sources, diplomats, an outlet's reporters."""
    before, head, tail = parts
    outlet = next((p for p in before if p.kind is PartyKind.MEDIA and p.sort is Sort.BODY), None)
    if outlet and head.name == "journalists":
        return Meaning(outlet.name, PartyKind.MEDIA, None)
    name = kind_name(scene.scan, (*before, head), head)
    if head.name in role_facts().for_others:
        owner = owner_of(scene, parts)
        return Meaning(name, PartyKind.PEOPLE, owner.side if owner else None)
    return Meaning(name, PartyKind.PEOPLE, _leaning(scene, before, tail))


def _leaning(scene: Scene, before: Sequence[Element], tail: Sequence[Element]) -> str | None:
    """The side of people whom only their cause gives one: "opposition activists", "FSA activists"."""
    telling = [part for part in before if part.sort in _LEANINGS or part.sort in STATE_LIKE]
    if not any(part.sort in _LEANINGS for part in telling):
        bodies = [part for part in (*before, *to_comma(scene, tail)) if part.sort is Sort.BODY]
        owner = owner_among(scene, bodies)
        return owner.side if owner else None
    owner = owner_among(scene, telling)
    return owner.side if owner else None


def fighters(scene: Scene, parts: Parts) -> Meaning | str:
    """Militants, gunmen, groups: of the group beside them, or the one that stood before."""
    before, head, tail = parts
    scan = scene.scan
    norm = scan.norm(head)
    ethnic = ethnic_name(scene, before, head)
    owner = owner_of(scene, (before, head, tail))
    if owner and owner.sort is Sort.GROUP:
        singular = not norm.endswith("s") and norm not in role_facts().collective
        name = written(scan, (*before, head)) if singular else owner.label
        return Meaning(name, PartyKind.ARMED_GROUP, owner.side)
    if owner and owner.sort in FACTIONS | {Sort.GOVERNMENT, Sort.BODY}:
        return Meaning(written(scan, (*before, head)), PartyKind.ARMED_GROUP, owner.side)
    if ethnic:
        return Meaning(ethnic, PartyKind.ARMED_GROUP, ethnic)
    if norm in role_facts().collective and not before:
        found = scene.standing(norm, head.first) or last_group(scene, head)
        only = scene.groups_of(None)
        if found is None and len(only) == 1:
            return Meaning(only[0], PartyKind.ARMED_GROUP, only[0])
        return found or f"no {norm} stands before"
    return _unnamed_fighters(scene, before, head)


def _unnamed_fighters(scene: Scene, before: Sequence[Element], head: Element) -> Meaning:
    """Fighters of nobody named: those of the only armed group of the report, or a side of their own."""
    norm = scene.scan.norm(head)
    name = written(scene.scan, (*before, head))
    only = scene.groups_of(None)
    side = only[0] if len(only) == 1 and not before and norm in role_facts().militant else None
    return Meaning(name, PartyKind.ARMED_GROUP, side or (name if before and norm.endswith("s") else None))


def paper(scene: Scene, parts: Parts) -> Meaning | str:
    """A statement or report speaks for whoever issued it."""
    before, head, tail = parts
    owner = owner_of(scene, parts)
    named = [part for part in (*free(scene, before), *tail) if part.sort in _LABELS - FACTIONS]
    if owner is None:
        return f"whose {scene.scan.norm(head)} it is stands elsewhere"
    if owner.sort in FACTIONS or not named:
        return Meaning(owner.side or owner.label, PartyKind.STATE, owner.side)
    return named_meaning(scene, ((), named[0], ()))


def media(scene: Scene, parts: Parts) -> Meaning | str:
    """Media by their outlet's name; state media are those of the report's country."""
    before, head, tail = parts
    outlet = next((p for p in (*before, *tail) if p.sort is Sort.BODY), None)
    if outlet:
        return outlet_meaning(outlet, before)
    name = written(scene.scan, (*before, head))
    official = scene.scan.norm(head).split()[0] in role_facts().official_media
    host = scene.host(head.first)
    if official and host and not any(part.sort in STATE_LIKE for part in before):
        name = f"{adjective_of(host)} {name}"
    return Meaning(name, PartyKind.MEDIA, None)


def outlet_meaning(outlet: Element, before: Sequence[Element]) -> Meaning:
    """An outlet, which speaks for no side but that of the group whose it is: "Hezbollah's al-Manar"."""
    group = next((part for part in before if part.sort is Sort.GROUP and part.possessive), None)
    return Meaning(outlet.name, outlet.kind, group.side if group else None)


def role(scene: Scene, parts: Parts) -> Meaning | str:
    """Spokesmen, commanders, envoys and members of whoever is named beside them."""
    before, head, _ = parts
    owner = owner_of(scene, parts) or _owner_by_default(scene, head)
    name = written(
        scene.scan, [p for p in (*before, head) if not is_small(scene.scan, p, small_words().owners)]
    )
    inside = any(part.sort in _LABELS for part in before)
    if owner and owner.label and not inside:
        name = f"{'UN' if owner.label == 'United Nations' else owner.label} {name}"
    plural = scene.scan.norm(head).endswith("s")
    if owner and owner.sort is Sort.GROUP and scene.scan.norm(head) == "members":
        return Meaning(owner.label, PartyKind.ARMED_GROUP, owner.side)
    kind = PartyKind.PEOPLE if plural else PartyKind.PERSON
    return Meaning(name, kind, owner.side if owner and not past(scene, before) else None)


def _owner_by_default(scene: Scene, head: Element) -> Owner | None:
    """A "secretary general" is the UN's; a "military spokesman" speaks for the country of the report."""
    home = role_facts().home.get(scene.scan.norm(head))
    if home:
        return Owner(home, home, Sort.BODY)
    host = scene.army(head.first)
    official = scene.scan.norm(head).split()[0] in role_facts().of_state
    return Owner(host, adjective_of(host), Sort.STATE) if host and official else None
