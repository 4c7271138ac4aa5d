"""People whom a document names: who they are, and for whom they speak."""

from collections.abc import Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, TITLES, Sort
from trucewatch.resolve.parties.facts import role_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import tidy_name
from trucewatch.resolve.parties.organs import MILITARY_CALL, ethnic_side
from trucewatch.resolve.parties.owners import owner_among
from trucewatch.resolve.parties.ownership import called_owner, owner_of
from trucewatch.resolve.parties.phrase_shape import past
from trucewatch.resolve.parties.scan import Scan, is_small, name_runs, unlisted_body
from trucewatch.resolve.parties.scene import Meaning, Person, Scene
from trucewatch.resolve.parties.vocabulary import compounds, small_words

_HELD = TITLES | {Sort.PEOPLE}
_AND = frozenset(("and",))
_KNOWN, _AS = frozenset(("known", "identified")), frozenset(("as",))

DESCRIBING = TITLES | {Sort.PEOPLE, Sort.OFFICIAL, Sort.FIGHTER} | FACTIONS
"""What a title or an apposition is made of."""


def person_run(scan: Scan, elements: Sequence[Element]) -> tuple[int, int] | None:
    """The elements of the person's own name in a phrase that names one, None when none does."""
    body = unlisted_body(scan, elements)
    found: list[tuple[int, int]] = []
    for first, last in name_runs(scan, elements):
        if body and body[0] < last and first < body[1]:
            continue
        owns = scan.words[elements[last - 1].last - 1].apostrophe and last < len(elements)
        if not _after_preposition(scan, elements, first) and not owns:
            found.append((first, last))
    names = [run for run in found if not _goes_on(scan, elements, run)]
    before_title = [run for run in names if not _titles_follow(scan, elements, run[1])]
    return next(iter(before_title or names), None)


def _goes_on(scan: Scan, elements: Sequence[Element], run: tuple[int, int]) -> bool:
    """Whether one word only opens what follows: "Chaman hospital superintendent", "a Marine spokesman"."""
    first, last = run
    if last - first > 1 or last >= len(elements) or not scan.close(elements[last]):
        return False
    following = elements[last]
    if following.sort in DESCRIBING:
        return True
    word, small = scan.words[following.first], small_words()
    return following.entry is None and not (word.capital or word.norm in small.prepositions | small.articles)


def _after_preposition(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    """Whether a name stands after "of", "in the" and the like, so that it is a place or an owner."""
    small = small_words()
    before = index - 1
    coloured = small.articles | compounds().loose
    while before >= 0 and scan.close(elements[before + 1]) and is_small(scan, elements[before], coloured):
        before -= 1
    if before > 0 and is_small(scan, elements[before], _AS) and is_small(scan, elements[before - 1], _KNOWN):
        return False
    listed = _listed_behind(scan, elements, index)
    if listed is not None:
        return _after_preposition(scan, elements, listed)
    parted = not scan.close(elements[index])
    return before >= 0 and not parted and is_small(scan, elements[before], small.prepositions)


def _listed_behind(scan: Scan, elements: Sequence[Element], index: int) -> int | None:
    """Where the name before one in a list begins: Mocha in "Mocha and Bajil", in "Mocha, Bajil and Taiz"."""
    joined = index > 0 and is_small(scan, elements[index - 1], _AND)
    comma = scan.words[elements[index].first].gap.strip() == ","
    if not joined and not comma:
        return None
    runs = name_runs(scan, elements)
    stop = next((last for first, last in runs if first == index), index)
    if not joined and not (stop < len(elements) and is_small(scan, elements[stop], _AND)):
        return None
    before = index - 1 if joined else index
    return next((first for first, last in runs if last == before), None)


def _titles_follow(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    """Whether a title follows at once: "Sahel researcher" names no person yet."""
    return index < len(elements) and scan.close(elements[index]) and elements[index].sort in DESCRIBING


def described(scene: Scene, elements: Sequence[Element], run: tuple[int, int]) -> Person:
    """The person of a phrase, with the side that title and apposition give."""
    scan = scene.scan
    rest = [*elements[: run[0]], *elements[run[1] :]]
    first, last = elements[run[0]].first, elements[run[1] - 1].last
    offices = frozenset(scan.norm(part) for part in rest if part.sort in _HELD)
    return Person(
        tidy_name(scan, first, last), _side(scene, elements, run), offices, _female(scan, rest), first
    )


def _female(scan: Scan, rest: Sequence[Element]) -> bool | None:
    words = {scan.norm(part) for part in rest}
    if words & role_facts().female:
        return True
    return False if words & role_facts().male else None


def _side(scene: Scene, elements: Sequence[Element], run: tuple[int, int]) -> str | None:
    before, after = tuple(elements[: run[0]]), tuple(elements[run[1] :])
    return _named_side(scene, before, after) or _default_side(scene, before, after)


def _named_side(scene: Scene, before: tuple[Element, ...], after: tuple[Element, ...]) -> str | None:
    """The side that the words around a name name."""
    if past(scene, (*before, *after[:4])):
        return None
    home = _home(scene, before, after)
    if home:
        return home
    for part in (after, before):
        side = _side_by(scene, part, owned_by_name=part is before)
        if side:
            return side
    spoken = _spoken_for(scene, after)
    if spoken:
        return spoken
    of_party = bool(after) and is_small(scene.scan, after[0], small_words().belonging)
    owner = owner_among(scene, after) if of_party and not titles_in(after) else None
    if owner is None and before and before[-1].possessive:
        owner = owner_among(scene, before)
    return owner.side if owner and owner.sort is not Sort.PLACE else None


def _home(scene: Scene, before: Sequence[Element], after: Sequence[Element]) -> str | None:
    """The state of "Prime Minister X of Armenia", where the title names no owner itself."""
    of_state = len(after) > 1 and is_small(scene.scan, after[0], frozenset(("of",)))
    state = after[1] if of_state and after[1].sort is Sort.STATE else None
    owned = any(part.sort in STATE_LIKE | {Sort.GROUP, Sort.BODY} for part in before)
    ruling = any(part.sort is Sort.OFFICE for part in before)
    return state.side if state and ruling and not owned else None


def titles_in(part: Sequence[Element]) -> list[Element]:
    """The titles, kinds and factions among some elements."""
    return [element for element in part if element.sort in DESCRIBING]


def _side_by(scene: Scene, part: tuple[Element, ...], *, owned_by_name: bool) -> str | None:
    titles = [e for e in titles_in(part) if e.sort is not Sort.COURTESY and not e.possessive]
    if not titles:
        return None
    head = titles[-1] if owned_by_name else titles[0]
    at = part.index(head)
    if head.sort is Sort.PEOPLE:
        telling = [p for p in part if p.sort in FACTIONS | {Sort.GROUP, Sort.OTHER_SIDE, Sort.BODY}]
        owner = (
            owner_among(scene, [*telling, *[p for p in part[:at] if p.sort in STATE_LIKE]])
            if telling
            else None
        )
        return owner.side if owner else None
    if head.sort in FACTIONS:
        owner = owner_among(scene, part)
        return owner.side if owner else None
    stately = any(element.sort in STATE_LIKE | {Sort.GROUP, Sort.BODY} for element in part)
    people = None if stately else ethnic_side(scene, part)
    if people:
        return people
    owner = owner_of(scene, (part[:at], head, part[at + 1 :])) or owner_among(scene, part)
    if owner is not None:
        return owner.side or (_of_owner_name(scene, part) if owner.sort is not Sort.BODY else None)
    return _of_owner_name(scene, part)


def _default_side(scene: Scene, before: tuple[Element, ...], after: tuple[Element, ...]) -> str | None:
    """The side of a title without an owner: the party just named, or the country of the report."""
    telling = DESCRIBING - {Sort.COURTESY, Sort.PEOPLE}
    head = next((part for part in (*reversed(before), *after) if part.sort in telling), None)
    if head is None or past(scene, (*before, *after[:4])):
        return None
    if head.sort is Sort.RANK:
        army = scene.standing(MILITARY_CALL, head.first)
        return army.side if army else scene.army(head.first)
    if scene.scan.norm(head).split()[0] in role_facts().of_state:
        return scene.army(head.first)
    if head.sort is Sort.OFFICIAL or head.name in role_facts().local:
        return scene.host(head.first)
    return role_facts().home.get(head.name) or _near_side(scene, head, before, after)


def _near_side(
    scene: Scene, head: Element, before: tuple[Element, ...], after: tuple[Element, ...]
) -> str | None:
    """The side of a bare role by the party just named, of an office by the state; no side when it travels."""
    elsewhere = head in after and _belongs(scene, after, after.index(head) + 1)
    role = head.sort is Sort.ROLE and not (before and before[0].entry is None) and not elsewhere
    office = head.sort is Sort.OFFICE and head.name not in role_facts().travelling
    near = scene.last_party(head.first, reach=1) if role or office else None
    if near is not None and (role or near.sort in STATE_LIKE):
        return near.side
    return scene.host(head.first) if office else None


def _belongs(scene: Scene, after: tuple[Element, ...], at: int) -> bool:
    """Whether a preposition says where somebody holds a role: "director of the hospital"."""
    return at < len(after) and is_small(scene.scan, after[at], small_words().belonging)


def _spoken_for(scene: Scene, after: Sequence[Element]) -> str | None:
    """The side of somebody "who claims to speak for the movement"."""
    scan = scene.scan
    who = any(is_small(scan, part, frozenset(("who",))) for part in after)
    opening = frozenset(("for", "of")) | small_words().leading
    last = max((i for i, part in enumerate(after) if is_small(scan, part, opening)), default=-1)
    if not who or last < 0:
        return None
    owner = owner_among(scene, after[last + 1 :]) or called_owner(scene, after[last + 1 :])
    return owner.side if owner and owner.sort is not Sort.PLACE else None


def _of_owner_name(scene: Scene, part: Sequence[Element]) -> str | None:
    """The side of "Putin" in "Putin's press secretary"."""
    for element in part:
        word = scene.scan.words[element.first]
        if element.entry is None and word.capital:
            last = word.surface.removesuffix("s").rstrip("'’")
            known = {p.side for p in scene.people if p.last in {word.surface, last} and p.side}
            if len(known) == 1:
                return known.pop()
    return None


def person_meaning(person: Person) -> Meaning:
    """A person as the meaning of a mention."""
    return Meaning(person.name, PartyKind.PERSON, person.side)
