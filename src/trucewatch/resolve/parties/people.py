"""People whom a document names: who they are, and for whom they speak."""

from collections.abc import Iterator, Sequence

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, TITLES, Sort
from trucewatch.resolve.parties.facts import role_facts
from trucewatch.resolve.parties.interpret import last_group, owner_of
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.naming import tidy_name
from trucewatch.resolve.parties.owners import owner_among
from trucewatch.resolve.parties.scan import Scan, is_small, name_runs, unlisted_body
from trucewatch.resolve.parties.scene import Meaning, Person, Scene
from trucewatch.resolve.parties.vocabulary import small_words
from trucewatch.resolve.parties.words import breaks

_DESCRIBING = TITLES | {Sort.PEOPLE, Sort.OFFICIAL, Sort.FIGHTER} | FACTIONS
_PAST = frozenset(("former", "retired", "ex", "defected", "fugitive", "ousted", "deposed", "late"))
_LEFT_REACH = 10
_RIGHT_REACH = 14


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
    before_title = [run for run in found if not _titles_follow(scan, elements, run[1])]
    return (before_title or found or [None])[0]


def _after_preposition(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    """Whether a name stands after "of", "in the" and the like, so that it is a place or an owner."""
    small = small_words()
    before = index - 1
    if before >= 0 and scan.close(elements[index]) and is_small(scan, elements[before], small.articles):
        before -= 1
    parted = not scan.close(elements[index])
    return before >= 0 and not parted and is_small(scan, elements[before], small.prepositions)


def _titles_follow(scan: Scan, elements: Sequence[Element], index: int) -> bool:
    """Whether a title follows at once: "Sahel researcher" names no person yet."""
    return index < len(elements) and scan.close(elements[index]) and elements[index].sort in _DESCRIBING


def described(scene: Scene, elements: Sequence[Element], run: tuple[int, int]) -> Person:
    """The person of a phrase, with the side that title and apposition give."""
    scan = scene.scan
    rest = [*elements[: run[0]], *elements[run[1] :]]
    first, last = elements[run[0]].first, elements[run[1] - 1].last
    offices = frozenset(scan.norm(part) for part in rest if part.sort in TITLES)
    return Person(tidy_name(scan, first, last), _side(scene, elements, run), offices, _female(scan, rest), first)


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
    if any(is_small(scene.scan, part, _PAST) for part in (*before, *after[:4])):
        return None
    for part in (after, before):
        side = _side_by(scene, part, owned_by_name=part is before)
        if side:
            return side
    spoken = _spoken_for(scene, after)
    if spoken:
        return spoken
    of_party = bool(after) and is_small(scene.scan, after[0], small_words().belonging)
    owner = owner_among(scene, after) if of_party and not _titles(after) else None
    if owner is None and before and before[-1].possessive:
        owner = owner_among(scene, before)
    return owner.side if owner and owner.sort is not Sort.PLACE else None


def _titles(part: Sequence[Element]) -> list[Element]:
    return [element for element in part if element.sort in _DESCRIBING]


def _side_by(scene: Scene, part: tuple[Element, ...], *, owned_by_name: bool) -> str | None:
    titles = [element for element in _titles(part) if element.sort is not Sort.COURTESY]
    if not titles:
        return None
    head = titles[-1] if owned_by_name else titles[0]
    at = part.index(head)
    if head.sort is Sort.PEOPLE:
        telling = [p for p in part if p.sort in FACTIONS | {Sort.GROUP, Sort.OTHER_SIDE}]
        owner = owner_among(scene, [*telling, *[p for p in part[:at] if p.sort in STATE_LIKE]]) if telling else None
        return owner.side if owner else None
    if head.sort in FACTIONS:
        owner = owner_among(scene, part)
        return owner.side if owner else None
    owner = owner_of(scene, (part[:at], head, part[at + 1 :])) or owner_among(scene, part)
    if owner is not None:
        return owner.side or (_of_owner_name(scene, part) if owner.sort is not Sort.BODY else None)
    named = _of_owner_name(scene, part)
    if named:
        return named
    return _called_group(scene, part)


def _default_side(scene: Scene, before: tuple[Element, ...], after: tuple[Element, ...]) -> str | None:
    """The side of a title without an owner: the party just named, or the country of the report."""
    if any(is_small(scene.scan, part, _PAST) for part in (*before, *after[:4])):
        return None
    titles = [part for part in (*reversed(before), *after) if part.sort in _DESCRIBING - {Sort.COURTESY, Sort.PEOPLE}]
    if not titles or titles[0].entry is None:
        return None
    head = titles[0]
    local = head.sort in {Sort.RANK, Sort.OFFICIAL} or titles[0].entry.name in role_facts().local
    if local:
        return scene.host(head.first)
    bare_role = head.sort is Sort.ROLE and not (before and before[0].entry is None)
    near = scene.last_party(head.first, reach=1) if bare_role or head.sort is Sort.OFFICE else None
    if near is not None and near.entry and (bare_role or near.sort in STATE_LIKE):
        return near.entry.side
    unsure = titles[0].entry.name in role_facts().travelling
    return scene.host(head.first) if head.sort is Sort.OFFICE and not unsure else None


def _spoken_for(scene: Scene, after: Sequence[Element]) -> str | None:
    """The side of somebody "who claims to speak for the movement"."""
    scan = scene.scan
    who = any(is_small(scan, part, frozenset(("who",))) for part in after)
    last_for = max((i for i, part in enumerate(after) if is_small(scan, part, frozenset(("for", "of")))), default=-1)
    owner = owner_among(scene, after[last_for + 1 :]) if who and last_for >= 0 else None
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


def _called_group(scene: Scene, part: Sequence[Element]) -> str | None:
    """The side of "the movement" in "the movement's field spokesman"."""
    for element in part:
        norm = scene.scan.norm(element).removesuffix("s")
        if element.sort is Sort.FIGHTER or element.entry is None:
            found = scene.standing(norm, element.first)
            if found is None and norm in role_facts().collective:
                found = last_group(scene, element)
            if found:
                return found.side
    return None


def people_in(scene: Scene) -> Iterator[tuple[Person, int, int]]:
    """People with a title or apposition, and full names beside a verb of speech, with the elements they span."""
    elements = scene.scan.elements
    for first, last in name_runs(scene.scan, elements):
        run = _trimmed(scene.scan, elements, first, last)
        if run is None:
            continue
        left, right = _left(scene.scan, elements, run[0]), _right(scene.scan, elements, run[1])
        described_by = [*_titles(elements[left : run[0]]), *_titles(elements[run[1] : right])]
        of_party = right > run[1] and not described_by
        if described_by or of_party or _speaks(scene.scan, elements, run):
            phrase = elements[left:right]
            body = unlisted_body(scene.scan, phrase)
            if body and body[0] < run[1] - left and run[0] - left < body[1]:
                continue
            yield described(scene, phrase, (run[0] - left, run[1] - left)), left, right


def _trimmed(scan: Scan, elements: Sequence[Element], first: int, last: int) -> tuple[int, int] | None:
    """A run without what only begins a sentence: kept when the word is a name elsewhere too."""
    word = scan.words[elements[first].first]
    lower_too = any(other.norm == word.norm and not other.capital for other in scan.words)
    if breaks(scan.words, elements[first].first) and lower_too and not scan.loud:
        first += 1
    return (first, last) if first < last else None


def _left(scan: Scan, elements: Sequence[Element], index: int) -> int:
    """Where the title before a name begins."""
    small = small_words()
    start = index
    seen_title = False
    for number in range(index - 1, max(-1, index - 1 - _LEFT_REACH), -1):
        element = elements[number]
        comma = not scan.close(elements[number + 1])
        if comma and (number + 1 != index or breaks(scan.words, elements[number + 1].first)):
            break
        if comma and not _ends_title(elements, number):
            break
        listed = element.entry is not None and element.sort not in {Sort.PRONOUN, Sort.SIDES, Sort.IGNORED}
        word = scan.words[element.first]
        linking = word.norm in {"of", "for", "and", "s"} or word.norm in small.articles | small.owners
        if not listed and not linking and not (word.norm in _PAST or _plain_modifier(scan, element, seen_title)):
            break
        if not seen_title and linking and number + 1 == index and not comma:
            break
        seen_title = seen_title or element.sort in _DESCRIBING
        if listed or (seen_title and word.norm in small.owners | _PAST):
            start = number
    return start if seen_title else index


def _ends_title(elements: Sequence[Element], number: int) -> bool:
    near = elements[max(0, number - 6) : number + 1]
    return any(part.sort in TITLES or part.sort in {Sort.OFFICIAL, Sort.PEOPLE} for part in near)


def _plain_modifier(scan: Scan, element: Element, seen_title: bool) -> bool:  # noqa: FBT001
    word = scan.words[element.first]
    if not seen_title:
        return word.capital and word.norm not in small_words().openers
    return word.norm not in small_words().openers | small_words().verbs_of_speech | small_words().acting


def _right(scan: Scan, elements: Sequence[Element], index: int) -> int:
    """Where the apposition after a name ends."""
    small = small_words()
    stop = index
    seen_title = False
    for number in range(index, min(len(elements), index + _RIGHT_REACH)):
        element = elements[number]
        word = scan.words[element.first]
        if breaks(scan.words, element.first) or (number > index and not scan.close(element)):
            break
        if word.norm in small.verbs_of_speech or (word.norm in small.acting and element.entry is None):
            break
        if number == index and not _opens_apposition(scan, element):
            break
        seen_title = seen_title or element.sort in _DESCRIBING
        if element.entry is not None and element.sort not in {Sort.PRONOUN, Sort.SIDES, Sort.IGNORED}:
            stop = number + 1
        elif not seen_title and number - index > 6:  # noqa: PLR2004
            break
    of_party = stop > index and is_small(scan, elements[index], frozenset(("of", "from")))
    return stop if seen_title or of_party else index


def _opens_apposition(scan: Scan, element: Element) -> bool:
    small = small_words()
    word = scan.words[element.first]
    comma = word.gap.strip() == ","
    opening = word.norm in small.articles | small.owners | {"of", "who", "head", "from"}
    if scan.loud and not comma:
        return False
    return opening or (comma and element.entry is not None) or element.sort in TITLES


def _speaks(scan: Scan, elements: Sequence[Element], run: tuple[int, int]) -> bool:
    """Whether a full name stands right beside a verb of speech."""
    if run[1] - run[0] < 2 or scan.loud:  # noqa: PLR2004
        return False
    after = elements[run[1]] if run[1] < len(elements) else None
    before = elements[run[0] - 1] if run[0] > 0 else None
    verbs = small_words().verbs_of_speech
    return bool((after and is_small(scan, after, verbs)) or (before and is_small(scan, before, verbs | {"to"})))


def merged(people: Sequence[Person]) -> tuple[Person, ...]:
    """One record for each person: later, shorter or untitled mentions join the first full name."""
    kept: list[Person] = []
    for person in people:
        index = next((i for i, other in enumerate(kept) if _same_person(other, person)), None)
        if index is None:
            kept.append(person)
            continue
        other = kept[index]
        longer = max((other.name, person.name), key=lambda name: len(name.split()))
        female = other.female if other.female is not None else person.female
        kept[index] = Person(longer, other.side or person.side, other.offices | person.offices, female, other.at)
    return tuple(kept)


def _same_person(one: Person, other: Person) -> bool:
    if one.last.casefold() != other.last.casefold():
        return False
    return len(one.name.split()) == 1 or len(other.name.split()) == 1 or one.name.casefold() == other.name.casefold()


def named_person(scene: Scene, name: str, at: int) -> Person | None:
    """The one person of the document whom a name can mean at word `at`, None when none or several."""
    last = name.split()[-1].casefold() if name.split() else ""
    fits = [person for person in scene.people if person.last.casefold() == last]
    whole = [person for person in fits if person.name.casefold() == name.casefold()]
    found = whole or [person for person in fits if len(name.split()) == 1 or len(person.name.split()) == 1]
    if len(found) > 1:
        found = [person for person in found if person.at <= at][-1:]
    return found[0] if len(found) == 1 else None


def person_meaning(person: Person) -> Meaning:
    """A person as the meaning of a mention."""
    return Meaning(person.name, PartyKind.PERSON, person.side)
