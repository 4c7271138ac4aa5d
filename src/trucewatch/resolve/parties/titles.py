"""Finds the people of a text: each name with the title before it and the apposition behind it."""

from collections.abc import Iterator, Sequence

from trucewatch.resolve.parties.entries import TITLES, Sort
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.people import DESCRIBING, described, titles_in
from trucewatch.resolve.parties.scan import Scan, is_small, name_runs, unlisted_body
from trucewatch.resolve.parties.scene import Person, Scene
from trucewatch.resolve.parties.vocabulary import small_words
from trucewatch.resolve.parties.words import breaks

_LEFT_REACH = 10
_RIGHT_REACH = 14
_UNTITLED_REACH = 6
_FULL_NAME = 2
_OF_PARTY = frozenset(("of", "from"))
_BEFORE_NAME = frozenset((Sort.RANK, Sort.COURTESY))
"""What stands between a comma and a name that the comma parts from its office."""

_APART = frozenset((";", ":"))


def people_in(scene: Scene) -> tuple[tuple[Person, int, int], ...]:
    """People with a title or apposition, or beside a verb of speech, with the elements they span."""
    if scene.people not in scene.met:
        scene.met[scene.people] = tuple(_people_in(scene))
    return scene.met[scene.people]


def _people_in(scene: Scene) -> Iterator[tuple[Person, int, int]]:
    elements = scene.scan.elements
    lower = frozenset(word.norm for word in scene.scan.words if not word.capital)
    for first, last in name_runs(scene.scan, elements):
        run = _trimmed(scene.scan, elements, first, last, lower)
        if run is None or (scene.scan.loud and run[1] - run[0] < _FULL_NAME):
            continue
        left, right = _left(scene.scan, elements, run[0]), _right(scene.scan, elements, run[1])
        described_by = [*titles_in(elements[left : run[0]]), *titles_in(elements[run[1] : right])]
        if _is_no_person(scene.scan, elements, run, left):
            continue
        of_party = right > run[1] and not described_by
        if described_by or of_party or _speaks(scene.scan, elements, run):
            phrase = elements[left:right]
            body = unlisted_body(scene.scan, phrase)
            if body and body[0] < run[1] - left and run[0] - left < body[1]:
                continue
            yield described(scene, phrase, (run[0] - left, run[1] - left)), left, right


def _is_no_person(scan: Scan, elements: Sequence[Element], run: tuple[int, int], left: int) -> bool:
    """Whether one capitalised word names no person: "Eleven of his men", "near the Golan", "a Su-34"."""
    first, last = run
    if last - first > 1:
        return False
    word, after = elements[first].first, elements[first].last
    numbered = after < len(scan.words) and scan.words[after].joined and scan.words[after].surface[0].isdigit()
    opens = breaks(scan.words, word) and last < len(elements) and is_small(scan, elements[last], _OF_PARTY)
    placed = left == first and word > 0 and scan.words[word - 1].norm == "the"
    return numbered or opens or placed


def _trimmed(
    scan: Scan, elements: Sequence[Element], first: int, last: int, lower: frozenset[str]
) -> tuple[int, int] | None:
    """A run without what only begins a sentence: a word that stands in lower case elsewhere."""
    opening = elements[first].first
    if breaks(scan.words, opening) and scan.words[opening].norm in lower and not scan.loud:
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
        ranked = all(part.sort in _BEFORE_NAME for part in elements[number + 1 : index])
        if comma and (not ranked or breaks(scan.words, elements[number + 1].first)):
            break
        if comma and not _ends_title(elements, number):
            break
        listed = element.entry is not None and element.sort not in {Sort.PRONOUN, Sort.SIDES, Sort.IGNORED}
        word = scan.words[element.first]
        linking = (
            word.norm in {"of", "for", "and", "s"} or word.norm in small.articles or word.norm in small.owners
        )
        if (
            not listed
            and not linking
            and not (word.norm in small.past or (seen_title and _plain_modifier(scan, elements, number)))
        ):
            break
        if not seen_title and linking and number + 1 == index and not comma:
            break
        seen_title = seen_title or element.sort in DESCRIBING
        if listed or (seen_title and (word.norm in small.owners or word.norm in small.past)):
            start = number
    return start if seen_title else index


def _ends_title(elements: Sequence[Element], number: int) -> bool:
    near = elements[max(0, number - 6) : number + 1]
    return any(part.sort in TITLES or part.sort in {Sort.OFFICIAL, Sort.PEOPLE} for part in near)


def _plain_modifier(scan: Scan, elements: Sequence[Element], number: int) -> bool:
    """Whether an unlisted word stands inside a title: "the self-declared president"."""
    if number == 0 or scan.words[elements[number].first].capital:
        return False
    before = elements[number - 1]
    small = small_words()
    opening = is_small(scan, before, small.articles | small.owners)
    return (
        opening
        or before.possessive
        or before.sort is Sort.ADJECTIVE
        or scan.words[elements[number].first].joined
    )


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
        seen_title = seen_title or element.sort in DESCRIBING
        if element.entry is not None and element.sort not in {Sort.PRONOUN, Sort.SIDES, Sort.IGNORED}:
            stop = number + 1
        elif not seen_title and number - index > _UNTITLED_REACH:
            break
    of_party = stop > index and is_small(scan, elements[index], _OF_PARTY)
    return stop if seen_title or of_party else index


def _opens_apposition(scan: Scan, element: Element) -> bool:
    small = small_words()
    word = scan.words[element.first]
    comma = word.gap.strip() == ","
    if word.gap.strip() in _APART:
        return False
    opening = word.norm in small.articles | small.owners | {"of", "who", "head", "from"}
    if scan.loud and not comma:
        return False
    return opening or (comma and element.entry is not None) or element.sort in TITLES


def _speaks(scan: Scan, elements: Sequence[Element], run: tuple[int, int]) -> bool:
    """Whether a full name stands right beside a verb of speech."""
    if run[1] - run[0] < _FULL_NAME or scan.loud:
        return False
    after = elements[run[1]] if run[1] < len(elements) else None
    before = elements[run[0] - 1] if run[0] > 0 else None
    verbs = small_words().verbs_of_speech
    return bool(
        (after and is_small(scan, after, verbs)) or (before and is_small(scan, before, verbs | {"to"}))
    )
