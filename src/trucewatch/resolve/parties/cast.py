"""The parties of one document, asked by the words that name them."""

from collections.abc import Callable, Sequence

from trucewatch.records.resolved import Resolved
from trucewatch.records.values import Party, PartyKind, Unresolved
from trucewatch.resolve.parties.anaphora import both_sides, pronoun_meaning
from trucewatch.resolve.parties.coordination import coordinated, joined, shares_head
from trucewatch.resolve.parties.entries import FACTIONS, HEADS, STATE_LIKE, TITLES, Sort
from trucewatch.resolve.parties.facts import role_facts
from trucewatch.resolve.parties.given_names import given_name
from trucewatch.resolve.parties.holders import holder_of
from trucewatch.resolve.parties.interpret import meaning_of
from trucewatch.resolve.parties.kinds import national_society
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.monitors import monitor_again
from trucewatch.resolve.parties.naming import bare, tidy_name, written
from trucewatch.resolve.parties.owners import free, owner_among
from trucewatch.resolve.parties.people import (
    described,
    person_meaning,
    person_run,
)
from trucewatch.resolve.parties.phrase_shape import core_and_tail, head_of
from trucewatch.resolve.parties.scan import Scan, unlisted_body
from trucewatch.resolve.parties.scene import Meaning, Scene
from trucewatch.resolve.parties.standings import body_meaning, standings_in
from trucewatch.resolve.parties.surnames import full_name, merged, named_person
from trucewatch.resolve.parties.titles import people_in

_CIVILIANS = Meaning("civilians", PartyKind.PEOPLE, None)
_BEARERS = TITLES | FACTIONS | {Sort.PEOPLE, Sort.OFFICIAL, Sort.FIGHTER, Sort.MILITARY}

Verdict = tuple[Meaning | str, str]


class Cast:
    """Who is who in a document.

    Shape:   built once by `Cast.of`; then `source` and `side` are asked with offsets of its text
    Errors:  none; words that name nobody come back as Unresolved with the reason
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sides: dict[tuple[int, int], Resolved[Party]] = {}
        self._phrases: dict[tuple[Element, ...], Verdict] = {}

    @classmethod
    def of(cls, text: str, sentences: Sequence[tuple[int, int]]) -> "Cast":
        """The cast of a document.

        Units:   sentences are half-open code point ranges of `text`
        """
        scene = Scene(Scan.of(text), sentences)
        scene.standings = standings_in(scene)
        for _ in range(2):  # the second time, people may be described by people: "Orlov's lawyer"
            scene.people = merged(scene, [person for person, _, _ in people_in(scene)])
        return cls(scene)

    @property
    def scene(self) -> Scene:
        """What the document tells of its parties."""
        return self._scene

    def source(self, start: int, end: int, *, previous: Sequence[Party] = ()) -> Resolved[Party]:
        """Who speaks, when text[start:end] is named as a source.

        Shape:   the sheet's name, and the side that the source speaks for: None for monitors, media,
                 witnesses; `previous` are the earlier speakers, the latest last
        Errors:  Unresolved when nobody, or more than one, can be meant
        """
        return self._resolved(start, end, lambda elements: self._speaker(elements, previous))

    def sources(self, start: int, end: int, *, previous: Sequence[Party] = ()) -> tuple[Resolved[Party], ...]:
        """Each speaker of text[start:end], where "and" joins two: one for "activists and a monitor" each.

        Shape:   as `source`, one or more, in the order of the text
        """
        scan = self._scene.scan
        parts = coordinated(self._scene, bare(scan, scan.within(start, end)))
        if len(parts) == 1 or shares_head(self._scene, scan.within(start, end)):
            return (self.source(start, end, previous=previous),)
        return tuple(self._part(part, previous) for part in parts)

    def _part(self, part: tuple[Element, ...], previous: Sequence[Party]) -> Resolved[Party]:
        words = self._scene.scan.words
        start, end = words[part[0].first].start, words[part[-1].last - 1].end
        return self._resolved(start, end, lambda _: self._speaker(part, previous))

    def side(self, start: int, end: int) -> Resolved[Party]:
        """Which side acts or suffers, when text[start:end] names the actor or the victims.

        Shape:   name and side are the same where a side is known; people of no side keep side None
        Errors:  Unresolved when no side, or more than one, can be meant
        """
        if (start, end) not in self._sides:  # each claim asks again for the parties that it shares
            self._sides[start, end] = self._resolved(start, end, self._actor)
        return self._sides[start, end]

    def _resolved(
        self, start: int, end: int, judge: Callable[[tuple[Element, ...]], Verdict]
    ) -> Resolved[Party]:
        text = self._scene.scan.text[max(0, start) : max(0, end)]
        elements = bare(self._scene.scan, self._scene.scan.within(start, end))
        verdict, rule = judge(elements) if elements else ("no words", "empty")
        if isinstance(verdict, str):
            return Resolved(start, end, Unresolved(text, verdict), rule)
        return Resolved(start, end, Party(verdict.name, verdict.kind, verdict.side, text), rule)

    def _speaker(self, elements: tuple[Element, ...], previous: Sequence[Party]) -> Verdict:
        first = elements[0]
        if len(elements) == 1 and first.sort is Sort.PRONOUN and first.entry:
            return pronoun_meaning(self._scene, first, previous), "pronoun"
        if first.sort is Sort.SIDES:
            return both_sides(self._scene, first.first), "both sides"
        meaning, rule = self._phrase(elements)
        again = self._again(elements, previous)
        if again:
            return Meaning(again.name, again.kind, again.side), "speaker before"
        if isinstance(meaning, str) and rule == "phrase":
            return self._as_written(elements, meaning), "as written"
        return meaning, rule

    def _again(self, elements: tuple[Element, ...], previous: Sequence[Party]) -> Party | None:
        """The earlier speaker whom "the source", "the official" or "the statement" takes up."""
        scan = self._scene.scan
        definite = elements[0].first > 0 and scan.words[elements[0].first - 1].norm == "the"
        if not previous or not definite or len(elements) != 1:
            return None
        if _is_paper(elements):
            return previous[-1]
        if elements[0].sort not in {Sort.OFFICIAL, Sort.PEOPLE, Sort.ROLE, Sort.RANK, Sort.FIGHTER}:
            return None
        noun = scan.norm(elements[0])
        return next((party for party in reversed(previous) if noun in party.name.casefold().split()), None)

    def _as_written(self, elements: tuple[Element, ...], reason: str) -> Meaning | str:
        """An unlisted kind of source, "surveys" or "a waiter", by its own words."""
        scan = self._scene.scan
        core, _ = core_and_tail(self._scene, elements)
        if core[-1].sort in HEADS | {Sort.PRONOUN, Sort.SIDES}:
            return reason
        owner = owner_among(self._scene, core[:-1]) if scan.norm(core[-1]) in role_facts().parts else None
        kind = PartyKind.STATE if owner else PartyKind.PEOPLE
        return Meaning(written(scan, core), kind, owner.side if owner else None)

    def _actor(self, elements: tuple[Element, ...]) -> Verdict:
        meaning, rule = self._speaker(elements, ())
        if rule == "as written":
            return "names no known party", rule
        if isinstance(meaning, str):
            return meaning, rule
        if meaning.side is None and meaning.kind in {PartyKind.BODY, PartyKind.ALLIANCE}:
            name = self._parent(elements) or meaning.name
            return Meaning(name, meaning.kind, name), rule
        if meaning.side is None:
            state = self._nation(elements)
            return state or (_CIVILIANS if self._is_civilian(elements) else meaning), rule
        kind = PartyKind.STATE if meaning.kind is PartyKind.PERSON else meaning.kind
        return Meaning(meaning.side, kind, meaning.side), rule

    def _nation(self, elements: tuple[Element, ...]) -> Meaning | None:
        """The state whose nationals civilians abroad are said to be: "two Thai farmers" are Thailand's."""
        core = free(self._scene, core_and_tail(self._scene, elements)[0])
        named = [part for part in core[:-1] if part.sort in STATE_LIKE | {Sort.GROUP, Sort.BODY}]
        state = named[0].side if len(named) == 1 and named[0].sort in STATE_LIKE else None
        if state in {None, self._scene.host(elements[0].first)} or not self._is_civilian(elements):
            return None
        return Meaning(state, PartyKind.STATE, state) if state else None

    def _is_civilian(self, elements: tuple[Element, ...]) -> bool:
        head = head_of(self._scene, core_and_tail(self._scene, elements)[0])
        return head is not None and head.sort is Sort.PEOPLE and head.name in role_facts().civilian

    def _parent(self, elements: tuple[Element, ...]) -> str | None:
        if national_society(self._scene, elements[:-1], elements[-1]):
            return None
        bodies = [e.entry for e in elements if e.entry and e.sort is Sort.BODY]
        return bodies[0].parent or bodies[0].name if bodies else None

    def _phrase(self, elements: tuple[Element, ...]) -> Verdict:
        """What a phrase names; each is asked for again, as a source, as a side and for each claim."""
        if elements not in self._phrases:
            self._phrases[elements] = self._one_or_several(elements)
        return self._phrases[elements]

    def _one_or_several(self, elements: tuple[Element, ...]) -> Verdict:
        parts = coordinated(self._scene, elements)
        if len(parts) > 1:
            meanings = [self._single(part)[0] for part in parts]
            known = [meaning for meaning in meanings if isinstance(meaning, Meaning)]
            if len(known) == len(meanings):
                whole = written(self._scene.scan, elements) if shares_head(self._scene, elements) else None
                return joined(known, name=whole), "two parties"
        return self._single(elements)

    def _single(self, elements: tuple[Element, ...]) -> Verdict:
        scene = self._scene
        elements = bare(scene.scan, elements)
        called = self._called(elements)
        if called:
            return called
        core, _ = core_and_tail(scene, elements)
        body = self._body(elements, core)
        run = person_run(scene.scan, elements)
        if run is not None and run[0] >= len(core) and not self._takes_name(core):
            run = None
        if body and (run is None or elements[run[0]].first > core[body[0]].first):
            titled = core[body[1] :] and any(part.sort in TITLES for part in core[body[1] :])
            if not titled:
                return body_meaning(scene, elements, body), "body by a word of its name"
        if run is not None and self._is_outlet(elements, run):
            name = tidy_name(scene.scan, elements[run[0]].first, elements[run[1] - 1].last)
            return Meaning(name, PartyKind.MEDIA, None), "outlet"
        if run is not None:
            return self._person(elements, run), "person"
        holder = holder_of(scene, elements)
        if holder:
            return person_meaning(holder), "office held"
        return meaning_of(scene, elements), "phrase"

    def _called(self, elements: tuple[Element, ...]) -> Verdict | None:
        """Whom a phrase calls again, or calls by the name that somebody gives."""
        again = monitor_again(self._scene, elements) or self._called_again(elements)
        if again:
            return again, "called before"
        given = given_name(self._scene.scan, elements)
        return (self._person(elements, given), "name given") if given else None

    def _body(self, elements: tuple[Element, ...], core: tuple[Element, ...]) -> tuple[int, int, str] | None:
        """The unlisted body that begins in a phrase's core, though its name may go on: "Union of X"."""
        scan = self._scene.scan
        body = unlisted_body(scan, core if scan.loud else elements)
        return body if body and body[0] < len(core) else None

    def _is_outlet(self, elements: tuple[Element, ...], run: tuple[int, int]) -> bool:
        """Whether a name belongs to a paper or station: "the newspaper X", "the X news agency"."""
        scan = self._scene.scan
        beside = [part for part in (*elements[run[1] : run[1] + 1], *elements[: run[0]]) if scan.close(part)]
        titled = any(part.sort in TITLES | {Sort.PEOPLE} for part in elements)
        return not titled and any(part.sort is Sort.MEDIA for part in beside)

    def _takes_name(self, core: tuple[Element, ...]) -> bool:
        """Whether a name after the head can be its bearer's: "a spokesman, X", not "a statement by X"."""
        return not core or core[-1].entry is None or core[-1].sort in _BEARERS or core[-1].sort is Sort.PLACE

    def _person(self, elements: tuple[Element, ...], run: tuple[int, int]) -> Meaning:
        person = described(self._scene, elements, run)
        known = named_person(self._scene, person.name, elements[run[0]].first)
        if known is None:
            return Meaning(full_name(self._scene, person.name), PartyKind.PERSON, person.side)
        longer = known.name if len(known.name.split()) >= len(person.name.split()) else person.name
        return Meaning(longer, PartyKind.PERSON, person.side or known.side)

    def _called_again(self, elements: tuple[Element, ...]) -> Meaning | None:
        """An abbreviation or last word of a name that stood before: "the SLN", "the Register"."""
        if len(elements) != 1 or elements[0].last - elements[0].first > 1:
            return None
        element = elements[0]
        word = self._scene.scan.words[element.first]
        definite = element.first > 0 and self._scene.scan.words[element.first - 1].norm == "the"
        listed = element.entry is not None and element.sort is not Sort.MINISTRY
        if listed or not (definite or word.shouted or element.sort is Sort.MINISTRY):
            return None
        return self._scene.standing(self._scene.scan.norm(element), element.first)


def _is_paper(elements: Sequence[Element]) -> bool:
    return any(element.sort is Sort.PAPER for element in elements)
