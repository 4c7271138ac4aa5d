"""Pronouns and "both sides": who was named before."""

from collections import Counter
from collections.abc import Sequence

from trucewatch.records.values import Party, PartyKind
from trucewatch.resolve.parties.lexicon import Element
from trucewatch.resolve.parties.scene import Meaning, Person, Scene

_SINGLE = frozenset((PartyKind.PERSON, PartyKind.PEOPLE))
_PAIR = 2
_ONE = frozenset(("a", "an", "one", "another"))
_PLURALS = frozenset(("people", "police", "men", "women", "children"))


def pronoun_meaning(scene: Scene, element: Element, previous: Sequence[Party]) -> Meaning | str:
    """The speaker whom a pronoun takes up.

    Shape:   the latest of `previous` that the pronoun fits; else, for he and she, the person named last
    Errors:  the reason as text when nobody fits
    """
    pronoun = element.entry.name if element.entry else ""
    fitting = [party for party in previous if _fits(scene, pronoun, party)]
    newer = _introduced_since(scene, element.first, pronoun, fitting)
    if newer:
        return Meaning(newer.name, PartyKind.PERSON, newer.side)
    if fitting:
        women = [party for party in fitting if pronoun == "she" and _is_woman(scene, party)]
        last = (women or fitting)[-1]
        return Meaning(last.name, last.kind, last.side)
    if pronoun in {"he", "she"}:
        return _person_before(scene, element.first, female=pronoun == "she")
    if pronoun in {"they", "we"} and previous:
        last = previous[-1]
        return Meaning(last.name, last.kind, last.side)
    if pronoun == "it":
        found = scene.last_party(element.first)
        if found and found.entry:
            return Meaning(found.entry.name, found.entry.kind, found.entry.side)
    return "nobody stands before whom the pronoun can mean"


def _introduced_since(scene: Scene, at: int, pronoun: str, fitting: Sequence[Party]) -> Person | None:
    """Somebody who opens a sentence, named for the first time since the last fitting speaker was."""
    if pronoun not in {"he", "she"} or not fitting:
        return None
    words = scene.scan.words
    heard = scene.scan.text.rfind(fitting[-1].text, 0, words[at].start)
    after = [p for p in scene.people if p.at < at and words[p.at].start > heard + len(fitting[-1].text)]
    opening = [p for p in after if scene.opens_sentence(p.at) and p.female in {None, pronoun == "she"}]
    return opening[-1] if opening and heard >= 0 else None


def _fits(scene: Scene, pronoun: str, party: Party) -> bool:
    if pronoun in {"he", "she"}:
        female = _is_woman(scene, party)
        several = party.kind is PartyKind.PEOPLE and _is_several(party)
        return party.kind in _SINGLE and not several and (female is None or female == (pronoun == "she"))
    if pronoun == "it":
        return party.kind not in _SINGLE
    if pronoun in {"they", "we"}:
        return party.kind is not PartyKind.PERSON
    return pronoun == "who"


def _is_several(party: Party) -> bool:
    """Whether the words name more than one: "residents", but not "one of the residents"."""
    words = party.text.casefold().split()
    last = party.name.casefold().split()[-1]
    return words[0] not in _ONE and (last in _PLURALS or (last.endswith("s") and not last.endswith("ss")))


def _is_woman(scene: Scene, party: Party) -> bool | None:
    return next((person.female for person in scene.people if person.name == party.name), None)


def _person_before(scene: Scene, at: int, *, female: bool) -> Meaning | str:
    fits = [p for p in scene.people if p.at < at and p.female in {None, female}]
    if not fits:
        return "nobody stands before whom the pronoun can mean"
    person = max(fits, key=lambda p: p.at)
    return Meaning(person.name, PartyKind.PERSON, person.side)


def both_sides(scene: Scene, at: int) -> Meaning | str:
    """The two sides of a conflict: of the sentence itself, of the document, or of the sentences before."""
    named = [side for _, side in scene.belligerents]
    ranked = Counter(named).most_common(_PAIR + 1)
    if len(ranked) < _PAIR:
        return "fewer than two sides are known"
    here = scene.sides_before(at, 0)
    if len(here) == _PAIR:
        return _pair(here)
    if len(ranked) == _PAIR or ranked[_PAIR][1] * 2 <= ranked[_PAIR - 1][1]:
        return _pair(sorted((side for side, _ in ranked[:_PAIR]), key=named.index))
    near = next((sides for reach in (1, 2, 3) if len(sides := scene.sides_before(at, reach)) >= _PAIR), ())
    return _pair(near) if len(near) == _PAIR else "more than two sides are named"


def _pair(sides: Sequence[str]) -> Meaning:
    name = " and ".join(sides)
    return Meaning(name, PartyKind.ALLIANCE, name)
