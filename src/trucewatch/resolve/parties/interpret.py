"""What a noun phrase that names a party comes to: its head decides, the words beside it say whose."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, HEADS, ORGANS, STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import adjective_of, role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import bare, kind_name, written
from trucewatch.resolve.parties.owners import Owner, free, owner_among
from trucewatch.resolve.parties.scan import is_small
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.vocabulary import small_words

_STATE_OWNED = ORGANS | {Sort.WEAPON, Sort.OFFICIAL, Sort.MEDIA, Sort.RANK, Sort.OFFICE}
_PLACED = frozenset(("Governor", "Mayor", "Commissioner", "Ambassador", "President"))


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
        parted = not scan.close(element) or _apposed(scene, elements, index)
        if parted or is_small(scan, element, small_words().prepositions):
            if not parted and scan.words[element.first].joined:
                continue
            return tuple(elements[:index]), tuple(elements[index:])
    return tuple(elements), ()


def _apposed(scene: Scene, elements: Sequence[Element], index: int) -> bool:
    """Whether an article opens an apposition that no comma parts: "MINURSO the UN mission"."""
    small = small_words()
    article = is_small(scene.scan, elements[index], small.articles)
    return article and not is_small(scene.scan, elements[index - 1], small.prepositions | {"and"})


def head_of(scene: Scene, core: Sequence[Element]) -> Element | None:
    """The last listed word of a phrase that can head a mention."""
    return next((part for part in reversed(free(scene, core)) if part.sort in HEADS), None)


def meaning_of(scene: Scene, elements: Sequence[Element]) -> Meaning | str:
    """The meaning of a phrase that names nobody by a person's name, or why it has none."""
    core, tail = core_and_tail(scene, bare(scene.scan, elements))
    head = head_of(scene, core)
    if head is None or head.entry is None:
        return "names no known party"
    at = core.index(head)
    proper = next((part for part in tail[:1] if part.sort in {Sort.BODY, Sort.GROUP}), None)
    if proper is not None and head.sort not in {Sort.GROUP, Sort.PEOPLE} and not scene.scan.close(proper):
        return _by_head(scene, ((), proper, ()))
    if _goes_on(scene, core[at + 1 :]):
        return _unlisted_noun(scene, core, head)
    return _by_head(scene, (core[:at], head, tail))


def _goes_on(scene: Scene, after: Sequence[Element]) -> bool:
    """Whether unlisted common words follow the listed one, so that they are what the phrase is about."""
    return bool(after) and all(part.entry is None or part.sort is Sort.STATE_SIDE for part in after) and (
        not scene.scan.words[after[0].first].joined
    )


def _unlisted_noun(scene: Scene, core: Sequence[Element], head: Element) -> Meaning | str:
    """"the UN mission", "a Western military attache": called again by its last word, or as written."""
    scan = scene.scan
    noun = scan.norm(core[-1])
    if head.sort is Sort.BODY and head.entry:
        again = scene.standing(noun, head.first)
        if again and again.kind is head.entry.kind:
            return again
        if scan.words[core[-1].first].capital or core[-1].sort is None:
            return Meaning(written(scan, core), head.entry.kind, head.entry.side)
    if head.sort is Sort.GROUP and head.entry:
        return Meaning(head.entry.name, head.entry.kind, head.entry.side or scene.host(head.first))
    return "names no known party"


Parts = tuple[tuple[Element, ...], Element, tuple[Element, ...]]


def _by_head(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, _ = parts
    entry = head.entry
    if entry is None:
        return "names no known party"
    if head.sort in STATE_LIKE:
        return Meaning(entry.name, PartyKind.STATE, entry.side)
    if head.sort is Sort.GROUP:
        side = entry.side or _home(scene, before, head)
        return Meaning(entry.name, entry.kind, side)
    if head.sort is Sort.BODY:
        return Meaning(entry.name, entry.kind, entry.side)
    if head.sort in FACTIONS:
        return _faction(scene, parts)
    if head.sort is Sort.PEOPLE:
        return _people(scene, parts)
    if head.sort is Sort.FIGHTER:
        return _fighters(scene, parts)
    if head.sort is Sort.PAPER:
        return _paper(scene, parts)
    if head.sort is Sort.MEDIA:
        return _media(scene, parts)
    if head.sort in {Sort.ROLE, Sort.COURTESY}:
        return _role(scene, parts)
    return _of_state(scene, parts)


def _home(scene: Scene, before: Sequence[Element], head: Element) -> str | None:
    owner = owner_among(scene, before)
    return owner.side if owner and owner.side else scene.host(head.first)


def owner_of(scene: Scene, parts: Parts) -> Owner | None:
    """The owner that the words before or after the head name."""
    before, head, tail = parts
    scan = scene.scan
    diplomat = scan.norm(head) in role_facts().diplomats
    pronoun = next((part for part in before if is_small(scan, part, small_words().owners)), None)
    follows = tail if tail and is_small(scan, tail[0], small_words().belonging) else ()
    of_party = bool(follows) and is_small(scan, tail[0], frozenset(("of", "for", "from", "representing")))
    if head.sort is Sort.ROLE and not diplomat and of_party:
        return owner_among(scene, _to_comma(scene, follows)) or owner_among(scene, before)
    found = owner_among(scene, before, leftmost=diplomat or head.sort is Sort.OFFICE)
    if found is None and pronoun is not None:
        antecedent = scene.subject_before(pronoun.first)
        found = owner_among(scene, (antecedent,)) if antecedent else None
    if found is None and follows and not (diplomat and scan.words[follows[0].first].norm == "for"):
        found = owner_among(scene, _to_comma(scene, follows))
    return found


def _to_comma(scene: Scene, elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements up to the next comma or further preposition."""
    for index in range(1, len(elements)):
        later = is_small(scene.scan, elements[index], frozenset(("in", "at", "who", "on", "to", "and")))
        if not scene.scan.close(elements[index]) or later:
            return tuple(elements[:index])
    return tuple(elements)


def _faction(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    entry = head.entry
    if entry is None:
        return "names no known party"
    ethnic = _ethnic_name(scene, before, head)
    group = owner_among(scene, [part for part in (*before, *tail) if part.sort is Sort.GROUP])
    if ethnic:
        return Meaning(ethnic, PartyKind.ARMED_GROUP, ethnic)
    if group:
        return Meaning(group.label if not before else written(scene.scan, (*before, head)), entry.kind, group.side)
    owner = owner_among(scene, (*[part for part in before if part.sort is not Sort.PLACE], head))
    if owner is None or owner.side is None:
        return f"no country is known whose {scene.scan.norm(head)} these are"
    plain = all(part.sort in STATE_LIKE for part in before)
    singular = not scene.scan.norm(head).endswith("s") and head.sort is Sort.REBELS and "rebel" == scene.scan.norm(head)
    name = owner.side if plain and not singular else written(scene.scan, (*free(scene, before), head))
    return Meaning(name, PartyKind.ARMED_GROUP if entry.kind is PartyKind.ARMED_GROUP else entry.kind, owner.side)


def _ethnic_name(scene: Scene, before: Sequence[Element], head: Element) -> str | None:
    """"ethnic Armenian forces", "Kurdish fighters": a people that is no state, in arms."""
    scan = scene.scan
    for index, part in enumerate(before):
        if is_small(scan, part, frozenset(("ethnic",))) and index + 1 < len(before):
            following = before[index + 1]
            return f"ethnic {scan.quote(following.first, following.last)} forces"
    ethnic = next((part for part in free(scene, before) if part.sort is Sort.ETHNIC), None)
    if ethnic is None or any(part.sort in {Sort.GROUP} for part in before):
        return None
    armed = head.sort in {Sort.MILITARY, Sort.WEAPON, Sort.AUTHORITIES}
    return f"{scan.quote(ethnic.first, ethnic.last)} forces" if armed else written(scan, (ethnic, head))


def _people(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    entry = head.entry
    if entry is None:
        return "names no known party"
    outlet = next((p for p in before if p.entry and p.entry.kind is PartyKind.MEDIA and p.sort is Sort.BODY), None)
    if outlet and outlet.entry and entry.name == "journalists":
        return Meaning(outlet.entry.name, PartyKind.MEDIA, None)
    name = kind_name(scene.scan, (*before, head), head)
    if entry.name == "sources":
        owner = owner_of(scene, parts)
        return Meaning(_owned(name, owner, before), PartyKind.PEOPLE, owner.side if owner else None)
    return Meaning(name, PartyKind.PEOPLE, _leaning(scene, before, tail))


def _owned(name: str, owner: Owner | None, before: Sequence[Element]) -> str:
    """"military sources" of a known state are "Syrian military sources"."""
    state = owner is not None and owner.sort is Sort.GOVERNMENT and owner.side is not None
    plain = len(before) == 1 and before[0].sort is Sort.MILITARY
    return f"{adjective_of(owner.side or '')} {name}" if owner and state and plain else name


def _leaning(scene: Scene, before: Sequence[Element], tail: Sequence[Element]) -> str | None:
    """The side of people whom only their cause gives one: "opposition activists", "FSA activists"."""
    sorts = FACTIONS | {Sort.OTHER_SIDE, Sort.GROUP}
    telling = [part for part in before if part.sort in sorts or part.sort in STATE_LIKE]
    if not any(part.sort in sorts for part in telling):
        bodies = [part for part in (*before, *_to_comma(scene, tail)) if part.sort is Sort.BODY]
        owner = owner_among(scene, bodies)
        return owner.side if owner else None
    owner = owner_among(scene, telling)
    return owner.side if owner else None


def _fighters(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    scan = scene.scan
    norm = scan.norm(head)
    ethnic = _ethnic_name(scene, before, head)
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
        return found or f"no {norm} stands before"
    name = written(scan, (*before, head))
    only = scene.groups_of(None)
    side = only[0] if len(only) == 1 and not before and norm in _MILITANT else None
    return Meaning(name, PartyKind.ARMED_GROUP, side or (name if before and norm.endswith("s") else None))


_MILITANT = frozenset(("militants", "jihadists", "fighters", "extremists", "islamists", "guerrillas"))


def last_group(scene: Scene, head: Element) -> Meaning | None:
    """The listed group or body named last before an element: what "the group" is."""
    for element in reversed([e for e in scene.scan.elements if e.first < head.first]):
        if element.entry and element.sort in {Sort.GROUP, Sort.BODY} and not scene.bound(element):
            return Meaning(element.entry.name, element.entry.kind, element.entry.side)
    return None


def _paper(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    owner = owner_of(scene, parts)
    named = [part for part in (*free(scene, before), *tail) if part.sort in STATE_LIKE or part.sort in {Sort.GROUP, Sort.BODY}]
    if owner is None:
        return f"whose {scene.scan.norm(head)} it is stands elsewhere"
    if owner.sort in FACTIONS or not named or named[0].entry is None:
        return Meaning(owner.side or owner.label, PartyKind.STATE, owner.side)
    inner = _by_head(scene, ((), named[0], ()))
    return inner


def _media(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    outlet = next((p for p in (*before, *tail) if p.entry and p.sort is Sort.BODY), None)
    if outlet and outlet.entry:
        return Meaning(outlet.entry.name, outlet.entry.kind, None)
    name = written(scene.scan, (*before, head))
    official = scene.scan.norm(head).split()[0] in {"state", "official", "national"}
    host = scene.host(head.first)
    if official and host and not any(part.sort in STATE_LIKE for part in before):
        name = f"{adjective_of(host)} {name}"
    return Meaning(name, PartyKind.MEDIA, None)


def _role(scene: Scene, parts: Parts) -> Meaning | str:
    before, head, tail = parts
    owner = owner_of(scene, parts) or _army_of(scene, head)
    name = written(scene.scan, [p for p in (*before, head) if not is_small(scene.scan, p, small_words().owners)])
    inside = any(part.sort in STATE_LIKE or part.sort in {Sort.GROUP, Sort.BODY} for part in before)
    if owner and owner.label and not inside:
        name = f"{'UN' if owner.label == 'United Nations' else owner.label} {name}"
    plural = scene.scan.norm(head).endswith("s")
    if owner and owner.sort is Sort.GROUP and scene.scan.norm(head) == "members":
        return Meaning(owner.label, PartyKind.ARMED_GROUP, owner.side)
    kind = PartyKind.PEOPLE if plural else PartyKind.PERSON
    return Meaning(name, kind, owner.side if owner else None)


def _army_of(scene: Scene, head: Element) -> Owner | None:
    """A "military spokesman" of nobody named speaks for the country that the report is about."""
    host = scene.host(head.first)
    official = scene.scan.norm(head).split()[0] in {"military", "army", "government", "presidential"}
    return Owner(host, adjective_of(host), Sort.STATE) if host and official else None


def _of_state(scene: Scene, parts: Parts) -> Meaning | str:
    """Governments, armies, ministries, officials, jets and offices."""
    before, head, _ = parts
    entry = head.entry
    if entry is None:
        return "names no known party"
    ethnic = _ethnic_name(scene, before, head) if head.sort in {Sort.MILITARY, Sort.AUTHORITIES, Sort.WEAPON} else None
    if ethnic:
        return Meaning(ethnic, PartyKind.ARMED_GROUP, ethnic)
    owner = owner_of(scene, parts)
    if owner is None:
        known = scene.standing(scene.scan.norm(head), head.first)
        if known and head.sort in ORGANS:
            return known
        host = scene.host(head.first)
        if host is None:
            return f"no country is known whose {scene.scan.norm(head)} this is"
        owner = Owner(host, "", Sort.GOVERNMENT)
    return _owned_by_state(scene, parts, owner)


def _owned_by_state(scene: Scene, parts: Parts, owner: Owner) -> Meaning:
    before, head, tail = parts
    entry = head.entry
    side = owner.side
    whole = head.sort in {Sort.GOVERNMENT, Sort.WEAPON} or scene.scan.norm(head).startswith("government ")
    armed = owner.sort is Sort.GROUP and head.sort in {Sort.MILITARY, Sort.WEAPON, Sort.GOVERNMENT}
    if scene.scan.norm(head) == "government" and owner.sort is not Sort.GROUP and side:
        return Meaning(f"{adjective_of(side)} government", PartyKind.STATE, side)
    if entry is None or (side and (whole or armed) and head.sort is not Sort.OFFICIAL):
        kind = PartyKind.ARMED_GROUP if owner.sort in FACTIONS | {Sort.GROUP} else PartyKind.STATE
        return Meaning(side or owner.label, kind, side)
    name = _titled(scene, parts, owner)
    if head.sort is Sort.OFFICE:
        return Meaning(name, PartyKind.PERSON, side)
    kind = PartyKind.STATE if head.sort in ORGANS else PartyKind.PERSON if head.sort is Sort.RANK else PartyKind.PEOPLE
    return Meaning(name, kind, side)


def _titled(scene: Scene, parts: Parts, owner: Owner) -> str:
    """"Armenian Defence Ministry", "Azerbaijani President", "Syrian army", "mayor of Melitopol"."""
    before, head, tail = parts
    entry = head.entry
    scan = scene.scan
    if entry is None:
        return owner.label
    if head.sort is Sort.OFFICE and entry.name in _PLACED and tail and owner.sort is Sort.PLACE:
        return written(scan, (*before, head, *_to_comma(scene, tail)))
    named = any(part.sort in STATE_LIKE or part.sort in {Sort.GROUP, Sort.BODY, Sort.PLACE} for part in before)
    label = owner.label or (adjective_of(owner.side) if owner.side else "")
    if head.sort is Sort.MINISTRY:
        return f"{label} {entry.name}".strip()
    text = written(scan, [p for p in (*before, head) if not is_small(scan, p, small_words().owners)])
    if head.sort is Sort.OFFICE and not before and entry.name in role_facts().local:
        return text
    if head.sort is Sort.OFFICE and before and before[-1].possessive and before[-1].sort is Sort.STATE:
        return f"{entry.name} of {owner.side}"
    if head.sort is Sort.OFFICE and not before:
        text = entry.name
    unowned = head.sort is Sort.OFFICIAL and owner.sort is not Sort.BODY and not owner.label
    return text if named or unowned or not label else f"{label} {text}"
