"""What a document as a whole tells of its parties: its country, and who stood where before."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from trucewatch.records.values import PartyKind
from trucewatch.resolve.parties.entries import FACTIONS, STATE_LIKE, Sort
from trucewatch.resolve.parties.facts import state_facts
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scan import Scan
from trucewatch.resolve.parties.vocabulary import compounds, small_words

_CLEAR_LEAD = 1.3
_SUBJECTS = frozenset(
    (
        Sort.STATE,
        Sort.GROUP,
        Sort.BODY,
        Sort.CAPITAL,
        Sort.NATIONALS,
        Sort.GOVERNMENT,
        Sort.MINISTRY,
        Sort.MILITARY,
        Sort.AGENCY,
        Sort.REBELS,
        Sort.SEPARATISTS,
        Sort.FIGHTER,
    )
)
_WEIGHTS = {Sort.PLACE: 3, Sort.GROUP: 1, Sort.BODY: 1}
_CLOSE_SECOND = 3
_LOCATED = 4
_NAMED = 2
_TITLE = 6
"""Elements that a title before a name may have."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention comes to: the name, the kind and the side that a sheet would have."""

    name: str
    kind: PartyKind
    side: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document introduces, at word `at`."""

    name: str
    side: str | None
    offices: frozenset[str]
    female: bool | None
    at: int

    @property
    def last(self) -> str:
        """The last name."""
        return self.name.split()[-1]

    def holds(self, office: str) -> bool:
        """Whether an office is the person's, or the person's fuller one ends in it: "major general"."""
        return any(own == office or own.endswith(f" {office}") for own in self.offices)

    def may_be(self, office: str) -> bool:
        """Whether an office is the person's, or one is the fuller name of the other: "regional governor"."""
        return self.holds(office) or any(office.endswith(f" {own}") for own in self.offices)


@dataclass(frozen=True, slots=True)
class Standing:
    """A party that stood at word `at`, under the words by which it may be called again."""

    at: int
    calls: frozenset[str]
    meaning: Meaning


class Scene:
    """A document's parties by place; all positions are words."""

    def __init__(self, scan: Scan, sentences: Sequence[tuple[int, int]]) -> None:
        self.scan = scan
        self._starts = sorted({start for start, _ in sentences}) or [0]
        self._states = tuple(self._state_hits())
        self.weights = Counter[str]()
        for _, state, weight in self._states:
            self.weights[state] += weight
        self.people: tuple[Person, ...] = ()
        self.met: dict[tuple[Person, ...], tuple[tuple[Person, int, int], ...]] = {}
        self.full_names: tuple[str, ...] | None = None
        self.standings: tuple[Standing, ...] = ()

    def host(self, at: int) -> str | None:
        """The state that "the army" means at word `at`: the document's, or the one of the sentences here."""
        ranked = self.weights.most_common(2)
        if not ranked:
            return None
        if len(ranked) == 1 or ranked[0][1] >= _CLEAR_LEAD * ranked[1][1]:
            return ranked[0][0]
        near = self._near(at)
        if near:
            return near
        return ranked[0][0] if ranked[0][1] > ranked[1][1] else None

    def army(self, at: int) -> str | None:
        """The state whose army "the army" is at word `at`, the host's unless it has none."""
        host = self.host(at)
        return state_facts()[host].army if host in state_facts() else host

    def sides_before(self, at: int, sentences: int) -> tuple[str, ...]:
        """The sides named before word `at` in its sentence and some before it, in their order."""
        lower = self._sentence_start(at, sentences)
        return tuple(dict.fromkeys(side for index, side in self.belligerents if lower <= index < at))

    @cached_property
    def belligerents(self) -> tuple[tuple[int, str], ...]:
        """Each mention of a state, group or faction as a side, with its word."""
        sides = ((element.first, self._belligerent(element)) for element in self.scan.elements)
        return tuple((first, side) for first, side in sides if side)

    def rebels(self, sort: Sort, state: str | None) -> str | None:
        """The side that "the rebels" or "the opposition" of a state are."""
        if state is None or state not in state_facts():
            return None
        facts = state_facts()[self._rebel_home(state)]
        if sort is Sort.OPPOSITION:
            return facts.opposition
        if sort is Sort.SEPARATISTS:
            return facts.separatists
        only = self.groups_of(state)
        listed = facts.rebels != f"{facts.adjective} rebels"
        return only[0] if len(only) == 1 and not listed else facts.rebels

    def _rebel_home(self, state: str) -> str:
        """The state itself, or one as much at hand whose rebels have a name of their own."""
        facts = state_facts()
        if facts[state].rebels != f"{facts[state].adjective} rebels":
            return state
        for other, weight in self.weights.most_common():
            own = other in facts and facts[other].rebels != f"{facts[other].adjective} rebels"
            if own and weight * _CLOSE_SECOND >= self.weights[state]:
                return other
        return state

    def groups_of(self, state: str | None) -> tuple[str, ...]:
        """The armed groups of a state, or of any, that the document names."""
        return tuple(
            dict.fromkeys(
                element.entry.side or element.entry.name
                for element in self.scan.elements
                if element.entry
                and element.entry.kind is PartyKind.ARMED_GROUP
                and element.sort is Sort.GROUP
                and (state is None or element.entry.country == state)
            )
        )

    def last_party(self, at: int, *, reach: int | None = None) -> Element | None:
        """The last state, group or body named as a party before word `at`, `reach` sentences back at most."""
        lower = 0 if reach is None else self._sentence_start(at, reach)
        sorts = {Sort.STATE, Sort.GROUP, Sort.BODY, Sort.CAPITAL, Sort.NATIONALS, Sort.ADJECTIVE, Sort.SEAT}
        for element in self.before(at):
            if element.first < lower:
                return None
            if element.sort in sorts and not self.locative(element) and not self.bound(element):
                return element
        return None

    def of_kind(self, kind: PartyKind) -> tuple[Standing, ...]:
        """The bodies of a kind, in the order of the text, as often as they are named."""
        return tuple(standing for standing in self.standings if standing.meaning.kind is kind)

    def before(self, at: int) -> Iterator[Element]:
        """The elements before word `at`, the nearest first."""
        stop = bisect_left(self.scan.elements, at, key=lambda element: element.first)
        return iter(reversed(self.scan.elements[:stop]))

    def subject_before(self, at: int) -> tuple[Element, ...]:
        """The party that the sentence of word `at`, or one before, begins with: what "its" takes up."""
        for reach in (0, 1, 2):
            lower = self._sentence_start(at, reach)
            inside = [e for e in self.scan.elements if lower <= e.first < at]
            for number, element in enumerate(inside):
                if self._is_subject(element):
                    return self._with_owner(inside, number)
        return ()

    def _is_subject(self, element: Element) -> bool:
        """Whether an element names a party that acts, outside of quotation marks."""
        listed = element.sort in _SUBJECTS and not self.locative(element) and not self.bound(element)
        again = element.entry is None and self.standing(self.scan.norm(element), element.first) is not None
        return (listed or (again and self.scan.definite(element))) and not self.scan.quoted(element)

    def _with_owner(self, inside: Sequence[Element], number: int) -> tuple[Element, ...]:
        """A subject with the state right before it, or the group behind: "the rebels of LURD"."""
        element = inside[number]
        before = [
            part
            for part in inside[:number]
            if part.sort in STATE_LIKE and part.last == element.first and not self.bound(part)
        ]
        of_group = [part for part in inside[number + 2 : number + 3] if part.sort is Sort.GROUP]
        linked = bool(of_group) and self.scan.norm(inside[number + 1]) == "of"
        return (*before, element, *(of_group if linked else ()))

    def standing(self, call: str, at: int) -> Meaning | None:
        """The last party before word `at` that may be called so ("the ministry", "the register")."""
        for standing in reversed(self.standings):
            if standing.at < at and call in standing.calls:
                return standing.meaning
        return None

    def only_later(self, call: str, at: int) -> Meaning | None:
        """The one party that is named so behind word `at`, where nobody else is in the whole text."""
        named = [standing for standing in self.standings if call in standing.calls]
        one = len({standing.meaning for standing in named}) == 1
        return named[0].meaning if one and named[0].at > at else None

    def sentence_of(self, at: int) -> int:
        """The number of the sentence of word `at`."""
        if not self.scan.words:
            return 0
        word = self.scan.words[min(at, len(self.scan.words) - 1)]
        return bisect_right(self._starts, word.start)

    def opens_sentence(self, at: int) -> bool:
        """Whether nothing but a title stands before word `at` in its sentence."""
        opening = self._sentence_start(at, 0)
        before = [element for element in self.scan.elements if opening <= element.first < at]
        plain = small_words().openers | small_words().articles
        return len(before) <= _TITLE and all(
            element.entry is not None or self.scan.norm(element) in plain for element in before
        )

    def locative(self, element: Element) -> bool:
        """Whether a name stands as a place ("in Syria", "northern Iraq")."""
        if element.first == 0 or not self.scan.close(element):
            return False
        before = self.scan.words[element.first - 1].norm
        small = small_words()
        if element.sort in {Sort.CAPITAL, Sort.PLACE}:
            return before in small.place_prepositions
        return element.sort is Sort.STATE and before in small.state_places and not element.possessive

    def bound(self, element: Element) -> bool:
        """Whether a name is the first half of a compound that makes of it a colour ("Turkish-backed")."""
        if element.last >= len(self.scan.words):
            return False
        after = self.scan.words[element.last]
        if after.joined:
            return after.norm in compounds().loose
        seated = element.sort in {Sort.STATE, Sort.CAPITAL} and after.norm in compounds().seated
        coloured = element.sort is Sort.ADJECTIVE and after.norm in compounds().unbound
        return after.adjacent and (seated or coloured)

    def _state_hits(self) -> Iterator[tuple[int, str, int]]:
        for element in self.scan.elements:
            entry = element.entry
            if entry is None or entry.country is None or self.bound(element):
                continue
            located = element.sort in STATE_LIKE and self.locative(element)
            yield element.first, entry.country, _LOCATED if located else _WEIGHTS.get(entry.sort, _NAMED)

    def _near(self, at: int) -> str | None:
        for reach in (0, 1, 2):
            lower = self._sentence_start(at, reach)
            found = {state for index, state, _ in self._states if lower <= index < at}
            if len(found) == 1:
                return found.pop()
            if found:
                return None
        return None

    def _sentence_start(self, at: int, back: int) -> int:
        number = max(0, self.sentence_of(at) - 1 - back)
        start = self._starts[min(number, len(self._starts) - 1)]
        return bisect_left(self.scan.words, start, key=lambda word: word.start)

    def _belligerent(self, element: Element) -> str | None:
        entry = element.entry
        if entry is None or self.bound(element) or self.locative(element):
            return None
        if element.sort in STATE_LIKE or (
            element.sort is Sort.GROUP and entry.kind is not PartyKind.ALLIANCE
        ):
            return entry.side or self.host(element.first)
        if element.sort in FACTIONS:
            return self.rebels(entry.sort, self.host(element.first))
        if element.sort is Sort.GOVERNMENT:
            return self.host(element.first)
        return None
